// The operations on the tags of whatever has an ARN: AWS gives most services the same three.

import { ask, type Source, type Value } from '../../core/resources/sources.ts';
import { type Draft, memberSource } from './draft.ts';
import type { Operation } from './operations.ts';

export function isAboutAnyTags({ name, required }: Operation): boolean {
  const isNamed = /^(?:Tag|Untag)Resources?$|^ListTags(?:ForResource)?$/.test(name);
  return isNamed && required.some(({ key, isList }) => !isList && isAnyArn(key));
}

/** The ARN of this kind, and what else the operation needs. */
export function tagParams(draft: Draft, operation: Operation): Readonly<Record<string, Value>> {
  const params: Record<string, Value> = { ...operation.fixed };
  for (const { name, key } of operation.required) {
    params[name] = (isAnyArn(key) ? arnSource(draft) : undefined) ?? ask(name);
  }
  return params;
}

export function arnSource(draft: Draft): Source | undefined {
  const member = draft.roles.get('arn');
  return member && memberSource(draft, member);
}

/** Databases call an ARN the name of a resource. */
function isAnyArn(key: string): boolean {
  return key === 'resourcearn' || key === 'arn' || key === 'resource' || key === 'resourcename';
}
