// The shared files of the demo: the user's own profiles are copied beside the demo's, so the user's files stay untouched.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoKeys, homeRegion } from './keys.ts';
import type { Seeded } from './seed.ts';

export interface DemoFiles {
  readonly config: string;
  readonly credentials: string;
}

export interface OwnFiles {
  /** The user's files; what does not exist counts as empty. */
  readonly config?: string;
  readonly credentials?: string;
}

/** Writes `config` and `credentials` with the profiles `demo` and `demo-other`, after what the user's own files have. */
export async function writeProfiles(
  folder: string,
  url: string,
  seeded: Seeded,
  own: OwnFiles = {},
): Promise<DemoFiles> {
  await mkdir(folder, { recursive: true });
  const files = { config: join(folder, 'config'), credentials: join(folder, 'credentials') };
  const profiles = { demo: seeded.demo, 'demo-other': seeded.other };
  const names = Object.keys(profiles);
  const config = names.map((name) => configSection(name, url)).join('\n');
  const credentials = Object.entries(profiles).map(credentialsSection).join('\n');
  await writeFile(files.config, joinTexts(await readOwn(own.config), config), { mode: 0o600 });
  await writeFile(files.credentials, joinTexts(await readOwn(own.credentials), credentials), {
    mode: 0o600,
  });
  return files;
}

function configSection(name: string, url: string): string {
  return `[profile ${name}]\nregion = ${homeRegion}\nendpoint_url = ${url}\n`;
}

function credentialsSection([name, keys]: [string, DemoKeys]): string {
  const lines = [
    `[${name}]`,
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
  ];
  if (keys.sessionToken) lines.push(`aws_session_token = ${keys.sessionToken}`);
  return `${lines.join('\n')}\n`;
}

function joinTexts(own: string, ours: string): string {
  return own.trim() ? `${own.trimEnd()}\n\n${ours}` : ours;
}

async function readOwn(path: string | undefined): Promise<string> {
  if (!path) return '';
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
