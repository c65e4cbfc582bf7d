// The editor as people have it. `@vscode/test-electron` downloads it into the user's cache; `code` on PATH serves as well
// for opening a window.

import { join } from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { cacheFolder } from '../cache.ts';
import type { Finished } from '../child.ts';
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
  /** Where the editor is to keep its settings, logs and state. */
  readonly dataFolder: string;
  /** An editor to use instead of a downloaded one. */
  readonly executable?: string;
}

/** Runs the tests' `run()` in a downloaded editor; how it ended and what it printed. */
export async function runDesktopTests(options: DesktopTests): Promise<Finished> {
  const chunks: string[] = [];
  const collect = () =>
    new Writable({
      write(chunk, _, done) {
        chunks.push(String(chunk));
        done();
      },
    });
  const code = await runTests({
    version: options.version,
    ...(options.executable && { vscodeExecutablePath: options.executable }),
    cachePath: downloads(),
    extensionDevelopmentPath: options.extension,
    extensionTestsPath: options.tests,
    extensionTestsEnv: { ...options.env },
    launchArgs: [
      options.folder,
      `--user-data-dir=${options.dataFolder}`,
      ...['--disable-extensions', '--disable-workspace-trust'],
    ],
    stdout: collect(),
    stderr: collect(),
  }).catch(codeOf);
  return { code, output: chunks.join('') };
}

/** Failed tests end the editor with a code; what failed stands in the tests' results. */
function codeOf(error: unknown): number {
  if (error instanceof TestRunFailedError) return error.code ?? 1;
  throw error;
}

function downloads(): string {
  return join(cacheFolder(), 'vscode');
}
