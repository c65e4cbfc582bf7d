// The answer to one request as undici hands it over, piece by piece: gathered until someone asks for the whole body or
// for the stream. Speaking undici's dispatch directly saves the stream, the promises and the listeners that its own
// `request` would make for every call.

import { abortError } from '../abort.ts';
import { toConnectionError, tooLong } from './connection.ts';
import { type Controller, GatheredBody } from './gatheredBody.ts';
import type { HttpResponse } from './message.ts';

export type { Controller } from './gatheredBody.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

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

function joinHeaders(headers: Headers): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}
