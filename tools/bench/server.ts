// A server that answers each path with one prepared body, in a process of its own so that it shares no thread with what
// is measured. Prints its port on the first line and ends when its input closes.

import { createServer } from 'node:http';
import { callerIdentity, instancesPage, objectsPage } from './bodies.ts';

const bodies = new Map([
  ['tiny', Buffer.from(callerIdentity())],
  ['objects', Buffer.from(objectsPage(1000))],
  ['instances', Buffer.from(instancesPage(1000))],
]);

const server = createServer((request, response) => {
  const name = request.url?.split(/[/?]/)[1] ?? '';
  const body = bodies.get(name);
  request.resume();
  request.on('end', () => {
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/xml',
      'content-length': body?.length ?? 0,
    });
    response.end(body);
  });
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
