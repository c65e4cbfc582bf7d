// One attempt: sign, send, read the answer. Failures come back as values, for the caller to judge; only cancelling and
// faults of ours are thrown.

import type { Readable } from 'node:stream';
import { throwIfAborted, untilAborted } from './abort.ts';
import type { ClientContext } from './clientContext.ts';
import type { Credentials } from './credentials/credentials.ts';
import { withPresignedCopy } from './customizations/crossRegion.ts';
import { attemptHeaders, type CheckedCall, type DescribedRequest } from './describeRequest.ts';
import { ConnectionError, ResponseParseError, ServiceError } from './errors.ts';
import { readEvents } from './eventAnswer.ts';
import { checkedStream, expectedChecksum, matchesChecksum } from './http/checksum.ts';
import type { HttpRequest, HttpResponse, ReceivedResponse } from './http/message.ts';
import { classify, type Failure } from './http/retry.ts';
import { type SignOptions, signRequest } from './http/sign.ts';
import { mayBeLong, takeLong } from './longAnswer.ts';
import type { Document, OutputReading } from './protocols/protocol.ts';

interface Answered {
  readonly statusCode?: number;
  readonly requestId?: string;
}

export type Attempt = Answered &
  (
    | { readonly ok: true; readonly output: Document; readonly statusCode: number }
    | {
        readonly ok: false;
        readonly error: Error;
        readonly failure: Failure;
        readonly signedAt: Date;
        /** The keys it was signed with; absent when it takes no signature. */
        readonly keys?: Credentials | undefined;
      }
  );

export interface AttemptOptions {
  /** The same for all attempts of a call. */
  readonly invocation: string;
  /** Counted from 1. */
  readonly number: number;
  readonly maxAttempts: number;
  readonly signal: AbortSignal | undefined;
  /** Called right before the request leaves. */
  readonly onSend?: (() => void) | undefined;
}

export async function attempt(
  context: ClientContext,
  call: CheckedCall,
  described: DescribedRequest,
  options: AttemptOptions,
): Promise<Attempt> {
  const { settings, send } = context.options;
  const { signal, invocation, number, maxAttempts } = options;
  if (context.rateLimit) await context.rateLimit.acquire(signal);
  const { auth } = described;
  const keys = auth.type === 'none' ? undefined : await context.credentialsFor(auth, call, signal);
  const signedAt = context.now();
  const signing = signWith(keys, call, described, signedAt);
  const signed = signing instanceof Promise ? await signing : signing;
  const request = withHeaders(signed, attemptHeaders(settings, invocation, number, maxAttempts));
  try {
    const { connectTimeout, readTimeout, maxResponseBytes: maxBytes } = settings;
    const http2 = call.plan.wantsHttp2;
    options.onSend?.();
    const sent = send(request, { signal, connectTimeout, readTimeout, maxBytes, http2 });
    const response = await untilAborted(sent, signal);
    const made = await readResponse(context, call, response, { signedAt, signal });
    return made.ok ? made : { ...made, keys };
  } catch (error) {
    throwIfAborted(signal);
    if (!(error instanceof ConnectionError)) throw error;
    return { ok: false, error: error.at(call.where), failure: failureOf(error), signedAt, keys };
  }
}

/** Headers that take no part in the signature, as in botocore. */
export function withHeaders(
  request: HttpRequest,
  headers: Readonly<Record<string, string>>,
): HttpRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

function failureOf(error: ConnectionError): Failure {
  return { isConnectionFault: error.retryable, isTimeout: error.reason === 'TIMEOUT' };
}

/** Adds the signature; a request that takes none is given back as it is. */
export async function sign(
  context: ClientContext,
  call: CheckedCall,
  described: DescribedRequest,
  date: Date,
  signal: AbortSignal | undefined,
): Promise<HttpRequest> {
  const { auth } = described;
  const keys = auth.type === 'none' ? undefined : await context.credentialsFor(auth, call, signal);
  return signWith(keys, call, described, date);
}

/** At once, where nothing must be read or loaded for it. */
function signWith(
  credentials: Credentials | undefined,
  call: CheckedCall,
  { request, auth }: DescribedRequest,
  date: Date,
): HttpRequest | Promise<HttpRequest> {
  if (auth.type === 'none' || credentials === undefined) return request;
  const options = { auth, credentials, date };
  const complete = withPresignedCopy(request, call, options);
  const signed =
    complete instanceof Promise
      ? complete.then((made) => signRequest(made, options))
      : signRequest(complete, options);
  return call.plan.sendsEvents ? signEvents(signed, options) : signed;
}

async function signEvents(
  request: HttpRequest | Promise<HttpRequest>,
  options: SignOptions,
): Promise<HttpRequest> {
  const { withSignedEvents } = await import('./http/signEvents.ts');
  return withSignedEvents(await request, options);
}

async function readResponse(
  context: ClientContext,
  call: CheckedCall,
  response: HttpResponse,
  { signedAt, signal }: { signedAt: Date; signal: AbortSignal | undefined },
): Promise<Attempt> {
  if (call.plan.receivesEvents && isGood(response)) {
    return readEvents(context, call, response, {
      requestId: requestIdOf(response.headers),
      signedAt,
      signal,
    });
  }
  const received = await receive(context, call, response, signal);
  const answer = context.customization.response?.(received, call) ?? received;
  const requestId = requestIdOf(response.headers);
  const answered = {
    statusCode: answer.statusCode,
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (answer.statusCode < 200 || answer.statusCode >= 300) {
    return { ...answered, ok: false, signedAt, ...readError(context, call, answer, requestId) };
  }
  try {
    const output = readOutput(context, call, answer, received.reading);
    return { ...answered, ok: true, output };
  } catch (error) {
    if (!(error instanceof ResponseParseError)) throw error;
    // A cut answer of S3 is tried again, as in botocore.
    const failure = { isConnectionFault: call.service.id === 's3' };
    return { ...answered, ok: false, signedAt, error: error.at(call.where), failure };
  }
}

function isGood({ statusCode }: HttpResponse): boolean {
  return statusCode >= 200 && statusCode < 300;
}

interface Received extends ReceivedResponse {
  /** Where the body was read while it arrived. */
  readonly reading?: OutputReading | undefined;
}

/** Reads the body, unless it is what the caller wants to read. */
async function receive(
  context: ClientContext,
  call: CheckedCall,
  response: HttpResponse,
  signal: AbortSignal | undefined,
): Promise<Received> {
  const { plan, service } = call;
  const { statusCode, headers } = response;
  const expected = isGood(response) ? expectedChecksum(plan, response) : undefined;
  if (isGood(response) && plan.streamsOutput) {
    const { body } = response;
    const checked = expected
      ? checkedStream(body, expected, () => damaged(service.id, expected.name))
      : body;
    return { statusCode, headers, body: checked };
  }
  const tableChecksum = service.id === 'dynamodb' ? headers['x-amz-crc32'] : undefined;
  const isChecked = expected !== undefined || tableChecksum !== undefined;
  if (isGood(response) && !isChecked && mayBeLong(response)) {
    const taken = await takeLong(context, call, response, signal);
    if (taken) return { statusCode, headers, ...taken };
  }
  const body = await untilAborted(readBytes(response), signal);
  if (expected && !(await matchesChecksum(body, expected)))
    throw damaged(service.id, expected.name);
  if (tableChecksum !== undefined && (await isDamagedTable(tableChecksum, body))) {
    throw damaged(service.id, 'crc32');
  }
  return { statusCode, headers, body };
}

function readBytes(response: HttpResponse): Promise<Uint8Array> {
  return response.bytes?.() ?? readStream(response.body);
}

async function readStream(body: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** DynamoDB names the checksum of every answer. */
async function isDamagedTable(expected: string, body: Uint8Array): Promise<boolean> {
  const { crc32 } = await import('node:zlib');
  return crc32(body) !== Number(expected);
}

function damaged(serviceId: string, checksum: string): ConnectionError {
  return new ConnectionError(
    serviceId,
    'CHECKSUM',
    `What arrived is not what was sent: its ${checksum} differs.`,
    true,
  );
}

function readOutput(
  context: ClientContext,
  call: CheckedCall,
  answer: ReceivedResponse,
  reading: OutputReading | undefined,
): Document {
  const { protocol, service } = context.options;
  const output = reading?.finish() ?? protocol.parseOutput(service, call.plan.operation, answer);
  return context.customization.output?.(output, call, answer) ?? output;
}

function readError(
  context: ClientContext,
  call: CheckedCall,
  answer: ReceivedResponse,
  headerId: string | undefined,
): { error: Error; failure: Failure } {
  const { protocol, service } = context.options;
  const read = protocol.parseError(service, call.plan.operation, answer);
  const parts = context.customization.error?.(read) ?? read;
  const failure = { code: parts.code, statusCode: answer.statusCode, headers: answer.headers };
  const requestId = parts.requestId ?? headerId;
  const error = new ServiceError({
    where: call.where,
    code: parts.code,
    message: parts.message,
    statusCode: answer.statusCode,
    ...(requestId === undefined ? {} : { requestId }),
    retryable: classify(failure, call.plan) !== 'final',
    members: parts.members,
  });
  return { error, failure };
}

function requestIdOf(headers: Readonly<Record<string, string>>): string | undefined {
  return headers['x-amzn-requestid'] ?? headers['x-amz-request-id'] ?? headers['x-amz-id-2'];
}
