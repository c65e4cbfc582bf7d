import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { exampleKeys } from '../../tools/demo/keys.ts';

/** Adds a profile to the shared config file; gives back how to put the file back. */
export async function addProfile(name: string, endpoint: string): Promise<() => Promise<void>> {
  return addToConfig(
    `[profile ${name}]`,
    'region = eu-west-1',
    `endpoint_url = ${endpoint}`,
    `aws_access_key_id = ${exampleKeys.accessKeyId}`,
    `aws_secret_access_key = ${exampleKeys.secretAccessKey}`,
  );
}

/** Adds lines to the shared config file; gives back how to put the file back. */
export async function addToConfig(...lines: readonly string[]): Promise<() => Promise<void>> {
  const file = configFile();
  const before = await readFile(file, 'utf8');
  await appendFile(file, ['', ...lines, ''].join('\n'));
  return () => writeFile(file, before);
}

function configFile(): string {
  const { AWS_CONFIG_FILE } = process.env;
  if (!AWS_CONFIG_FILE) throw new Error('AWS_CONFIG_FILE is not set.');
  return AWS_CONFIG_FILE;
}
