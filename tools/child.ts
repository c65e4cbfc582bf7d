// Child processes of the tools: run to their end, or started, waited for until they say they are ready, and stopped by
// their id with everything they started in turn.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atExit } from './atExit.ts';

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end and keeps what it printed. */
export function runChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<Finished> {
  const { promise, resolve, reject } = Promise.withResolvers<Finished>();
  const child = spawnGroup(command, args, options);
  const forget = atExit(() => signalGroup(child, 'SIGTERM'));
  const output = collectOutput(child);
  child.on('error', reject);
  child.on('close', (code) => resolve({ code: code ?? 1, output: output() }));
  return promise.finally(forget);
}

/** As `runChild`, but a failure is an error with the output in it. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<string> {
  const { code, output } = await runChild(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** A process that goes on until it is stopped. */
export interface Child {
  output(): string;
  /** The first match of the pattern in the output; an error when the process ends or the time is over before. */
  waitFor(pattern: RegExp, seconds: number): Promise<RegExpExecArray>;
  /** Ends the process and all that it started. */
  stop(): Promise<void>;
}

const onWindows = process.platform === 'win32';

export function startChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Child {
  const child = spawnGroup(command, args, options);
  const forget = atExit(() => signalGroup(child, 'SIGKILL'));
  const output = collectOutput(child);
  const ended = Promise.withResolvers<void>();
  child.on('exit', () => ended.resolve());
  child.on('error', () => ended.resolve());
  return {
    output,
    waitFor: (pattern, seconds) => waitForOutput(child, command, output, pattern, seconds),
    stop: () => stopGroup(child, ended.promise).finally(forget),
  };
}

/** In its own process group, so that one signal reaches all it starts. */
function spawnGroup(command: string, args: readonly string[], options: ChildOptions): ChildProcess {
  return spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !onWindows,
  });
}

function waitForOutput(
  child: ChildProcess,
  command: string,
  output: () => string,
  pattern: RegExp,
  seconds: number,
): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const fail = (what: string) => reject(new Error(`${command} ${what}:\n${output()}`));
  const look = () => {
    const match = pattern.exec(output());
    if (match) resolve(match);
  };
  const timer = setTimeout(() => fail(`was not ready after ${seconds} seconds`), seconds * 1000);
  child.stdout?.on('data', look);
  child.stderr?.on('data', look);
  child.on('error', (error) => fail(`could not be started (${error.message})`));
  child.on('exit', (code) => fail(`ended with ${code}`));
  look();
  return promise.finally(() => clearTimeout(timer));
}

async function stopGroup(child: ChildProcess, ended: Promise<void>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(signalGroup, 5000, child, 'SIGKILL');
  await ended;
  clearTimeout(timer);
  // What it started may outlive it for a moment; nothing of the group is to stay.
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  return () => chunks.join('');
}

/** The path of the first of these commands that is on PATH. */
export function findCommand(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
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
