// The tree: which nodes there are, what was read of them, and what is under way. Knows nothing of VS Code, which asks
// it for children and is told by `onChange` what to ask again.

import { Listing } from './listing.ts';
import type {
  BranchNode,
  CollectionNode,
  EmptyNode,
  FailureNode,
  MoreNode,
  Node,
  ProfileNode,
  ResourceNode,
  ServiceNode,
  ShownCollection,
  ShownService,
} from './nodes.ts';
import { childId, isUnder } from './nodes.ts';
import { type RootSource, Roots } from './roots.ts';

export interface TreeSource extends RootSource {
  readonly services: readonly ShownService[];
  /** Called for each failure that becomes a node. */
  noteFailure(error: unknown, doing: string): void;
}

/** What stands under an opened node, in order: nodes, and listings whose items stand there themselves. */
type Branch = readonly (ServiceNode | CollectionNode | Listing)[];

export class ExplorerTree {
  readonly #source: TreeSource;
  readonly #onChange: (node: Node | undefined) => void;
  readonly #roots: Roots;
  readonly #branchesById = new Map<string, Branch>();

  /** `onChange` is told the node whose children are to be asked for again, or nothing for all of them. */
  constructor(source: TreeSource, onChange: (node: Node | undefined) => void) {
    this.#source = source;
    this.#onChange = onChange;
    this.#roots = new Roots(source);
  }

  /** Never rejects for what AWS says: a failure is a node. */
  async children(node?: Node): Promise<readonly Node[]> {
    switch (node?.kind) {
      case undefined:
        return this.#readRoots();
      case 'profile':
        return node.session === undefined ? [problemOf(node)] : this.#openBranch(node);
      case 'service':
      case 'collection':
      case 'resource':
        return this.#openBranch(node);
      default:
        return [];
    }
  }

  /** Brings the next page of a listing; what is there stays. */
  async loadMore(node: MoreNode | FailureNode): Promise<void> {
    const { listing, parent } = node;
    if (listing === undefined || parent === undefined) return this.refresh(parent);
    if (!this.#isShown(listing, parent)) return;
    const arrival = listing.next();
    this.#onChange(parent);
    await arrival;
    if (this.#isShown(listing, parent)) this.#onChange(parent);
  }

  /** Forgets what is below the node, or everything, and asks again for what is open. */
  refresh(node?: BranchNode): void {
    this.#forget(node?.id);
    this.#onChange(node);
  }

  /** More is known of a node than when it was drawn. */
  redraw(node: Node | undefined): void {
    this.#onChange(node);
  }

  /** The node was closed: what it and those below it wait for is stopped, and asked for when it is opened again. */
  collapse(node: Node): void {
    const cancelled = [...this.#listingsUnder(node.id)].filter((listing) => listing.cancel());
    if (cancelled.length > 0) this.#onChange(node);
  }

  /** The active profile, a region or a profile changed. What belongs to an old session is gone when this returns. */
  switchProfiles(): void {
    for (const id of this.#roots.dropStale()) this.#forget(id);
    this.#onChange(undefined);
  }

  dispose(): void {
    this.#forget(undefined);
  }

  async #readRoots(): Promise<readonly Node[]> {
    try {
      return await this.#roots.read((id) => this.#branchesById.has(id));
    } catch (error) {
      this.#source.noteFailure(error, 'Reading the profiles');
      return [{ kind: 'failure', id: '//failure', error }];
    }
  }

  async #openBranch(node: BranchNode): Promise<readonly Node[]> {
    try {
      const branch = this.#branchesById.get(node.id) ?? (await this.#readBranch(node));
      const isCurrent = () => this.#branchesById.get(node.id) === branch;
      if (isCurrent()) await Promise.all(listingsOf(branch).map((listing) => listing.load()));
      return isCurrent() ? nodesOf(node, branch) : [];
    } catch (error) {
      this.#source.noteFailure(error, 'Reading the description of the service');
      return [{ kind: 'failure', id: `${node.id}//failure`, parent: node, error }];
    }
  }

  async #readBranch(node: BranchNode): Promise<Branch> {
    const branch = await this.#buildBranch(node);
    const known = this.#branchesById.get(node.id);
    if (known !== undefined) return known;
    if (this.#roots.has(node.id)) this.#branchesById.set(node.id, branch);
    return branch;
  }

  async #buildBranch(node: BranchNode): Promise<Branch> {
    switch (node.kind) {
      case 'profile':
        return this.#source.services.flatMap((service) => toServiceNodes(node, service));
      case 'service':
        return this.#toParts(node, await node.session.collections(node.service.service));
      case 'collection':
        return [this.#createListing(node, node.collection)];
      case 'resource':
        return this.#toParts(node, node.resource.collections);
    }
  }

  #toParts(node: ServiceNode | ResourceNode, collections: readonly ShownCollection[]): Branch {
    return collections.map((collection) =>
      collection.inline
        ? this.#createListing(node, collection)
        : toCollectionNode(node, collection),
    );
  }

  #createListing(parent: SessionNode, collection: ShownCollection): Listing {
    const { session } = parent;
    const onSettled = (error?: unknown) => {
      if (error === undefined) session.noteUse();
      else this.#source.noteFailure(error, `Listing ${collection.title}`);
    };
    return new Listing({ collection, session, parent, onSettled, onDescribed: this.#onChange });
  }

  #forget(id: string | undefined): void {
    for (const listing of this.#listingsUnder(id)) listing.cancel();
    for (const known of this.#branchesById.keys()) {
      if (id === undefined || isUnder(known, id)) this.#branchesById.delete(known);
    }
  }

  *#listingsUnder(id: string | undefined): Iterable<Listing> {
    for (const [known, branch] of this.#branchesById) {
      if (id !== undefined && !isUnder(known, id)) continue;
      yield* listingsOf(branch);
    }
  }

  #isShown(listing: Listing, parent: BranchNode): boolean {
    return this.#branchesById.get(parent.id)?.includes(listing) ?? false;
  }
}

type SessionNode = ServiceNode | CollectionNode | ResourceNode;

function listingsOf(branch: Branch): readonly Listing[] {
  return branch.filter((part) => part instanceof Listing);
}

function nodesOf(node: BranchNode, branch: Branch): readonly Node[] {
  const listings = listingsOf(branch);
  const isLeaf = node.kind === 'resource' && branch.length === 0;
  const isEmpty = branch.every((part) => part instanceof Listing && part.isEmpty);
  if (isLeaf) return [];
  if (isEmpty) return [emptyNode(node, listings)];
  return branch.flatMap((part) => (part instanceof Listing ? part.nodes : [part]));
}

function toServiceNodes(parent: ProfileNode, service: ShownService): readonly ServiceNode[] {
  const { session } = parent;
  if (session === undefined) return [];
  return [{ kind: 'service', id: childId(parent, service.service), parent, session, service }];
}

function toCollectionNode(
  parent: ServiceNode | ResourceNode,
  collection: ShownCollection,
): CollectionNode {
  const { session } = parent;
  return { kind: 'collection', id: childId(parent, collection.name), parent, session, collection };
}

/** "No buckets in eu-west-1", "No folders or objects in my-bucket". */
function emptyNode(parent: BranchNode, listings: readonly Listing[]): EmptyNode {
  const what = listings.map(({ collection }) => inSentence(collection.title)).join(' or ');
  const place = placeOf(parent.kind === 'collection' ? parent.parent : parent);
  const text = `No ${what || 'collections'}${place === undefined ? '' : ` in ${place}`}`;
  return { kind: 'empty', id: `${parent.id}//empty`, parent, text };
}

function placeOf(owner: BranchNode): string | undefined {
  if (owner.kind === 'resource') return owner.resource.label;
  const isGlobal = owner.kind === 'service' && owner.service.isGlobal;
  return isGlobal ? owner.session.profile : owner.session?.region;
}

/** Keeps the capitals of "VPCs". */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function problemOf(parent: ProfileNode): FailureNode {
  const error = new Error(parent.profile.problem ?? 'The profile cannot be used.');
  return { kind: 'failure', id: `${parent.id}//problem`, parent, error };
}
