// Where one service differs from what its model says, at the same places of a call as botocore's `handlers.py`.

import type { Where } from '../errors.ts';
import type { ReceivedResponse, RequestParts } from '../http/message.ts';
import type { Service } from '../models/model.ts';
import type { OperationPlan } from '../plan.ts';
import type { Document, ErrorParts } from '../protocols/protocol.ts';

export interface CallContext {
  readonly service: Service;
  readonly plan: OperationPlan;
  /** As the caller gave it. */
  readonly given: Document;
  readonly where: Where;
}

/** Every member is optional and gives its first argument back where it has nothing to change. */
export interface Customization {
  /** Before the input is checked. */
  readonly input?: (input: Document, context: CallContext) => Document;
  /** The address to use instead of the one the rules gave; undefined for that one. */
  readonly address?: (context: CallContext) => string | undefined;
  /** After the request was built, before its checksum. */
  readonly parts?: (
    parts: RequestParts,
    context: CallContext,
  ) => RequestParts | Promise<RequestParts>;
  /** Before the answer is read; a changed status makes it an error. */
  readonly response?: (response: ReceivedResponse, context: CallContext) => ReceivedResponse;
  readonly output?: (
    output: Document,
    context: CallContext,
    response: ReceivedResponse,
  ) => Document;
  readonly error?: (error: ErrorParts) => ErrorParts;
}

/** Calls another operation of the same service, as some need before their own request. */
export type CallService = (
  operation: string,
  input: Document,
  signal: AbortSignal | undefined,
) => Promise<Document>;
