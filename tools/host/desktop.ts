// The editor as people have it. `@vscode/test-electron` downloads it into the user's cache; `code` on PATH serves as well
// for opening a window.

import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder } from '../cache.ts';
import { findCommand } from '../command.ts';

export type Host = 'desktop' | 'server';

/**
 * Which editor to use: the one that AWSCOPE_HOST names, else the given one. The server is the tests' default because it
 * needs no display and no download; `npm start` prefers a desktop where there is one.
 */
export function chooseHost(preferred: Host): Host {
  const { AWSCOPE_HOST } = process.env;
  if (AWSCOPE_HOST === undefined || AWSCOPE_HOST === '') return preferred;
  if (AWSCOPE_HOST === 'desktop' || AWSCOPE_HOST === 'server') return AWSCOPE_HOST;
  throw new Error(`AWSCOPE_HOST is "${AWSCOPE_HOST}"; it can be "desktop" or "server".`);
}

/** True when a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command that opens a window: `code` on PATH, else a downloaded editor; undefined when there is none to be had. */
export async function findDesktopEditor(): Promise<string | undefined> {
  const code = findCommand('code', 'code-insiders', 'codium');
  if (code) return code;
  try {
    console.log('Downloading VS Code ...');
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: downloads() });
  } catch (error) {
    console.log(`VS Code cannot be downloaded here (${String(error)}).`);
    return undefined;
  }
}

export interface DesktopTests {
  readonly version: string;
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the tests' `run()` in a downloaded editor; the exit code. */
export function runDesktopTests(options: DesktopTests): Promise<number> {
  return runTests({
    version: options.version,
    cachePath: downloads(),
    extensionDevelopmentPath: options.extension,
    extensionTestsPath: options.tests,
    extensionTestsEnv: { ...options.env },
    launchArgs: [options.folder, '--disable-extensions', '--disable-workspace-trust'],
  });
}

function downloads(): string {
  return join(cacheFolder(), 'vscode');
}
