// The editor of the tests and of `npm start` where there is no desktop: the real VS Code server out of the npm package
// code-server, started directly. It builds native modules, so it is installed once a machine, into the user's cache.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../cache.ts';
import { runOrThrow } from '../child.ts';
import { npmCommandLine } from '../command.ts';
import { ensurePackages } from './debian.ts';

const version = '4.139.1';
const serverPath = join('node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
const buildPackages = ['build-essential', 'pkg-config', 'python3', 'libkrb5-dev'];

/** The path of `server-main.js`; installs it on first use. */
export async function ensureEditor(): Promise<string> {
  const folder = join(cacheFolder(), `code-server-${version}`);
  const server = join(folder, serverPath);
  if (!existsSync(server)) await installEditor(folder);
  return server;
}

async function installEditor(folder: string): Promise<void> {
  await ensurePackages(buildPackages, "building the editor server's native modules");
  console.log(
    `Installing the editor server (code-server ${version}); once, takes some minutes ...`,
  );
  await mkdir(cacheFolder(), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  try {
    await writeFile(join(temporary, 'package.json'), '{ "name": "editor", "private": true }\n');
    const npm = npmCommandLine(['install', '--no-audit', '--no-fund', `code-server@${version}`]);
    await runOrThrow(npm.command, npm.args, { cwd: temporary });
    if (!existsSync(join(temporary, serverPath))) {
      throw new Error(`code-server ${version} was installed, but has no ${serverPath}.`);
    }
    await moveTo(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A rename, so that a broken installation is never taken for a whole one; another run may have been faster. */
async function moveTo(temporary: string, folder: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (!existsSync(join(folder, serverPath))) throw error;
  }
}
