// Endpoint rule sets: parameters in, address out. The rules are evaluated by AWS's own library; this file feeds it our
// partitions, remembers answers, and knows what to do for a user's own model that came without rules.

import { awsEndpointFunctions, setPartitionInfo } from '@aws-sdk/util-endpoints';
import {
  customEndpointFunctions,
  type EndpointParams,
  type RuleSetObject,
  resolveEndpoint,
} from '@smithy/util-endpoints';
import { EndpointError, NoRegionError, type Where } from '../errors.ts';
import type { Partition, Partitions, Service } from '../models/model.ts';
import { isHostLabel } from './address.ts';
import { endpointInWords, isEndpoint } from './endpointInWords.ts';

/** What the rules answer. */
export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** `authSchemes` among them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export type EndpointParameters = Readonly<Record<string, unknown>>;

const remembered = 200;

/** Evaluates a service's rules; answers are remembered by their parameters. */
export function createEndpointResolver(
  service: Service,
  partitions: Partitions,
): (params: EndpointParameters, where: Where) => Endpoint {
  const answers = new Map<string, Endpoint>();
  return (params, where) => {
    const key = JSON.stringify(params);
    const known = answers.get(key);
    if (known) return known;
    const endpoint = evaluate(service, partitions, params, where);
    if (answers.size >= remembered) answers.clear();
    answers.set(key, endpoint);
    return endpoint;
  };
}

function evaluate(
  service: Service,
  partitions: Partitions,
  params: EndpointParameters,
  where: Where,
): Endpoint {
  checkRegion(params.Region, where);
  checkCustomEndpoint(params.Endpoint, where);
  if (!service.endpointRuleSet) return evaluateWithoutRules(service, partitions, params, where);
  // The library keeps both for the whole process; a bundler drops the functions where nothing names them.
  customEndpointFunctions.aws = awsEndpointFunctions;
  setPartitionInfo(partitions as unknown as Parameters<typeof setPartitionInfo>[0]);
  try {
    const answer = resolveEndpoint(service.endpointRuleSet as unknown as RuleSetObject, {
      endpointParams: { ...params } as EndpointParams,
    });
    // A few rules leave a hole where the region would be.
    if (answer.url.hostname.includes('..')) throw new NoRegionError(where);
    return {
      url: withoutSlash(answer.url, params.Endpoint),
      headers: answer.headers ?? {},
      properties: answer.properties ?? {},
    };
  } catch (error) {
    throw toEndpointError(error, params.Endpoint, where);
  }
}

/** Nothing of it repeats the endpoint as it was configured, which may have a password. */
function toEndpointError(error: unknown, endpoint: unknown, where: Where): Error {
  if (error instanceof NoRegionError) return error;
  const problem = error instanceof Error ? error.message : String(error);
  if (/Missing Region|Missing required parameter: 'Region'|region must be set/i.test(problem)) {
    return new NoRegionError(where);
  }
  const invalid = invalidUrl(error);
  if (invalid !== undefined) return new EndpointError(where, invalid);
  if (typeof endpoint !== 'string') return new EndpointError(where, problem, error);
  return new EndpointError(where, problem.replaceAll(endpoint, endpointInWords(endpoint)));
}

/** The rules put labels in front of any host, even of an address. */
function invalidUrl(error: unknown): string | undefined {
  if (!(error instanceof TypeError) || !('input' in error)) return undefined;
  const address = endpointInWords(String(error.input));
  return `the address would be "${address}", which cannot be one.`;
}

function checkRegion(region: unknown, where: Where): void {
  if (region === undefined) return;
  if (typeof region === 'string' && isHostLabel(region)) return;
  throw new EndpointError(where, `"${String(region)}" is not a valid region name.`);
}

function checkCustomEndpoint(endpoint: unknown, where: Where): void {
  if (endpoint === undefined) return;
  if (isEndpoint(String(endpoint))) return;
  throw new EndpointError(
    where,
    `the endpoint "${endpointInWords(String(endpoint))}" is not a URL that begins with http:// or https://.`,
  );
}

/** As the rules print it: without the slash that parsing puts behind a bare host, the user's own included. */
function withoutSlash(url: URL, endpoint: unknown): string {
  const isAdded = typeof endpoint === 'string' && !endpoint.endsWith('/');
  const isBare = url.pathname === '/' || (isAdded && url.pathname.endsWith('/'));
  return isBare && !url.search ? url.href.slice(0, -1) : url.href;
}

function evaluateWithoutRules(
  service: Service,
  partitions: Partitions,
  params: EndpointParameters,
  where: Where,
): Endpoint {
  if (params.Endpoint !== undefined) return bare(String(params.Endpoint));
  const { globalEndpoint, endpointPrefix } = service.metadata;
  if (globalEndpoint) return bare(`https://${globalEndpoint}`);
  if (typeof params.Region !== 'string') throw new NoRegionError(where);
  const region = params.Region;
  const { outputs } = partitionOf(partitions, region);
  const host = params.UseFIPS ? `${endpointPrefix}-fips` : endpointPrefix;
  const suffix = params.UseDualStack ? outputs.dualStackDnsSuffix : outputs.dnsSuffix;
  return bare(`https://${host}.${region}.${suffix}`);
}

function bare(url: string): Endpoint {
  return { url, headers: {}, properties: {} };
}

/** The pseudo-region by which rules know services that are the same everywhere. */
export const globalRegion = 'aws-global';

/**
 * The region of a client that has none: S3's is us-east-1, and services whose host does not depend on the region need none.
 * undefined for all others.
 */
export function regionWithoutOne(
  service: Service,
  resolve: (params: EndpointParameters, where: Where) => Endpoint,
): string | undefined {
  if (service.id === 's3') return 'us-east-1';
  if (!service.endpointRuleSet) return service.metadata.globalEndpoint && 'us-east-1';
  try {
    const { url } = resolve({ Region: globalRegion }, {});
    return url.includes(globalRegion) ? undefined : globalRegion;
  } catch (error) {
    if (error instanceof EndpointError) return undefined;
    throw error;
  }
}

/** The partition a region belongs to: by its name, by the pattern of names, else AWS's public one. */
export function partitionOf(partitions: Partitions, region: string): Partition {
  const all = partitions.partitions;
  const found =
    all.find((partition) => Object.hasOwn(partition.regions, region)) ??
    all.find((partition) => new RegExp(partition.regionRegex).test(region)) ??
    all[0];
  if (!found) throw new EndpointError({ region }, 'there are no partitions.');
  return found;
}
