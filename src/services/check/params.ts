// Holds the parameters of a declaration to an operation's input: members, literals, and what the model requires.

import type { Shape } from '../../core/models/model.ts';
import { type ShapePlace as Place, placeOf } from '../../core/resources/shapes.ts';
import { isSource, type Params, type Value } from '../../core/resources/sources.ts';

/** What is wrong with the parameters, one sentence each. `supplied` members are given in another way. */
export function checkParams(
  place: Place | undefined,
  params: Params,
  supplied: readonly string[] = [],
): readonly string[] {
  if (place?.shape.type !== 'structure') {
    return Object.keys(params).map((name) => `has the parameter ${name}, and no input`);
  }
  const { members, required = [] } = place.shape;
  const missing = required.filter(
    (name) => !(name in params) && !supplied.includes(name) && !members[name]?.idempotencyToken,
  );
  return [
    ...missing.map((name) => `lacks the required parameter ${name}`),
    ...checkMembers(place, params, ''),
  ];
}

function checkMembers({ service, shape }: Place, params: Params, path: string): readonly string[] {
  if (shape.type === 'map') {
    const member = placeOf(service, shape.value.shape);
    return Object.entries(params).flatMap(([name, value]) =>
      member ? checkValue(member, value, `${path}.${name}`) : [],
    );
  }
  if (shape.type !== 'structure') return [`${path} is a ${shape.type}, not a structure`];
  return Object.entries(params).flatMap(([name, value]) => {
    const member = placeOf(service, shape.members[name]?.shape);
    const at = path === '' ? name : `${path}.${name}`;
    return member ? checkValue(member, value, at) : [`has no parameter ${at}`];
  });
}

function checkValue(place: Place, value: Value, path: string): readonly string[] {
  if (typeof value === 'object' && value !== null && isSource(value)) return [];
  const { service, shape } = place;
  if (Array.isArray(value)) {
    const element = shape.type === 'list' ? placeOf(service, shape.member.shape) : undefined;
    if (!element) return [`${path} is a ${shape.type}, not a list`];
    return value.flatMap((one: Value, at) => checkValue(element, one, `${path}[${at}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return checkMembers(place, value as Params, path);
  }
  return isLiteralOf(shape, value) ? [] : [`${path} cannot be ${JSON.stringify(value)}`];
}

function isLiteralOf(shape: Shape, value: Value): boolean {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' && (shape.enum?.includes(value) ?? true);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'long':
      return Number.isInteger(value);
    default:
      return false;
  }
}
