// What a profile and the environment set beside keys, resolved as botocore's config chain does: a variable that is set
// wins over the profile. Names, order and defaults are those of botocore's `configprovider.py`.

import { ConfigError } from '../errors.ts';
import type { ClientSettings, S3Settings } from '../settings.ts';
import { lineOf, textOf } from './place.ts';
import {
  type ConfigOptions,
  type Environment,
  expandPath,
  type ProfileEntry,
} from './sharedConfig.ts';

/** How one setting is found: the environment variable, then keys of the profile, first found wins. */
export interface Lookup {
  readonly variable?: string | undefined;
  /** `s3.addressing_style` is the option nested under `s3 =`. */
  readonly keys: readonly string[];
}

/**
 * The region of everything the profile does. `AWS_REGION` is what the AWS CLI 2 and the other SDKs read, and
 * `AWS_DEFAULT_REGION` what botocore reads; both win over every profile's own region, there as here.
 */
export function regionOf(
  entry: ProfileEntry | undefined,
  environment: Environment,
): string | undefined {
  const fromVariable = environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  return fromVariable || findSetting(entry, environment, { keys: ['region'] })?.text || undefined;
}

/** The certificates to trust instead of the system's. */
export function caBundleOf(
  entry: ProfileEntry | undefined,
  options: ConfigOptions,
): string | undefined {
  const lookup = { variable: 'AWS_CA_BUNDLE', keys: ['ca_bundle'] };
  const found = findSetting(entry, options.environment ?? process.env, lookup)?.text;
  return found ? expandPath(found, options) : undefined;
}

/** Throws a `ConfigError` for a value that cannot be. */
export function clientSettingsOf(
  entry: ProfileEntry | undefined,
  environment: Environment,
): ClientSettings {
  const read = readersOf(entry, environment);
  const s3 = s3SettingsOf(read);
  return withoutAbsent({
    useFipsEndpoint: read.flag('use_fips_endpoint', 'AWS_USE_FIPS_ENDPOINT'),
    useDualstackEndpoint: read.flag('use_dualstack_endpoint', 'AWS_USE_DUALSTACK_ENDPOINT'),
    maxAttempts: read.count('max_attempts', 'AWS_MAX_ATTEMPTS', 1),
    retryMode: read.choice('retry_mode', 'AWS_RETRY_MODE', ['legacy', 'standard', 'adaptive']),
    stsRegionalEndpoints: read.choice('sts_regional_endpoints', 'AWS_STS_REGIONAL_ENDPOINTS', [
      'legacy',
      'regional',
    ]),
    accountIdEndpointMode: read.choice('account_id_endpoint_mode', 'AWS_ACCOUNT_ID_ENDPOINT_MODE', [
      'preferred',
      'disabled',
      'required',
    ]),
    requestChecksumCalculation: read.choice(
      'request_checksum_calculation',
      'AWS_REQUEST_CHECKSUM_CALCULATION',
      ['when_supported', 'when_required'],
    ),
    responseChecksumValidation: read.choice(
      'response_checksum_validation',
      'AWS_RESPONSE_CHECKSUM_VALIDATION',
      ['when_supported', 'when_required'],
    ),
    disableHostPrefixInjection: read.flag(
      'disable_host_prefix_injection',
      'AWS_DISABLE_HOST_PREFIX_INJECTION',
    ),
    disableRequestCompression: read.flag(
      'disable_request_compression',
      'AWS_DISABLE_REQUEST_COMPRESSION',
    ),
    requestMinCompressionSizeBytes: read.count(
      'request_min_compression_size_bytes',
      'AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES',
      0,
    ),
    s3DisableExpressSessionAuth: read.flag(
      's3_disable_express_session_auth',
      'AWS_S3_DISABLE_EXPRESS_SESSION_AUTH',
    ),
    authSchemePreference: read
      .text('auth_scheme_preference', 'AWS_AUTH_SCHEME_PREFERENCE')
      ?.split(',')
      .map((name) => name.trim().replace(/^.*#/, '')),
    userAgentAppId: read.text('sdk_ua_app_id', 'AWS_SDK_UA_APP_ID'),
    s3: Object.keys(s3).length > 0 ? s3 : undefined,
  });
}

function s3SettingsOf(read: Readers): S3Settings {
  return withoutAbsent({
    addressingStyle: read.choice('s3.addressing_style', undefined, ['auto', 'virtual', 'path']),
    useAccelerateEndpoint: read.flag('s3.use_accelerate_endpoint'),
    useDualstackEndpoint: read.flag('s3.use_dualstack_endpoint'),
    payloadSigningEnabled: read.flag('s3.payload_signing_enabled'),
    useArnRegion: read.flag('s3_use_arn_region s3.use_arn_region', 'AWS_S3_USE_ARN_REGION'),
    usEast1RegionalEndpoint: read.choice(
      's3_us_east_1_regional_endpoint s3.us_east_1_regional_endpoint',
      'AWS_S3_US_EAST_1_REGIONAL_ENDPOINT',
      ['legacy', 'regional'],
    ),
    disableMultiregionAccessPoints: read.flag(
      's3.s3_disable_multiregion_access_points',
      'AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS',
    ),
  });
}

type Readers = ReturnType<typeof readersOf>;

/** Readers of one setting each; undefined where it is not set. `keys` are parted by a space. */
function readersOf(entry: ProfileEntry | undefined, environment: Environment) {
  const text = (keys: string, variable?: string) =>
    findSetting(entry, environment, { keys: keys.split(' '), variable });
  return {
    text: (keys: string, variable?: string): string | undefined => text(keys, variable)?.text,
    /** Anything but `true` is false, as botocore has it. */
    flag(keys: string, variable?: string): boolean | undefined {
      const found = text(keys, variable);
      return found && found.text.toLowerCase() === 'true';
    },
    count(keys: string, variable: string, min: number): number | undefined {
      const found = text(keys, variable);
      if (!found) return undefined;
      const number = /^\d+$/.test(found.text.trim()) ? Number(found.text) : Number.NaN;
      if (number >= min) return number;
      throw found.error(`a whole number from ${min} up is wanted, not "${found.text}".`);
    },
    choice<T extends string>(
      keys: string,
      variable: string | undefined,
      choices: readonly T[],
    ): T | undefined {
      const found = text(keys, variable);
      const choice = choices.find((one) => one === found?.text.toLowerCase());
      if (!found || choice) return choice;
      throw found.error(`"${found.text}" is none of ${choices.join(', ')}.`);
    },
  };
}

export interface Found {
  readonly text: string;
  /** The error that says where the value stands. */
  error(problem: string): ConfigError;
}

/** An empty variable counts as not set. */
export function findSetting(
  entry: ProfileEntry | undefined,
  environment: Environment,
  lookup: Lookup,
): Found | undefined {
  const { variable, keys } = lookup;
  const fromVariable = variable && environment[variable];
  if (variable && fromVariable) {
    const error = (problem: string) => new ConfigError(variable, undefined, problem);
    return { text: fromVariable, error };
  }
  for (const key of keys) {
    const text = valueAt(entry, key);
    if (!entry || text === undefined) continue;
    const { file, line } = lineOf(entry, key.split('.')[0] ?? key);
    return { text, error: (problem) => new ConfigError(file, line, `${key}: ${problem}`) };
  }
  return undefined;
}

function valueAt(entry: ProfileEntry | undefined, key: string): string | undefined {
  const [outer = '', inner] = key.split('.');
  if (inner === undefined) return textOf(entry, outer);
  const nested = entry?.values.get(outer);
  return typeof nested === 'string' ? undefined : nested?.get(inner);
}

type WithoutAbsent<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without the members that are undefined. */
function withoutAbsent<T extends object>(value: T): WithoutAbsent<T> {
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept) as WithoutAbsent<T>;
}
