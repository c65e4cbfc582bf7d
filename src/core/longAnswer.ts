// A good answer that may be long is read while it arrives, where its format can be. One that turns out short is handed
// on whole, as are all that carry an error after all.

import { untilAborted } from './abort.ts';
import type { ClientContext } from './clientContext.ts';
import type { CheckedCall } from './describeRequest.ts';
import type { HttpResponse } from './http/message.ts';
import type { OutputReading } from './protocols/protocol.ts';

/** An answer shorter than this is not worth reading in pieces. */
const short = 64 * 1024;
/** So much of its beginning tells whether it is what was asked for. */
const telling = 32 * 1024;

/** The whole body, or else its beginning and the reading that has taken all of it. */
export interface Taken {
  readonly body: Uint8Array;
  readonly reading?: OutputReading | undefined;
}

/** True unless the answer is known to be short. */
export function mayBeLong({ headers }: HttpResponse): boolean {
  return !(Number(headers['content-length']) < short);
}

/** Takes the body of a response of status 200 to 299; undefined if it cannot be taken in pieces. */
export async function takeLong(
  context: ClientContext,
  call: CheckedCall,
  response: HttpResponse,
  signal: AbortSignal | undefined,
): Promise<Taken | undefined> {
  const { flow } = response;
  if (flow === undefined || context.options.protocol.startOutput === undefined) return undefined;
  let pieces: Uint8Array[] = [];
  let size = 0;
  let reading: OutputReading | undefined;
  const push = (piece: Uint8Array) => {
    if (reading !== undefined) {
      reading.push(piece);
      return;
    }
    const isTried = size >= telling;
    size += piece.length;
    if (isTried || size < telling) {
      pieces.push(copied(piece));
      return;
    }
    const came = joined([...pieces, piece]);
    reading = start(context, call, response, came);
    reading?.push(came);
    pieces = [copied(reading === undefined ? came : came.subarray(0, telling))];
  };
  await untilAborted(flow(push), signal);
  return { body: joined(pieces), reading };
}

/** A piece is there only while it is handed over. */
function copied(piece: Uint8Array): Uint8Array {
  return Uint8Array.prototype.slice.call(piece);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  return pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
}

/** Undefined where the beginning says that the answer is not what was asked for. */
function start(
  { options, customization }: ClientContext,
  call: CheckedCall,
  { statusCode, headers }: HttpResponse,
  body: Uint8Array,
): OutputReading | undefined {
  const answer = customization.response?.({ statusCode, headers, body }, call);
  if (answer !== undefined && answer.statusCode !== statusCode) return undefined;
  return options.protocol.startOutput?.(options.service, call.plan.operation, {
    statusCode,
    headers,
  });
}
