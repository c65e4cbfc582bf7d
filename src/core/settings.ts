// What a profile, the environment or the caller may set for every client, in botocore's words turned into camelCase.

/** All optional; absence means botocore's default. */
export interface ClientSettings {
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  /** What settings that are not set are. `legacy` when absent; `auto` looks at where the program runs. */
  readonly defaultsMode?: 'legacy' | 'standard' | 'in-region' | 'cross-region' | 'mobile' | 'auto';
  /** Attempts in all, the first one included. 3 when absent; in `legacy` mode 5, and 10 for DynamoDB. */
  readonly maxAttempts?: number;
  /**
   * `standard` when absent. `adaptive` also sends more slowly while a service throttles; `legacy` has its own numbers and
   * delays, and no quota of retries.
   */
  readonly retryMode?: 'standard' | 'legacy' | 'adaptive';
  /** Milliseconds until a connection must stand. 60,000 when absent. */
  readonly connectTimeout?: number;
  /** Milliseconds until the first byte of an answer, and between two of its bytes. 60,000 when absent. */
  readonly readTimeout?: number;
  /** An answer that is read whole may have so many bytes; a longer one is refused. 256 MiB when absent. */
  readonly maxResponseBytes?: number;
  /** `legacy` sends STS calls of the oldest regions to the global endpoint. */
  readonly stsRegionalEndpoints?: 'legacy' | 'regional';
  /** False sends inputs as they are, without a look at the model first. */
  readonly parameterValidation?: boolean;
  /**
   * Whether services are asked where requests go, as some offer. `auto`, the default, asks those that insist; `true` asks
   * all; `false` none, so that nothing of those that insist can be called.
   */
  readonly endpointDiscoveryEnabled?: 'auto' | 'true' | 'false';
  readonly accountIdEndpointMode?: 'preferred' | 'disabled' | 'required';
  readonly requestChecksumCalculation?: 'when_supported' | 'when_required';
  readonly responseChecksumValidation?: 'when_supported' | 'when_required';
  readonly disableHostPrefixInjection?: boolean;
  readonly disableRequestCompression?: boolean;
  readonly requestMinCompressionSizeBytes?: number;
  readonly s3DisableExpressSessionAuth?: boolean;
  readonly userAgentAppId?: string;
  /** Ways to authorize that are taken before the order of the model: `sigv4`, `sigv4a`, `httpBearerAuth`, `noAuth`. */
  readonly authSchemePreference?: readonly string[];
  /** The regions, parted by commas, that a signature of version 4A is good for; what the endpoint rules say when absent. */
  readonly sigv4aSigningRegionSet?: string;
  readonly s3?: S3Settings;
  /** Parameters of the endpoint rules that only a client can set, by the rule set's names. */
  readonly clientContextParams?: Readonly<Record<string, unknown>>;
}

/** The `s3 =` section of a profile. */
export interface S3Settings {
  /** `auto` is virtual host style on AWS and path style on an endpoint of one's own. */
  readonly addressingStyle?: 'auto' | 'virtual' | 'path';
  readonly useAccelerateEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly useArnRegion?: boolean;
  readonly disableMultiregionAccessPoints?: boolean;
  readonly payloadSigningEnabled?: boolean;
  /** `legacy`, the default, addresses us-east-1 by the global host name. */
  readonly usEast1RegionalEndpoint?: 'legacy' | 'regional';
}
