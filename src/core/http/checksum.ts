// Checksums of bodies: one added to requests that need or may have one, and the one of an answer compared. The rules are
// those of botocore's `httpchecksum.py`: CRC32 unless the input names another.

import { Readable } from 'node:stream';
import { UnsupportedError, type Where } from '../errors.ts';
import type { OperationPlan } from '../plan.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ClientSettings } from '../settings.ts';
import { algorithmNames, algorithmOf, type MakeChecksum } from './algorithms.ts';
import { withTrailer } from './chunked.ts';
import type { HttpResponse, RequestBody, RequestParts } from './message.ts';
import { ReplayableBody } from './replayableBody.ts';

export interface ChecksumContext {
  readonly plan: OperationPlan;
  readonly input: Document;
  readonly settings: ClientSettings;
  readonly isSecure: boolean;
  readonly where: Where;
}

/**
 * The parts with a checksum where the operation wants one. Over TLS, a body that may be a stream gets it behind its last
 * byte, else it stands in a header.
 */
export async function withRequestChecksum(
  parts: RequestParts,
  context: ChecksumContext,
): Promise<RequestParts> {
  const choice = chooseAlgorithm(parts, context);
  if (!choice) return parts;
  const name = `x-amz-checksum-${choice.algorithm}`;
  const named = { ...parts, headers: { ...parts.headers, ...choice.headers } };
  if (context.plan.streamsInput && context.isSecure) {
    return withTrailer(named, name, choice.make, context.where);
  }
  // A stream that is read once cannot be read before it is sent.
  if (parts.body instanceof Readable) return parts;
  return { ...named, headers: { ...named.headers, [name]: await digest(parts.body, choice.make) } };
}

async function digest(body: RequestBody | undefined, make: MakeChecksum): Promise<string> {
  const checksum = await make();
  if (body instanceof ReplayableBody) {
    for await (const chunk of body.open('hash')) checksum.update(chunk);
  } else if (body !== undefined && !(body instanceof Readable)) {
    checksum.update(typeof body === 'string' ? Buffer.from(body) : body);
  }
  return checksum.digest();
}

function chooseAlgorithm(parts: RequestParts, { plan, input, settings, where }: ChecksumContext) {
  if (hasChecksum(parts.headers)) return undefined;
  const { httpChecksum, httpChecksumRequired } = plan.operation;
  const member = httpChecksum?.requestAlgorithmMember;
  const asked = member === undefined ? undefined : input[member];
  if (typeof asked === 'string') return { ...askedAlgorithm(asked, where), headers: {} };
  const isRequired = httpChecksumRequired || httpChecksum?.requestChecksumRequired;
  const isWelcome = member !== undefined && settings.requestChecksumCalculation !== 'when_required';
  if (!isRequired && !isWelcome) return undefined;
  const header = member === undefined ? undefined : plan.input?.members[member]?.locationName;
  return {
    ...askedAlgorithm('CRC32', where),
    headers: header === undefined ? {} : { [header.toLowerCase()]: 'CRC32' },
  };
}

function hasChecksum(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some((name) =>
    /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name),
  );
}

function askedAlgorithm(name: string, where: Where) {
  const algorithm = name.toLowerCase();
  const make = algorithmOf(algorithm);
  if (make) return { algorithm, make };
  const known = algorithmNames.join(', ').toUpperCase();
  throw new UnsupportedError(
    where,
    `there is no checksum algorithm "${name}". There are ${known}.`,
  );
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
  readonly make: MakeChecksum;
}

/** The checksum an answer can be held to; undefined when it has none, or one over parts. */
export function expectedChecksum(
  plan: OperationPlan,
  response: Pick<HttpResponse, 'headers'>,
): ExpectedChecksum | undefined {
  const offered = plan.operation.httpChecksum?.responseAlgorithms;
  if (!offered) return undefined;
  for (const name of algorithmNames) {
    const value = response.headers[`x-amz-checksum-${name}`];
    const make = algorithmOf(name);
    if (!make || value === undefined || value.includes('-')) continue;
    if (offered.some((algorithm) => algorithm.toLowerCase() === name)) return { name, value, make };
  }
  return undefined;
}

/** True if the bytes are what the checksum says. */
export async function matchesChecksum(
  body: Uint8Array,
  { value, make }: ExpectedChecksum,
): Promise<boolean> {
  return (await digest(body, make)) === value;
}

/** The same stream; it fails at its end when its bytes are not what the checksum says. */
export function checkedStream(
  body: Readable,
  { value, make }: ExpectedChecksum,
  fault: (actual: string) => Error,
): Readable {
  async function* check() {
    const checksum = await make();
    for await (const chunk of body) {
      checksum.update(chunk);
      yield chunk;
    }
    const actual = await checksum.digest();
    if (actual !== value) throw fault(actual);
  }
  return Readable.from(check(), { objectMode: false });
}
