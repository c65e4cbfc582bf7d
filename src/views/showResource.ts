// A resource as a document: described, with what is secret in it hidden. Shared by the features that open one.

import type { Catalogue } from '../core/models/catalogue.ts';
import type { Resource } from '../core/resources/resource.ts';
import { placesOfKind } from '../core/resources/shapes.ts';
import { readKindsAround } from '../services/registry.ts';
import type { Documents } from './offers.ts';
import { withProgress } from './progress.ts';

export interface ShowOptions {
  readonly documents: Documents;
  readonly catalogue: Catalogue;
  /** A document that is open under the same key takes the new value. */
  readonly key?: string;
  readonly preserveFocus?: boolean;
  /** When it fires, nothing is shown any more. */
  readonly signal?: AbortSignal;
  /** False once the person looks at something else by now. */
  readonly isWanted?: () => boolean;
}

export async function showResource(resource: Resource, options: ShowOptions): Promise<void> {
  const { documents, catalogue, signal, isWanted = () => true, ...looks } = options;
  const value = await withProgress(`Reading ${resource.label}…`, (cancelled) =>
    resource.load({ signal: signal ? AbortSignal.any([signal, cancelled]) : cancelled }),
  );
  const readModel = (id: string) => catalogue.service(id);
  const kinds = await readKindsAround(resource, readModel);
  const shapes = await placesOfKind(kinds, resource, readModel);
  signal?.throwIfAborted();
  if (!isWanted()) return;
  await documents.showJson({
    service: resource.service,
    name: `${resource.kind} ${resource.label}`,
    profile: resource.session.profile,
    region: resource.region,
    value,
    shapes,
    resource,
    ...looks,
  });
}
