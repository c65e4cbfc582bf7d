// The answer to one request as undici hands it over, piece by piece: gathered until someone asks for the whole body or
// for the stream. Speaking undici's dispatch directly saves the stream, the promises and the listeners that its own
// `request` would make for every call.

import { Readable } from 'node:stream';
import { abortError } from '../abort.ts';
import { toConnectionError, tooLong } from './connection.ts';
import type { HttpResponse } from './message.ts';

/** What undici lets the receiver of an answer do. */
export interface Controller {
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** So much of a body nobody asked for yet is taken before the server is made to wait. */
const patience = 1024 * 1024;

/** A whole body longer than this is no answer of AWS's, whose longest are some MiB. */
const longestBody = 256 * 1024 * 1024;

export interface ReceptionOptions {
  /** A whole body longer than this is refused. */
  readonly maxBytes?: number | undefined;
  /** May put another controller in place of undici's. */
  readonly control?: (controller: Controller) => Controller;
  /** Called when the request gets its connection. */
  readonly onStart?: () => void;
}

/** One use each; a handler of undici's `dispatch`. */
export class Reception {
  readonly response: Promise<HttpResponse>;
  readonly #answer = Promise.withResolvers<HttpResponse>();
  readonly #host: string;
  readonly #signal: AbortSignal | undefined;
  readonly #maxBytes: number;
  readonly #control: (controller: Controller) => Controller;
  readonly #onStart: (() => void) | undefined;
  #stopWaiting: (() => void) | undefined;
  #controller: Controller | undefined;
  #body: GatheredBody | undefined;
  #failure: Error | undefined;

  constructor(
    host: string,
    signal: AbortSignal | undefined,
    {
      maxBytes = longestBody,
      control = (controller) => controller,
      onStart,
    }: ReceptionOptions = {},
  ) {
    this.#onStart = onStart;
    this.#control = control;
    this.#host = host;
    this.#signal = signal;
    this.#maxBytes = maxBytes;
    this.response = this.#answer.promise;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** `limit` begins to wait for a connection and gives what ends that; not called when there is one already. */
  limitWait(limit: (end: (error: Error) => void) => () => void): void {
    if (this.#controller || this.#failure) return;
    this.#stopWaiting = limit((error) => this.giveUp(error));
  }

  /** Ends it with this error, even where it has not begun. */
  giveUp(error: Error): void {
    this.#fail(error);
    this.#controller?.abort(error);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = this.#control(controller);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#onStart?.();
    if (this.#failure) this.#controller.abort(this.#failure);
  }

  onResponseStart(controller: Controller, statusCode: number, headers: Headers): void {
    if (statusCode < 200) return;
    const own = this.#controller ?? controller;
    const body = new GatheredBody(own, this.#maxBytes, () => this.#refuse());
    this.#body = body;
    this.#answer.resolve({
      statusCode,
      headers: joinHeaders(headers),
      get body() {
        return body.stream();
      },
      bytes: () => body.bytes(),
      flow: (push) => body.flow(push),
    });
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle();
    this.#body?.end();
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#fail(this.#failure ?? toConnectionError(this.#host, error));
  }

  #refuse(): void {
    this.giveUp(tooLong(this.#host, this.#maxBytes));
  }

  readonly #onAbort = () => {
    if (this.#signal) this.giveUp(abortError(this.#signal));
  };

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle();
    if (this.#body) this.#body.fail(error);
    else this.#answer.reject(error);
  }

  #settle(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }
}

interface Flow extends PromiseWithResolvers<void> {
  readonly push: (piece: Uint8Array) => void;
}

/** A body on its way. */
class GatheredBody {
  readonly #controller: Controller;
  readonly #maxBytes: number;
  readonly #refuse: () => void;
  #chunks: Buffer[] = [];
  #size = 0;
  #whole: PromiseWithResolvers<Uint8Array> | undefined;
  #flow: Flow | undefined;
  #stream: Readable | undefined;
  #isComplete = false;
  #failure: Error | undefined;

  /** `refuse` is called when the whole body is wanted and is longer than `maxBytes`. */
  constructor(controller: Controller, maxBytes: number, refuse: () => void) {
    this.#controller = controller;
    this.#maxBytes = maxBytes;
    this.#refuse = refuse;
  }

  push(chunk: Buffer): void {
    if (this.#stream) {
      if (!this.#stream.push(chunk)) this.#controller.pause();
      return;
    }
    this.#size += chunk.length;
    if (this.#flow) this.#handOver(this.#flow, chunk);
    else this.#chunks.push(chunk);
    const isWanted = this.#whole !== undefined || this.#flow !== undefined;
    if (!isWanted && this.#size > patience) this.#controller.pause();
    if (isWanted && this.#size > this.#maxBytes) this.#refuse();
  }

  end(): void {
    this.#isComplete = true;
    this.#stream?.push(null);
    this.#whole?.resolve(this.#joined());
    this.#flow?.resolve();
    this.#letGo();
  }

  fail(error: Error): void {
    this.#failure ??= error;
    this.#chunks = [];
    this.#stream?.destroy(error);
    this.#whole?.reject(error);
    this.#flow?.reject(error);
    this.#letGo();
  }

  /** The connection keeps its last answers for a while, and must not keep with them what was made of their bodies. */
  #letGo(): void {
    this.#whole = undefined;
    this.#flow = undefined;
  }

  async bytes(): Promise<Uint8Array> {
    if (!this.#failure && this.#size > this.#maxBytes) this.#refuse();
    if (this.#failure) throw this.#failure;
    if (this.#isComplete) return this.#joined();
    this.#whole = Promise.withResolvers();
    this.#controller.resume();
    return this.#whole.promise;
  }

  async flow(push: (piece: Uint8Array) => void): Promise<void> {
    if (this.#failure) throw this.#failure;
    const flow = { push, ...Promise.withResolvers<void>() };
    this.#flow = flow;
    for (const chunk of this.#chunks) this.#handOver(flow, chunk);
    this.#chunks = [];
    if (this.#isComplete) return;
    this.#controller.resume();
    return flow.promise;
  }

  /** A fault of the taker ends the answer. */
  #handOver({ push }: Flow, chunk: Buffer): void {
    try {
      push(chunk);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      this.fail(fault);
      this.#controller.abort(fault);
    }
  }

  stream(): Readable {
    this.#stream ??= this.#createStream();
    return this.#stream;
  }

  #createStream(): Readable {
    const stream = new Readable({
      read: () => this.#controller.resume(),
      destroy: (error, done) => {
        if (!this.#isComplete && !this.#failure) this.#controller.abort(error ?? unread());
        done(error);
      },
    });
    // Whoever reads it is told of a failure; one before anyone does must not end the process.
    stream.on('error', () => {});
    for (const chunk of this.#chunks) stream.push(chunk);
    this.#chunks = [];
    if (this.#failure) stream.destroy(this.#failure);
    else if (this.#isComplete) stream.push(null);
    return stream;
  }

  /** A copy, so that no chunk's larger buffer stays alive behind it. */
  #joined(): Uint8Array {
    // Zeroing is cheaper than memory of its own for a small body, and dearer for a large one.
    const whole =
      this.#size < 65_536
        ? new Uint8Array(this.#size)
        : new Uint8Array(Buffer.allocUnsafeSlow(this.#size).buffer);
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks = [];
    return whole;
  }
}

function unread(): Error {
  return Object.assign(new Error('The rest of the answer was not wanted.'), { name: 'AbortError' });
}

function joinHeaders(headers: Headers): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}
