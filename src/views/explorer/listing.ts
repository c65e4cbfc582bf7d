// What has arrived of one collection: its pages so far, and the request under way. An answer that comes after the
// request was cancelled is dropped.

import { untilAborted } from '../../core/abort.ts';
import type {
  BranchNode,
  FailureNode,
  MoreNode,
  Node,
  ResourceNode,
  ShownCollection,
  ShownPage,
  ShownResource,
  ShownSession,
} from './nodes.ts';
import { childId } from './nodes.ts';

export interface ListingOptions {
  readonly collection: ShownCollection;
  readonly session: ShownSession;
  /** The node under which the items stand. */
  readonly parent: BranchNode;
  /** Called when a request ends by itself; with the error if it failed. */
  readonly onSettled: (error?: unknown) => void;
  /** Called when more is known of a row than its listing gave. */
  readonly onDescribed: (node: ResourceNode) => void;
}

/** Of each page, so many rows are described where the listing gave only names: what a person sees at first. */
const describedRows = 30;

export class Listing {
  readonly #options: ListingOptions;
  readonly #items: ResourceNode[] = [];
  readonly #ids = new Set<string>();
  #tail: MoreNode | FailureNode | undefined;
  #token: string | undefined;
  #isLoaded = false;
  #describing = new AbortController();
  #request: { readonly controller: AbortController; readonly done: Promise<void> } | undefined;

  constructor(options: ListingOptions) {
    this.#options = options;
  }

  get collection(): ShownCollection {
    return this.#options.collection;
  }

  /** The items that have arrived, then "Load more…" or the failure. */
  get nodes(): readonly Node[] {
    return this.#tail === undefined ? this.#items : [...this.#items, this.#tail];
  }

  get itemCount(): number {
    return this.#items.length;
  }

  get isLoading(): boolean {
    return this.#request !== undefined;
  }

  /** True once the first page is there and nothing was in it. */
  get isEmpty(): boolean {
    return this.#isLoaded && this.nodes.length === 0;
  }

  /** Brings the first page, once. A failure stays until somebody asks for the `next` page. Never rejects. */
  async load(): Promise<void> {
    if (this.#isLoaded || this.#tail !== undefined) return;
    await this.next();
  }

  /** Brings the page after what is there; the one that failed, if one did. Never rejects. */
  async next(): Promise<void> {
    if (this.#request === undefined) {
      const controller = new AbortController();
      this.#request = { controller, done: this.#ask(controller) };
      this.#setTail(this.#isLoaded ? 'more' : undefined);
    }
    await this.#request.done;
  }

  /** Stops the request under way and forgets a first page that failed. False when there was neither. */
  cancel(): boolean {
    const hasFailed = !this.#isLoaded && this.#tail !== undefined;
    if (hasFailed) this.#tail = undefined;
    this.#describing.abort();
    this.#describing = new AbortController();
    const request = this.#request;
    this.#request = undefined;
    request?.controller.abort();
    return hasFailed || request !== undefined;
  }

  async #ask(controller: AbortController): Promise<void> {
    const outcome = await this.#readPage(controller.signal);
    if (this.#request?.controller !== controller) return;
    this.#request = undefined;
    if ('error' in outcome) this.#setTail('failure', outcome.error);
    else this.#add(outcome);
    this.#options.onSettled(...('error' in outcome ? [outcome.error] : []));
  }

  async #readPage(signal: AbortSignal): Promise<ShownPage | { readonly error: unknown }> {
    const token = this.#token === undefined ? {} : { token: this.#token };
    try {
      return await untilAborted(this.collection.page({ signal, ...token }), signal);
    } catch (error) {
      return { error };
    }
  }

  #add(page: ShownPage): void {
    const nodes = page.items.map((resource) => this.#toNode(resource));
    this.#items.push(...nodes);
    this.#isLoaded = true;
    this.#token = page.nextToken;
    this.#setTail(page.nextToken === undefined ? undefined : 'more');
    void this.#describe(nodes.slice(0, describedRows));
  }

  async #describe(nodes: readonly ResourceNode[]): Promise<void> {
    const { session, onDescribed } = this.#options;
    const nodesByResource = new Map(nodes.map((node) => [node.resource, node]));
    const { signal } = this.#describing;
    const onRow = (resource: ShownResource) => {
      const node = nodesByResource.get(resource);
      if (node !== undefined && !signal.aborted) onDescribed(node);
    };
    await session.describe([...nodesByResource.keys()], onRow, signal);
  }

  #toNode(resource: ShownResource): ResourceNode {
    const { parent, session } = this.#options;
    return { kind: 'resource', id: this.#uniqueId(resource), parent, session, resource };
  }

  /** VS Code refuses a tree in which an id stands twice, and a listing may change between two pages. */
  #uniqueId(resource: ShownResource): string {
    const id = childId(this.#options.parent, this.collection.name, resource.path);
    let unique = id;
    for (let count = 2; this.#ids.has(unique); count++) unique = `${id}//${count}`;
    this.#ids.add(unique);
    return unique;
  }

  #setTail(kind: 'more' | 'failure' | undefined, error?: unknown): void {
    const { parent, collection } = this.#options;
    const id = `${childId(parent, collection.name)}//${kind}`;
    if (kind === undefined) this.#tail = undefined;
    else if (kind === 'more') this.#tail = { kind, id, parent, listing: this };
    else this.#tail = { kind, id, parent, listing: this, error };
  }
}
