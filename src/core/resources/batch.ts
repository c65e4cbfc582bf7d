// An action done to many resources: in few calls where its operation takes many at once, else in one call each. The
// parameters of the resources are joined list to list, as boto3's batch actions do; what is not done is told, call by call.

import type { CallOptions } from '../clientOptions.ts';
import { isAbort, ServiceError, UnknownKindError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { type ActOptions, checkAction, checkAim, furtherInput } from './actions.ts';
import { batchForm, type PlannedCall, planCalls } from './batchCalls.ts';
import type { CollectionOwner, ResourcePage } from './collection.ts';
import { readFailures } from './failures.ts';
import type { ActionRule } from './kind.ts';
import { findKind } from './place.ts';
import type { Resource } from './resource.ts';

/** One call of many resources. */
export interface BatchCall {
  readonly operation: string;
  readonly resources: readonly Resource[];
  /** Absent where the call failed. */
  readonly output?: Document;
  /** Those the answer says it was not done for, as AWS words it. */
  readonly failures: readonly unknown[];
  readonly error?: Error;
}

export interface BatchOutcome {
  readonly calls: readonly BatchCall[];
  /** Those no call was made for, since an earlier one failed in a way that theirs would have, too. */
  readonly untried: readonly Resource[];
  /** Why the list of resources could not be read to its end. */
  readonly error?: Error;
  /** True where all of it was done. */
  readonly isComplete: boolean;
}

const callsInFlight = 5;

/**
 * Runs an action on these resources, which may be of several kinds and regions. `confirm` is the list of all their ids. Throws
 * before anything is sent for what is missing or not confirmed, and when cancelled; what fails else is told in the outcome.
 */
export async function actOn(
  resources: readonly Resource[],
  name: string,
  input: Document = {},
  options: ActOptions = {},
): Promise<BatchOutcome> {
  const rules = new Map(resources.map((one) => [one, batchForm(one.actionRule(name))]));
  const expected = resources.map(({ confirmation }) => confirmation);
  const checked = new Set<ActionRule>();
  for (const [resource, rule] of rules) {
    const where = resource.where(rule, input);
    if (!checked.has(rule)) checkAction(rule, input, options, { where, expected });
    checked.add(rule);
  }
  const { signal } = options;
  return runCalls(await planCalls(rules, input, { signal }), input, { signal });
}

/** What of a collection is acted on. */
export interface ActedPages {
  readonly pages: AsyncIterable<ResourcePage>;
  /** The kinds its items may be of. */
  readonly kinds: readonly string[];
  readonly owner: CollectionOwner;
  /** Parameters that the owner fills in, and a filter replaces. */
  readonly replaced: readonly string[];
}

/** The same for a list that is still to be read; it ends at a page of which a call failed. */
export async function actOnPages(
  { pages, kinds, owner, replaced }: ActedPages,
  name: string,
  input: Document,
  options: ActOptions,
): Promise<BatchOutcome> {
  for (const kind of kinds) {
    const rule = batchForm(actionOf(owner, kind, name));
    const where = owner.where(rule);
    checkAction(rule, input, options, { where, expected: [owner.confirmation] });
    if (rule.risk === 'X') checkAim(where, replaced, replaced);
  }
  let outcome: BatchOutcome = { calls: [], untried: [], isComplete: true };
  try {
    for await (const { items } of pages) {
      const confirm = items.map(({ confirmation }) => confirmation);
      const ofPage = await actOn(items, name, input, { ...options, confirm });
      outcome = joinOutcomes(outcome, ofPage);
      if (ofPage.calls.some(({ error }) => error)) break;
    }
  } catch (error) {
    if (isAbort(error) || outcome.calls.length === 0 || !(error instanceof Error)) throw error;
    return { ...outcome, error, isComplete: false };
  }
  return outcome;
}

function actionOf({ place }: CollectionOwner, kind: string, name: string): ActionRule {
  const found = findKind(place, kind);
  const { actions = {} } = found.kind;
  const rule = actions[name];
  if (rule) return rule;
  const owner = `${found.place.kinds.service} ${found.name}`;
  throw new UnknownKindError(owner, 'action', name, Object.keys(actions));
}

function joinOutcomes(one: BatchOutcome, other: BatchOutcome): BatchOutcome {
  return {
    calls: [...one.calls, ...other.calls],
    untried: [...one.untried, ...other.untried],
    isComplete: one.isComplete && other.isComplete,
  };
}

/** A few calls at a time. An error that is no answer of AWS to that call, such as a network that is gone, ends the rest. */
async function runCalls(
  planned: readonly PlannedCall[],
  input: Document,
  options: CallOptions,
): Promise<BatchOutcome> {
  const calls: BatchCall[] = [];
  let next = 0;
  let isEnded = false;
  const worker = async () => {
    while (next < planned.length && !isEnded) {
      const at = next++;
      const plan = planned[at];
      if (!plan) return;
      const call = await runCall(plan, input, options);
      calls[at] = call;
      isEnded ||= call.error !== undefined && !(call.error instanceof ServiceError);
    }
  };
  await Promise.all(Array.from({ length: callsInFlight }, worker));
  const untried = planned.slice(next).flatMap(({ resources }) => resources);
  const isDone = calls.every(({ error, failures }) => !error && failures.length === 0);
  return { calls, untried, isComplete: isDone && untried.length === 0 };
}

async function runCall(
  { rule, resources, params, error }: PlannedCall,
  input: Document,
  options: CallOptions,
): Promise<BatchCall> {
  const { operation } = rule;
  const [first] = resources;
  if (error || !first) return { operation, resources, failures: [], ...(error && { error }) };
  try {
    const request = { ...params, ...furtherInput(rule, input) };
    const client = await first.actionClient(rule, request, options);
    const output = await client.call(operation, request, options);
    return { operation, resources, output, failures: readFailures(rule, output) };
  } catch (error) {
    if (isAbort(error) || !(error instanceof Error)) throw error;
    return { operation, resources, failures: [], error };
  }
}
