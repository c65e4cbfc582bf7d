// What a profile and the environment may set for every client: where each setting stands, and what it may be. Names, order
// and limits are those of botocore's `configprovider.py`; docs/configuration.md says what each is for.

import type { ClientSettings, S3Settings } from '../settings.ts';

export interface SettingRule {
  /** Of the profile; the first found wins. `s3.addressing_style` is the option nested under `s3 =`. */
  readonly keys: readonly string[];
  /** Wins over the profile. */
  readonly variable?: string;
  readonly form: SettingForm;
}

export type SettingForm =
  /** Anything but `true` is false. */
  | { readonly is: 'flag' }
  | { readonly is: 'text' }
  /** Parted by commas. */
  | { readonly is: 'list' }
  | { readonly is: 'count'; readonly min: number; readonly max?: number }
  | { readonly is: 'choice'; readonly of: readonly string[] };

type Rules<Settings> = { readonly [Name in keyof Required<Settings>]: SettingRule };

const flag: SettingForm = { is: 'flag' };
const text: SettingForm = { is: 'text' };
const choice = (...of: readonly string[]): SettingForm => ({ is: 'choice', of });

/** The variable of a key, where botocore forms it as usual. */
function rule(key: string, form: SettingForm, variable = `AWS_${key.toUpperCase()}`): SettingRule {
  return { keys: [key], variable, form };
}

/** Settings that only a caller gives, in `SessionOptions.settings`. */
type Given = 'connectTimeout' | 'readTimeout' | 'maxResponseBytes' | 'clientContextParams' | 's3';

export const settingRules: Rules<Omit<ClientSettings, Given>> = {
  useFipsEndpoint: rule('use_fips_endpoint', flag),
  useDualstackEndpoint: rule('use_dualstack_endpoint', flag),
  defaultsMode: rule(
    'defaults_mode',
    choice('legacy', 'standard', 'in-region', 'cross-region', 'mobile', 'auto'),
  ),
  retryMode: rule('retry_mode', choice('legacy', 'standard', 'adaptive')),
  maxAttempts: rule('max_attempts', { is: 'count', min: 1 }),
  parameterValidation: { keys: ['parameter_validation'], form: flag },
  endpointDiscoveryEnabled: rule('endpoint_discovery_enabled', choice('auto', 'true', 'false')),
  stsRegionalEndpoints: rule('sts_regional_endpoints', choice('legacy', 'regional')),
  accountIdEndpointMode: rule(
    'account_id_endpoint_mode',
    choice('preferred', 'disabled', 'required'),
  ),
  authSchemePreference: rule('auth_scheme_preference', { is: 'list' }),
  sigv4aSigningRegionSet: rule('sigv4a_signing_region_set', text),
  requestChecksumCalculation: rule(
    'request_checksum_calculation',
    choice('when_supported', 'when_required'),
  ),
  responseChecksumValidation: rule(
    'response_checksum_validation',
    choice('when_supported', 'when_required'),
  ),
  disableRequestCompression: rule('disable_request_compression', flag),
  requestMinCompressionSizeBytes: rule('request_min_compression_size_bytes', {
    is: 'count',
    min: 1,
    max: 1_048_576,
  }),
  disableHostPrefixInjection: rule('disable_host_prefix_injection', flag),
  s3DisableExpressSessionAuth: rule('s3_disable_express_session_auth', flag),
  userAgentAppId: rule('sdk_ua_app_id', text),
};

export const s3SettingRules: Rules<S3Settings> = {
  addressingStyle: { keys: ['s3.addressing_style'], form: choice('auto', 'virtual', 'path') },
  useAccelerateEndpoint: { keys: ['s3.use_accelerate_endpoint'], form: flag },
  useDualstackEndpoint: { keys: ['s3.use_dualstack_endpoint'], form: flag },
  payloadSigningEnabled: { keys: ['s3.payload_signing_enabled'], form: flag },
  useArnRegion: {
    keys: ['s3_use_arn_region', 's3.use_arn_region'],
    variable: 'AWS_S3_USE_ARN_REGION',
    form: flag,
  },
  usEast1RegionalEndpoint: {
    keys: ['s3_us_east_1_regional_endpoint', 's3.us_east_1_regional_endpoint'],
    variable: 'AWS_S3_US_EAST_1_REGIONAL_ENDPOINT',
    form: choice('legacy', 'regional'),
  },
  disableMultiregionAccessPoints: {
    keys: ['s3.s3_disable_multiregion_access_points'],
    variable: 'AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS',
    form: flag,
  },
};
