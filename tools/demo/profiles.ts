// The shared files of the demo: the user's own profiles are copied beside the demo's, so the user's files stay untouched.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoKeys, homeRegion } from './keys.ts';
import type { Seeded } from './seed.ts';

export interface DemoFiles {
  readonly config: string;
  readonly credentials: string;
  /** The user's own profiles that are not in the copy, since the demo needs their names. */
  readonly leftOut: readonly string[];
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
  seeded: Pick<Seeded, 'demo' | 'other'>,
  own: OwnFiles = {},
): Promise<DemoFiles> {
  await mkdir(folder, { recursive: true });
  const profiles = { demo: seeded.demo, 'demo-other': seeded.other };
  const names = Object.keys(profiles);
  const ours = {
    config: names.map((name) => configSection(name, url)).join('\n'),
    credentials: Object.entries(profiles).map(credentialsSection).join('\n'),
  };
  const leftOut = new Set<string>();
  const write = async (file: 'config' | 'credentials') => {
    const path = join(folder, file);
    const kept = withoutProfiles(await readOwn(own[file]), names, leftOut);
    await writeFile(path, joinTexts(kept, ours[file]), { mode: 0o600 });
    return path;
  };
  const [config, credentials] = [await write('config'), await write('credentials')];
  return { config, credentials, leftOut: [...leftOut] };
}

/** The text without the sections of these profiles, whose names are added to `found`. */
function withoutProfiles(text: string, names: readonly string[], found: Set<string>): string {
  const sections = text.split(/^(?=\[)/m);
  const kept = sections.filter((section) => {
    const name = profileOf(section);
    if (name === undefined || !names.includes(name)) return true;
    found.add(name);
    return false;
  });
  return kept.join('');
}

/** `dev` of the sections `[dev]`, `[profile dev]` and `[profile "dev"]`. */
function profileOf(section: string): string | undefined {
  return /^\[\s*(?:profile\s+)?["']?([^\]"']*?)["']?\s*\]/.exec(section)?.[1];
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
