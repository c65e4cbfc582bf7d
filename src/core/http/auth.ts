// How a request is signed: what the operation, the endpoint's rules and the service model say, in that order.

import { UnsupportedError, type Where } from '../errors.ts';
import type { OperationModel, Service } from '../models/model.ts';
import type { Endpoint } from './endpoint.ts';
import { withoutFips } from './endpointParams.ts';

export type Auth = RequestAuth | { readonly type: 'bearer' };

/** What is left to do once a token was added. */
export type RequestAuth = { readonly type: 'none' } | SignatureAuth;

export interface SignatureAuth {
  /** `v4a` is good in several regions; `v2` is what SimpleDB still wants. */
  readonly type: 'v2' | 'v4' | 'v4a' | 's3express';
  readonly service: string;
  /** For `v4a` those it is good in: names, `*` for parts of them, commas between. */
  readonly region: string;
  /** S3 signs the path as it is and always names the payload's hash. */
  readonly isS3: boolean;
  readonly unsignedPayload: boolean;
}

const s3SigningNames: ReadonlySet<string> = new Set([
  's3',
  's3-outposts',
  's3-object-lambda',
  's3express',
]);

const traits: Readonly<Record<string, string>> = {
  'aws.auth#sigv4': 'v4',
  'aws.auth#sigv4a': 'v4a',
  'smithy.api#httpBearerAuth': 'bearer',
  'smithy.api#noAuth': 'none',
};

/** Operations whose older models do not say that they take no signature. */
const unsigned: ReadonlySet<string> = new Set([
  'cognito-identity.GetId',
  'cognito-identity.GetOpenIdToken',
  'cognito-identity.UnlinkIdentity',
  'cognito-identity.GetCredentialsForIdentity',
  'sts.AssumeRoleWithSAML',
  'sts.AssumeRoleWithWebIdentity',
]);

/**
 * Services that are at one place for many regions and want that place's region in the signature, which their rules do not
 * say: botocore has it in its older `endpoints.json`.
 */
const signingPlaces: Readonly<
  Record<string, readonly (readonly [regions: RegExp, place: string])[]>
> = {
  health: [
    [/^cn-/, 'cn-northwest-1'],
    [/^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d+$/, 'us-east-1'],
  ],
  savingsplans: [[/^us-isof-/, 'us-isof-south-1']],
};

export interface AuthChoice {
  readonly service: Service;
  readonly operation: OperationModel;
  readonly endpoint: Endpoint;
  /** The client's region, or that of a service without regions. */
  readonly region: string;
  /** Names such as `sigv4a`, taken before the order of the model. */
  readonly preference?: readonly string[] | undefined;
  /** For signatures of version 4A, instead of what the rules say. */
  readonly regionSet?: string | undefined;
  /** A token was set for this service alone, so it goes before keys. */
  readonly prefersToken: boolean;
  readonly where: Where;
}

export function chooseAuth(choice: AuthChoice): Auth {
  const { service, operation, endpoint, where } = choice;
  const own = chosenOf(operation.auth, choice) ?? operation.authtype;
  if (own === 'none' || unsigned.has(`${service.id}.${operation.name}`)) return { type: 'none' };
  if (own === 'bearer' || isByToken(choice)) return { type: 'bearer' };
  const scheme = schemeOf(endpoint, choice);
  const type = typeOf(scheme?.name ?? own ?? typeOfService(choice), where);
  if (type === 'none' || type === 'bearer') return { type };
  const name =
    scheme?.signingName ?? service.metadata.signingName ?? service.metadata.endpointPrefix;
  return {
    type,
    service: name,
    region:
      (type === 'v4a' && choice.regionSet) ||
      (scheme?.signingRegion ?? signingRegion(choice.region, service.id)),
    // The service that manages Outposts signs under S3's name, but as every other does.
    isS3: s3SigningNames.has(name) && service.id !== 's3outposts',
    unsignedPayload: operation.unsignedPayload === true || own === 'v4-unsigned-body',
  };
}

function isByToken({ service, prefersToken }: AuthChoice): boolean {
  return (
    prefersToken && (service.metadata.auth?.some((trait) => traits[trait] === 'bearer') ?? false)
  );
}

/** Older models know the signature by other names. */
function typeOf(name: string, where: Where): Auth['type'] {
  if (/^(s3)?v4(-unsigned-body)?$/.test(name) || name === 's3') return 'v4';
  if (
    name === 'v2' ||
    name === 'v4a' ||
    name === 's3express' ||
    name === 'bearer' ||
    name === 'none'
  )
    return name;
  throw new UnsupportedError(
    where,
    `it wants the signature version "${name}", which is not supported.`,
  );
}

interface Scheme {
  readonly name: string;
  readonly signingName: string | undefined;
  readonly signingRegion: string | undefined;
}

/** The scheme of the rules' answer that is used; the first where none is known here. */
function schemeOf(endpoint: Endpoint, choice: AuthChoice): Scheme | undefined {
  const schemes = endpoint.properties.authSchemes;
  if (!Array.isArray(schemes)) return undefined;
  const read = schemes.map(readScheme);
  const chosen = chosenOf(
    read.map(({ name }) => name),
    choice,
  );
  return read.find(({ name }) => name === chosen);
}

function readScheme(scheme: Readonly<Record<string, unknown>>): Scheme {
  const text = (key: string) => (typeof scheme[key] === 'string' ? scheme[key] : undefined);
  const name = (text('name') ?? '').replace(/^sig/, '');
  const regions = scheme.signingRegionSet;
  return {
    name: name === 'v4-s3express' ? 's3express' : (traits[name] ?? name),
    signingName: text('signingName'),
    signingRegion: Array.isArray(regions) ? regions.join(',') : text('signingRegion'),
  };
}

const known: ReadonlySet<string> = new Set(['v4', 's3express', 'none', 'bearer']);

/** What is preferred, then what the model has first; the slow `v4a` only where there is nothing else. */
function chosenOf(
  names: readonly string[] | undefined,
  { preference = [] }: AuthChoice,
): string | undefined {
  if (!names) return undefined;
  const types = names.map((name) => traits[name] ?? name);
  const preferred = preference
    .map((name) => preferences[name])
    .find((type) => type && types.includes(type));
  return preferred ?? types.find((type) => known.has(type)) ?? types[0];
}

const preferences: Readonly<Record<string, string>> = {
  sigv4: 'v4',
  sigv4a: 'v4a',
  httpBearerAuth: 'bearer',
  noAuth: 'none',
};

function typeOfService(choice: AuthChoice): string {
  const { metadata } = choice.service;
  return chosenOf(metadata.auth, choice) ?? metadata.signatureVersion;
}

function signingRegion(region: string, serviceId: string): string {
  if (region === 'aws-global') return 'us-east-1';
  const plain = withoutFips(region);
  return signingPlaces[serviceId]?.find(([regions]) => regions.test(plain))?.[1] ?? plain;
}
