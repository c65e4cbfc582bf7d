// A stream of events in an output, read as the events come.

import { addAbortSignal, type Readable } from 'node:stream';
import { throwIfAborted } from './abort.ts';
import { ConnectionError, ResponseParseError, ServiceError, type Where } from './errors.ts';
import { type EventFormat, type ReadMessage, readMessage } from './protocols/events.ts';
import type { Document } from './protocols/protocol.ts';
import type { Schema } from './protocols/schema.ts';

export interface EventSource {
  readonly body: Readable;
  /** The union of the events. */
  readonly events: Schema;
  /** True if an event may hold what must not be shown. */
  readonly holdsSecrets: boolean;
  readonly format: EventFormat;
  readonly where: Where;
  readonly statusCode: number;
  readonly requestId: string | undefined;
  readonly contentType: string | undefined;
  readonly isRetryable: (code: string) => boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * The events of an output, each as `{ EventName: { ...members } }`. They are read from the connection one by one as they
 * are asked for, and can be iterated once. Leaving the loop, `close()` or the call's signal ends the connection at once;
 * whoever does not iterate must close. An error AWS sends in the stream is thrown as a `ServiceError`, a damaged or cut
 * stream as a `ResponseParseError`, a lost connection as a `ConnectionError`.
 */
export class EventStream implements AsyncIterable<Document> {
  readonly #source: EventSource;
  readonly #messages: AsyncGenerator<ReadMessage>;
  #isClosed = false;

  constructor(source: EventSource) {
    this.#source = source;
    this.#messages = readMessages(source);
    if (source.signal) addAbortSignal(source.signal, source.body);
  }

  /** The members of the output that come in the first message; where that is another, what is wrong is thrown. */
  async readResponse(): Promise<Uint8Array> {
    const first = await this.#take();
    if (first?.kind === 'response') return first.payload;
    this.close();
    throw notReadable(
      this.#source,
      'its first event is not the initial response',
      new Uint8Array(),
    );
  }

  [Symbol.asyncIterator](): AsyncIterator<Document> {
    return {
      next: async () => {
        const event = await this.#nextEvent();
        return event === undefined ? { done: true, value: undefined } : { value: event };
      },
      return: async () => {
        this.close();
        return { done: true, value: undefined };
      },
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#source.body.destroy();
  }

  async #nextEvent(): Promise<Document | undefined> {
    for (;;) {
      const message = await this.#take();
      if (message === undefined) return undefined;
      if (message.kind === 'event') return message.event;
    }
  }

  /** Undefined at the end. */
  async #take(): Promise<Exclude<ReadMessage, { kind: 'error' }> | undefined> {
    if (this.#isClosed) return undefined;
    try {
      const { value, done } = await this.#messages.next();
      if (done) return undefined;
      if (value.kind === 'error') throw toServiceError(this.#source, value);
      return value;
    } catch (error) {
      // Whoever closed the stream wants to hear no more of it.
      if (this.#isClosed) return undefined;
      this.close();
      throwIfAborted(this.#source.signal);
      throw error instanceof ConnectionError ? error.at(this.#source.where) : error;
    }
  }
}

async function* readMessages(source: EventSource): AsyncGenerator<ReadMessage> {
  const { body, events, format } = source;
  const { FrameFault, readFrames } = await import('./protocols/eventFrames.ts');
  try {
    for await (const message of readFrames(body)) {
      yield parse(source, message.payload, () => readMessage(events, message, format));
    }
  } catch (error) {
    throw error instanceof FrameFault ? notReadable(source, error.message, error.start) : error;
  }
}

function parse<T>(source: EventSource, payload: Uint8Array, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // `JSON.parse` quotes the text in its messages.
    const isJson = error instanceof SyntaxError;
    const problem = error instanceof Error && !isJson ? error.message : 'it is not valid JSON';
    throw notReadable(source, `an event does not fit the model: ${problem}`, payload);
  }
}

function notReadable(source: EventSource, problem: string, start: Uint8Array): ResponseParseError {
  const { where, statusCode, requestId, contentType, holdsSecrets } = source;
  return new ResponseParseError({
    where,
    statusCode,
    ...(requestId === undefined ? {} : { requestId }),
    ...(contentType === undefined ? {} : { contentType }),
    problem,
    excerpt: holdsSecrets ? '(not shown, it may hold secrets)' : excerptOf(start),
  });
}

/** Bytes that are no text are not shown. */
function excerptOf(start: Uint8Array): string {
  if (start.includes(0)) return '(bytes, no text)';
  return Buffer.from(start.subarray(0, 2000)).toString().slice(0, 500);
}

function toServiceError(
  source: EventSource,
  { error, statusCode }: Extract<ReadMessage, { kind: 'error' }>,
): ServiceError {
  const { where, requestId } = source;
  return new ServiceError({
    where,
    code: error.code || 'EventStreamError',
    message: error.message,
    statusCode: statusCode ?? source.statusCode,
    ...(requestId === undefined ? {} : { requestId }),
    retryable: source.isRetryable(error.code),
    members: error.members,
  });
}
