import type { ConfigSection } from '../config/iniFile.ts';
import type { ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { CredentialSource } from './source.ts';

/** Keys of the credentials file. */
export const sharedKeys: CredentialSource = {
  kind: 'static',
  options: new Set(['aws_access_key_id']),
  plan: ({ entry }) => keysOf(entry?.credentials),
};

/** The keys that stand in a section; undefined when it has no access key. */
export function keysOf(section: ConfigSection | undefined): Credentials | undefined {
  if (!section?.values.has('aws_access_key_id')) return undefined;
  const accessKeyId = text(section, 'aws_access_key_id');
  const secretAccessKey = text(section, 'aws_secret_access_key');
  if (accessKeyId === undefined || secretAccessKey === undefined) throw withoutSecret(section);
  const sessionToken = text(section, 'aws_security_token') ?? text(section, 'aws_session_token');
  const accountId = text(section, 'aws_account_id');
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(accountId !== undefined && { accountId }),
  };
}

function withoutSecret({ file, lines }: ConfigSection): ConfigError {
  const line = lines.get('aws_access_key_id');
  return new ConfigError(file, line, 'aws_secret_access_key is missing beside this key.');
}

export function hasStaticKeys(entry: ProfileEntry | undefined): boolean {
  const values = entry?.values;
  return Boolean(values?.has('aws_access_key_id') || values?.has('aws_secret_access_key'));
}

function text(section: ConfigSection, key: string): string | undefined {
  const value = section.values.get(key);
  return typeof value === 'string' ? value : undefined;
}
