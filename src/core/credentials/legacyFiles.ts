// Two files of tools older than the AWS CLI, which botocore still reads after all that a profile names.
// https://github.com/boto/botocore/blob/1.43.11/botocore/credentials.py (OriginalEC2Provider, BotoProvider)

import { readFile } from 'node:fs/promises';
import { parseConfigFile } from '../config/iniFile.ts';
import { splitLines, strip } from '../config/pythonText.ts';
import { expandPath } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';
import { keysOf } from './sharedKeys.ts';
import type { CredentialSource } from './source.ts';

/** `AWSAccessKeyId=` and `AWSSecretKey=` in the file that AWS_CREDENTIAL_FILE names. */
export const ec2Tools: CredentialSource = {
  kind: 'static',
  plan({ environment, home }) {
    const named = environment.AWS_CREDENTIAL_FILE;
    if (named === undefined) return undefined;
    return async () => {
      const file = expandPath(named, { environment: {}, home });
      const text = await readText(file);
      if (text === undefined) throw new ConfigError(file, undefined, 'this file cannot be read.');
      const values = new Map(splitLines(text).flatMap(pairOf));
      const accessKeyId = values.get('AWSAccessKeyId');
      const secretAccessKey = values.get('AWSSecretKey');
      if (accessKeyId === undefined) return undefined;
      if (secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
      throw new ConfigError(file, undefined, 'AWSSecretKey is missing beside AWSAccessKeyId.');
    };
  },
};

function pairOf(line: string): [string, string][] {
  const end = line.indexOf('=');
  return end < 0 ? [] : [[strip(line.slice(0, end)), strip(line.slice(end + 1))]];
}

/** The section `[Credentials]` of boto 2's file. */
export const boto: CredentialSource = {
  kind: 'static',
  plan({ environment, home }) {
    const named = environment.BOTO_CONFIG;
    const files = named === undefined ? ['/etc/boto.cfg', '~/.boto'] : [named];
    return async () => {
      for (const path of files) {
        const file = expandPath(path, { environment, home });
        const text = await readText(file);
        if (text === undefined) continue;
        const { sections, faults } = parseConfigFile(text, file);
        const [fault] = faults;
        if (fault) throw new ConfigError(file, fault.line, `${fault.problem}.`);
        const keys = keysOf(sections.get('Credentials'));
        if (keys) return { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey };
      }
      return undefined;
    };
  },
};

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
