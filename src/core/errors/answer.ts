// What came of a request: AWS's own errors, none or no readable answer, and ends other than those hoped for.

import { AwscopeError, formatWhere, type Where } from './base.ts';

export interface ServiceErrorFields {
  readonly where: Where;
  /** AWS's code, such as `AccessDenied`. */
  readonly code: string;
  readonly message: string;
  readonly statusCode: number;
  readonly requestId?: string;
  readonly retryable: boolean;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** AWS answered with an error. `code` is AWS's own. */
export class ServiceError extends AwscopeError {
  readonly code: string;
  readonly statusCode: number;
  readonly requestId: string | undefined;
  readonly service: string;
  readonly operation: string;
  readonly retryable: boolean;
  /** What AWS said, without our prefix. */
  readonly serviceMessage: string;
  /** The members of the modelled error, such as `Resources` of a transaction conflict. */
  readonly members: Readonly<Record<string, unknown>>;
  constructor(fields: ServiceErrorFields) {
    const place = formatWhere(fields.where);
    super(`${fields.code}. AWS says: ${fields.message || '(no text)'}`, { place });
    this.code = fields.code;
    this.statusCode = fields.statusCode;
    this.requestId = fields.requestId;
    this.service = fields.where.service ?? '';
    this.operation = fields.where.operation ?? '';
    this.retryable = fields.retryable;
    this.serviceMessage = fields.message;
    this.members = fields.members ?? {};
  }
}

/** No usable answer came: name not found, refused, reset, timed out, TLS failure. */
export class ConnectionError extends AwscopeError {
  readonly code = 'Connection';
  /** The system's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
  readonly reason: string;
  readonly retryable: boolean;
  readonly #host: string;
  readonly #help: string;
  constructor(
    host: string,
    reason: string,
    help: string,
    retryable: boolean,
    cause?: unknown,
    where?: Where,
  ) {
    const place = where && { place: formatWhere(where) };
    super(`No answer from ${host}: ${reason}. ${help}`, { cause, ...place });
    this.reason = reason;
    this.retryable = retryable;
    this.#host = host;
    this.#help = help;
  }
  /** The same failure, as that of this call. What carries the requests does not know whose they are. */
  at(where: Where): ConnectionError {
    const { reason, retryable, cause } = this;
    return new ConnectionError(this.#host, reason, this.#help, retryable, cause, where);
  }
}

export interface ResponseParseErrorFields {
  readonly where: Where;
  readonly statusCode: number;
  readonly requestId?: string;
  readonly contentType?: string;
  readonly problem: string;
  /** The first characters of the body, at most 500, with nothing secret in them. */
  readonly excerpt: string;
  readonly cause?: unknown;
}

/** The answer is not what the model promises. */
export class ResponseParseError extends AwscopeError {
  readonly code = 'ResponseParse';
  readonly statusCode: number;
  readonly requestId: string | undefined;
  readonly #fields: ResponseParseErrorFields;
  constructor(fields: ResponseParseErrorFields) {
    super(
      `the answer (status ${fields.statusCode}, ${fields.contentType ?? 'no content type'}) ` +
        `could not be read: ${fields.problem}. It begins: ${fields.excerpt || '(empty)'}`,
      { place: formatWhere(fields.where), cause: fields.cause },
    );
    this.#fields = fields;
    this.statusCode = fields.statusCode;
    this.requestId = fields.requestId;
  }

  /** The same, told with what only the caller of the parser knows: the profile and the region. */
  at(where: Where): ResponseParseError {
    return new ResponseParseError({ ...this.#fields, where });
  }
}

/** AWS knows no such resource (any more): a describe operation answered without it. */
export class ResourceNotFoundError extends AwscopeError {
  readonly code = 'ResourceNotFound';
  constructor(where: Where, kind: string, id: string) {
    super(`there is no ${kind} "${id}". It may have been deleted; refresh.`, {
      place: formatWhere(where),
    });
  }
}

export interface IncompleteActionFields {
  /** As AWS words them. */
  readonly failures: readonly unknown[];
  /** The same in a few words each, with nothing secret in them. */
  readonly reasons: readonly string[];
  readonly output: Readonly<Record<string, unknown>>;
}

/** AWS took the request, and lists in its answer what it did not do. The rest, if there was any, is done. */
export class IncompleteActionError extends AwscopeError {
  readonly code = 'IncompleteAction';
  readonly failures: readonly unknown[];
  readonly output: Readonly<Record<string, unknown>>;
  constructor(where: Where, { failures, reasons, output }: IncompleteActionFields) {
    const told = reasons.slice(0, 3).join('; ');
    const more = reasons.length > 3 ? `; and ${reasons.length - 3} more` : '';
    super(`not all of it was done. AWS says: ${told}${more}`, { place: formatWhere(where) });
    this.failures = failures;
    this.output = output;
  }
}

/** A waiter met its failure state or ran out of tries. */
export class WaiterError extends AwscopeError {
  readonly code: 'WaiterFailed' | 'WaiterTimeout';
  constructor(
    code: 'WaiterFailed' | 'WaiterTimeout',
    where: Where,
    problem: string,
    cause?: unknown,
  ) {
    super(problem, { place: formatWhere(where), cause });
    this.code = code;
  }
}

export interface TransferErrorFields {
  /** Counted from 1; absent when no part is to blame. */
  readonly part?: number | undefined;
  /** Of an upload whose parts are still there, to go on with. */
  readonly uploadId?: string | undefined;
  readonly cause?: unknown;
}

/** An object could not be moved as a whole, though its calls may each have been right. */
export class TransferError extends AwscopeError {
  readonly code = 'Transfer';
  readonly part: number | undefined;
  readonly uploadId: string | undefined;
  constructor(where: Where, problem: string, fields: TransferErrorFields = {}) {
    const { part, uploadId, cause } = fields;
    const kept = uploadId === undefined ? '' : ` (upload ${uploadId})`;
    super(`${formatWhere(where)}: ${problem}${kept}`, { cause });
    this.part = part;
    this.uploadId = uploadId;
  }
}
