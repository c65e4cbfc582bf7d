// Inputs and outputs of DynamoDB's operations with plain values in place of typed ones, and conditions in place of
// expressions. Where they stand, the operation's shapes tell: `AttributeValue`, `ConditionExpression`, `KeyExpression`.

import type { Service, Shape } from '../models/model.ts';
import type { Document } from '../protocols/protocol.ts';
import { fromAttributeValue, plainMembers, toAttributeValue } from './attributeValues.ts';
import { Condition } from './conditions.ts';
import { ExpressionBuilder } from './expressions.ts';

type Path = readonly (string | number)[];
type Replace = (value: unknown, path: Path) => unknown;

/** Throws a `ParamValidationError` for a value that DynamoDB has no type for. */
export function typedInput(service: Service, operation: string, input: Document): Document {
  const shape = service.operations[operation]?.input?.shape;
  const where = { service: service.id, operation };
  const builder = new ExpressionBuilder();
  const steps: readonly Replacements[] = [
    { ...typedAlone, ConditionExpression: writing((one) => builder.condition(one)) },
    { ...typedAlone, KeyExpression: writing((one) => builder.keyCondition(one)) },
  ];
  const written = steps.reduce((one, step) => replaceIn(service, shape, one, step), input);
  return replaceIn(service, shape, withPlaceholders(written, builder), {
    AttributeValue: (value, path) => toAttributeValue(value, { where, path }),
  });
}

export function plainOutput(service: Service, operation: string, output: Document): Document {
  const where = { service: service.id, operation };
  return replaceIn(service, service.operations[operation]?.output?.shape, output, {
    AttributeValue: (value, path) => fromAttributeValue(value, { where, path }),
  });
}

/** What is put in the place of the values of a shape, by its name. */
type Replacements = Readonly<Record<string, Replace>>;

/** Plain values have no shape to look into. */
const typedAlone: Replacements = { AttributeValue: (value) => value };

function writing(write: (condition: Condition) => string): Replace {
  return (value) => (value instanceof Condition ? write(value) : value);
}

/** Beside the placeholders that the caller's own expressions use. */
function withPlaceholders(input: Document, { names, values }: ExpressionBuilder): Document {
  const added = [
    ['ExpressionAttributeNames', names],
    ['ExpressionAttributeValues', values],
  ] as const;
  const used = added.filter(([, found]) => Object.keys(found).length > 0);
  const merged = used.map(([member, found]) => [member, { ...(input[member] ?? {}), ...found }]);
  return { ...input, ...Object.fromEntries(merged) };
}

/** What does not fit the shapes stays as it is. */
function replaceIn(
  service: Service,
  shape: string | undefined,
  document: Document,
  replacements: Replacements,
): Document {
  const visit = (name: string, value: unknown, path: Path): unknown => {
    const replace = replacements[name];
    if (replace) return replace(value, path);
    const found = service.shapes[name];
    return found ? visitParts(found, value, path, visit) : value;
  };
  return shape === undefined ? document : (visit(shape, document, []) as Document);
}

function visitParts(
  shape: Shape,
  value: unknown,
  path: Path,
  visit: (name: string, value: unknown, path: Path) => unknown,
): unknown {
  if (shape.type === 'list') {
    if (!Array.isArray(value)) return value;
    return value.map((one, at) => visit(shape.member.shape, one, [...path, at]));
  }
  const members = plainMembers(value);
  if (!members || (shape.type !== 'structure' && shape.type !== 'map')) return value;
  const visited = Object.entries(members).map(([name, one]) => {
    const member = shape.type === 'map' ? shape.value.shape : shape.members[name]?.shape;
    const isAbsent = member === undefined || one === undefined;
    return [name, isAbsent ? one : visit(member, one, [...path, name])];
  });
  return Object.fromEntries(visited);
}
