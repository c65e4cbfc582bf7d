// Amazon S3: errors inside a good answer, escaped keys, and the answers its model cannot describe.

import type { ReceivedResponse } from '../http/message.ts';
import type { Document } from '../protocols/protocol.ts';
import type { CallContext } from './customization.ts';

/** S3 may fail after it began to answer with 200; such an answer counts as a 500, and is tried again. */
export function asError(response: ReceivedResponse, { plan }: CallContext): ReceivedResponse {
  if (response.statusCode !== 200 || !(response.body instanceof Uint8Array)) return response;
  if (!plan.output || plan.streamsOutput || response.body.length === 0) return response;
  const start = textOf(response.body.subarray(0, 500));
  const isError = /^\s*(<\?xml[^>]*\?>)?\s*<Error[\s>]/.test(start);
  return isError ? { ...response, statusCode: 500 } : response;
}

export function readOutput(
  output: Document,
  context: CallContext,
  response: ReceivedResponse,
): Document {
  const { name } = context.plan;
  if (name === 'GetBucketLocation') return { ...output, LocationConstraint: locationOf(response) };
  const isOurs = context.given.EncodingType === undefined && output.EncodingType === 'url';
  return isOurs ? unescapeListing(output as Record<string, unknown>) : output;
}

/** The region is the root element's own text, which no structure can describe; empty in us-east-1. */
function locationOf({ body }: ReceivedResponse): string | null {
  if (!(body instanceof Uint8Array)) return null;
  return /<LocationConstraint[^>]*>([^<]+)</.exec(textOf(body))?.[1] ?? null;
}

const escapedMembers = ['Delimiter', 'Marker', 'NextMarker', 'Prefix', 'StartAfter'];
const escapedVersionMembers = ['KeyMarker', 'NextKeyMarker'];
const escapedLists: readonly (readonly [list: string, member: string])[] = [
  ['Contents', 'Key'],
  ['Versions', 'Key'],
  ['DeleteMarkers', 'Key'],
  ['CommonPrefixes', 'Prefix'],
];

/** Changes the output, which nobody else has seen yet. */
function unescapeListing(output: Record<string, unknown>): Document {
  for (const name of [...escapedMembers, ...escapedVersionMembers]) unescapeMember(output, name);
  for (const [name, member] of escapedLists) {
    const list = output[name];
    if (!Array.isArray(list)) continue;
    for (const item of list) unescapeMember(item, member);
  }
  return output;
}

function unescapeMember(record: Record<string, unknown>, name: string): void {
  const value = record[name];
  if (isEscaped(value)) record[name] = unescapePlus(value);
}

/** Asked of every key of a listing: two searches take half the time of one regular expression. */
function isEscaped(value: unknown): value is string {
  return typeof value === 'string' && (value.includes('%') || value.includes('+'));
}

function unescapePlus(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[\da-f]{2})+/gi, (escaped) =>
      Buffer.from(escaped.replaceAll('%', ''), 'hex').toString(),
    );
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
}
