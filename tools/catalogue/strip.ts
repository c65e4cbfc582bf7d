// What of a botocore model goes into the catalogue: everything that drives a call, none of the prose. It works by
// place, not by key alone, because many shapes have a member that is itself called `documentation` or `description`.

import { isObject, type ModelData } from '../../src/core/models/dataFolders.ts';

/** The parts of one service as botocore has them, extras merged in. */
export interface SourceModel {
  readonly service: ModelData;
  readonly paginators: ModelData | undefined;
  readonly waiters: ModelData | undefined;
  readonly endpointRuleSet: ModelData | undefined;
}

/** The parts of one service as its catalogue file has them. */
export interface CatalogueEntry {
  readonly metadata: ModelData;
  readonly operations: ModelData;
  readonly shapes: ModelData;
  readonly paginators: ModelData;
  readonly waiters: ModelData;
  readonly endpointRuleSet: ModelData | undefined;
}

export function stripModel(source: SourceModel): CatalogueEntry {
  const { service, endpointRuleSet } = source;
  return {
    metadata: objectAt(service, 'metadata'),
    operations: mapValues(objectAt(service, 'operations'), stripOperation),
    shapes: mapValues(objectAt(service, 'shapes'), stripShape),
    paginators: objectAt(source.paginators, 'pagination'),
    waiters: mapValues(objectAt(source.waiters, 'waiters'), stripProse),
    endpointRuleSet: endpointRuleSet && {
      ...endpointRuleSet,
      parameters: mapValues(objectAt(endpointRuleSet, 'parameters'), stripProse),
    },
  };
}

export function objectAt(model: ModelData | undefined, key: string): ModelData {
  const value = model?.[key];
  return isObject(value) ? value : {};
}

const prose = new Set(['documentation', 'description', 'deprecatedMessage', 'deprecatedSince']);

function stripOperation(operation: ModelData): ModelData {
  return mapValues(stripProse(operation), (value) => value, {
    input: stripProse,
    output: stripProse,
    errors: stripProse,
  });
}

function stripShape(shape: ModelData): ModelData {
  return mapValues(stripProse(shape), (value) => value, {
    members: (members) => mapValues(members, stripProse),
    member: stripProse,
    key: stripProse,
    value: stripProse,
  });
}

function stripProse(value: ModelData): ModelData {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !prose.has(key)));
}

type Change = (value: ModelData) => ModelData;

/** The object with each value that is an object, or a list of them, changed: by its own change where it has one. */
function mapValues(object: ModelData, change: Change, changes: Record<string, Change> = {}) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const apply = changes[key] ?? change;
      if (Array.isArray(value)) {
        return [key, value.map((item: unknown) => (isObject(item) ? apply(item) : item))];
      }
      return [key, isObject(value) ? apply(value) : value];
    }),
  );
}
