// The framing S3 takes bodies in whose checksum comes behind them. Over TLS alone, because such a body is not signed.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html

import { Readable } from 'node:stream';
import { ParamValidationError, type Where } from '../errors.ts';
import type { MakeChecksum } from './algorithms.ts';
import type { RequestBody, RequestParts } from './message.ts';
import { ReplayableBody } from './replayableBody.ts';

/** S3 itself answers 411 to a body whose length nobody says. */
const lengthNeeded =
  'the length of the stream is needed. A file (`fileBody`, `createReadStream`) has one, and `upload` takes streams of any length.';

/** The parts with a framed body that ends in its checksum, under this header's name. */
export async function withTrailer(
  parts: RequestParts,
  name: string,
  make: MakeChecksum,
  where: Where,
): Promise<RequestParts> {
  const { body = '', headers } = parts;
  const { 'content-length': given, ...rest } = headers;
  const length = sizeOf(body) ?? given;
  if (length === undefined) {
    throw new ParamValidationError(where, [{ path: ['ContentLength'], message: lengthNeeded }]);
  }
  const encoding = headers['content-encoding'];
  return {
    ...parts,
    headers: {
      ...rest,
      'content-encoding': encoding ? `${encoding},aws-chunked` : 'aws-chunked',
      'transfer-encoding': 'chunked',
      'x-amz-trailer': name,
      'x-amz-decoded-content-length': String(length),
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    },
    body: await framed(body, name, make),
  };
}

function sizeOf(body: RequestBody): number | undefined {
  if (body instanceof Readable) return undefined;
  if (body instanceof ReplayableBody) return body.size;
  return Buffer.byteLength(body);
}

const chunkSize = 1024 * 1024;

/** What can be sent again, can be sent again framed. */
async function framed(body: RequestBody, name: string, make: MakeChecksum): Promise<RequestBody> {
  if (body instanceof Readable) return toStream(frames(body, name, make));
  if (body instanceof ReplayableBody) {
    return new ReplayableBody(undefined, (purpose) =>
      toStream(frames(body.open(purpose), name, make)),
    );
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (bytes.length > chunkSize) {
    return new ReplayableBody(undefined, () => toStream(frames(pieces(bytes), name, make)));
  }
  const all: Uint8Array[] = [];
  for await (const frame of frames(pieces(bytes), name, make)) all.push(frame);
  return Buffer.concat(all);
}

function toStream(source: AsyncIterable<Uint8Array>): Readable {
  return Readable.from(source, { objectMode: false });
}

function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    yield bytes.subarray(start, start + chunkSize);
  }
}

async function* frames(
  body: AsyncIterable<unknown> | Iterable<unknown>,
  name: string,
  make: MakeChecksum,
): AsyncGenerator<Uint8Array> {
  const checksum = await make();
  for await (const piece of body) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
    if (chunk.length === 0) continue;
    checksum.update(chunk);
    yield Buffer.from(`${chunk.length.toString(16)}\r\n`);
    yield chunk;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`0\r\n${name}:${await checksum.digest()}\r\n\r\n`);
}
