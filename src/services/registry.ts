// What is known of each service: its declaration, and what its model gives by itself. All of it is read when it is first
// asked for, because it is much, and nobody asks for most of it.

import { UnknownKindError } from '../core/errors.ts';
import type { Service, ServiceSummary } from '../core/models/model.ts';
import { parseArn } from '../core/resources/arn.ts';
import type { ServiceKinds } from '../core/resources/kind.ts';
import { type KnownFacts, type Location, locate } from '../core/resources/locate.ts';
import { findKind, type Place } from '../core/resources/place.ts';
import { namedMaker, type Resource } from '../core/resources/resource.ts';
import { ServiceResource } from '../core/resources/serviceResource.ts';
import type { KindName } from '../core/resources/shapes.ts';
import type { Session } from '../core/session.ts';
import type { Outline } from './derived/derive.ts';
import { ownDeclarations } from './own/ownDeclarations.ts';

/** What is declared, in the order of titles: ours, and what the person declares over it. */
export async function readDeclared(): Promise<readonly ServiceKinds[]> {
  return ownDeclarations.over(await readBuiltIn());
}

/** What is declared here. */
export async function readBuiltIn(): Promise<readonly ServiceKinds[]> {
  return (await import('./index.ts')).declaredServices;
}

/** What further declarations of a service are added to: ours, or an empty one for a service that has none. */
export async function readBase(serviceId: string, readModel: ReadModel): Promise<ServiceKinds> {
  const declared = (await readBuiltIn()).find(({ service }) => service === serviceId);
  if (declared) return declared;
  const { outlineService } = await import('./derived/derive.ts');
  const { id, metadata } = await readModel(serviceId);
  const { serviceId: sdkId, serviceFullName: title } = metadata;
  return { ...outlineService({ id, sdkId, title }), collections: {}, kinds: {} };
}

type ReadModel = (serviceId: string) => Promise<Service>;

/** A service's declaration; where it has none, what is derived from its model. */
export async function readKinds(serviceId: string, readModel: ReadModel): Promise<ServiceKinds> {
  const declared = (await readDeclared()).find(({ service }) => service === serviceId);
  if (declared) return declared;
  const { deriveKinds } = await import('./derived/derive.ts');
  return deriveKinds(await readModel(serviceId));
}

/** False for a service whose model lists nothing that is not declared. Reads no model. */
export function hasFurtherKinds(serviceId: string): boolean {
  return !wholeServices.has(serviceId);
}

/** Declared here with all that their models list. */
const wholeServices: ReadonlySet<string> = new Set([
  'acm',
  'amplify',
  'bedrock-agent',
  'codeartifact',
  'cognito-identity',
  'cognito-idp',
  'datasync',
  'emr-serverless',
  'firehose',
  'identitystore',
  'pipes',
  'scheduler',
  'secretsmanager',
  'sqs',
  'stepfunctions',
]);

/** What a service's model gives beside its declaration; nothing where it has none, and all is derived anyway. */
export async function readFurtherKinds(
  serviceId: string,
  readModel: ReadModel,
): Promise<ServiceKinds | undefined> {
  const declared = (await readDeclared()).find(({ service }) => service === serviceId);
  if (!declared) return undefined;
  const { furtherKinds } = await import('./derived/further.ts');
  return furtherKinds(declared, await readModel(serviceId));
}

/** Those kinds of a service that this one is among: its declaration, or what the model gives beside it. */
async function readKindsWith(
  { service, kind }: KindName,
  readModel: ReadModel,
): Promise<ServiceKinds> {
  const kinds = await readKinds(service, readModel);
  if (kind in kinds.kinds || kind in (kinds.aliases ?? {})) return kinds;
  return (await readFurtherKinds(service, readModel)) ?? kinds;
}

/** All that tells where a kind's resources are listed and described. */
export async function readKindsAround(
  { service, kind }: KindName,
  readModel: ReadModel,
): Promise<readonly ServiceKinds[]> {
  const declared = await readDeclared();
  const isDeclared = declared.some((kinds) => kinds.service === service && kind in kinds.kinds);
  if (isDeclared) return declared;
  const further = await readFurtherKinds(service, readModel);
  return [...declared, further ?? (await readKinds(service, readModel))];
}

/** Every service that nobody declared, as it is shown before its model is read, in the order of titles. */
export async function readOtherServices(
  summaries: readonly ServiceSummary[],
): Promise<readonly Outline[]> {
  const declared = new Set((await readDeclared()).map(({ service }) => service));
  const { outlineService } = await import('./derived/derive.ts');
  return summaries
    .filter(({ id }) => !declared.has(id))
    .map(outlineService)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** A service's resources in a Session. Costs no call. */
export async function serviceResource(
  session: Session,
  serviceId: string,
): Promise<ServiceResource> {
  const kinds = await readKinds(serviceId, (id) => session.model(id));
  return new ServiceResource(await placeOf(session, kinds));
}

/** What a service has beside its declaration. Costs no call. */
export async function furtherResource(
  session: Session,
  serviceId: string,
): Promise<ServiceResource | undefined> {
  const kinds = await readFurtherKinds(serviceId, (id) => session.model(id));
  return kinds && new ServiceResource(await placeOf(session, kinds));
}

/**
 * The resource that a text names: an ARN, an address such as `s3://bucket/key` or a page of the console, or an id that only
 * one kind has. `undefined` for any other text. Costs no call, so nobody knows whether it exists.
 */
export async function resourceAt(session: Session, text: string): Promise<Resource | undefined> {
  const found = await locateIn(session, text);
  return found && resourceOf(session, found);
}

/** As `locate`, and what an ARN names that nobody declared. */
export async function locateIn(session: Session, text: string): Promise<Location | undefined> {
  const trimmed = text.trim();
  const found = locate(trimmed, await readDeclared(), knownFacts(session));
  return found ?? locateUndeclared(trimmed, session);
}

/** Where models are read from: a Session is one. */
export interface Models {
  services(): Promise<readonly ServiceSummary[]>;
  model(serviceId: string): Promise<Service>;
}

/** What an ARN that `locate` does not know names: a kind that only a model gives. Reads the model of its service. */
export async function locateUndeclared(
  text: string,
  models: Models,
): Promise<Location | undefined> {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const { locateDerived } = await import('./derived/readArn.ts');
  for (const { id, endpointPrefix } of await models.services()) {
    if (id !== arn.service && endpointPrefix !== arn.service) continue;
    const readModel = () => models.model(id);
    const kinds = (await readFurtherKinds(id, readModel)) ?? (await readKinds(id, readModel));
    const found = locateDerived(kinds, text);
    if (found) return found;
  }
  return undefined;
}

/** What a Session tells of itself without a call, for texts that leave it out. */
export function knownFacts({ partition, region, knownAccount: account }: Session): KnownFacts {
  return { partition, ...(region && { region }), ...(account && { account }) };
}

/** The resource at a location. Costs no call. */
export async function resourceOf(
  session: Session,
  { service, kind, identifiers, region }: Location,
): Promise<Resource> {
  const kinds = await readKindsWith({ service, kind }, (id) => session.model(id));
  const place = await placeOf(session, kinds);
  return namedMaker(findKind(place, kind), region)(identifiers);
}

async function placeOf(session: Session, kinds: ServiceKinds): Promise<Place> {
  const services = await readDeclared();
  return { session, kinds, services, kindsOf: (id) => declaredKinds(services, id) };
}

function declaredKinds(services: readonly ServiceKinds[], id: string): ServiceKinds {
  const found = services.find(({ service }) => service === id);
  if (found) return found;
  const known = services.map(({ service }) => service);
  throw new UnknownKindError('Awscope', 'resources of service', id, known);
}
