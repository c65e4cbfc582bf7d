// Faults a server may show, and a call to one that does.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientSettings } from '../../../src/core/client.ts';
import { type LocalServer, startServer } from '../http/localServer.ts';
import { clientOf } from './clients.ts';

/** What a server does instead of answering well. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => unknown;

export const tables = '{"TableNames":["t"]}';
export const good: Fault = (_, response) => response.end(tables);

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Fault {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers });
    response.end(JSON.stringify({ __type: `com.amazonaws#${code}`, message: code }));
  };
}

export const html: Fault = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'x-amzn-requestid': 'R' });
  response.end('<html><body>Sign in to the network</body></html>');
};

export const page =
  (status: number): Fault =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Gateway</html>');

export const reset: Fault = (request) => request.socket.destroy();

export const resetInBody: Fault = (request, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"TableN');
  setTimeout(() => request.socket.destroy(), 10);
};

export const resetInChunks: Fault = (request, response) => {
  response.write('{"TableN');
  setTimeout(() => request.socket.destroy(), 10);
};

export const silent: Fault = () => {};

export const stops: Fault = (_, response) => response.write('{"TableN');

export const tooShort: Fault = (request, response) => {
  response.writeHead(200, { 'content-length': '100', connection: 'close' });
  response.write(tables, () => request.socket.end());
};

export const brokenChunk: Fault = (request) =>
  request.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n');

export const endless: Fault = (_, response) => {
  const more = Buffer.alloc(64 * 1024, 'x');
  const write = () => {
    if (response.destroyed) return;
    if (response.write(more)) setImmediate(write);
    else response.once('drain', write);
  };
  write();
};

export const endlessHeaders: Fault = (request) => {
  const line = `x-a: ${'x'.repeat(8000)}\r\n`;
  request.socket.on('error', () => {});
  request.socket.write(`HTTP/1.1 200 OK\r\n${line.repeat(20)}`);
};

export const empty: Fault = (_, response) => response.end();

export const cut: Fault = (_, response) => response.end(tables.slice(0, 9));

export interface Outcome {
  readonly requests: number;
  readonly result: unknown;
}

export const settings = {
  readTimeout: 150,
  maxResponseBytes: 1024 * 1024,
} satisfies ClientSettings;

/** Lists tables at a server that shows these faults in turn, the last one again and again. */
export async function listTables(
  faults: readonly Fault[],
  more: ClientSettings = {},
): Promise<Outcome> {
  await using server = await startServer((request, response, count) => {
    (faults[Math.min(count, faults.length) - 1] ?? good)(request, response);
  });
  const options = { endpoint: server.url, settings: { ...settings, ...more } };
  const dynamodb = await clientOf('dynamodb', options);
  const result = await dynamodb.call('ListTables').catch((error: unknown) => error);
  return { requests: server.seen.length, result };
}

/** A server that always shows this one. */
export function faulty(fault: Fault): Promise<LocalServer> {
  return startServer((request, response) => void fault(request, response));
}
