// Finding a command, and how it is to be started.

import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** The path of the first of these commands that is on PATH. */
export function findCommand(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))))
    .find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A command and what it is started with. */
export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
}

/** npm; its own script on this Node where npm says which that is, since on Windows `npm` is only a batch file. */
export function npmCommandLine(
  args: readonly string[],
  script = process.env.npm_execpath,
): CommandLine {
  if (script !== undefined && basename(script) === 'npm-cli.js') {
    return { command: process.execPath, args: [script, ...args] };
  }
  const command = findCommand('npm');
  if (!command) throw new Error('npm is not on PATH.');
  return { command, args };
}

/** As `spawn` takes it. Windows starts a batch file, such as `code.cmd`, only through its shell. */
export function spawnable(
  { command, args }: CommandLine,
  platform: NodeJS.Platform = process.platform,
): CommandLine & { readonly shell: boolean } {
  if (platform !== 'win32' || !/\.(cmd|bat)$/i.test(command)) {
    return { command, args, shell: false };
  }
  return { command: [command, ...args].map(quoteForWindows).join(' '), args: [], shell: true };
}

/** Within double quotes the shell takes nothing as its own; backslashes before a quote count for the program. */
function quoteForWindows(text: string): string {
  return `"${text.replaceAll(/(\\*)"/g, '$1$1""').replace(/(\\+)$/, '$1$1')}"`;
}
