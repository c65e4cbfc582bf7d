// The JSON an operation's input begins with: its required members, down to the leaves, with blanks to fill in. Optional
// members are left to completion, so that nothing is sent that nobody asked for. A stream of events begins as a list with each event.

import type { Document } from '../protocols/protocol.ts';
import type {
  OperationModel,
  ScalarShape,
  Service,
  Shape,
  ShapeRef,
  StructureShape,
} from './model.ts';

/** The operation's required members with placeholder values: ready to send as soon as the blanks are filled. */
export function inputSkeleton(service: Service, operation: OperationModel): Document {
  const shape = inputShape(service, operation);
  return shape ? structureSkeleton(service, shape, []) : {};
}

/** A placeholder value of a shape, with its required members. */
export function shapeSkeleton(service: Service, shape: string): unknown {
  return valueSkeleton(service, { shape }, []);
}

/** True when a person has to give something; idempotency tokens are made up on sending. */
export function requiresInput(service: Service, operation: OperationModel): boolean {
  const shape = inputShape(service, operation);
  return shape !== undefined && requiredMembers(service, shape).length > 0;
}

/** The operation's page in AWS's API reference. */
export function documentationUrl(service: Service, operationName: string): string {
  const { metadata, operations } = service;
  const uid = metadata.uid ?? `${metadata.endpointPrefix}-${metadata.apiVersion}`;
  // CloudFront's models add the API version to the `name` of each operation; the reference knows the key only.
  const key = operations[operationName]
    ? operationName
    : Object.keys(operations).find((known) => operations[known]?.name === operationName);
  return `https://docs.aws.amazon.com/goto/WebAPI/${uid}/${key ?? operationName}`;
}

function inputShape(service: Service, { input }: OperationModel): StructureShape | undefined {
  const shape = input && service.shapes[input.shape];
  return shape?.type === 'structure' ? shape : undefined;
}

/** `around` are the structures this one is inside of: a shape that contains itself is cut there. */
function structureSkeleton(
  service: Service,
  shape: StructureShape,
  around: readonly StructureShape[],
): Document {
  if (around.includes(shape)) {
    return {};
  }
  const members = requiredMembers(service, shape);
  return Object.fromEntries(
    members.map(([name, ref]) => [name, valueSkeleton(service, ref, [...around, shape])]),
  );
}

/** Of a union, which wants exactly one member, the first. A stream of events is what its operation is for. */
function requiredMembers(service: Service, shape: StructureShape): readonly [string, ShapeRef][] {
  const members = Object.entries(shape.members);
  if (shape.union) {
    return members.filter(([, ref]) => !ref.deprecated).slice(0, 1);
  }
  return members.filter(([name, ref]) => {
    const isRequired = shape.required?.includes(name) && !ref.idempotencyToken;
    return isRequired || isEvents(service.shapes[ref.shape]);
  });
}

function isEvents(shape: Shape | undefined): shape is StructureShape {
  return shape?.type === 'structure' && shape.eventstream === true;
}

/** One event of each kind, to be repeated and left out as wanted; what configures the others comes first. */
function eventsSkeleton(service: Service, events: StructureShape): readonly Document[] {
  const kinds = Object.entries(events.members).filter(([, ref]) => !ref.deprecated);
  const isFirst = ([name]: readonly [string, ShapeRef]) => /^configuration/i.test(name);
  const ordered = [...kinds.filter(isFirst), ...kinds.filter((kind) => !isFirst(kind))];
  return ordered
    .map(([name, ref]) => [name, service.shapes[ref.shape]] as const)
    .flatMap(([name, event]) =>
      event?.type === 'structure' ? [{ [name]: eventSkeleton(service, event) }] : [],
    );
}

/** Required members, and bytes, which are what an event carries; an only member is wanted too. */
function eventSkeleton(service: Service, event: StructureShape): Document {
  const members = Object.entries(event.members);
  const wanted = members.filter(
    ([name, ref]) => event.required?.includes(name) || service.shapes[ref.shape]?.type === 'blob',
  );
  const shown = wanted.length === 0 && members.length === 1 ? members : wanted;
  return Object.fromEntries(
    shown.map(([name, ref]) => [name, valueSkeleton(service, ref, [event])]),
  );
}

function valueSkeleton(
  service: Service,
  ref: ShapeRef,
  around: readonly StructureShape[],
): unknown {
  const shape = service.shapes[ref.shape];
  if (!shape) {
    return null;
  }
  switch (shape.type) {
    case 'structure':
      if (isEvents(shape)) return eventsSkeleton(service, shape);
      return structureSkeleton(service, shape, around);
    case 'list':
      return [valueSkeleton(service, shape.member, around)];
    case 'map':
      return { [keySkeleton(service, shape.key)]: valueSkeleton(service, shape.value, around) };
    default:
      return scalarSkeleton(shape);
  }
}

function keySkeleton(service: Service, ref: ShapeRef): string {
  const shape = service.shapes[ref.shape];
  return shape?.type === 'string' ? (shape.enum?.[0] ?? '') : '';
}

/** Blobs are base64 and timestamps ISO 8601, so they too begin as a blank. */
function scalarSkeleton({ type, enum: values, min = 0 }: ScalarShape): unknown {
  switch (type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return Math.max(min, 0);
    default:
      return values?.[0] ?? '';
  }
}
