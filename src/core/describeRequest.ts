// From an operation and its input to a request that only lacks its signature. Nothing is sent here.

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ClientContext } from './clientContext.ts';
import type { CallContext } from './customizations/customization.ts';
import { EndpointError, ParamValidationError, UnsupportedError } from './errors.ts';
import { addressRequest, fillHostPrefix } from './http/address.ts';
import { chooseAuth, type RequestAuth } from './http/auth.ts';
import { withToken } from './http/bearer.ts';
import { validationMember, withRequestChecksum } from './http/checksum.ts';
import type { Endpoint } from './http/endpoint.ts';
import { endpointParams, findInInput } from './http/endpointParams.ts';
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
  context.options.guard?.(plan.name);
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
  const defaults: Record<string, unknown> = {};
  for (const name of plan.idempotencyTokens) {
    if (input[name] === undefined || input[name] === null) defaults[name] = randomUUID();
  }
  if (mode !== undefined && input[mode] === undefined) defaults[mode] = 'ENABLED';
  return Object.keys(defaults).length === 0 ? input : { ...input, ...defaults };
}

/** `signal` cancels asking for the account that some endpoints contain. */
export async function describeRequest(
  context: ClientContext,
  call: CheckedCall,
  { signal, isPresigning = false }: { signal?: AbortSignal | undefined; isPresigning?: boolean },
): Promise<DescribedRequest> {
  const { protocol, service, settings } = context.options;
  const { plan, input, where } = call;
  const endpoint = await findEndpoint(context, call, signal);
  const built = protocol.buildRequest(service, plan.operation, input);
  const replayable =
    built.body instanceof Readable && !isPresigning ? await withFile(built, built.body) : built;
  // What botocore changes right before a call is not part of a URL.
  const change = isPresigning ? undefined : context.customization.parts;
  const changed = change?.(replayable, call) ?? replayable;
  const parts = changed instanceof Promise ? await changed : changed;
  const withHeaders = { ...parts, headers: { ...parts.headers, ...headersOf(endpoint) } };
  const isSecure = endpoint.url.startsWith('https:');
  const toCompress = compressibleBody(withHeaders, plan, settings);
  const complete = isPresigning
    ? withHeaders
    : await withRequestChecksum(
        toCompress === undefined ? withHeaders : await compress(withHeaders, toCompress),
        { plan, input, settings, isSecure, where },
      );
  const prefix = settings.disableHostPrefixInjection ? undefined : plan.hostPrefix;
  const request = addressRequest(
    complete,
    endpoint.url,
    prefix === undefined ? '' : fillHostPrefix(prefix, input, where),
  );
  const region = context.region(where);
  const auth = chooseAuth({
    service,
    operation: plan.operation,
    endpoint,
    region,
    preference: settings.authSchemePreference,
    regionSet: settings.sigv4aSigningRegionSet,
    prefersToken: context.options.token?.isPreferred ?? false,
    where,
  });
  if (auth.type === 'bearer') {
    if (isPresigning) throw new UnsupportedError(where, 'a URL cannot carry its token.');
    return { request: withToken(request, await context.token(signal)), auth: { type: 'none' } };
  }
  return { request, auth: withPayloadChoice(auth, plan, request, settings) };
}

/** A file that is given as a stream nobody has read from yet can be read again, and its length is known. */
async function withFile(parts: RequestParts, body: Readable): Promise<RequestParts> {
  const file = await fileOf(body);
  return file === undefined ? parts : { ...parts, body: file };
}

async function findEndpoint(
  context: ClientContext,
  call: CheckedCall,
  signal: AbortSignal | undefined,
): Promise<Endpoint> {
  const { plan, input, where, service } = call;
  const { endpoint, settings } = context.options;
  const params = endpointParams(service, plan, input, {
    region: context.region(where),
    endpoint,
    settings,
    bucketRegions: context.bucketRegions,
    accountId: await accountIdFor(context, signal),
    found: await findInInput(plan, input),
  });
  const found = context.resolveEndpoint(params, where);
  const discovered = endpoint === undefined ? await discover(context, call, signal) : undefined;
  const url = discovered ?? context.customization.address?.(call);
  return url === undefined ? found : { ...found, url };
}

/** The address the service names for this operation, where it has one to name. */
async function discover(
  context: ClientContext,
  { plan, where }: CheckedCall,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const { endpointdiscovery } = plan.operation;
  const { endpointDiscoveryEnabled: mode = 'auto' } = context.options.settings;
  if (!endpointdiscovery || (mode !== 'true' && !endpointdiscovery.required)) return undefined;
  if (mode === 'false') {
    const problem =
      'the service says where its requests go, and endpoint_discovery_enabled = false forbids to ask it.';
    throw new EndpointError(where, problem);
  }
  return context.discovery.find(endpointdiscovery.required === true, signal);
}

/** Only where the rules ask for it, because finding credentials may be slow. */
async function accountIdFor(context: ClientContext, signal: AbortSignal | undefined) {
  const { service, settings, credentials } = context.options;
  const params = Object.values(service.endpointRuleSet?.parameters ?? {});
  const isAsked = params.some(({ builtIn }) => builtIn === 'AWS::Auth::AccountId');
  if (!isAsked || !credentials || settings.accountIdEndpointMode === 'disabled') return undefined;
  return (await context.credentials(signal)).accountId;
}

function headersOf({ headers }: Endpoint): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, [value]]) =>
      value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  );
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
