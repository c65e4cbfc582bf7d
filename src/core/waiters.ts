// Waiting for a state, by the waiters of a service: call, compare, wait, call again.

import { isDeepStrictEqual } from 'node:util';
import { type ServiceError, WaiterError, type Where } from './errors.ts';
import { jmespath, type Search } from './jmespath.ts';
import type { WaiterAcceptor, WaiterModel } from './models/model.ts';
import type { Document } from './protocols/protocol.ts';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Seconds between two tries, instead of the waiter's own. */
  readonly delay?: number | undefined;
  readonly maxAttempts?: number | undefined;
  /** Told after each try that did not decide, before the wait for the next one. */
  readonly onTry?: ((progress: WaitProgress) => void) | undefined;
}

/** How far waiting is. */
export interface WaitProgress {
  /** Tries made, this one included. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Seconds until the next try. */
  readonly delay: number;
  /** What this try gave: an output, or an error that may pass. */
  readonly output?: Document;
  readonly error?: ServiceError;
}

/** What one try came to. */
export interface WaiterAnswer {
  readonly output?: Document;
  readonly statusCode: number | undefined;
  readonly error?: ServiceError;
}

export interface WaitSource {
  readonly name: string;
  readonly waiter: WaiterModel;
  readonly where: Where;
  readonly call: () => Promise<WaiterAnswer>;
  readonly delay: (milliseconds: number) => Promise<void>;
}

/** Gives the output that met the success state; empty when an error did. */
export async function waitFor(source: WaitSource, options: WaitOptions): Promise<Document> {
  const { waiter, name, where } = source;
  const maxAttempts = options.maxAttempts ?? waiter.maxAttempts;
  const seconds = options.delay ?? waiter.delay;
  const acceptors = await Promise.all(waiter.acceptors.map(compileAcceptor));
  for (let attempts = 1; ; attempts += 1) {
    const answer = await source.call();
    const acceptor = acceptors.find((candidate) => accepts(candidate, answer));
    if (acceptor?.state === 'success') return answer.output ?? {};
    if (acceptor?.state === 'failure') {
      throw new WaiterError('WaiterFailed', where, failed(name, acceptor), answer.error);
    }
    if (!acceptor && answer.error) throw answer.error;
    if (attempts >= maxAttempts) {
      const problem = `${name} was not met in ${attempts} tries, ${seconds} s apart.`;
      throw new WaiterError('WaiterTimeout', where, problem, answer.error);
    }
    const { output, error } = answer;
    options.onTry?.({
      attempts,
      maxAttempts,
      delay: seconds,
      ...(output && { output }),
      ...(error && { error }),
    });
    await source.delay(seconds * 1000);
  }
}

function failed(name: string, { matcher, argument, expected }: WaiterAcceptor): string {
  const what =
    matcher === 'error'
      ? `the error ${String(expected)}`
      : matcher === 'status'
        ? `the status ${String(expected)}`
        : `${argument ?? ''} being ${JSON.stringify(expected)}`;
  return `${name} can no longer be met, because of ${what}.`;
}

/** An acceptor with its expression ready to be used. */
type Acceptor = WaiterAcceptor & { readonly search: Search };

async function compileAcceptor(acceptor: WaiterAcceptor): Promise<Acceptor> {
  const { argument } = acceptor;
  const search = argument === undefined ? (output: unknown) => output : await jmespath(argument);
  return { ...acceptor, search };
}

function accepts(acceptor: Acceptor, answer: WaiterAnswer): boolean {
  const { matcher, expected } = acceptor;
  if (matcher === 'status') return answer.statusCode === expected;
  if (matcher === 'error') return acceptsError(expected, answer);
  if (answer.error) return false;
  const found = findIn(acceptor, answer.output ?? {});
  if (matcher === 'path') return isDeepStrictEqual(found, expected);
  if (!Array.isArray(found) || found.length === 0) return false;
  const isExpected = (item: unknown) => isDeepStrictEqual(item, expected);
  return matcher === 'pathAll' ? found.every(isExpected) : found.some(isExpected);
}

/** `null` where the expression cannot be applied, such as the length of a list that is absent. */
function findIn({ search }: Acceptor, output: Document): unknown {
  try {
    return search(output);
  } catch {
    return null;
  }
}

/** `true` stands for any error, `false` for none. */
function acceptsError(expected: unknown, { error }: WaiterAnswer): boolean {
  if (typeof expected === 'boolean') return expected === (error !== undefined);
  return error?.code === expected;
}
