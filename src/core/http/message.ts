// HTTP messages as plain values. Protocols build and read them, `sign` adds to them, `send` carries them.

import type { Readable } from 'node:stream';
import type { ReplayableBody } from './replayableBody.ts';

/** What a body may be before it is sent. A stream is sent once and cannot be retried. */
export type RequestBody = string | Uint8Array | Readable | ReplayableBody;

/** Query parameters before escaping; `null` means a name without `=`. */
export type Query = Readonly<Record<string, string | readonly string[] | null>>;

/** A request without its host: what a protocol makes of an operation and its input. */
export interface RequestParts {
  readonly method: string;
  /** Escaped, begins with `/`, without query. */
  readonly path: string;
  readonly query: Query;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
}

/** A request ready to be signed or sent. */
export interface HttpRequest extends RequestParts {
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
  readonly port?: number;
}

export interface ResponseHead {
  readonly statusCode: number;
  /** Names in lower case; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A response whose body was not read yet. */
export interface HttpResponse extends ResponseHead {
  /** The stream; taken once, and instead of `bytes`. */
  readonly body: Readable;
  /** The whole body, faster than by the stream. Absent where a test or a wrapper has only the stream. */
  readonly bytes?: () => Promise<Uint8Array>;
  /**
   * Hands over the body in pieces while it arrives, instead of `bytes`; absent where that is. The bytes of a piece are to be
   * taken before `push` returns.
   */
  readonly flow?: (push: (piece: Uint8Array) => void) => Promise<void>;
}

/** A response as protocols read it: the whole body, or the open stream where the output streams. */
export interface ReceivedResponse extends ResponseHead {
  readonly body: Uint8Array | Readable;
}

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the connection must stand. */
  readonly connectTimeout?: number | undefined;
  /** Milliseconds until the first byte, and between two bytes. */
  readonly readTimeout?: number | undefined;
  /** A whole body longer than this is refused; a streamed one may be of any length. 256 MiB when absent. */
  readonly maxBytes?: number | undefined;
  /** The server may choose HTTP/2; else HTTP/1.1 is spoken. */
  readonly http2?: boolean | undefined;
}

/** Carries one request to the server. Throws a `ConnectionError` when no response came. */
export type Send = (request: HttpRequest, options: SendOptions) => Promise<HttpResponse>;
