import { ConfigError } from '../errors.ts';
import { isEndpoint } from '../http/endpointInWords.ts';
import type { ConfigSection } from './iniFile.ts';
import { lineOf, textOf } from './place.ts';
import type { Environment, ProfileEntry, SharedConfig } from './sharedConfig.ts';

/** Where endpoints are configured. */
export interface EndpointScope {
  readonly config: SharedConfig;
  readonly entry: ProfileEntry | undefined;
  readonly environment: Environment;
}

/**
 * The endpoint configured for a service, by its `serviceId` such as `Cost Explorer`: AWS_ENDPOINT_URL_COST_EXPLORER,
 * AWS_ENDPOINT_URL, `endpoint_url` under the service in the profile's `[services]` section, the profile's `endpoint_url`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredEndpoint(scope: EndpointScope, serviceId: string): string | undefined {
  if (isIgnored(scope)) return undefined;
  const key = serviceId.replaceAll(/[ -]/g, '_').toLowerCase();
  const { environment, entry } = scope;
  return (
    environment[`AWS_ENDPOINT_URL_${key.toUpperCase()}`] ||
    environment.AWS_ENDPOINT_URL ||
    fromServices(scope, key) ||
    textOf(entry, 'endpoint_url') ||
    undefined
  );
}

/** The endpoint of all services, for telling a profile of an emulator apart. */
export function commonEndpoint(scope: EndpointScope): string | undefined {
  const url = scope.environment.AWS_ENDPOINT_URL || textOf(scope.entry, 'endpoint_url');
  return url && !isIgnored(scope) ? url : undefined;
}

/** Throws a `ConfigError` when the profile names a section of services that is not there, or an endpoint that is none. */
export function checkEndpoints(scope: EndpointScope): void {
  const { entry, environment } = scope;
  if (entry?.values.has('services')) configuredEndpoint(scope, '');
  const url = environment.AWS_ENDPOINT_URL ? undefined : commonEndpoint(scope);
  if (!entry || url === undefined || isEndpoint(url)) return;
  const { file, line } = lineOf(entry, 'endpoint_url');
  throw new ConfigError(file, line, 'endpoint_url: a URL is wanted, http://host:port.');
}

function isIgnored({ environment, entry }: EndpointScope): boolean {
  const text =
    environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ||
    textOf(entry, 'ignore_configured_endpoint_urls');
  return text?.toLowerCase() === 'true';
}

/** Those of single services, by `s3` and its like. Throws as `checkEndpoints` does. */
export function serviceEndpoints(scope: EndpointScope): ReadonlyMap<string, string> {
  const endpoints = new Map<string, string>();
  if (isIgnored(scope)) return endpoints;
  for (const [key, service] of servicesOf(scope)?.values ?? []) {
    const url = typeof service === 'string' ? undefined : service.get('endpoint_url');
    if (url !== undefined) endpoints.set(key, url);
  }
  return endpoints;
}

function fromServices(scope: EndpointScope, key: string): string | undefined {
  const service = servicesOf(scope)?.values.get(key);
  return typeof service === 'string' ? undefined : service?.get('endpoint_url');
}

/** The section that the profile names. */
function servicesOf({ config, entry }: EndpointScope): ConfigSection | undefined {
  const name = textOf(entry, 'services');
  if (!entry || name === undefined) return undefined;
  const section = config.services.get(name);
  if (section) return section;
  const { file, line } = lineOf(entry, 'services');
  throw new ConfigError(file, line, `there is no section [services ${name}].`);
}
