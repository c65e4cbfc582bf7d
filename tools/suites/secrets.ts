// The search for secrets in what an editor wrote.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seeded } from '../demo/seed.ts';

/** What the secrets begin with that servers in tests give out. */
export const plantedMarks: readonly string[] = [
  'SECRET-access-',
  'SECRET-refresh-',
  'SECRET-client-',
  'SECRET-key-of-',
];

/** No key, token or secret may be in anything that the editor wrote or printed, logs and kept documents included. */
export async function findSecrets(
  folder: string,
  output: string,
  seeded: Seeded,
): Promise<readonly string[]> {
  const keys = [seeded.demo, seeded.other].flatMap((one) => [
    one.secretAccessKey,
    ...(one.sessionToken ? [one.sessionToken] : []),
  ]);
  const secrets = [...keys, ...seeded.secrets, ...plantedMarks];
  const isPrinted = secrets.some((secret) => output.includes(secret));
  const leaks = isPrinted ? ['what the editor printed'] : [];
  return [...leaks, ...(await findTexts(folder, secrets))];
}

/** The files below a folder that hold one of the texts. */
export async function findTexts(
  folder: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? await readIfThere(path) : '';
    if (texts.some((text) => content.includes(text))) found.push(path);
  }
  return found;
}

/** The editor is still at work: a lock that was listed may be gone. */
async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
