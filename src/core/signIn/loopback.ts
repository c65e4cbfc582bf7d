// Where the browser comes back to after a sign-in: a listener on this machine that waits for one code.
// https://www.rfc-editor.org/rfc/rfc8252#section-7.3

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { untilAborted } from '../abort.ts';

/** The port of it is left out where a program is registered. */
export const callbackPath = '/oauth/callback';

export interface Loopback extends AsyncDisposable {
  readonly port: number;
  /** The code that came with this state; what comes with another is refused and changes nothing. */
  code(state: string, signal: AbortSignal): Promise<string>;
}

/** The server refused, in its own words. */
export class RefusedSignIn extends Error {}

export async function openLoopback(): Promise<Loopback> {
  const server = createServer();
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  return {
    port: (server.address() as AddressInfo).port,
    code: (state, signal) => untilAborted(receiveCode(server, state), signal),
    [Symbol.asyncDispose]: () => close(server),
  };
}

function receiveCode(server: Server, state: string): Promise<string> {
  const answer = Promise.withResolvers<string>();
  server.on('request', (request, response) => {
    const outcome = readCallback(request, state);
    if ('status' in outcome) return respond(response, outcome.status, outcome.problem);
    const { code, refusal } = outcome;
    // The page is whole in the browser before anything is closed.
    response.once('close', () => {
      if (code !== undefined) answer.resolve(code);
      else answer.reject(new RefusedSignIn(refusal));
    });
    if (code !== undefined) respond(response, 200, 'You are signed in. You can close this page.');
    else respond(response, 200, `Nobody was signed in: ${refusal}. You can close this page.`);
  });
  return answer.promise;
}

type Callback =
  | { readonly code: string; readonly refusal?: undefined }
  | { readonly refusal: string; readonly code?: undefined }
  | { readonly status: number; readonly problem: string };

function readCallback({ method, url }: IncomingMessage, state: string): Callback {
  const asked = URL.parse(url ?? '/', 'http://127.0.0.1');
  if (method !== 'GET' || asked?.pathname !== callbackPath) {
    return { status: 404, problem: 'There is nothing here.' };
  }
  const { searchParams } = asked;
  const error = searchParams.get('error');
  const code = searchParams.get('code');
  const returned = searchParams.get('state');
  if (error !== null && (returned ?? state) === state) {
    const description = searchParams.get('error_description');
    return { refusal: clean([error, description].filter(Boolean).join(', ')) };
  }
  if (code && returned === state) return { code };
  return { status: 400, problem: 'This is not the answer to the sign-in that is under way.' };
}

/** What came from outside, fit for a message. */
function clean(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, ' ').slice(0, 200);
}

function respond(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  response.end(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Awscope</title>' +
      '<style>body{font:1.2em system-ui;margin:20vh auto;max-width:32em;text-align:center;color-scheme:light dark}</style>' +
      `<p>${escaped}</p></html>`,
  );
}

async function close(server: Server): Promise<void> {
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  server.closeAllConnections();
  await closed.promise;
}
