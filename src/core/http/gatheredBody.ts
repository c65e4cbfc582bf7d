// The body of an answer on its way: gathered until someone asks for all of it, for each piece, or for a stream.

import { Readable } from 'node:stream';
import { giveBack, keep } from './readBuffers.ts';

/** What undici lets the receiver of an answer do. */
export interface Controller {
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

/** So much of a body nobody asked for yet is taken before the server is made to wait. */
const patience = 1024 * 1024;

interface Flow extends PromiseWithResolvers<void> {
  readonly push: (piece: Uint8Array) => void;
}

/** One use each. */
export class GatheredBody {
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
      if (!this.#stream.push(keep(chunk))) this.#controller.pause();
      return;
    }
    this.#size += chunk.length;
    if (this.#flow) this.#handOver(this.#flow, chunk);
    else this.#chunks.push(keep(chunk));
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
    const whole = Promise.withResolvers<Uint8Array>();
    this.#whole = whole;
    this.#controller.resume();
    return whole.promise;
  }

  async flow(push: (piece: Uint8Array) => void): Promise<void> {
    if (this.#failure) throw this.#failure;
    const flow = { push, ...Promise.withResolvers<void>() };
    this.#flow = flow;
    for (const chunk of this.#chunks) {
      this.#handOver(flow, chunk);
      if (this.#failure) return flow.promise;
    }
    this.#chunks = [];
    if (this.#isComplete) return;
    this.#controller.resume();
    return flow.promise;
  }

  /** A fault of the taker ends the answer. */
  #handOver({ push }: Flow, chunk: Buffer): void {
    try {
      push(chunk);
      giveBack(chunk);
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
      giveBack(chunk);
      at += chunk.length;
    }
    this.#chunks = [];
    return whole;
  }
}

function unread(): Error {
  return Object.assign(new Error('The rest of the answer was not wanted.'), { name: 'AbortError' });
}
