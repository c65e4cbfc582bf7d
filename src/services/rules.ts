// Short forms for what declarations say often.

import type {
  ActionRule,
  CollectionRule,
  ItemRule,
  LinkRule,
  Risk,
  TokensRule,
} from '../core/resources/kind.ts';
import { ask, askOptional, type Params } from '../core/resources/sources.ts';

/** A member that names resources of a kind, or any resource by its ARN where no kind is given. */
export function to(member: string, kind?: string): LinkRule {
  return kind === undefined ? { member } : { member, kind };
}

/** A list of one kind: `path` leads to its items, and each identifier is a path in an item, or a source. */
export function list(
  title: string,
  operation: string,
  params: Params,
  [kind, path, identifiers]: readonly [string, string, ItemRule['identifiers']],
): CollectionRule {
  return { title, operation, params, items: [{ kind, path, identifiers }] };
}

/** The tokens of operations that give pages and have no paginator, as most name them. */
export const nextToken: TokensRule = { input: 'NextToken', output: 'NextToken' };

/** A list that gives pages without a paginator. */
export function paged(rule: CollectionRule): CollectionRule {
  return { ...rule, tokens: nextToken };
}

/** What an action does beside its call: what its answer names, and how it is done for many. */
export type ActionExtras = Pick<ActionRule, 'service' | 'result' | 'failures' | 'batch'>;

export function act(
  title: string,
  risk: Risk,
  operation: string,
  params: Params = {},
  extras: ActionExtras = {},
): ActionRule {
  return { title, risk, operation, params, ...extras };
}

/** Parameters that the caller gives, each asked for by its own name. */
export function asks(...names: readonly string[]): Params {
  return Object.fromEntries(names.map((name) => [name, ask(name)]));
}

/** Parameters that the caller may give. */
export function offers(...names: readonly string[]): Params {
  return Object.fromEntries(names.map((name) => [name, askOptional(name)]));
}
