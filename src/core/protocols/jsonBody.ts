// JSON bodies, as both JSON formats write and read them.

import type { Readable } from 'node:stream';
import type { ReceivedResponse } from '../http/message.ts';
import { parseJson, toJson } from '../json.ts';
import { bodyText } from './body.ts';
import { type FoundError, plainCode, plainTextMessage } from './errorParts.ts';
import { JsonReading, type JsonTexts } from './jsonReading.ts';
import { createJsonScan, isWorthScanning } from './jsonScan.ts';
import type { Document } from './protocol.ts';
import { formatBase64, parseBase64 } from './scalars.ts';
import { hasBodyMembers, type Schema } from './schema.ts';
import { formatMilliseconds, formatTimestamp, parseTimestamp } from './timestamps.ts';
import {
  createTreeReaders,
  readInteger,
  type TreeReaders,
  type TreeReadFormat,
} from './treeRead.ts';
import { type TreeWriteFormat, writeTree } from './treeWrite.ts';

export function writeJsonBody(schema: Schema, value: unknown): string {
  return toJson(writeTree(writeFormat, schema, value));
}

/** The members a body holds, which is not looked at where the model has none. Throws for text that is not JSON or does not fit the schema. */
export function readJsonBody(schema: Schema, body: Uint8Array | Readable): Document {
  if (schema.traits.document !== true && !hasBodyMembers(schema)) return {};
  if (body instanceof Uint8Array && isWorthScanning(body)) return scan(schema, body);
  const text = bodyText(body);
  return text.trim() === '' ? read(quickReaderOf, schema, {}) : readText<Document>(schema, text);
}

function readText<Value>(schema: Schema, text: string): Value {
  try {
    return read<Value>(quickReaderOf, schema, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof LostDigits)) throw error;
    return read<Value>(exactReaderOf, schema, parseJson(text));
  }
}

/** Begins to read a body that arrives; undefined for one without a list, which is read as a whole. */
export function startJsonBody(schema: Schema, pace?: number): JsonReading | undefined {
  for (const { type, traits } of schema.members.values()) {
    if (type === 'list' && traits.location === undefined)
      return new JsonReading(schema, texts, pace);
  }
  return undefined;
}

const texts: JsonTexts = { whole: readJsonBody, items: readText, isForWhole: isWorthScanning };

/** Payloads of events. */
export const jsonEvents = {
  contentType: 'application/json',
  read: readJsonBody,
  readError: readJsonBody,
  write: writeJsonBody,
};

/** Where the code of an error may stand, the first that is there wins. */
export type CodePlaces = (
  header: string | undefined,
  body: Readonly<Record<string, unknown>>,
) => unknown;

/** The parts of an error in a JSON body. The text of a body that is not JSON is taken as the message. */
export function findJsonError(response: ReceivedResponse, placesOfCode: CodePlaces): FoundError {
  const header = response.headers['x-amzn-errortype'];
  const body = parseErrorBody(response);
  if (body === undefined) {
    return { code: header && plainCode(header), message: plainTextMessage(response) };
  }
  return {
    code: plainCode(textOf(placesOfCode(header, body))),
    message: textOf(body.message ?? body.Message ?? body.errorMessage),
    readMembers: (schema) => read(exactReaderOf, schema, body),
  };
}

const writeFormat: TreeWriteFormat = {
  blob: formatBase64,
  timestamp: ({ traits }, value) => {
    const format = traits.keepsMilliseconds ? formatMilliseconds : formatTimestamp;
    return format(value, traits.timestampFormat ?? 'unixTimestamp');
  },
  long: (value) => value,
  float: (value) => value,
};

function read<Value = Document>(readerOf: TreeReaders, schema: Schema, tree: unknown): Value {
  return (readerOf(schema)?.(tree ?? {}) ?? tree) as Value;
}

const readFormat: TreeReadFormat = {
  blob: (value) => {
    if (typeof value !== 'string') throw new TypeError('a blob is not base64 text');
    return parseBase64(value);
  },
  timestamp: parseTimestamp,
  integer: readInteger,
};

/** For what a parser that keeps all digits gives. */
const exactReaderOf = createTreeReaders(readFormat);

const scan = createJsonScan(exactReaderOf);

/**
 * For what `JSON.parse` gives. It is several times faster than a parser that keeps all digits, and whether digits were
 * lost is known only when the values are looked at; then they are parsed once more.
 */
const quickReaderOf = createTreeReaders({
  ...readFormat,
  integer: (value) => {
    if (typeof value === 'number' && !isExact(value)) throw new LostDigits();
    return readInteger(value);
  },
  document: (value) => {
    if (!keepsDigits(value)) throw new LostDigits();
    return value;
  },
});

/** An integer was too long for a number. */
class LostDigits extends Error {}

function keepsDigits(value: unknown): boolean {
  if (typeof value === 'number') return isExact(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(keepsDigits);
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || !Number.isInteger(value);
}

function parseErrorBody(response: ReceivedResponse): Record<string, unknown> | undefined {
  const text = bodyText(response.body);
  if (text.trim() === '') return {};
  try {
    const body = parseJson(text);
    return typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : toJson(value);
}
