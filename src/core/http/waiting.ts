// Requests that wait for a free connection, because as many as may be are open to their host. They wait as long as others
// get one. The end comes when none became free for a while, since who holds them (streams that nobody reads, streams of
// events) may do so for hours.

import { ConnectionError } from '../errors.ts';
import type { Reception } from './reception.ts';

export interface WaitLimits {
  /** Milliseconds, as of the request. */
  readonly connectTimeout: number;
  readonly readTimeout: number;
  /** For the message. */
  readonly maxConnections: number;
}

interface WaitingHost {
  /** When a request last got a connection. */
  lastStart: number;
  requests: number;
}

export class WaitingRequests {
  readonly #hosts = new Map<string, WaitingHost>();

  /** A request to this host got its connection. */
  noteStart(host: string): void {
    if (this.#hosts.size === 0) return;
    const waiting = this.#hosts.get(host);
    if (waiting) waiting.lastStart = performance.now();
  }

  /** Ends a request that has no connection yet once none to its host got one for as long as both times together. */
  limit(reception: Reception, host: string, limits: WaitLimits): void {
    const { connectTimeout, readTimeout, maxConnections } = limits;
    // Who lets a server be silent for ever lets others wait for it too.
    if (readTimeout === 0) return;
    reception.limitWait((end) =>
      this.#watch(host, connectTimeout + readTimeout, () =>
        end(noFreeConnection(host, maxConnections)),
      ),
    );
  }

  #watch(host: string, longest: number, end: () => void): () => void {
    const now = performance.now();
    const waiting = this.#hosts.get(host) ?? { lastStart: now, requests: 0 };
    this.#hosts.set(host, waiting);
    waiting.requests += 1;
    const look = () => {
      const silence = performance.now() - Math.max(now, waiting.lastStart);
      if (silence >= longest) end();
      else timer = setTimeout(look, longest - silence);
    };
    let timer = setTimeout(look, longest);
    return () => {
      clearTimeout(timer);
      waiting.requests -= 1;
      if (waiting.requests === 0) this.#hosts.delete(host);
    };
  }
}

/** Not tried again: it would wait behind the same ones. */
function noFreeConnection(host: string, connections: number): ConnectionError {
  const help = `All ${connections} connections to it are in use, and none became free in time. Read to the end or close what is open: downloads, streams of events.`;
  return new ConnectionError(host, 'NO_FREE_CONNECTION', help, false);
}
