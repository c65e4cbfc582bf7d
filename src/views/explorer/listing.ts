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
import { RowDescriptions } from './rowDescriptions.ts';

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

/**
 * So many rows are described together where the listing gave only names: as many as a person sees. VS Code does not tell
 * which, so it is the first ones of each page, and then those around a row somebody points at.
 */
const describedRows = 30;

export class Listing {
  readonly #options: ListingOptions;
  readonly #items: ResourceNode[] = [];
  readonly #ids = new Set<string>();
  #tail: MoreNode | FailureNode | undefined;
  #token: string | undefined;
  #isLoaded = false;
  #readAt: Date | undefined;
  readonly #descriptions: RowDescriptions;
  #request: { readonly controller: AbortController; readonly done: Promise<boolean> } | undefined;

  constructor(options: ListingOptions) {
    this.#options = options;
    this.#descriptions = new RowDescriptions(options);
  }

  get collection(): ShownCollection {
    return this.#options.collection;
  }

  /** The items that have arrived, then "Load more…", "Loading…" or the failure. */
  get nodes(): readonly Node[] {
    return this.#tail === undefined ? this.#items : [...this.#items, this.#tail];
  }

  /** When the oldest of its pages was read; undefined before the first. */
  get readAt(): Date | undefined {
    return this.#readAt;
  }

  get itemCount(): number {
    return this.#items.length;
  }

  /** Why the last page could not be read; undefined when it could, or is on its way. */
  get failure(): unknown {
    return this.#tail?.kind === 'failure' ? this.#tail.error : undefined;
  }

  get isLoading(): boolean {
    return this.#request !== undefined;
  }

  /** True while the first page is on its way. */
  get isFirst(): boolean {
    return this.isLoading && !this.#isLoaded;
  }

  /** True once the first page is there and nothing was in it. */
  get isEmpty(): boolean {
    return this.#isLoaded && this.nodes.length === 0;
  }

  /** Settles when the request under way ends: true if by itself, false if it was stopped. Never rejects. */
  get arrival(): Promise<boolean> {
    return this.#request?.done ?? Promise.resolve(false);
  }

  /** Asks for the first page, once. A failure stays until somebody asks for the `next` page. */
  start(): void {
    if (!this.#isLoaded && this.#tail === undefined) this.next();
  }

  /** Asks for the page after what is there; for the one that failed or was stopped, if one was. */
  next(): void {
    if (this.#request !== undefined) return;
    const controller = new AbortController();
    this.#request = { controller, done: this.#ask(controller) };
    this.#setTail('more');
  }

  /** The person no longer wants to wait; the page is asked for only when they say so. */
  stop(): void {
    this.#abort();
  }

  /**
   * Stops what is under way, and forgets a first page that failed or was stopped, so that `start` asks for it again.
   * False when nothing changed by it.
   */
  reset(): boolean {
    this.#descriptions.stop();
    const wasLoading = this.#abort();
    const hasTailOnly = !this.#isLoaded && this.#tail !== undefined;
    if (hasTailOnly) this.#tail = undefined;
    return wasLoading || hasTailOnly;
  }

  /** It can be seen again: goes on describing what `reset` stopped. */
  resume(): void {
    this.#descriptions.resume();
  }

  has(node: ResourceNode): boolean {
    return this.#items.includes(node);
  }

  /** Somebody looks at a row: describes it and those around it. Settles when it is described; never rejects. */
  describeAround(node: ResourceNode): Promise<void> {
    const at = this.#items.indexOf(node);
    const first = at - (at % describedRows);
    this.#descriptions.ask(this.#items.slice(first, first + describedRows), 'opened');
    return this.#descriptions.arrivalOf(node);
  }

  #abort(): boolean {
    const request = this.#request;
    this.#request = undefined;
    request?.controller.abort();
    return request !== undefined;
  }

  async #ask(controller: AbortController): Promise<boolean> {
    const outcome = await this.#readPage(controller.signal);
    if (this.#request?.controller !== controller) return false;
    this.#request = undefined;
    if ('error' in outcome) this.#setTail('failure', outcome.error);
    else this.#add(outcome);
    this.#options.onSettled(...('error' in outcome ? [outcome.error] : []));
    return true;
  }

  async #readPage(signal: AbortSignal): Promise<ShownPage | { readonly error: unknown }> {
    const token = this.#token === undefined ? {} : { token: this.#token };
    const options = { signal, priority: 'opened', ...token } as const;
    try {
      return await untilAborted(this.collection.page(options), signal);
    } catch (error) {
      return { error };
    }
  }

  #add(page: ShownPage): void {
    const nodes = page.items.map((resource) => this.#toNode(resource));
    this.#items.push(...nodes);
    this.#isLoaded = true;
    this.#readAt ??= page.readAt;
    this.#token = page.nextToken;
    this.#setTail(page.nextToken === undefined ? undefined : 'more');
    this.#descriptions.ask(nodes.slice(0, describedRows), 'background');
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
