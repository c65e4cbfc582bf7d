// Every error Awscope makes. Each has a stable `code`, the fields a caller may act on, and a message that says where,
// what, and what would help. Keys, tokens and signatures are never part of one.

/** Where a failure happened; printed in front of the message. */
export interface Where {
  readonly service?: string;
  readonly operation?: string;
  readonly profile?: string;
  readonly region?: string;
}

/** The base of all errors made here. */
export abstract class AwscopeError extends Error {
  abstract readonly code: string;
  /** The message without the place in front of it, for where that is plain. */
  readonly summary: string;
  /** `place` says where it happened, and is printed in front of the message. */
  constructor(message: string, { place, ...options }: ErrorOptions & { place?: string } = {}) {
    super(place === undefined ? message : `${place}: ${message}`, options);
    this.summary = message;
  }
  override get name(): string {
    return this.constructor.name;
  }
}

/** One fault of an input, by the path of the member: `Tags[0].Key`. */
export interface ParamFault {
  /** Keys and list indexes from the input's root; empty for the input itself. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The input does not fit the operation's shape. Nothing was sent. */
export class ParamValidationError extends AwscopeError {
  readonly code = 'ParamValidation';
  readonly faults: readonly ParamFault[];
  constructor(where: Where, faults: readonly ParamFault[]) {
    const lines = faults.map((fault) => `${formatPath(fault.path) || 'input'}: ${fault.message}`);
    super(`the input is not valid. ${lines.join(' ')}`, { place: formatWhere(where) });
    this.faults = faults;
  }
}

/** There is no such service in the catalogue. */
export class UnknownServiceError extends AwscopeError {
  readonly code = 'UnknownService';
  constructor(service: string, near: readonly string[]) {
    super(`There is no service "${service}".${formatNear(near)}`);
  }
}

/** The service has no such operation. */
export class UnknownOperationError extends AwscopeError {
  readonly code = 'UnknownOperation';
  constructor(service: string, operation: string, near: readonly string[]) {
    super(`${service} has no operation "${operation}".${formatNear(near)}`);
  }
}

/** The service has no such waiter. */
export class UnknownWaiterError extends AwscopeError {
  readonly code = 'UnknownWaiter';
  constructor(service: string, waiter: string, known: readonly string[]) {
    super(`${service} has no waiter "${waiter}".${formatNear(known)}`);
  }
}

/** The service has no such kind of resource, collection or action. */
export class UnknownKindError extends AwscopeError {
  readonly code = 'UnknownKind';
  constructor(service: string, what: string, name: string, known: readonly string[]) {
    super(`${service} has no ${what} "${name}". It has ${known.join(', ') || 'none'}.`);
  }
}

/** A declaration of kinds says what cannot be read, or names what the model lacks. */
export class KindError extends AwscopeError {
  readonly code = 'Kind';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The declaration is not valid. ${faults.join(' ')}`);
    this.faults = faults;
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

/** A model file of the catalogue or of the user could not be read. */
export class ModelError extends AwscopeError {
  readonly code = 'Model';
  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file}: ${problem}`, { cause });
  }
}

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

/** The endpoint rules refuse this combination, or no region is set. */
export class EndpointError extends AwscopeError {
  readonly code = 'Endpoint';
  constructor(where: Where, problem: string, cause?: unknown) {
    super(problem, { place: formatWhere(where), cause });
  }
}

/** No region is configured for the profile. */
export class NoRegionError extends AwscopeError {
  readonly code = 'NoRegion';
  constructor(where: Where) {
    super('no region is set. Add "region" to the profile, set AWS_REGION, or pick a region.', {
      place: formatWhere(where),
    });
  }
}

/** A profile has no keys, or its source of keys failed. */
export class CredentialsError extends AwscopeError {
  readonly code: 'NoCredentials' | 'Credentials' | 'ExpiredSignIn';
  constructor(
    code: 'NoCredentials' | 'Credentials' | 'ExpiredSignIn',
    profile: string,
    problem: string,
    cause?: unknown,
  ) {
    super(problem, { place: `Profile ${profile}`, cause });
    this.code = code;
  }
}

/** The profile is read-only, and the operation does more than read. Nothing was sent. */
export class ReadOnlyError extends AwscopeError {
  readonly code = 'ReadOnly';
  constructor(where: Where) {
    super(
      'the profile is read-only (setting awscope.profiles), and this operation changes something or gives out a secret. ' +
        'Nothing was sent.',
      { place: formatWhere(where) },
    );
  }
}

/** Signing in did not come to its end: refused, not answered in time, or not possible here. */
export class SignInError extends AwscopeError {
  readonly code = 'SignIn';
  /** `what` names what was signed in to, such as `SSO session dev`. */
  constructor(what: string, problem: string, cause?: unknown) {
    super(problem, { place: what, cause });
  }
}

/** There is no such profile in the shared files. */
export class ProfileNotFoundError extends AwscopeError {
  readonly code = 'ProfileNotFound';
  constructor(profile: string, known: readonly string[]) {
    super(`There is no profile "${profile}".${formatNear(known)}`);
  }
}

/** A shared file has a line that cannot be read, or a profile contradicts itself. */
export class ConfigError extends AwscopeError {
  readonly code = 'Config';
  readonly file: string;
  /** Counted from 1; absent when the whole file is meant. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, problem: string, cause?: unknown) {
    super(problem, { place: line === undefined ? file : `${file}:${line}`, cause });
    this.file = file;
    this.line = line;
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

/** A list cannot be read page by page as asked: a repeated or unreadable token, or no page size. */
export class PaginationError extends AwscopeError {
  readonly code = 'Pagination';
  constructor(where: Where, problem: string) {
    super(problem, { place: formatWhere(where) });
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

/** Something AWS offers and Awscope does not do yet, by name. */
export class UnsupportedError extends AwscopeError {
  readonly code = 'Unsupported';
  constructor(where: Where, what: string) {
    super(what, { place: formatWhere(where) });
  }
}

/** True for the error an `AbortSignal` throws: cancelling is silence, not a failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** True when a person has to sign in before this can go well. */
export function needsSignIn(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isExpired = error instanceof CredentialsError && error.code === 'ExpiredSignIn';
  return isExpired || needsSignIn(error.cause);
}

/** `Tags[0].Key` of `['Tags', 0, 'Key']`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

/** `sqs.ListQueues (dev, eu-west-1)`. */
export function formatWhere(where: Where): string {
  const call = [where.service, where.operation].filter(Boolean).join('.') || 'AWS';
  const from = [where.profile, where.region].filter(Boolean).join(', ');
  return from ? `${call} (${from})` : call;
}

function formatNear(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${near.slice(0, 5).join(', ')}?` : '';
}
