// The JSON an operation's input begins with: its required members, down to the leaves, with blanks to fill in. Optional
// members are left to completion, so that nothing is sent that nobody asked for.

import type { Document } from '../protocols/protocol.ts';
import type { OperationModel, ScalarShape, Service, ShapeRef, StructureShape } from './model.ts';

/** The operation's required members with placeholder values: ready to send as soon as the blanks are filled. */
export function inputSkeleton(service: Service, operation: OperationModel): Document {
  const shape = inputShape(service, operation);
  return shape ? structureSkeleton(service, shape, []) : {};
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

/** Of a union, which wants exactly one member, the first; event streams cannot be written as JSON. */
function requiredMembers(service: Service, shape: StructureShape): readonly [string, ShapeRef][] {
  const members = Object.entries(shape.members);
  if (shape.union) {
    return members.filter(([, ref]) => !ref.deprecated).slice(0, 1);
  }
  return members.filter(([name, ref]) => {
    const target = service.shapes[ref.shape];
    const isStream = target?.type === 'structure' && target.eventstream === true;
    return shape.required?.includes(name) && !ref.idempotencyToken && !isStream;
  });
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
