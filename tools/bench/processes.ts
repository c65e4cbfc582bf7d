// The processes of a benchmark: the server, one for each subject, and programs timed from start to end.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Measured, Order } from './subject.ts';
import type { SubjectKind } from './subjects.ts';

export async function startServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [pathOf('./server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stdin.end() };
}

export interface SubjectProcess {
  readonly kind: SubjectKind;
  measure(order: Order): Promise<Measured>;
  stop(): void;
}

export function startSubject(
  kind: SubjectKind,
  url: string,
  execArgv: readonly string[] = [],
): SubjectProcess {
  const child = fork(pathOf('./subject.ts'), [kind, url], {
    execArgv: [...execArgv],
    env: { ...process.env, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
  });
  return {
    kind,
    async measure(order) {
      child.send(order);
      return answerOf(kind, child);
    },
    stop: () => child.disconnect(),
  };
}

async function answerOf(kind: SubjectKind, child: ChildProcess): Promise<Measured> {
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal });
  const onExit = () => ended.abort();
  child.once('exit', onExit);
  try {
    const [measured] = await answer;
    return measured as Measured;
  } catch (error) {
    throw new Error(`The process of "${kind}" ended early.`, { cause: error });
  } finally {
    child.off('exit', onExit);
  }
}

/** Milliseconds from the start of a program to its end. */
export async function timeProgram(script: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  return performance.now() - start;
}

export function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** What a program prints. */
export async function outputOf(
  script: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Promise<string> {
  const child = spawn(process.execPath, [...execArgv, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(child.stdout);
}
