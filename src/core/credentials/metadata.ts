// The services a container or an instance asks for its keys: plain HTTP, answers in JSON.

import { text as readText } from 'node:stream/consumers';
import { throwIfAborted } from '../abort.ts';
import type { Send } from '../http/message.ts';
import type { Credentials } from './credentials.ts';
import { parseObject, textIn } from './documents.ts';
import { keysIn } from './keysIn.ts';

export interface GetOptions {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal | undefined;
}

export async function getText(
  send: Send,
  url: URL,
  { method = 'GET', headers, timeLimit, signal }: GetOptions,
): Promise<{ readonly status: number; readonly text: string }> {
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
    });
    return { status: response.statusCode, text: await readText(response.body) };
  } catch (error) {
    throwIfAborted(signal);
    throw new Error(`No answer from ${url.host}.`, { cause: error });
  }
}

/** The keys in an answer; undefined when it has none. */
export function metadataKeys(answer: string): Credentials | undefined {
  const keys = parseObject(answer);
  return keys && keysIn(keys, 'Token', textIn(keys, 'AccountId'));
}
