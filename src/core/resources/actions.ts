// Actions: one call for one resource, or for a service, with what its answer names. What destroys for good (class X) is
// refused unless the caller says what is to be destroyed, before anything is sent.

import type { CallOptions } from '../clientOptions.ts';
import { ConfirmationRequiredError, ParamValidationError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ActionRule, Risk } from './kind.ts';
import type { Resource } from './resource.ts';
import { type ResultRow, readResult } from './results.ts';
import { type Params, type Source, type SourceContext, sourcesIn } from './sources.ts';

export interface ActionInfo {
  readonly name: string;
  readonly title: string;
  readonly risk: Risk;
  readonly service: string;
  readonly operation: string;
  /** What the person has to give, and may give. */
  readonly inputs: readonly { readonly name: string; readonly optional: boolean }[];
}

export interface ActOptions extends CallOptions {
  /**
   * For actions of class X: what is destroyed, as the caller understands it. A resource's `id`; the service's own id for an
   * action of a service; all ids for a list of resources.
   */
  readonly confirm?: string | readonly string[];
}

export interface ActionOutcome {
  readonly output: Document;
  /** What the answer names, such as what was made; empty for actions that name nothing. */
  readonly resources: readonly Resource[];
}

/** What an action needs is there, and is meant: throws otherwise, and nothing was sent. */
export function checkAction(
  rule: ActionRule,
  input: Document,
  { confirm }: ActOptions,
  { where, expected }: { readonly where: Where; readonly expected: readonly string[] },
): void {
  const missing = askedInputs(rule).filter(({ name, optional }) => !optional && !(name in input));
  const faults = missing.map(({ name }) => ({ path: [name], message: 'is required.' }));
  if (faults.length > 0) throw new ParamValidationError(where, faults);
  if (rule.risk !== 'X') return;
  checkAim(where, ownParams(rule.params), Object.keys(furtherInput(rule, input)));
  if (!isSame([confirm ?? []].flat(), expected)) {
    throw new ConfirmationRequiredError(where, expected);
  }
}

/** What destroys for good cannot be aimed at something else than what is confirmed. */
export function checkAim(where: Where, own: readonly string[], given: readonly string[]): void {
  const message = 'cannot be given: what is confirmed tells it.';
  const faults = given
    .filter((name) => own.includes(name))
    .map((name) => ({ path: [name], message }));
  if (faults.length > 0) throw new ParamValidationError(where, faults);
}

/** The parameters that are filled from the resource, or from what a list belongs to. */
export function ownParams(params: Params = {}): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    sourcesIn(value).some(({ from }) => ofResource.has(from)) ? [name] : [],
  );
}

const ofResource: ReadonlySet<Source['from']> = new Set(['identifier', 'data', 'parent', 'text']);

function isSame(given: readonly string[], expected: readonly string[]): boolean {
  const [one, other] = [given.toSorted(), expected.toSorted()];
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

/** What the rule asks a person for. */
export function askedInputs(rule: ActionRule): readonly { name: string; optional: boolean }[] {
  return sourcesIn(rule.params ?? {}).flatMap((source) =>
    source.from === 'input' ? [{ name: source.name, optional: source.optional ?? false }] : [],
  );
}

/** The members of an input that no source takes: they go to the operation as they are. */
export function furtherInput(rule: ActionRule, input: Document): Document {
  const names = new Set(askedInputs(rule).map(({ name }) => name));
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.has(name)));
}

/** Everything the rule's result reads from the resource itself. */
export function sourcesOfResult({ result }: ActionRule): readonly Source[] {
  return Object.values(result?.identifiers ?? {}).flatMap((from) =>
    typeof from === 'string' ? [] : sourcesIn(from),
  );
}

/** What the answer names. */
export function readOutcome(
  { result }: ActionRule,
  output: Document,
  context: SourceContext,
): readonly ResultRow[] {
  return result ? readResult(result, output, context) : [];
}
