// What each wire format offers: pure functions between values and messages. No file here reads a clock or the network.

import type { ReceivedResponse, RequestParts, ResponseHead } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import type { EventFormat } from './events.ts';

/** An operation's input or output: plain JSON, with `Uint8Array`, `Date`, `bigint` and streams where the model has them. */
export type Document = Readonly<Record<string, unknown>>;

/** True for an object, a `Date` or bytes among them; false for a list. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a member that is a list of structures; none where it is absent. */
export function documentsIn(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value : [];
}

export interface Protocol {
  /** The input must have passed `validateInput`. Idempotency tokens are filled in before. */
  buildRequest(service: Service, operation: OperationModel, input: Document): RequestParts;
  /**
   * Reads a response of status 200 to 299. Throws a `ResponseParseError`, never a half-filled output. A stream of events
   * is left out; where `events` says that it opens with a response, that one's payload is the body to read.
   */
  parseOutput(service: Service, operation: OperationModel, response: ReceivedResponse): Document;
  /**
   * Begins to read a response of status 200 to 299 while its body arrives. Absent where a format needs the whole, and
   * undefined for outputs that do.
   */
  startOutput?(
    service: Service,
    operation: OperationModel,
    head: ResponseHead,
  ): OutputReading | undefined;
  /** Reads a response of any other status. Never throws: a body that cannot be read gives a code made of the status. */
  parseError(service: Service, operation: OperationModel, response: ReceivedResponse): ErrorParts;
  /** Absent where no service of the format has streams of events. */
  readonly events?: EventFormat;
}

/** An output on its way. */
export interface OutputReading {
  push(chunk: Uint8Array): void;
  /** The output, when the whole body has come. Throws a `ResponseParseError`, as `parseOutput` does. */
  finish(): Document;
}

/** What AWS said of a failure. */
export interface ErrorParts {
  /** Without namespace and trailing URL, such as `NoSuchBucket`. */
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  /** The members of the modelled error shape, if the code names one. */
  readonly members: Document;
}
