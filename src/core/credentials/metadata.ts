// The services a container or an instance asks for its keys: plain HTTP, answers in JSON.

import { text as readText } from 'node:stream/consumers';
import { throwIfAborted } from '../abort.ts';
import { ConnectionError } from '../errors.ts';
import type { Send } from '../http/message.ts';

export interface GetOptions {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Why there is none: nobody could be reached, or somebody said nothing in time, or hung up. */
export interface NoAnswer {
  readonly status: undefined;
  readonly problem: 'unreachable' | 'silent';
  readonly cause: unknown;
}

export async function getText(
  send: Send,
  url: URL,
  { method = 'GET', headers, timeLimit, signal }: GetOptions,
): Promise<Answer | NoAnswer> {
  throwIfAborted(signal);
  const limit = AbortSignal.timeout(timeLimit);
  const request = {
    method,
    protocol: url.protocol === 'https:' ? ('https:' as const) : ('http:' as const),
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port && { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
  };
  try {
    const response = await send(request, {
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      // A little less, to tell a host that is not there from one that says nothing.
      connectTimeout: timeLimit * 0.9,
    });
    return { status: response.statusCode, text: await readText(response.body) };
  } catch (error) {
    throwIfAborted(signal);
    const isCut = error instanceof ConnectionError && error.reason === 'ECONNRESET';
    const problem = limit.aborted || isCut ? 'silent' : 'unreachable';
    return { status: undefined, problem, cause: error };
  }
}
