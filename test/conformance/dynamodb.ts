// Plain values, conditions, requests, answers and batches of DynamoDB: what boto3's resources make of them.

import {
  fromAttributeValue,
  fromItem,
  toAttributeValue,
} from '../../src/core/dynamodb/attributeValues.ts';
import { BatchWriter } from '../../src/core/dynamodb/batchWriter.ts';
import {
  Attribute,
  attr,
  Condition,
  type KeyAttribute,
  key,
  not,
  type Size,
} from '../../src/core/dynamodb/conditions.ts';
import { Decimal } from '../../src/core/dynamodb/decimal.ts';
import { plainOutput, typedInput } from '../../src/core/dynamodb/plainDocuments.ts';
import { ParamValidationError } from '../../src/core/errors.ts';
import { toJson } from '../../src/core/json.ts';
import type { Service } from '../../src/core/models/model.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { Kind, Outcome } from './kind.ts';

type DynamodbCase = { readonly service: string } & (
  | { readonly what: 'value'; readonly value: unknown; readonly typed?: unknown }
  | { readonly what: 'read'; readonly typed: unknown; readonly value: unknown }
  | {
      readonly what: 'request';
      readonly operation: string;
      readonly input: Document;
      readonly request: unknown;
    }
  | {
      readonly what: 'output';
      readonly operation: string;
      readonly answer: Document;
      readonly output: unknown;
    }
  | {
      readonly what: 'batch';
      readonly writes: readonly { readonly put?: Document; readonly delete?: Document }[];
      readonly keys: readonly string[] | null;
      readonly refused: readonly number[];
      readonly calls: readonly unknown[];
    }
);

export const dynamodb: Kind<DynamodbCase> = {
  title: 'plain values',
  nameOf: ({ what }) => `turns a DynamoDB ${what} into what boto3 does`,
  describe: (one) => toJson(one),
  compare: async (catalogue, one) => compareCase(await catalogue.service('dynamodb'), one),
};

async function compareCase(service: Service, one: DynamodbCase): Promise<Outcome> {
  switch (one.what) {
    case 'value':
      return {
        mine: orFault(() => comparable(toAttributeValue(decode(one.value)))),
        theirs: comparable(one.typed),
      };
    case 'read':
      return {
        mine: comparable(fromAttributeValue(decode(one.typed))),
        theirs: comparable(one.value),
      };
    case 'request': {
      const input = decode(one.input) as Document;
      return {
        mine: comparable(typedInput(service, one.operation, input)),
        theirs: comparable(one.request),
      };
    }
    case 'output': {
      const answer = decode(one.answer) as Document;
      return {
        mine: comparable(plainOutput(service, one.operation, answer)),
        theirs: comparable(one.output),
      };
    }
    default:
      return { mine: await writeBatch(one), theirs: one.calls };
  }
}

/** `undefined` for what is refused, as in cases that boto3 refuses. */
function orFault(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (error instanceof ParamValidationError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The requests of each call, with the first ones of it refused as the case says. */
async function writeBatch(one: Extract<DynamodbCase, { what: 'batch' }>) {
  const refused = [...one.refused];
  const calls: unknown[] = [];
  const call = async (_operation: string, input: Document = {}): Promise<Document> => {
    const { t: requests } = input.RequestItems as { readonly t: readonly WriteRequest[] };
    calls.push(requests.map(readRequest));
    return { UnprocessedItems: { t: requests.slice(0, refused.shift() ?? 0) } };
  };
  const options = { ...(one.keys && { overwriteByKeys: one.keys }), wait: async () => {} };
  const writer = new BatchWriter({ call }, 't', options);
  for (const { put, delete: removed } of one.writes) {
    if (put) await writer.put(put);
    if (removed) await writer.delete(removed);
  }
  await writer.finish();
  return calls;
}

interface WriteRequest {
  readonly PutRequest?: { readonly Item: Document };
  readonly DeleteRequest?: { readonly Key: Document };
}

function readRequest({ PutRequest: put, DeleteRequest: removed }: WriteRequest) {
  if (put) return { PutRequest: { Item: fromItem(put.Item) } };
  return { DeleteRequest: { Key: fromItem(removed?.Key ?? {}) } };
}

/** The values of a case. */
function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const [[tag, inner] = ['', undefined]] = Object.entries(value);
  switch (tag) {
    case '$bytes':
      return new Uint8Array(Buffer.from(String(inner), 'base64'));
    case '$number':
      return /^(?!-0)-?\d+$/.test(String(inner))
        ? BigInt(String(inner))
        : new Decimal(String(inner));
    case '$set':
      return new Set(decode(inner) as unknown[]);
    case '$key':
      return key(String(inner));
    case '$attr':
      return attr(String(inner));
    case '$condition':
      return makeCondition(decode(inner) as [string, ...unknown[]]);
    default:
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, decode(one)]));
  }
}

function makeCondition([name, ...operands]: readonly [string, ...unknown[]]): unknown {
  const [subject, value, other] = operands;
  if (subject instanceof Condition) return combine(name, subject, value as Condition);
  if (subject instanceof Attribute) return ofAttribute(name, subject, value, other);
  return compareTo(name, subject as KeyAttribute | Size, value, other);
}

function combine(name: string, one: Condition, other: Condition): Condition {
  if (name === 'Not') return not(one);
  return name === 'And' ? one.and(other) : one.or(other);
}

function ofAttribute(name: string, subject: Attribute, value: unknown, other: unknown): unknown {
  switch (name) {
    case 'NotEquals':
      return subject.ne(value);
    case 'In':
      return subject.isIn(value as unknown[]);
    case 'Contains':
      return subject.contains(value);
    case 'Size':
      return subject.size();
    case 'AttributeType':
      return subject.attributeType(String(value));
    case 'AttributeExists':
      return subject.exists();
    case 'AttributeNotExists':
      return subject.notExists();
    default:
      return compareTo(name, subject, value, other);
  }
}

function compareTo(
  name: string,
  subject: Attribute | KeyAttribute | Size,
  value: unknown,
  other: unknown,
): Condition {
  switch (name) {
    case 'Equals':
      return subject.eq(value);
    case 'LessThan':
      return subject.lt(value);
    case 'LessThanEquals':
      return subject.lte(value);
    case 'GreaterThan':
      return subject.gt(value);
    case 'GreaterThanEquals':
      return subject.gte(value);
    case 'BeginsWith':
      return subject.beginsWith(value);
    case 'Between':
      return subject.between(value, other);
    default:
      throw new Error(`there is no condition ${name}`);
  }
}

/** One form for both sides: sets sorted, numbers without zeros that say nothing. */
function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (isNumber(value)) return { $number: shortest(String(value)) };
  if (value instanceof Set) return { $set: sorted([...value].map(comparable)) };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    if (name === '$number') return [name, shortest(String(one))];
    const isSet = ['SS', 'NS', 'BS', '$set'].includes(name) && Array.isArray(one);
    return [name, isSet ? sorted(one.map(comparable)) : comparable(one)];
  });
  return Object.fromEntries(entries);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}

function sorted(values: readonly unknown[]): readonly unknown[] {
  return values.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function shortest(text: string): string {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return '0';
  return `${sign}${short}E${Number(power) - fraction.length + digits.length - short.length}`;
}
