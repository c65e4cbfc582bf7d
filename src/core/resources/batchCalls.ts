// Which calls do an action to many resources: those that differ only in lists share one, as many as the operation takes.

import type { CallOptions } from '../clientOptions.ts';
import { isAbort } from '../errors.ts';
import { toJson } from '../json.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ActionRule } from './kind.ts';
import type { Resource } from './resource.ts';
import { isSource, type Params, sourcesIn, type Value } from './sources.ts';

export interface PlannedCall {
  readonly rule: ActionRule;
  readonly resources: readonly Resource[];
  readonly params: Document;
  /** Why the parameters of this resource are not known: its description was refused. */
  readonly error?: Error;
}

const batchForms = new WeakMap<ActionRule, ActionRule>();

/** The action as it is done to many: another operation, with its own answer, or other parameters. */
export function batchForm(rule: ActionRule): ActionRule {
  const known = batchForms.get(rule);
  if (known) return known;
  const { failures: single, ...rest } = rule;
  const { operation, params = rule.params, failures } = rule.batch ?? {};
  const failed = failures ?? (operation === undefined ? single : undefined);
  const form: ActionRule = {
    ...rest,
    operation: operation ?? rule.operation,
    ...(params && { params }),
    ...(failed !== undefined && { failures: failed }),
  };
  batchForms.set(rule, form);
  return form;
}

/** Reads what the parameters need of each resource, and puts together what one call can take. */
export async function planCalls(
  rules: ReadonlyMap<Resource, ActionRule>,
  input: Document,
  options: CallOptions,
): Promise<readonly PlannedCall[]> {
  const groups = new Map<string, Filled[]>();
  const failed: PlannedCall[] = [];
  const numbers = new Map([...new Set(rules.values())].map((rule, at) => [rule, at]));
  for (const [resource, rule] of rules) {
    const filled = await fillFor(resource, rule, input, options);
    if ('error' in filled) {
      failed.push(filled);
      continue;
    }
    const key = toJson([numbers.get(rule), filled.region, fixedPart(rule.params, filled.params)]);
    groups.set(key, [...(groups.get(key) ?? []), filled]);
  }
  return [...[...groups.values()].flatMap(toCalls), ...failed];
}

interface Filled {
  readonly resource: Resource;
  readonly rule: ActionRule;
  readonly params: Document;
  readonly region: string | undefined;
}

async function fillFor(
  resource: Resource,
  rule: ActionRule,
  input: Document,
  options: CallOptions,
): Promise<Filled | (PlannedCall & { readonly error: Error })> {
  try {
    const region = rule.region ? undefined : await resource.callRegion(options);
    const params = await resource.input(rule.params ?? {}, options, input);
    return { resource, rule, params, region };
  } catch (error) {
    if (isAbort(error) || !(error instanceof Error)) throw error;
    return { rule, resources: [resource], params: {}, error };
  }
}

function toCalls(filled: readonly Filled[]): readonly PlannedCall[] {
  const [first] = filled;
  if (!first) return [];
  const { rule } = first;
  const size = rule.batch?.size ?? 1;
  return Array.from({ length: Math.ceil(filled.length / size) }, (_, at) => {
    const part = filled.slice(at * size, (at + 1) * size);
    const params = part.map((one) => one.params);
    const resources = part.map(({ resource }) => resource);
    return { rule, resources, params: joinParams(rule.params ?? {}, params) };
  });
}

/** Sources that are the same for all resources of a call, though each may have filled them anew. */
const shared = ['input', 'token', 'clock', 'literal', 'account', 'sessionRegion'];

/** True for a list with an entry for each resource, such as their ids. */
function isJoined(rule: Value): boolean {
  return Array.isArray(rule) && sourcesIn(rule).some(({ from }) => !shared.includes(from));
}

/** What has to be equal for two resources to share a call. */
function fixedPart(rule: Value | undefined, value: unknown): unknown {
  if (rule === undefined || isJoined(rule) || isShared(rule)) return undefined;
  if (!isStructure(rule)) return value;
  const members = (value ?? {}) as Document;
  return Object.entries(rule).map(([name, one]) => fixedPart(one, members[name]));
}

function isShared(rule: Value): boolean {
  return sourcesIn(rule).every(({ from }) => shared.includes(from));
}

function joinParams(rule: Params, filled: readonly Document[]): Document {
  const joined: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(rule)) {
    const value = joinValue(
      one,
      filled.map((params) => params[name]),
    );
    if (value !== undefined) joined[name] = value;
  }
  return joined;
}

function joinValue(rule: Value, values: readonly unknown[]): unknown {
  if (isJoined(rule)) return values.flat();
  return isStructure(rule)
    ? joinParams(
        rule,
        values.map((one) => (one ?? {}) as Document),
      )
    : values[0];
}

function isStructure(rule: Value): rule is Params {
  const isObject = typeof rule === 'object' && rule !== null && !Array.isArray(rule);
  return isObject && !isSource(rule);
}
