// The operations of a service as the derivation sees them: verb, noun, and what has to be given.

import type { OperationModel, Service, StructureShape } from '../../core/models/model.ts';
import { isReading } from '../../core/readOnly.ts';
import { account, type Value } from '../../core/resources/sources.ts';
import type { Work } from './slices.ts';
import { keyOf, singularWords, splitWords, type Words } from './words.ts';

export interface Operation {
  readonly name: string;
  readonly model: OperationModel;
  /** `List`, `BatchGet`. */
  readonly verb: string;
  /** As in the name, without the version at its end. */
  readonly noun: Words;
  /** Of the noun in the singular. */
  readonly key: string;
  /** What stands after By, For, In and the like, in the singular: `WebACL` of `ListResourcesForWebACL`. */
  readonly tail: Words;
  readonly version: number;
  readonly input: StructureShape | undefined;
  readonly output: StructureShape | undefined;
  /** Members that only a person or a resource can give. */
  readonly required: readonly Param[];
  /** Members that are the same for every call. */
  readonly fixed: Readonly<Record<string, Value>>;
  readonly isReading: boolean;
  /** One of the few values that a parameter may have: the operation asked with it is a list of its own. */
  readonly choice?: string;
}

export interface Param {
  readonly name: string;
  /** Of a list, that of one of its texts. */
  readonly key: string;
  /** True for a list of texts. */
  readonly isList: boolean;
  readonly isText: boolean;
  /** All it may be, where that is known. */
  readonly values: readonly string[];
}

export function* readOperations(service: Service): Work<readonly Operation[]> {
  const operations: Operation[] = [];
  // Object.entries would have the models of all of them read at once.
  for (const name of Reflect.ownKeys(service.operations)) {
    const model = service.operations[String(name)];
    if (model && !model.deprecated) operations.push(readOperation(service, String(name), model));
    yield;
  }
  return operations;
}

function readOperation(service: Service, name: string, model: OperationModel): Operation {
  const input = structureOf(service, model.input?.shape);
  const { verb, words, version } = splitName(name);
  const { noun, tail } = splitNoun(words);
  const required = (input?.required ?? []).filter(
    (member) => !input?.members[member]?.idempotencyToken,
  );
  const fixed: Record<string, Value> = {};
  const open: Param[] = [];
  for (const member of required) {
    const value = fixedValue(service, input, member);
    if (value === undefined) open.push(toParam(service, input, member));
    else fixed[member] = value;
  }
  return {
    name,
    model,
    verb,
    noun,
    tail,
    key: keyOf(singularWords(noun)),
    version,
    input,
    output: structureOf(service, model.output?.shape),
    required: open,
    fixed,
    isReading: isReading(service.id, name),
  };
}

/** What may be given besides, as far as it can be a text. */
export function optionalParams(service: Service, { input }: Operation): readonly Param[] {
  return Object.keys(input?.members ?? {})
    .filter((member) => !input?.required?.includes(member))
    .map((member) => toParam(service, input, member))
    .filter(({ isText, isList, values }) => (isText || isList) && values.length === 0);
}

const mostChoices = 6;

/** The operation itself, and as it is with each value of the one parameter that has few of them. */
export function choicesOf(operation: Operation): readonly Operation[] {
  const [param, ...others] = operation.required.filter(({ values }) => values.length > 0);
  if (!param || others.length > 0 || param.values.length > mostChoices) return [operation];
  const required = operation.required.filter((one) => one !== param);
  const chosen = param.values.map((choice) => {
    return { ...operation, required, fixed: { ...operation.fixed, [param.name]: choice }, choice };
  });
  return [operation, ...chosen];
}

export function structureOf(
  service: Service,
  name: string | undefined,
): StructureShape | undefined {
  const shape = name === undefined ? undefined : service.shapes[name];
  return shape?.type === 'structure' ? shape : undefined;
}

export function toParam(service: Service, input: StructureShape | undefined, name: string): Param {
  const shape = service.shapes[input?.members[name]?.shape ?? ''];
  const element = shape?.type === 'list' ? service.shapes[shape.member.shape] : undefined;
  const isList = element?.type === 'string';
  return {
    name,
    key: keyOf(isList ? singularWords(splitWords(name)) : name),
    isList,
    isText: shape?.type === 'string',
    values: shape?.type === 'string' ? (shape.enum ?? []) : [],
  };
}

function splitName(name: string): { verb: string; words: Words; version: number } {
  const [first = name, ...rest] = splitWords(name);
  const [second, ...others] = rest;
  const isBatch = first === 'Batch' && second !== undefined;
  const words = isBatch ? others : rest;
  const version = /^V?(\d)$/.exec(words.at(-1) ?? '')?.[1];
  return {
    verb: isBatch ? `Batch${second}` : first,
    words: version === undefined ? words : words.slice(0, -1),
    version: Number(version ?? 1),
  };
}

const joints = new Set(['By', 'For', 'In', 'From', 'Of', 'On', 'With', 'To', 'Within']);
const fillers = new Set(['All', 'Owned', 'My']);
const listWords = new Set(['Summaries', 'List', 'Lists']);

function splitNoun(words: Words): { noun: Words; tail: Words } {
  const own = words.filter((word, at) => !(at === 0 && words.length > 1 && fillers.has(word)));
  const joint = own.findIndex((word, at) => at > 0 && joints.has(word));
  const head = joint < 0 ? own : own.slice(0, joint);
  const noun = head.length > 1 && listWords.has(head.at(-1) ?? '') ? head.slice(0, -1) : head;
  return { noun, tail: joint < 0 ? [] : singularWords(own.slice(joint + 1)) };
}

/** What every call of a service may be given without asking. */
function fixedValue(
  service: Service,
  input: StructureShape | undefined,
  member: string,
): Value | undefined {
  const shape = service.shapes[input?.members[member]?.shape ?? ''];
  if (shape?.type === 'string' && /^(?:aws|requester)?account_?id$/i.test(member)) return account;
  if (/^(?:max_?results|max_?items|page_?size)$/i.test(member) && shape?.type === 'integer') {
    return Math.max(shape.min ?? 1, Math.min(50, shape.max ?? 50));
  }
  if (/^catalog$/i.test(member)) return catalogOf(service.id);
  return service.id === 'wafv2' && member === 'Scope' ? 'REGIONAL' : undefined;
}

/** AWS's own catalogue rather than the sandbox. */
function catalogOf(service: string): string | undefined {
  if (service.startsWith('partnercentral-')) return 'AWS';
  return service === 'marketplace-catalog' ? 'AWSMarketplace' : undefined;
}
