// Settings that suit where the requests come from. https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html

import type { ClientSettings, S3Settings } from '../settings.ts';
import type { Environment } from './sharedConfig.ts';

type Mode = NonNullable<ClientSettings['defaultsMode']>;

/** Milliseconds until a connection must stand. */
const connectTimeouts: Readonly<Record<Exclude<Mode, 'legacy' | 'auto'>, number>> = {
  standard: 3_100,
  'in-region': 1_100,
  'cross-region': 3_100,
  mobile: 30_000,
};

/** The settings with what the mode says for those that are not set. */
export function withDefaultsMode(
  settings: ClientSettings,
  region: string | undefined,
  environment: Environment,
): ClientSettings {
  const mode = resolve(settings.defaultsMode ?? 'legacy', region, environment);
  if (mode === 'legacy') return settings;
  const s3: S3Settings = { usEast1RegionalEndpoint: 'regional', ...settings.s3 };
  return {
    retryMode: 'standard',
    stsRegionalEndpoints: 'regional',
    connectTimeout: connectTimeouts[mode],
    ...settings,
    s3,
  };
}

/**
 * Of the region the program runs in only the environment is asked, as it is where AWS itself runs it. The metadata service
 * of an instance, which botocore asks too, is not worth the wait here.
 */
function resolve(
  mode: Mode,
  region: string | undefined,
  environment: Environment,
): Exclude<Mode, 'auto'> {
  if (mode !== 'auto') return mode;
  const { AWS_EXECUTION_ENV, AWS_REGION, AWS_DEFAULT_REGION } = environment;
  const current = AWS_EXECUTION_ENV ? (AWS_REGION ?? AWS_DEFAULT_REGION) : undefined;
  if (!current) return 'standard';
  return current === region ? 'in-region' : 'cross-region';
}
