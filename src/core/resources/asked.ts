// What a person may give where an action asks: the shape at the place of the operation's input that it goes to.

import type { Service } from '../models/model.ts';
import type { RequestRule } from './kind.ts';
import { placeOf, type ShapePlace } from './shapes.ts';
import { isSource, type Params, type Value } from './sources.ts';

/** Undefined where the rule asks for nothing of that name, or the model lacks its place. */
export function placeOfAsked(
  service: Service,
  { operation, params = {} }: Pick<RequestRule, 'operation' | 'params'>,
  name: string,
): ShapePlace | undefined {
  return findAsked(placeOf(service, service.operations[operation]?.input?.shape), params, name);
}

function findAsked(
  place: ShapePlace | undefined,
  value: Value | Params,
  name: string,
): ShapePlace | undefined {
  if (place === undefined || typeof value !== 'object' || value === null) return undefined;
  const { service, shape } = place;
  if (isSource(value as Value)) {
    return 'name' in value && value.name === name && 'from' in value && value.from === 'input'
      ? place
      : undefined;
  }
  for (const [key, inner] of Object.entries(value)) {
    const next =
      shape.type === 'structure'
        ? placeOf(service, shape.members[key]?.shape)
        : shape.type === 'list'
          ? placeOf(service, shape.member.shape)
          : undefined;
    const found = findAsked(next, inner as Value, name);
    if (found) return found;
  }
  return undefined;
}
