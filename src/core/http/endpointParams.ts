// Which parameters the endpoint rules get for a call, in botocore's order: the operation's own, then the input's, then the
// client's, then the built-in ones of region and settings (botocore's `regions.py` and `args.py`).

import { jmespath } from '../jmespath.ts';
import type { Service } from '../models/model.ts';
import type { OperationPlan } from '../plan.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ClientSettings } from '../settings.ts';
import type { EndpointParameters } from './endpoint.ts';

/** What the built-in parameters are made of. */
export interface ClientPlace {
  /** `aws-global` for services that are the same everywhere. */
  readonly region: string | undefined;
  /** The user's own endpoint; it wins over the host the rules would give. */
  readonly endpoint: string | undefined;
  readonly settings: ClientSettings;
  /** Regions of buckets that S3 told us of. */
  readonly bucketRegions: ReadonlyMap<string, string>;
  /** Known for some credentials; asked for only where the rules want it. */
  readonly accountId: string | undefined;
  /** What expressions of the operation find in its input; absent where it has none. */
  readonly found?: EndpointParameters | undefined;
}

/** The parameters whose values the operation's expressions find in the input. */
export async function findInInput(
  { operation }: OperationPlan,
  input: Document,
): Promise<EndpointParameters | undefined> {
  if (!operation.operationContextParams) return undefined;
  const found: Record<string, unknown> = {};
  for (const [name, { path }] of Object.entries(operation.operationContextParams)) {
    found[name] = (await jmespath(path))(input);
  }
  return found;
}

export function endpointParams(
  service: Service,
  plan: OperationPlan,
  input: Document,
  place: ClientPlace,
): EndpointParameters {
  const builtIns = builtInValues(service, plan, input, place);
  if (!service.endpointRuleSet) {
    const { Region, UseFIPS, UseDualStack, Endpoint } = byParameter(builtIns);
    return withoutUndefined({ Region, UseFIPS, UseDualStack, Endpoint });
  }
  const params: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(service.endpointRuleSet.parameters)) {
    const value =
      operationValue(name, plan, input, place.found) ??
      place.settings.clientContextParams?.[name] ??
      (definition.builtIn ? builtIns[definition.builtIn] : undefined) ??
      clientParams(place.settings)[name];
    if (value !== undefined && value !== null) params[name] = value;
  }
  return params;
}

/** Settings of a client that rules ask for by name, without calling them built in. */
function clientParams(settings: ClientSettings): Readonly<Record<string, unknown>> {
  return { DisableS3ExpressSessionAuth: settings.s3DisableExpressSessionAuth };
}

function byParameter(builtIns: Readonly<Record<string, unknown>>) {
  return {
    Region: builtIns['AWS::Region'],
    UseFIPS: builtIns['AWS::UseFIPS'],
    UseDualStack: builtIns['AWS::UseDualStack'],
    Endpoint: builtIns['SDK::Endpoint'],
  };
}

function withoutUndefined(params: EndpointParameters): EndpointParameters {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
}

function operationValue(
  name: string,
  plan: OperationPlan,
  input: Document,
  found: EndpointParameters | undefined,
): unknown {
  const fixed = plan.operation.staticContextParams?.[name];
  if (fixed) return fixed.value;
  const member = plan.contextParams.find(([param]) => param === name)?.[1];
  if (member !== undefined && input[member] !== undefined) return input[member];
  return found?.[name];
}

function builtInValues(
  service: Service,
  plan: OperationPlan,
  input: Document,
  place: ClientPlace,
): Readonly<Record<string, unknown>> {
  const { endpoint, settings } = place;
  const { region, isFips } = plainRegion(place);
  return {
    'AWS::Region': region,
    // An endpoint of one's own cannot be combined with these two.
    'AWS::UseFIPS': endpoint === undefined && (isFips || settings.useFipsEndpoint === true),
    'AWS::UseDualStack': endpoint === undefined && wantsDualstack(service, settings),
    'AWS::STS::UseGlobalEndpoint':
      settings.stsRegionalEndpoints === 'legacy' && oldestRegions.has(region ?? ''),
    'AWS::Auth::AccountId': place.accountId,
    'AWS::Auth::AccountIdEndpointMode': settings.accountIdEndpointMode ?? 'preferred',
    'SDK::Endpoint': endpoint,
    ...s3Values(service, plan, input, place, region),
  };
}

function wantsDualstack(service: Service, settings: ClientSettings): boolean {
  const isS3 = service.id === 's3' || service.id === 's3control';
  const own = isS3 ? settings.s3?.useDualstackEndpoint : undefined;
  return own ?? settings.useDualstackEndpoint ?? false;
}

function plainRegion({ region }: ClientPlace) {
  const plain = region === undefined ? undefined : withoutFips(region);
  return { region: plain, isFips: plain !== region };
}

/** Old configurations write `fips-us-gov-west-1` for a region's FIPS endpoints. */
export function withoutFips(region: string): string {
  return region.includes('fips') ? region.replace(/^fips-|-fips$/, '') : region;
}

function s3Values(
  service: Service,
  plan: OperationPlan,
  input: Document,
  place: ClientPlace,
  region: string | undefined,
): Readonly<Record<string, unknown>> {
  const s3 = place.settings.s3 ?? {};
  const bucket = typeof input.Bucket === 'string' ? input.Bucket : undefined;
  const moved = service.id === 's3' && bucket ? place.bucketRegions.get(bucket) : undefined;
  return {
    ...(moved ? { 'AWS::Region': moved } : {}),
    'AWS::S3::UseGlobalEndpoint':
      s3.usEast1RegionalEndpoint !== 'regional' && (region === 'us-east-1' || region === undefined),
    'AWS::S3::Accelerate': s3.useAccelerateEndpoint ?? false,
    'AWS::S3::ForcePathStyle': forcesPathStyle(service, plan, bucket, place),
    'AWS::S3::UseArnRegion': s3.useArnRegion ?? true,
    'AWS::S3Control::UseArnRegion': s3.useArnRegion ?? false,
    'AWS::S3::DisableMultiRegionAccessPoints': s3.disableMultiregionAccessPoints ?? false,
  };
}

/** An endpoint of one's own is addressed by path unless `virtual` is asked for, as emulators expect. */
function forcesPathStyle(
  service: Service,
  plan: OperationPlan,
  bucket: string | undefined,
  { endpoint, settings }: ClientPlace,
): boolean {
  if (service.id === 's3') {
    // The bucket's region is not known when asking for it, and a wrong one fails by its host name.
    if (plan.name === 'GetBucketLocation') return true;
    if (bucket?.startsWith('arn:')) return false;
  }
  const { addressingStyle = 'auto', useAccelerateEndpoint } = settings.s3 ?? {};
  if (useAccelerateEndpoint) return false;
  if (endpoint !== undefined && !isAccelerateUrl(endpoint)) return addressingStyle !== 'virtual';
  return addressingStyle === 'path';
}

function isAccelerateUrl(endpoint: string): boolean {
  return /^https?:\/\/s3-accelerate(\.dualstack)?\.amazonaws\.com(:\d+)?(\/|$)/i.test(endpoint);
}

/** Regions older than STS's regional endpoints. */
const oldestRegions: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'aws-global',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);
