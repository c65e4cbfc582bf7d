// What was asked for cannot be done, as the descriptions of the services have it. Nothing was sent.

import { AwscopeError, formatNear, formatPath, formatWhere, type Where } from './base.ts';

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

/** A model file of the catalogue or of the user could not be read. */
export class ModelError extends AwscopeError {
  readonly code = 'Model';
  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file}: ${problem}`, { cause });
  }
}

/** A list cannot be read page by page as asked: a repeated or unreadable token, or no page size. */
export class PaginationError extends AwscopeError {
  readonly code = 'Pagination';
  constructor(where: Where, problem: string) {
    super(problem, { place: formatWhere(where) });
  }
}

/** An action that destroys for good was not confirmed, or something else was. Nothing was sent. */
export class ConfirmationRequiredError extends AwscopeError {
  readonly code = 'ConfirmationRequired';
  /** What `confirm` has to be: what is destroyed. */
  readonly expected: readonly string[];
  constructor(where: Where, expected: readonly string[]) {
    const [first = '', ...others] = expected;
    const value =
      others.length > 0 ? `the ${expected.length} ids, from "${first}" on` : `"${first}"`;
    super(`this destroys for good, so the option confirm has to be ${value}. Nothing was sent.`, {
      place: formatWhere(where),
    });
    this.expected = expected;
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

/** Something AWS offers and Awscope does not do yet, by name. */
export class UnsupportedError extends AwscopeError {
  readonly code = 'Unsupported';
  constructor(where: Where, what: string) {
    super(what, { place: formatWhere(where) });
  }
}
