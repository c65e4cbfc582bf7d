// Child processes of the tools: run to their end, or started, waited for until they say they are ready, and stopped by
// their id with everything they started in turn.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { atExit } from './atExit.ts';
import { spawnable } from './command.ts';
import { type LineListener, OutputLines } from './outputLines.ts';

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
  /** The last lines that it printed. */
  output(): string;
  /** The first match of the pattern in a line; an error when the process ends or the time is over before. */
  waitFor(pattern: RegExp, seconds: number): Promise<RegExpExecArray>;
  /** Resolves, never rejects, when the process has ended or could not be started. */
  readonly ended: Promise<Ending>;
  /** Ends the process and all that it started. */
  stop(): Promise<void>;
}

export interface Ending {
  /** True when the process says so by its exit code. */
  readonly isGood: boolean;
  /** Such as `ended with 1`. */
  readonly how: string;
}

export interface StartOptions extends ChildOptions {
  /** Called with every line that the process prints. */
  readonly onLine?: LineListener;
}

const onWindows = process.platform === 'win32';

export function startChild(
  command: string,
  args: readonly string[],
  { onLine, ...options }: StartOptions = {},
): Child {
  const child = spawnGroup(command, args, options);
  const forget = atExit(() => signalGroup(child, 'SIGKILL'));
  const lines = new OutputLines();
  if (onLine) lines.follow(onLine);
  lines.read(child.stdout);
  lines.read(child.stderr);
  const ended = endingOf(child);
  return {
    output: () => lines.text(),
    waitFor: (pattern, seconds) => waitForLine(command, lines, ended, pattern, seconds),
    ended,
    stop: () => stopGroup(child, ended).finally(forget),
  };
}

/** In its own process group, so that one signal reaches all it starts. */
function spawnGroup(command: string, args: readonly string[], options: ChildOptions): ChildProcess {
  const started = spawnable({ command, args });
  return spawn(started.command, started.args, {
    ...options,
    shell: started.shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !onWindows,
  });
}

function endingOf(child: ChildProcess): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const closed = Promise.withResolvers<void>();
  child.on('close', () => closed.resolve());
  child.on('error', (error) =>
    resolve({ isGood: false, how: `could not be started (${error.message})` }),
  );
  child.on('exit', async (code, signal) => {
    // Its last words may still be on their way; what it started may hold the pipe open for long.
    await Promise.race([closed.promise, delay(500, undefined, { ref: false })]);
    resolve({ isGood: code === 0, how: `ended with ${code ?? signal}` });
  });
  return promise;
}

function waitForLine(
  command: string,
  lines: OutputLines,
  ended: Promise<Ending>,
  pattern: RegExp,
  seconds: number,
): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const fail = (how: string) => reject(new Error(`${command} ${how}:\n${lines.text()}`));
  const timer = setTimeout(() => fail(`was not ready after ${seconds} seconds`), seconds * 1000);
  const leave = lines.follow((line) => {
    const match = pattern.exec(line);
    if (match) resolve(match);
  });
  void ended.then(({ how }) => fail(how));
  return promise.finally(() => {
    clearTimeout(timer);
    leave();
  });
}

async function stopGroup(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
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
