// Checksums of bodies: one added to requests that need or may have one, and the one of an answer compared. The rules are
// those of botocore's `httpchecksum.py`: CRC32 unless the input names another.

import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ParamValidationError, UnsupportedError, type Where } from '../errors.ts';
import type { OperationPlan } from '../plan.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ClientSettings } from '../settings.ts';
import type { HttpResponse, RequestParts } from './message.ts';

interface Checksum {
  update(chunk: Uint8Array | string): void;
  /** In base 64. */
  digest(): string;
}

const algorithms: Readonly<Record<string, () => Checksum>> = {
  crc32: crc32Checksum,
  sha1: () => hashChecksum(createHash('sha1')),
  sha256: () => hashChecksum(createHash('sha256')),
  sha512: () => hashChecksum(createHash('sha512')),
  md5: () => hashChecksum(createHash('md5')),
};

function crc32Checksum(): Checksum {
  let value = 0;
  return {
    update(chunk) {
      value = crc32(chunk, value);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
}

function hashChecksum(hash: Hash): Checksum {
  return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest('base64') };
}

export interface ChecksumContext {
  readonly plan: OperationPlan;
  readonly input: Document;
  readonly settings: ClientSettings;
  readonly isSecure: boolean;
  readonly where: Where;
}

/** The parts with a checksum where the operation wants one; streams get theirs at the end of the body. */
export function withRequestChecksum(parts: RequestParts, context: ChecksumContext): RequestParts {
  const choice = chooseAlgorithm(parts, context);
  if (!choice) return parts;
  const name = `x-amz-checksum-${choice.algorithm}`;
  const named = { ...parts.headers, ...choice.headers };
  if (parts.body instanceof Readable) {
    return withTrailer({ ...parts, headers: named }, name, choice.make(), context);
  }
  const checksum = choice.make();
  checksum.update(parts.body ?? '');
  return { ...parts, headers: { ...named, [name]: checksum.digest() } };
}

function chooseAlgorithm(parts: RequestParts, { plan, input, settings, where }: ChecksumContext) {
  if (hasChecksum(parts.headers)) return undefined;
  const { httpChecksum, httpChecksumRequired } = plan.operation;
  const member = httpChecksum?.requestAlgorithmMember;
  const asked = member === undefined ? undefined : input[member];
  if (typeof asked === 'string') return { ...algorithmOf(asked, where), headers: {} };
  const isRequired = httpChecksumRequired || httpChecksum?.requestChecksumRequired;
  const isWelcome = member !== undefined && settings.requestChecksumCalculation !== 'when_required';
  if (!isRequired && !isWelcome) return undefined;
  const header = member === undefined ? undefined : plan.input?.members[member]?.locationName;
  return {
    ...algorithmOf('CRC32', where),
    headers: header === undefined ? {} : { [header.toLowerCase()]: 'CRC32' },
  };
}

function hasChecksum(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some((name) =>
    /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name),
  );
}

function algorithmOf(name: string, where: Where) {
  const algorithm = name.toLowerCase();
  const make = algorithms[algorithm];
  if (make) return { algorithm, make };
  throw new UnsupportedError(
    where,
    `the checksum algorithm ${name} is not supported. Use CRC32, SHA1, SHA256 or none.`,
  );
}

/**
 * A stream's checksum is known only after its last byte. S3 takes it there in a body of its own framing, over TLS alone,
 * because that body is not signed. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
function withTrailer(
  parts: RequestParts,
  name: string,
  checksum: Checksum,
  { isSecure, where }: ChecksumContext,
): RequestParts {
  const { body, headers } = parts;
  if (!isSecure || !(body instanceof Readable)) return parts;
  const { 'content-length': length, ...rest } = headers;
  if (length === undefined) {
    throw new ParamValidationError(where, [
      { path: ['ContentLength'], message: 'the length of the stream is needed.' },
    ]);
  }
  const encoding = headers['content-encoding'];
  return {
    ...parts,
    headers: {
      ...rest,
      'content-encoding': encoding ? `${encoding},aws-chunked` : 'aws-chunked',
      'x-amz-trailer': name,
      'x-amz-decoded-content-length': length,
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    },
    body: Readable.from(chunked(body, name, checksum), { objectMode: false }),
  };
}

async function* chunked(body: Readable, name: string, checksum: Checksum) {
  for await (const piece of body) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : (piece as Uint8Array);
    if (chunk.length === 0) continue;
    checksum.update(chunk);
    yield Buffer.from(`${chunk.length.toString(16)}\r\n`);
    yield chunk;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`0\r\n${name}:${checksum.digest()}\r\n\r\n`);
}

/** Whether the answer's checksum is asked for, which botocore does by a member set before the call. */
export function validationMember(plan: OperationPlan, settings: ClientSettings) {
  return settings.responseChecksumValidation === 'when_required'
    ? undefined
    : plan.operation.httpChecksum?.requestValidationModeMember;
}

export interface ExpectedChecksum {
  readonly name: string;
  readonly value: string;
  readonly make: () => Checksum;
}

/** The checksum an answer can be held to; undefined when it has none, or one over parts. */
export function expectedChecksum(
  plan: OperationPlan,
  response: Pick<HttpResponse, 'headers'>,
): ExpectedChecksum | undefined {
  for (const offered of plan.operation.httpChecksum?.responseAlgorithms ?? []) {
    const name = offered.toLowerCase();
    const make = algorithms[name];
    const value = response.headers[`x-amz-checksum-${name}`];
    if (make && value !== undefined && !value.includes('-')) return { name, value, make };
  }
  return undefined;
}

/** True if the bytes are what the checksum says. */
export function matchesChecksum(body: Uint8Array, { value, make }: ExpectedChecksum): boolean {
  const checksum = make();
  checksum.update(body);
  return checksum.digest() === value;
}

/** The same stream; it fails at its end when its bytes are not what the checksum says. */
export function checkedStream(
  body: Readable,
  { value, make }: ExpectedChecksum,
  fault: (actual: string) => Error,
): Readable {
  async function* check() {
    const checksum = make();
    for await (const chunk of body) {
      checksum.update(chunk);
      yield chunk;
    }
    const actual = checksum.digest();
    if (actual !== value) throw fault(actual);
  }
  return Readable.from(check(), { objectMode: false });
}
