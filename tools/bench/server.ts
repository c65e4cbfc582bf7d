// A server that answers each path with one prepared body, in a process of its own so that it shares no thread with what
// is measured. It reads of HTTP only as much as that takes, to cost as little as can be. Prints its port on the first
// line and ends when its input closes.

import { createServer, type Socket } from 'node:net';
import { callerIdentity, eventsPage, objectsPage, scanPage, usersPage } from './bodies.ts';
import { instancesPage } from './instances.ts';

const answers = new Map([
  ['tiny', answer('text/xml', callerIdentity())],
  ['objects', answer('application/xml', objectsPage(1000, 0, 'more'))],
  ['instances', answer('text/xml', instancesPage(1000))],
  ['users', answer('text/xml', usersPage(1000))],
  ['scan', answer('application/x-amz-json-1.0', scanPage(1405))],
  ['events', answer('application/x-amz-json-1.1', eventsPage(10_000))],
]);
const notFound = Buffer.from('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/** The listing of `/pages`: page 0 without a token, else the one the token numbers. */
const pageCount = 100;
const pages: (Buffer | undefined)[] = [];

function page(number: number): Buffer {
  const next = number + 1 < pageCount ? `page-${number + 1}` : undefined;
  pages[number] ??= answer('application/xml', objectsPage(1000, number * 1000, next));
  return pages[number];
}

function answer(contentType: string, text: string): Buffer {
  const body = Buffer.from(text);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

function find(head: string): Buffer {
  const [, path = ''] = head.split(' ', 2);
  const name = path.split(/[/?]/)[1] ?? '';
  if (name !== 'pages') return answers.get(name) ?? notFound;
  return page(Number(/continuation-token=page-(\d+)/.exec(path)?.[1] ?? 0));
}

function serve(socket: Socket): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const end = pending.indexOf(headEnd);
      if (end < 0) return;
      const head = pending.toString('latin1', 0, end);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      pending = pending.subarray(end + 4 + length);
      socket.write(find(head));
    }
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
