// How a request is signed: what the operation, the endpoint's rules and the service model say, in that order.

import { UnsupportedError, type Where } from '../errors.ts';
import type { OperationModel, Service } from '../models/model.ts';
import type { Endpoint } from './endpoint.ts';

export type Auth = { readonly type: 'none' } | SignatureAuth;

export interface SignatureAuth {
  readonly type: 'v4' | 's3express';
  readonly service: string;
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

export interface AuthChoice {
  readonly service: Service;
  readonly operation: OperationModel;
  readonly endpoint: Endpoint;
  /** The client's region, or that of a service without regions. */
  readonly region: string;
  readonly where: Where;
}

export function chooseAuth(choice: AuthChoice): Auth {
  const { service, operation, endpoint, where } = choice;
  const own = firstSupported(operation.auth) ?? operation.authtype;
  if (own === 'none' || unsigned.has(`${service.id}.${operation.name}`)) return { type: 'none' };
  const scheme = schemeOf(endpoint);
  const type = scheme?.name ?? own ?? typeOfService(service);
  if (type === 'none') return { type };
  const name =
    scheme?.signingName ?? service.metadata.signingName ?? service.metadata.endpointPrefix;
  if (type !== 's3express' && !/^(s3)?v4(-unsigned-body)?$/.test(type) && type !== 's3') {
    throw new UnsupportedError(where, unsupported(type));
  }
  return {
    type: type === 's3express' ? 's3express' : 'v4',
    service: name,
    region: scheme?.signingRegion ?? signingRegion(choice.region),
    isS3: s3SigningNames.has(name),
    unsignedPayload: operation.unsignedPayload === true || own === 'v4-unsigned-body',
  };
}

function unsupported(type: string): string {
  const names: Readonly<Record<string, string>> = {
    bearer: 'it is authorized by a bearer token',
    v4a: 'it wants a signature for several regions (SigV4a)',
  };
  return `${names[type] ?? `it wants the signature version "${type}"`}, which is not supported.`;
}

interface Scheme {
  readonly name: string;
  readonly signingName: string | undefined;
  readonly signingRegion: string | undefined;
}

/** The first scheme of the rules' answer that can be done here, else the first. */
function schemeOf(endpoint: Endpoint): Scheme | undefined {
  const schemes = endpoint.properties.authSchemes;
  if (!Array.isArray(schemes)) return undefined;
  const read = schemes.map(readScheme);
  return read.find(({ name }) => ['v4', 's3express', 'none'].includes(name)) ?? read[0];
}

function readScheme(scheme: Readonly<Record<string, unknown>>): Scheme {
  const text = (key: string) => (typeof scheme[key] === 'string' ? scheme[key] : undefined);
  const name = (text('name') ?? '').replace(/^sig/, '');
  return {
    name: name === 'v4-s3express' ? 's3express' : (traits[name] ?? name),
    signingName: text('signingName'),
    signingRegion: text('signingRegion'),
  };
}

function firstSupported(auth: readonly string[] | undefined): string | undefined {
  const types = auth?.map((trait) => traits[trait] ?? trait);
  return types?.find((type) => type === 'v4' || type === 'none') ?? types?.[0];
}

function typeOfService({ metadata }: Service): string {
  return firstSupported(metadata.auth) ?? metadata.signatureVersion;
}

function signingRegion(region: string): string {
  return region === 'aws-global' ? 'us-east-1' : region.replace(/^fips-|-fips$/, '');
}
