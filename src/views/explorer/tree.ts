// The tree: which nodes there are, what was read of them, and what is under way. Knows nothing of VS Code, which asks
// it for children and is told by `onChange` what to ask again.

import { needsSignIn } from '../../core/errors.ts';
import { type Branch, listingsOf, nodesOf, problemOf, readAtOf } from './branch.ts';
import type { Listing } from './listing.ts';
import type { BranchNode, FailureNode, MoreNode, Node, ResourceNode } from './nodes.ts';
import { isUnder } from './nodes.ts';
import { type PartsSource, readParts } from './parts.ts';
import { type RootSource, Roots } from './roots.ts';

export interface TreeSource extends RootSource, PartsSource {}

export interface TreeOptions {
  readonly source: TreeSource;
  /** Told the node whose children are to be asked for again, or nothing for all of them. */
  readonly onChange: (node: Node | undefined) => void;
  /** Resolves when a first page has been waited for long enough. */
  readonly patience: () => Promise<void>;
}

export class ExplorerTree {
  readonly #source: TreeSource;
  readonly #onChange: (node: Node | undefined) => void;
  readonly #roots: Roots;
  readonly #branchesById = new Map<string, Branch>();
  readonly #patience: () => Promise<void>;
  /** Those shown as loading. */
  readonly #awaited = new Set<Listing>();

  constructor({ source, onChange, patience }: TreeOptions) {
    this.#source = source;
    this.#onChange = onChange;
    this.#patience = patience;
    this.#roots = new Roots(source);
  }

  /** False once a switch of the profile or region, or a change of the files, took its root away. */
  has(node: Node): boolean {
    return this.#roots.has(node.id);
  }

  /**
   * What stands under a node, or the roots. Waits for AWS only a little: what takes longer is "Loading…", and `onChange`
   * tells when it is there. Never rejects for what AWS says: a failure is a node.
   */
  async children(node?: Node): Promise<readonly Node[]> {
    switch (node?.kind) {
      case undefined:
        return this.#readRoots();
      case 'profile':
        return node.session === undefined ? [problemOf(node)] : this.#openBranch(node);
      case 'services':
      case 'service':
      case 'further':
      case 'collection':
      case 'resource':
        return this.#openBranch(node);
      default:
        return [];
    }
  }

  /** As `children`, when all of it has arrived. */
  async settledChildren(node?: Node): Promise<readonly Node[]> {
    const children = await this.children(node);
    const loading = children.filter((child) => child.kind === 'more' && child.listing.isLoading);
    if (loading.length === 0) return children;
    await Promise.all(loading.map((child) => child.kind === 'more' && child.listing.arrival));
    return this.settledChildren(node);
  }

  /** Asks for the next page of a listing, or again for what failed; what is there stays. */
  loadMore({ listing, parent }: MoreNode | FailureNode): void {
    if (listing === undefined || parent === undefined) this.refresh(parent);
    else if (this.#isShown(listing, parent)) {
      listing.next();
      this.redraw(parent);
    }
  }

  /** Somebody signed in: what failed for want of it is asked for again, and nothing else. */
  retrySignedOut(): void {
    for (const branch of this.#branchesById.values()) {
      const failed = listingsOf(branch).filter(({ failure }) => needsSignIn(failure));
      for (const listing of failed) listing.next();
      if (failed.length > 0) this.redraw(branch.node);
    }
  }

  /** Gives up the page that is on its way. */
  stopLoading({ listing, parent }: MoreNode): void {
    listing.stop();
    this.redraw(parent);
  }

  /** Forgets what is below the node, or everything, and asks again for what is open. */
  refresh(node?: BranchNode): void {
    const shown = this.#latest(node);
    this.#forget(node?.id);
    this.#onChange(shown);
  }

  /** More is known of a node than when it was drawn. */
  redraw(node: Node | undefined): void {
    this.#onChange(this.#latest(node));
  }

  /** The node was closed: what it and those below it wait for is stopped, and asked for when it is opened again. */
  collapse(node: Node): void {
    const stopped = [...this.#listingsUnder(node.id)].filter((listing) => listing.reset());
    if (stopped.length > 0) this.redraw(node);
  }

  /** The node is open again: goes on with what `collapse` stopped and VS Code does not ask for. */
  expand(node: Node): void {
    for (const listing of this.#listingsUnder(node.id)) listing.resume();
  }

  /** When what stands right under a node was read, as far as it is kept. */
  readAt(node: Node): Date | undefined {
    const branch = this.#branchesById.get(node.id);
    return branch && readAtOf(branch);
  }

  /** Somebody looks at a row. Settles when all is known of it that can be; never rejects. */
  async describe(node: ResourceNode): Promise<void> {
    const branch = this.#branchesById.get(node.parent.id);
    const listing = branch && listingsOf(branch).find((one) => one.has(node));
    await listing?.describeAround(node);
  }

  /** Services were pinned or put back: the roots show them anew, and what was read of the services stays. */
  arrangeServices(): void {
    for (const [id, { node }] of this.#branchesById) {
      if (node.kind === 'profile' || node.kind === 'services') this.#branchesById.delete(id);
    }
    this.redraw(undefined);
  }

  /** Services are declared in another way: what is known of them is forgotten, and all else stays. */
  redeclare(services: ReadonlySet<string>): void {
    for (const [id, { node }] of [...this.#branchesById]) {
      if (node.kind === 'service' && services.has(node.service.service)) this.#forget(id);
    }
    this.arrangeServices();
  }

  /** The active profile, a region or a profile changed. What belongs to an old session is gone when this returns. */
  switchProfiles(): void {
    for (const id of this.#roots.dropStale()) this.#forget(id);
    this.redraw(undefined);
  }

  dispose(): void {
    this.#roots.clear();
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
      branch.node = node;
      if (this.#branchesById.get(node.id) === branch) await this.#load(branch);
      if (this.#branchesById.get(node.id) === branch) return this.#show(branch);
      return this.#roots.has(node.id) ? await this.#openBranch(node) : [];
    } catch (error) {
      this.#source.noteFailure(error, 'Reading the description of the service');
      return [{ kind: 'failure', id: `${node.id}//failure`, parent: node, error }];
    }
  }

  async #load(branch: Branch): Promise<void> {
    const listings = listingsOf(branch);
    for (const listing of listings) listing.start();
    if (!listings.some((listing) => listing.isFirst)) return;
    await Promise.race([Promise.all(listings.map(({ arrival }) => arrival)), this.#patience()]);
  }

  #show(branch: Branch): readonly Node[] {
    for (const listing of listingsOf(branch)) {
      if (listing.isLoading) void this.#showArrival(listing, branch.node);
    }
    return nodesOf(branch);
  }

  /** What was shown as loading is asked for again when it has arrived. */
  async #showArrival(listing: Listing, node: BranchNode): Promise<void> {
    if (this.#awaited.has(listing)) return;
    this.#awaited.add(listing);
    const hasArrived = await listing.arrival;
    this.#awaited.delete(listing);
    if (hasArrived && this.#isShown(listing, node)) this.redraw(node);
  }

  async #readBranch(node: BranchNode): Promise<Branch> {
    const branch = { node, parts: await readParts(node, this.#source, this.#onChange) };
    const known = this.#branchesById.get(node.id);
    if (known !== undefined) return known;
    if (this.#roots.has(node.id)) this.#branchesById.set(node.id, branch);
    return branch;
  }

  /** The node as VS Code knows it. */
  #latest(node: Node | undefined): Node | undefined {
    return node && (this.#branchesById.get(node.id)?.node ?? node);
  }

  #forget(id: string | undefined): void {
    for (const listing of this.#listingsUnder(id)) listing.reset();
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
    return this.#branchesById.get(parent.id)?.parts.includes(listing) ?? false;
  }
}
