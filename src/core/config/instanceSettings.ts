// How the metadata service of EC2 is asked for keys.

import { readInteger } from './pythonText.ts';
import { findSetting, quickLook } from './settings.ts';
import type { Environment, ProfileEntry } from './sharedConfig.ts';

export interface InstanceSettings {
  /** Ends in `/`. */
  readonly url: string;
  /** Milliseconds until an answer must be there. */
  readonly timeLimit: number;
  /** In all, the first one included. */
  readonly attempts: number;
  /** True when keys are not to be read without a token. */
  readonly isV1Disabled: boolean;
  readonly isDisabled: boolean;
}

/** Throws a `ConfigError` for a value that cannot be, whether the service is asked in the end or not, as botocore does. */
export function instanceSettingsOf(
  entry: ProfileEntry | undefined,
  environment: Environment,
): InstanceSettings {
  return isAnySet(entry, environment) ? readInstanceSettings(entry, environment) : usualSettings;
}

function readInstanceSettings(
  entry: ProfileEntry | undefined,
  environment: Environment,
): InstanceSettings {
  const find = (key: string) =>
    findSetting(entry, environment, { keys: [key], variable: `AWS_${key.toUpperCase()}` });
  const count = (key: string) => {
    const found = find(key);
    if (!found) return 1;
    const number = readInteger(found.text);
    if (number === undefined) throw found.error(`"${found.text}" is not a whole number.`);
    return number;
  };
  return {
    url: urlOf(find),
    timeLimit: count('metadata_service_timeout') * 1000,
    attempts: count('metadata_service_num_attempts'),
    isV1Disabled: isTrue(find('ec2_metadata_v1_disabled')?.text),
    isDisabled: isTrue(environment.AWS_EC2_METADATA_DISABLED),
  };
}

const isAnySet = quickLook([
  { keys: [], variable: 'AWS_EC2_METADATA_DISABLED' },
  ...[
    'metadata_service_timeout',
    'metadata_service_num_attempts',
    'ec2_metadata_service_endpoint',
    'ec2_metadata_service_endpoint_mode',
    'ec2_metadata_v1_disabled',
    'imds_use_ipv6',
  ].map((key) => ({ keys: [key], variable: `AWS_${key.toUpperCase()}` })),
]);

const usualSettings: InstanceSettings = {
  url: 'http://169.254.169.254/',
  timeLimit: 1_000,
  attempts: 1,
  isV1Disabled: false,
  isDisabled: false,
};

type Find = (key: string) => ReturnType<typeof findSetting>;

const usualUrls: Readonly<Record<string, string>> = {
  ipv4: usualSettings.url,
  ipv6: 'http://[fd00:ec2::254]/',
};

function urlOf(find: Find): string {
  const mode = find('ec2_metadata_service_endpoint_mode');
  const usual = mode ? usualUrls[mode.text.toLowerCase()] : usualUrls[ipVersion(find)];
  if (usual === undefined) throw mode?.error(`"${mode.text}" is none of ipv4, ipv6.`);
  const endpoint = find('ec2_metadata_service_endpoint');
  if (!endpoint) return usual;
  const url = URL.parse(endpoint.text.replace(/\/*$/, '/'));
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw endpoint.error('a URL is wanted, http://host.');
}

/** An older way to ask for the IPv6 address. */
function ipVersion(find: Find): string {
  const variable = find('imds_use_ipv6');
  return isTrue(variable?.text) ? 'ipv6' : 'ipv4';
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}
