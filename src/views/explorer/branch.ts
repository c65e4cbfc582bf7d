// What stands under an opened node.

import { Listing } from './listing.ts';
import type {
  BranchNode,
  CollectionNode,
  EmptyNode,
  FailureNode,
  FurtherNode,
  Node,
  OperationsNode,
  ProfileNode,
  ResourceNode,
  ServiceNode,
  ServicesNode,
  ShownCollection,
  ShownService,
  ShownSession,
} from './nodes.ts';
import { childId } from './nodes.ts';

/** A node, or a listing whose items stand there themselves. */
export type Part = ServicesNode | ServiceNode | FurtherNode | CollectionNode | Listing;

/** An opened node. */
export interface Branch {
  /** As it was asked for last: a refresh of its parent makes another one with the same id. */
  node: BranchNode;
  readonly parts: readonly Part[];
}

/** A node that says by itself whose it is. */
export type SessionNode = ServicesNode | ServiceNode | FurtherNode | CollectionNode | ResourceNode;

export function listingsOf({ parts }: Branch): readonly Listing[] {
  return parts.filter((part) => part instanceof Listing);
}

/** When the oldest was read of what stands right under it. */
export function readAtOf(branch: Branch): Date | undefined {
  const times = listingsOf(branch).flatMap(({ readAt }) => readAt ?? []);
  return times.sort((one, other) => one.getTime() - other.getTime())[0];
}

export function nodesOf({ node, parts }: Branch): readonly Node[] {
  const listings = parts.filter((part) => part instanceof Listing);
  const isLeaf = node.kind === 'resource' && parts.length === 0;
  const isEmpty = listings.length === parts.length && listings.every((one) => one.isEmpty);
  if (parts.length === 0 && node.kind === 'service') return [operationsNode(node)];
  if (isEmpty) return isLeaf ? [] : [emptyNode(node, listings)];
  return parts.flatMap((part) => (part instanceof Listing ? part.nodes : [part]));
}

/** The pinned services, and one node for all others. */
export function toServiceNodes(
  parent: ProfileNode,
  services: readonly ShownService[],
): readonly (ServiceNode | ServicesNode)[] {
  const { session } = parent;
  if (session === undefined) return [];
  const pinned = services.filter(({ isPinned }) => isPinned);
  const nodes = pinned.map((service) => toServiceNode(parent, session, service));
  const count = services.length - pinned.length;
  if (count === 0) return nodes;
  return [...nodes, { kind: 'services', id: childId(parent, '*'), parent, session, count }];
}

export function toOtherServiceNodes(
  parent: ServicesNode,
  services: readonly ShownService[],
): readonly ServiceNode[] {
  return services
    .filter(({ isPinned }) => !isPinned)
    .map((service) => toServiceNode(parent, parent.session, service));
}

function toServiceNode(
  parent: ProfileNode | ServicesNode,
  session: ShownSession,
  service: ShownService,
): ServiceNode {
  return { kind: 'service', id: childId(parent, service.service), parent, session, service };
}

export function toFurtherNode(parent: ServiceNode): FurtherNode {
  return { kind: 'further', id: `${parent.id}//more`, parent, session: parent.session };
}

function operationsNode(parent: ServiceNode): OperationsNode {
  return { kind: 'operations', id: `${parent.id}//operations`, parent };
}

export function toCollectionNode(
  parent: ServiceNode | FurtherNode | ResourceNode,
  collection: ShownCollection,
): CollectionNode {
  const { session } = parent;
  return { kind: 'collection', id: childId(parent, collection.name), parent, session, collection };
}

const nothingElse = 'Nothing else here can be listed';

/** "No buckets in eu-west-1", "No folders or objects in my-bucket". */
function emptyNode(parent: BranchNode, listings: readonly Listing[]): EmptyNode {
  const id = `${parent.id}//empty`;
  if (parent.kind === 'further') return { kind: 'empty', id, parent, text: nothingElse };
  const what = listings.map(({ collection }) => inSentence(collection.title)).join(' or ');
  const place = placeOf(parent.kind === 'collection' ? parent.parent : parent);
  const text = `No ${what || 'collections'}${place === undefined ? '' : ` in ${place}`}`;
  return { kind: 'empty', id, parent, text };
}

function placeOf(owner: BranchNode): string | undefined {
  if (owner.kind === 'resource') return owner.resource.label;
  const isGlobal = owner.kind === 'service' && owner.service.isGlobal;
  return isGlobal ? owner.session.profile : owner.session?.region;
}

/** Small letters as inside a sentence; keeps the capitals of "VPCs", "DB" and of names such as "DynamoDB". */
function inSentence(title: string): string {
  return title.replaceAll(/\b[A-Z][a-z]+\b/g, (word) => word.toLowerCase());
}

export function problemOf(parent: ProfileNode): FailureNode {
  const error = new Error(parent.profile.problem ?? 'The profile cannot be used.');
  return { kind: 'failure', id: `${parent.id}//problem`, parent, error };
}
