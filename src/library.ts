// The core as a library for plain Node, built as `dist/core.mjs`:
//
//   import { Session } from './dist/core.mjs';
//   const session = new Session({ profile: 'dev' });
//   const { Buckets } = await (await session.client('s3')).call('ListBuckets', { MaxBuckets: 100 });
//
// A Session here also gives resources. In the core it cannot: what is known of them lies a floor above it.

import './core/errorNames.ts';
import { Session as CoreSession, type Document } from './core/index.ts';
import type { ActOptions } from './core/resources/actions.ts';
import type { BatchOutcome } from './core/resources/batch.ts';
import type { ServiceKinds } from './core/resources/kind.ts';
import type { Resource } from './core/resources/resource.ts';
import type { ServiceResource } from './core/resources/serviceResource.ts';

export * from './core/index.ts';
export type { ActionInfo, ActionOutcome, ActOptions } from './core/resources/actions.ts';
export type { BatchCall, BatchOutcome } from './core/resources/batch.ts';
export type { Collection, PageOptions, ResourcePage } from './core/resources/collection.ts';
// Pure functions from an ARN, an address or an id to what it names, among `declaredServices()`.
export { findInText, findReferences } from './core/resources/findReferences.ts';
export { type KnownFacts, type Location, locate, locateAll } from './core/resources/locate.ts';
export type { ReferenceInfo } from './core/resources/references.ts';
export type { Resource } from './core/resources/resource.ts';
export type { Resumable } from './core/resources/resumable.ts';
export type { ServiceResource } from './core/resources/serviceResource.ts';

/** What is known of services beyond their models, in the order of their titles. */
export async function declaredServices(): Promise<readonly ServiceKinds[]> {
  return (await loadServices()).readDeclared();
}

/** One profile in one region: its keys, clients and resources. */
export class Session extends CoreSession {
  /** The resources of a service: its collections, and any resource by its identifiers. Costs no call. */
  async resource(serviceId: string): Promise<ServiceResource> {
    return (await loadServices()).serviceResource(this, serviceId);
  }

  /**
   * What the service's model gives beside its declaration. `undefined` for a service that nobody declared: there `resource`
   * gives all that the model does.
   */
  async furtherResource(serviceId: string): Promise<ServiceResource | undefined> {
    return (await loadServices()).furtherResource(this, serviceId);
  }
}

/**
 * The resource that an ARN, an address (`s3://...`, a queue's, a page of the console) or an id names; `undefined` for other
 * texts. Costs no call.
 */
export async function resourceAt(
  session: CoreSession,
  text: string,
): Promise<Resource | undefined> {
  return (await loadServices()).resourceAt(session, text);
}

/**
 * Runs an action on these resources, which may be of several kinds and regions. `confirm` is the list of all their ids. Throws
 * before anything is sent for what is missing or not confirmed, and when cancelled; what fails else is told in the outcome.
 */
export async function actOn(
  resources: readonly Resource[],
  name: string,
  input?: Document,
  options?: ActOptions,
): Promise<BatchOutcome> {
  const batch = await import('./core/resources/batch.ts');
  return batch.actOn(resources, name, input, options);
}

/** Their declarations are much, and many programs want calls alone. */
function loadServices() {
  return import('./services/registry.ts');
}
