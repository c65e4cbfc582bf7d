// A service of one operation, `Act`, made of the few words a case gives. Its shapes `Input` and `Output`, where there,
// are the operation's.

import type {
  OperationModel,
  ProtocolName,
  Service,
  ServiceMetadata,
  Shape,
  ShapeRef,
} from '../../../src/core/models/model.ts';

export interface ServiceParts {
  readonly protocol: ProtocolName;
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly metadata?: Partial<ServiceMetadata>;
  readonly http?: Partial<OperationModel['http']>;
  /** What the operation's references to its shapes add. */
  readonly inputRef?: Omit<ShapeRef, 'shape'>;
  readonly outputRef?: Omit<ShapeRef, 'shape'>;
}

export function makeService(parts: ServiceParts): { service: Service; operation: OperationModel } {
  const shapes = { ...scalars, ...parts.shapes };
  const operation: OperationModel = {
    name: 'Act',
    http: { method: 'POST', requestUri: '/', ...parts.http },
    ...('Input' in shapes ? { input: { shape: 'Input', ...parts.inputRef } } : {}),
    ...('Output' in shapes ? { output: { shape: 'Output', ...parts.outputRef } } : {}),
  };
  return { service: { ...emptyService(parts), shapes, operations: { Act: operation } }, operation };
}

/** A structure of members; each is a shape's name or a whole reference. */
export function structure(
  members: Readonly<Record<string, string | ShapeRef>>,
  traits: object = {},
): Shape {
  const refs = Object.entries(members).map(([name, member]) => [
    name,
    typeof member === 'string' ? { shape: member } : member,
  ]);
  return { type: 'structure', members: Object.fromEntries(refs), ...traits };
}

function emptyService({ protocol, metadata }: ServiceParts): Service {
  return {
    id: 'test',
    metadata: {
      apiVersion: '2020-01-01',
      endpointPrefix: 'test',
      protocol,
      serviceId: 'Test',
      serviceFullName: 'Test',
      signatureVersion: 'v4',
      targetPrefix: 'Test_2020',
      jsonVersion: '1.1',
      ...metadata,
    },
    operations: {},
    shapes: {},
    paginators: {},
    waiters: {},
  };
}

/** Shapes every case may use. */
const scalars: Readonly<Record<string, Shape>> = {
  Text: { type: 'string' },
  Int: { type: 'integer' },
  Long: { type: 'long' },
  Double: { type: 'double' },
  Flag: { type: 'boolean' },
  Bytes: { type: 'blob' },
  Time: { type: 'timestamp' },
  Texts: { type: 'list', member: { shape: 'Text' } },
  Map: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Text' } },
  Free: { type: 'structure', members: {}, document: true },
};
