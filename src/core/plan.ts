// What a Client wants to know of an operation at every call, read from the model once.

import type { OperationModel, Service, Shape, ShapeRef, StructureShape } from './models/model.ts';

export interface OperationPlan {
  /** As callers say it; a few models have a longer one inside. */
  readonly name: string;
  /** As it is sent: without what the endpoint rules already put into the host or path. */
  readonly operation: OperationModel;
  readonly input: StructureShape | undefined;
  readonly output: StructureShape | undefined;
  readonly idempotencyTokens: readonly string[];
  /** Parameters of the endpoint rules and the input members that give them. */
  readonly contextParams: readonly (readonly [param: string, member: string])[];
  readonly hostPrefix: string | undefined;
  /** Whether calls with other inputs go to the same place. */
  readonly hasFixedPlace: boolean;
  readonly mayBeCompressed: boolean;
  /** Whether a checksum of the body may be sent. */
  readonly mayHaveChecksum: boolean;
  readonly streamsInput: boolean;
  readonly streamsOutput: boolean;
  readonly sendsEvents: boolean;
  readonly receivesEvents: boolean;
  /** True where the service streams events over HTTP/2. */
  readonly wantsHttp2: boolean;
  /** Whether a member, such as the one for a page's size, is text. */
  readonly limitIsText: (member: string) => boolean;
  /** Modelled errors that may be tried again, by their code. */
  readonly retryableErrors: ReadonlyMap<string, 'throttling' | 'transient'>;
}

export function planOperation(
  service: Service,
  name: string,
  operation: OperationModel,
): OperationPlan {
  const input = structureOf(service, operation.input);
  const output = structureOf(service, operation.output);
  const members = Object.entries(input?.members ?? {});
  const inputPayload = payloadOf(service, input);
  const outputPayload = payloadOf(service, output);
  const contextParams = members.flatMap(([name, ref]) =>
    ref.contextParam ? [[ref.contextParam.name, name] as const] : [],
  );
  return {
    name,
    operation: withoutEndpointParts(service, operation),
    input,
    output,
    idempotencyTokens: members.filter(([, ref]) => ref.idempotencyToken).map(([name]) => name),
    contextParams,
    hostPrefix: hostPrefixOf(operation),
    hasFixedPlace:
      contextParams.length === 0 &&
      input?.members.Bucket === undefined &&
      operation.operationContextParams === undefined &&
      operation.endpointdiscovery === undefined,
    mayBeCompressed: operation.requestcompression !== undefined,
    mayHaveChecksum:
      operation.httpChecksum !== undefined || operation.httpChecksumRequired === true,
    streamsInput: inputPayload?.streams ?? false,
    streamsOutput: outputPayload?.streams ?? false,
    sendsEvents: inputPayload?.events ?? false,
    receivesEvents: outputPayload?.events ?? false,
    wantsHttp2:
      inputPayload?.events === true ||
      (outputPayload?.events === true && service.metadata.protocolSettings?.h2 !== undefined),
    limitIsText: (member) => service.shapes[input?.members[member]?.shape ?? '']?.type === 'string',
    retryableErrors: retryableErrorsOf(service, operation),
  };
}

function structureOf(service: Service, ref: ShapeRef | undefined): StructureShape | undefined {
  const shape = ref && service.shapes[ref.shape];
  return shape?.type === 'structure' ? shape : undefined;
}

function payloadOf(service: Service, shape: StructureShape | undefined) {
  if (!shape) return undefined;
  // The RPC formats stream events in a member that is not marked as the payload.
  for (const [name, ref] of Object.entries(shape.members)) {
    const member = service.shapes[ref.shape];
    if (member?.type === 'structure' && member.eventstream) return { streams: false, events: true };
    if (name === shape.payload) return { streams: isStreaming(ref, member), events: false };
  }
  return undefined;
}

function isStreaming(ref: ShapeRef, shape: Shape | undefined): boolean {
  return shape?.type === 'blob' && Boolean(ref.streaming || shape.streaming);
}

/**
 * S3's rules put the bucket into the address, so its place in the URI goes.
 * https://github.com/boto/botocore/blob/1.43.11/botocore/handlers.py (remove_bucket_from_url_paths_from_model)
 */
function withoutEndpointParts(service: Service, operation: OperationModel): OperationModel {
  const { requestUri } = operation.http;
  if (service.id !== 's3' || !service.endpointRuleSet || !requestUri.startsWith('/{Bucket}')) {
    return operation;
  }
  const rest = requestUri.slice('/{Bucket}'.length);
  return {
    ...operation,
    http: { ...operation.http, requestUri: rest.startsWith('/') ? rest : `/${rest}` },
  };
}

/** S3 Control's rules put the account into the host themselves. */
function hostPrefixOf(operation: OperationModel): string | undefined {
  const prefix = operation.endpoint?.hostPrefix;
  const isInRules = operation.staticContextParams?.RequiresAccountId?.value === true;
  return prefix === '{AccountId}.' && isInRules ? undefined : prefix;
}

function retryableErrorsOf(service: Service, operation: OperationModel) {
  const found = new Map<string, 'throttling' | 'transient'>();
  // Of all services, STS alone asks somebody else (botocore's `retries/special.py`).
  if (service.id === 'sts') found.set('IDPCommunicationError', 'transient');
  for (const ref of operation.errors ?? []) {
    const shape = structureOf(service, ref);
    if (!shape?.retryable) continue;
    found.set(
      shape.error?.code ?? ref.shape,
      shape.retryable.throttling ? 'throttling' : 'transient',
    );
  }
  return found;
}
