// Opens connections that read as readBuffers.ts has it.

import type { OnReadOpts, Socket } from 'node:net';
import { SocketReading } from './readBuffers.ts';

interface Target {
  readonly hostname: string;
  readonly servername?: string;
  readonly protocol: string;
}

type Done = (...result: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

/** As undici opens connections. */
type Connect<T> = (target: T, done: Done) => void;

/** What a connection is opened with that is its own. */
interface ConnectionOptions {
  readonly onread: OnReadOpts;
  /** Of TLS, to be resumed. */
  readonly session?: Buffer;
}

/** The sessions are kept of so many hosts. */
const mostSessions = 100;

/** The way to connect of one dispatcher: each connection is opened by what is built for it. */
export function createConnector<T extends Target>(
  build: (own: ConnectionOptions) => Connect<T>,
): Connect<T> {
  const sessions = new Map<string, Buffer>();
  const keep = (host: string, session: Buffer) => {
    sessions.delete(host);
    sessions.set(host, session);
    const [oldest] = sessions.keys();
    if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
  };
  return (target, done) => {
    const reading = new SocketReading(target.protocol === 'https:');
    const host = target.servername ?? target.hostname;
    const session = sessions.get(host);
    const connect = build({ onread: reading, ...(session && { session }) });
    connect(target, (...[error, socket]) => {
      if (error !== null) {
        done(error, null);
        return;
      }
      reading.socket = socket;
      socket.on('session', (session: Buffer) => keep(host, session));
      done(null, socket);
    });
  };
}
