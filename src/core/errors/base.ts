// What all errors have in common, and the words in which they name places.

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

/** True for the error an `AbortSignal` throws: cancelling is silence, not a failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** `sqs.ListQueues (dev, eu-west-1)`. */
export function formatWhere(where: Where): string {
  const call = [where.service, where.operation].filter(Boolean).join('.') || 'AWS';
  const from = [where.profile, where.region].filter(Boolean).join(', ');
  return from ? `${call} (${from})` : call;
}

/** `Tags[0].Key` of `['Tags', 0, 'Key']`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

export function formatNear(near: readonly string[]): string {
  return near.length > 0 ? ` Did you mean ${near.slice(0, 5).join(', ')}?` : '';
}
