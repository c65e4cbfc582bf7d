// The vocabulary of a service description, as botocore's `service-2` files have it. Everything the core does for an
// operation is driven by these values; they are read from the catalogue and never changed.

/** One AWS service: its model, paginators, waiters and endpoint rules. */
export interface Service {
  /** botocore's id, such as `s3` or `stepfunctions`. */
  readonly id: string;
  readonly metadata: ServiceMetadata;
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Shapes among which are all errors; absent where they were not looked for. */
  readonly errorShapes?: readonly string[];
  readonly paginators: Readonly<Record<string, Paginator>>;
  readonly waiters: Readonly<Record<string, WaiterModel>>;
  /** Absent for a user's own model that came without rules. */
  readonly endpointRuleSet?: EndpointRuleSet;
}

/** The `metadata` of a service model. */
export interface ServiceMetadata {
  readonly apiVersion: string;
  readonly endpointPrefix: string;
  readonly protocol: ProtocolName;
  /** In AWS's order of preference; absent in old models. */
  readonly protocols?: readonly ProtocolName[];
  readonly serviceId: string;
  readonly serviceFullName: string;
  readonly serviceAbbreviation?: string;
  readonly signatureVersion: string;
  readonly signingName?: string;
  readonly auth?: readonly string[];
  readonly globalEndpoint?: string;
  readonly targetPrefix?: string;
  /** `eventstream` where streams of events want HTTP/2. */
  readonly protocolSettings?: { readonly h2?: string };
  readonly jsonVersion?: string;
  readonly xmlNamespace?: string | XmlNamespace;
  /** Present when error codes keep the names of an older query API. */
  readonly awsQueryCompatible?: object;
  readonly uid?: string;
}

/** The six wire formats. */
export type ProtocolName =
  | 'json'
  | 'rest-json'
  | 'rest-xml'
  | 'query'
  | 'ec2'
  | 'smithy-rpc-v2-cbor';

export interface OperationModel {
  readonly name: string;
  readonly http: {
    readonly method: string;
    readonly requestUri: string;
    readonly responseCode?: number;
  };
  readonly input?: ShapeRef;
  readonly output?: ShapeRef;
  readonly errors?: readonly ShapeRef[];
  readonly endpoint?: { readonly hostPrefix?: string };
  readonly authtype?: string;
  readonly auth?: readonly string[];
  readonly unsignedPayload?: boolean;
  readonly idempotent?: boolean;
  readonly readonly?: boolean;
  readonly deprecated?: boolean;
  readonly staticContextParams?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly operationContextParams?: Readonly<Record<string, { readonly path: string }>>;
  readonly httpChecksumRequired?: boolean;
  readonly httpChecksum?: HttpChecksum;
  readonly requestcompression?: { readonly encodings: readonly string[] };
  readonly endpointdiscovery?: { readonly required?: boolean };
}

export interface HttpChecksum {
  readonly requestAlgorithmMember?: string;
  readonly requestChecksumRequired?: boolean;
  readonly requestValidationModeMember?: string;
  readonly responseAlgorithms?: readonly string[];
}

export interface XmlNamespace {
  readonly uri: string;
  readonly prefix?: string;
}

/** A use of a shape: the shape's name and what this place adds to it. */
export interface ShapeRef {
  readonly shape: string;
  readonly location?: 'header' | 'headers' | 'querystring' | 'uri' | 'statusCode';
  readonly locationName?: string;
  readonly queryName?: string;
  /** On an operation's output in the query format: the element that holds the members. */
  readonly resultWrapper?: string;
  readonly flattened?: boolean;
  readonly xmlNamespace?: XmlNamespace;
  readonly xmlAttribute?: boolean;
  readonly streaming?: boolean;
  readonly idempotencyToken?: boolean;
  readonly jsonvalue?: boolean;
  readonly hostLabel?: boolean;
  readonly eventpayload?: boolean;
  readonly eventheader?: boolean;
  readonly contextParam?: { readonly name: string };
  readonly timestampFormat?: TimestampFormat;
  readonly deprecated?: boolean;
  readonly box?: boolean;
}

export type TimestampFormat = 'iso8601' | 'rfc822' | 'unixTimestamp';

export type Shape = StructureShape | ListShape | MapShape | ScalarShape;

export interface StructureShape {
  readonly type: 'structure';
  readonly members: Readonly<Record<string, ShapeRef>>;
  readonly required?: readonly string[];
  /** The member that is the whole body. */
  readonly payload?: string;
  readonly exception?: boolean;
  readonly error?: {
    readonly code?: string;
    readonly httpStatusCode?: number;
    readonly senderFault?: boolean;
  };
  readonly retryable?: { readonly throttling?: boolean };
  readonly fault?: boolean;
  readonly union?: boolean;
  readonly document?: boolean;
  readonly eventstream?: boolean;
  readonly event?: boolean;
  readonly sensitive?: boolean;
  readonly locationName?: string;
  readonly xmlNamespace?: XmlNamespace;
  readonly deprecated?: boolean;
}

export interface ListShape {
  readonly type: 'list';
  readonly member: ShapeRef;
  readonly flattened?: boolean;
  readonly sparse?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: boolean;
  readonly locationName?: string;
}

export interface MapShape {
  readonly type: 'map';
  readonly key: ShapeRef;
  readonly value: ShapeRef;
  readonly flattened?: boolean;
  readonly sparse?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: boolean;
}

export interface ScalarShape {
  readonly type:
    | 'string'
    | 'character'
    | 'blob'
    | 'boolean'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'timestamp';
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: boolean;
  readonly streaming?: boolean;
  readonly requiresLength?: boolean;
  readonly timestampFormat?: TimestampFormat;
  readonly box?: boolean;
}

/** An entry of `paginators-1`. Tokens and keys are JMESPath expressions over the output. */
export interface Paginator {
  readonly input_token: string | readonly string[];
  readonly output_token: string | readonly string[];
  readonly result_key?: string | readonly string[];
  readonly limit_key?: string;
  readonly more_results?: string;
  readonly non_aggregate_keys?: readonly string[];
}

/** An entry of `waiters-2`. */
export interface WaiterModel {
  readonly operation: string;
  /** Seconds between two tries. */
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly WaiterAcceptor[];
}

export interface WaiterAcceptor {
  readonly state: 'success' | 'failure' | 'retry';
  readonly matcher: 'path' | 'pathAll' | 'pathAny' | 'status' | 'error';
  readonly argument?: string;
  readonly expected: unknown;
}

/** Kept as AWS publishes it; only the endpoint resolver looks inside. */
export interface EndpointRuleSet {
  readonly version: string;
  readonly parameters: Readonly<Record<string, EndpointParameter>>;
  readonly rules: readonly unknown[];
}

export interface EndpointParameter {
  readonly type: string;
  readonly builtIn?: string;
  readonly default?: unknown;
  readonly required?: boolean;
}

/** One line of the catalogue's index: enough to find a service or operation without reading its model. */
export interface ServiceSummary {
  readonly id: string;
  readonly sdkId: string;
  /** The service's full name, such as `Amazon Simple Storage Service`. */
  readonly title: string;
  readonly apiVersion: string;
  readonly endpointPrefix: string;
  /** Every operation's name, sorted. */
  readonly operations: readonly string[];
  /** Why the user's own model of this service cannot be read; absent when all is well. */
  readonly problem?: string;
}

/** `partitions.json`, as AWS publishes it. */
export interface Partitions {
  readonly version: string;
  readonly partitions: readonly Partition[];
}

export interface Partition {
  readonly id: string;
  readonly regionRegex: string;
  readonly regions: Readonly<Record<string, { readonly description?: string }>>;
  readonly outputs: {
    readonly dnsSuffix: string;
    readonly dualStackDnsSuffix: string;
    readonly implicitGlobalRegion: string;
    readonly name: string;
    readonly supportsDualStack: boolean;
    readonly supportsFIPS: boolean;
  };
}
