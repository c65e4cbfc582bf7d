// What the model says of a place in an input: which member it is, of what type, and what may stand there.

import type { OperationModel, Service, Shape, ShapeRef } from '../../core/models/model.ts';
import type { Path } from '../inputText.ts';

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly shapeName: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
}

/** The shape at a path of the operation's input; undefined where the model knows none. */
export function shapeAt(
  service: Service,
  operation: OperationModel,
  path: Path,
): Shape | undefined {
  let ref: ShapeRef | undefined = operation.input;
  for (const part of path) ref = ref && childOf(service.shapes[ref.shape], part);
  return ref && service.shapes[ref.shape];
}

/** The members of a structure, required ones first. */
export function membersOf(service: Service, shape: Shape | undefined): readonly Member[] {
  if (shape?.type !== 'structure') return [];
  const members = Object.entries(shape.members).flatMap(([name, ref]) => {
    const member = memberOf(service, name, ref, shape.required?.includes(name) ?? false);
    return member ? [member] : [];
  });
  return [...members.filter((m) => m.isRequired), ...members.filter((m) => !m.isRequired)];
}

/** `list of string, required, 1 to 10 items`. */
export function describeMember(service: Service, member: Member): string {
  const notes = [
    describeShape(service, member.shapeName, member.shape),
    member.isRequired ? 'required' : undefined,
    rangeOf(member.shape),
    member.isDeprecated ? 'deprecated' : undefined,
  ];
  return notes.filter((note) => note !== undefined).join(', ');
}

/** The JSON literals that may stand at a place: values of an enum, or of a boolean. */
export function valuesOf(shape: Shape | undefined): readonly string[] {
  if (shape?.type === 'boolean') return ['true', 'false'];
  if (shape === undefined || !('enum' in shape)) return [];
  return (shape.enum ?? []).map((value) => JSON.stringify(value));
}

/** What is put behind a member's name, as a snippet with the cursor where the value goes. */
export function valueSnippet(shape: Shape): string {
  switch (shape.type) {
    case 'structure':
    case 'map':
      return '{$1}';
    case 'list':
      return '[$1]';
    case 'boolean':
      return '$' + '{1|true,false|}';
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return '$' + '{1:0}';
    default:
      return '"$1"';
  }
}

function childOf(shape: Shape | undefined, part: string | number): ShapeRef | undefined {
  if (shape?.type === 'structure') return shape.members[part];
  if (shape?.type === 'list') return shape.member;
  if (shape?.type === 'map') return shape.value;
  return undefined;
}

function memberOf(
  service: Service,
  name: string,
  ref: ShapeRef,
  isRequired: boolean,
): Member | undefined {
  const shape = service.shapes[ref.shape];
  const isDeprecated = ref.deprecated ?? false;
  return shape && { name, shape, shapeName: ref.shape, isRequired, isDeprecated };
}

function describeShape(service: Service, name: string, shape: Shape | undefined): string {
  if (shape?.type === 'list') return `list of ${typeName(service, shape.member)}`;
  if (shape?.type === 'map') {
    return `map of ${typeName(service, shape.key)} to ${typeName(service, shape.value)}`;
  }
  if (shape?.type === 'structure') return name;
  if (shape?.type === 'blob') return 'blob (base64)';
  if (shape?.type === 'timestamp') return 'timestamp (ISO 8601)';
  return shape?.type ?? name;
}

/** Without looking further in: lists of lists are rare, and shapes may contain themselves. */
function typeName(service: Service, ref: ShapeRef): string {
  const shape = service.shapes[ref.shape];
  return shape?.type === 'structure' ? ref.shape : (shape?.type ?? ref.shape);
}

function rangeOf(shape: Shape): string | undefined {
  if (!('min' in shape || 'max' in shape)) return undefined;
  const { min, max } = shape;
  const unit = rangeUnits[shape.type] ?? '';
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
  if (min !== undefined) return `at least ${min}${unit}`;
  return max === undefined ? undefined : `at most ${max}${unit}`;
}

const rangeUnits: Readonly<Partial<Record<Shape['type'], string>>> = {
  string: ' characters',
  blob: ' bytes',
  list: ' items',
  map: ' entries',
};
