// What an opened node has under it: other nodes, and listings whose items are still to come.

import { needsSignIn } from '../../core/errors.ts';
import {
  type Part,
  type SessionNode,
  toCollectionNode,
  toFurtherNode,
  toOtherServiceNodes,
  toServiceNodes,
} from './branch.ts';
import { Listing } from './listing.ts';
import type {
  BranchNode,
  FurtherNode,
  ResourceNode,
  ServiceNode,
  ShownCollection,
  ShownService,
} from './nodes.ts';

export interface PartsSource {
  services(): Promise<readonly ShownService[]>;
  /** Called for each failure that becomes a node. */
  noteFailure(error: unknown, doing: string): void;
}

type OnDescribed = (node: ResourceNode) => void;

/** Reads descriptions of services, and asks nothing of AWS. */
export async function readParts(
  node: BranchNode,
  source: PartsSource,
  onDescribed: OnDescribed,
): Promise<readonly Part[]> {
  const create: CreateListing = (parent, collection) =>
    createListing(parent, collection, source, onDescribed);
  switch (node.kind) {
    case 'profile':
      return toServiceNodes(node, await source.services());
    case 'services':
      return toOtherServiceNodes(node, await source.services());
    case 'service':
      return readService(node, create);
    case 'further': {
      const { service } = node.parent.service;
      return toParts(node, await node.session.furtherCollections(service), create);
    }
    case 'collection':
      return [create(node, node.collection)];
    case 'resource':
      return toParts(node, node.resource.collections, create);
  }
}

type CreateListing = (parent: SessionNode, collection: ShownCollection) => Listing;

async function readService(node: ServiceNode, create: CreateListing): Promise<readonly Part[]> {
  const { service, hasFurther } = node.service;
  const parts = toParts(node, await node.session.collections(service), create);
  return hasFurther ? [...parts, toFurtherNode(node)] : parts;
}

function toParts(
  node: ServiceNode | FurtherNode | ResourceNode,
  collections: readonly ShownCollection[],
  create: CreateListing,
): readonly Part[] {
  return collections.map((collection) =>
    collection.inline ? create(node, collection) : toCollectionNode(node, collection),
  );
}

function createListing(
  parent: SessionNode,
  collection: ShownCollection,
  source: PartsSource,
  onDescribed: OnDescribed,
): Listing {
  const { session } = parent;
  const onSettled = (error?: unknown) => {
    if (error === undefined) return session.noteUse();
    source.noteFailure(error, `Listing ${collection.title}`);
    if (needsSignIn(error)) session.offerSignIn();
  };
  return new Listing({ collection, session, parent, onSettled, onDescribed });
}
