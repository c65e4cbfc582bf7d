// From an operation and its input to a request that only lacks its signature. Nothing is sent here.

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CallPlace, findCallPlace } from './callPlace.ts';
import type { ClientContext } from './clientContext.ts';
import type { CallContext } from './customizations/customization.ts';
import { ParamValidationError, UnsupportedError } from './errors.ts';
import { addressRequest, fillHostPrefix } from './http/address.ts';
import type { RequestAuth } from './http/auth.ts';
import { withToken } from './http/bearer.ts';
import { validationMember, withRequestChecksum } from './http/checksum.ts';
import type { HttpRequest, RequestParts } from './http/message.ts';
import { fileOf } from './http/replayableBody.ts';
import type { OperationPlan } from './plan.ts';
import type { Document } from './protocols/protocol.ts';
import { validateInput } from './protocols/validate.ts';
import type { ClientSettings } from './settings.ts';
import { userAgent } from './userAgent.ts';

/** A call whose input is known to fit. */
export interface CheckedCall extends CallContext {
  readonly input: Document;
}

/** A request that only lacks its signature. */
export interface DescribedRequest {
  readonly request: HttpRequest;
  readonly auth: RequestAuth;
}

/** Applies what the service wants changed, then checks the input against its shape. */
export function checkInput(
  context: ClientContext,
  plan: OperationPlan,
  given: Document,
  { isPresigning = false }: { readonly isPresigning?: boolean } = {},
): CheckedCall {
  const { service, settings } = context.options;
  context.options.guard?.(plan.name, given);
  const where = context.where(plan.name);
  const call: CallContext = { service, plan, given, where };
  const changed = context.customization.input?.(given, call) ?? given;
  // A presigned URL is used by those who do not compare checksums.
  const mode = isPresigning ? undefined : validationMember(plan, settings);
  const input = withDefaults(changed, plan, mode);
  if (settings.parameterValidation === false) return { ...call, input };
  const faults = validateInput(service, plan.operation, input);
  if (faults.length > 0) throw new ParamValidationError(where, faults);
  return { ...call, input };
}

function withDefaults(input: Document, plan: OperationPlan, mode: string | undefined): Document {
  if (plan.idempotencyTokens.length === 0 && mode === undefined) return input;
  const defaults: Record<string, unknown> = {};
  for (const name of plan.idempotencyTokens) {
    if (input[name] === undefined || input[name] === null) defaults[name] = randomUUID();
  }
  if (mode !== undefined && input[mode] === undefined) defaults[mode] = 'ENABLED';
  return Object.keys(defaults).length === 0 ? input : { ...input, ...defaults };
}

/** `signal` cancels asking for what the place of a call may depend on. */
export async function describeRequest(
  context: ClientContext,
  call: CheckedCall,
  { signal, isPresigning = false }: { signal?: AbortSignal | undefined; isPresigning?: boolean },
): Promise<DescribedRequest> {
  const { protocol, service, settings } = context.options;
  const { plan, input, where } = call;
  const place = context.fixedPlaces.get(plan) ?? (await findCallPlace(context, call, signal));
  const built = protocol.buildRequest(service, plan.operation, input);
  const replayable =
    built.body instanceof Readable && !isPresigning ? await withFile(built, built.body) : built;
  // What botocore changes right before a call is not part of a URL.
  const change = isPresigning ? undefined : context.customization.parts;
  const changed = change?.(replayable, call) ?? replayable;
  const parts = changed instanceof Promise ? await changed : changed;
  const { headers } = place;
  const headed = headers ? { ...parts, headers: { ...parts.headers, ...headers } } : parts;
  const isChanged = !isPresigning && (plan.mayHaveChecksum || plan.mayBeCompressed);
  const complete = isChanged ? await withBodyHeaders(context, call, headed, place) : headed;
  const prefix = settings.disableHostPrefixInjection ? undefined : plan.hostPrefix;
  const request = addressRequest(
    complete,
    place.url,
    prefix === undefined ? '' : fillHostPrefix(prefix, input, where),
  );
  const { auth } = place;
  if (auth.type === 'bearer') {
    if (isPresigning) throw new UnsupportedError(where, 'a URL cannot carry its token.');
    return { request: withToken(request, await context.token(signal)), auth: { type: 'none' } };
  }
  return { request, auth: withPayloadChoice(auth, plan, request, settings) };
}

/** The body as it is sent: compressed where that is wanted, and with its checksum. */
async function withBodyHeaders(
  { options: { settings } }: ClientContext,
  { plan, input, where }: CheckedCall,
  parts: RequestParts,
  { url }: CallPlace,
): Promise<RequestParts> {
  const toCompress = compressibleBody(parts, plan, settings);
  const compressed = toCompress === undefined ? parts : await compress(parts, toCompress);
  const isSecure = url.startsWith('https:');
  return withRequestChecksum(compressed, { plan, input, settings, isSecure, where });
}

/** A file that is given as a stream nobody has read from yet can be read again, and its length is known. */
async function withFile(parts: RequestParts, body: Readable): Promise<RequestParts> {
  const file = await fileOf(body);
  return file === undefined ? parts : { ...parts, body: file };
}

const smallestCompressed = 10_240;

/** undefined where the body stays as it is. */
function compressibleBody(
  { body }: RequestParts,
  { operation }: OperationPlan,
  settings: ClientSettings,
): string | Uint8Array | undefined {
  const encodings = operation.requestcompression?.encodings;
  if (!encodings?.includes('gzip') || settings.disableRequestCompression) return undefined;
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return undefined;
  const smallest = settings.requestMinCompressionSizeBytes ?? smallestCompressed;
  return Buffer.byteLength(body) < smallest ? undefined : body;
}

async function compress(parts: RequestParts, body: string | Uint8Array): Promise<RequestParts> {
  const { gzipSync } = await import('node:zlib');
  const encoding = parts.headers['content-encoding'];
  return {
    ...parts,
    headers: { ...parts.headers, 'content-encoding': encoding ? `${encoding},gzip` : 'gzip' },
    body: gzipSync(body),
  };
}

/** With TLS and a checksum, S3's uploads need no signed payload: hashing it once more would only cost time. */
function withPayloadChoice(
  auth: RequestAuth,
  plan: OperationPlan,
  request: HttpRequest,
  settings: ClientSettings,
): RequestAuth {
  if (auth.type === 'none' || !auth.isS3) return auth;
  const isSafe =
    request.protocol === 'https:' && plan.streamsInput && 'content-md5' in request.headers;
  const signs = settings.s3?.payloadSigningEnabled ?? !isSafe;
  return { ...auth, unsignedPayload: !signs };
}

/** What every attempt says of itself. */
export function attemptHeaders(
  settings: ClientSettings,
  invocation: string,
  attempt: number,
  maxAttempts: number,
): Record<string, string> {
  return {
    'user-agent': userAgent(settings.userAgentAppId),
    'amz-sdk-invocation-id': invocation,
    'amz-sdk-request': `attempt=${attempt}; max=${maxAttempts}`,
  };
}
