// A list of resources, read page by page. Making one, or a narrower one of it, costs nothing; the network is asked while
// `page`, `pages` and `for await` are read. A token takes up a list where an earlier page ended.

import type { Client } from '../client.ts';
import type { CallOptions } from '../clientOptions.ts';
import type { Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { type ActOptions, ownParams } from './actions.ts';
import { actOnPages, type BatchOutcome } from './batch.ts';
import { readRows, sourcesOfItem } from './items.ts';
import { type JoinItem, readJoin } from './join.ts';
import type { CollectionRule, RequestRule } from './kind.ts';
import { mergeInput, narrowInput } from './mergeInput.ts';
import { readOutputs } from './outputPages.ts';
import { type Place, regionOfScope } from './place.ts';
import type { Resource } from './resource.ts';
import type { Maker } from './resourceBase.ts';
import { type Resumable, resumable } from './resumable.ts';
import { isSource, type Params, type Source, type SourceContext } from './sources.ts';

export interface PageOptions extends CallOptions {
  /** From the page before; the first page where absent. */
  readonly token?: string | undefined;
  /** Items asked for; AWS may give fewer. The collection's own size, or the declaration's, where absent. */
  readonly pageSize?: number | undefined;
}

export interface ResourcePage {
  readonly items: readonly Resource[];
  /** When AWS gave it. */
  readonly readAt: Date;
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/** What a collection is listed under: a service or a resource. */
export interface CollectionOwner {
  readonly place: Place;
  /** What an action of class X on the collection has to be told. */
  readonly confirmation: string;
  /** A Client for the region this owner is in, or another. */
  client(
    service?: string,
    options?: CallOptions & { region?: string | undefined },
  ): Promise<Client>;
  /** What these sources read from. Asks for what they need and is not known yet: attributes, the account. */
  context(sources: readonly Source[], options?: CallOptions): Promise<SourceContext>;
  /** The parameters as an operation's input. */
  input(params: Params, options?: CallOptions): Promise<Document>;
  /** Makes resources of one kind, without a call; in another region than the owner's if so told. */
  maker(kind: string, region?: string): Maker;
  where(rule: RequestRule): Where;
}

/** How a collection was narrowed. */
interface Narrowing {
  readonly filter?: Document;
  readonly limit?: number;
  readonly pageSize?: number;
}

/** AWS may answer with an empty page and a token; so many are passed over before the person is asked to go on. */
const emptyPagesPassed = 10;

export class Collection implements AsyncIterable<Resource> {
  readonly name: string;
  readonly icon: string;
  readonly #rule: CollectionRule;
  readonly #owner: CollectionOwner;
  readonly #narrowing: Narrowing;

  constructor(
    name: string,
    rule: CollectionRule,
    owner: CollectionOwner,
    { icon, ...narrowing }: Narrowing & { readonly icon: string },
  ) {
    this.name = name;
    this.icon = icon;
    this.#rule = rule;
    this.#owner = owner;
    this.#narrowing = narrowing;
  }

  get title(): string {
    return this.#rule.title;
  }

  /** The tree shows its items directly under the parent. */
  get inline(): boolean {
    return this.#rule.inline ?? false;
  }

  /** What the person should know before opening it, such as that it costs. */
  get note(): string | undefined {
    return this.#rule.note;
  }

  /** The same list, as boto3 has it: whole, unless it was narrowed before. */
  all(): Collection {
    return this.#narrowed({});
  }

  /**
   * The same list with further members of the operation's input, such as `Prefix` or `Filters`. Lists are added to those of
   * earlier filters, and `Filters` to those of the declaration; other values replace them.
   */
  filter(input: Document): Collection {
    return this.#narrowed({ filter: mergeInput(this.#narrowing.filter ?? {}, input) });
  }

  /** No more resources than this. */
  limit(count: number): Collection {
    return this.#narrowed({ limit: count });
  }

  /** Items asked for in each call. */
  pageSize(count: number): Collection {
    return this.#narrowed({ pageSize: count });
  }

  /** One page, the first that has items. */
  async page(options: PageOptions = {}): Promise<ResourcePage> {
    let last: ResourcePage = { items: [], readAt: new Date() };
    let passed = 0;
    for await (const page of this.pages(options)) {
      last = page;
      passed += 1;
      if (page.items.length > 0 || passed > emptyPagesPassed) break;
    }
    return last;
  }

  pages(options: PageOptions = {}): Resumable<ResourcePage> {
    const read = () => this.#read(options);
    return resumable(options.token, async function* (mark) {
      for await (const page of read()) {
        mark(page.nextToken);
        yield page;
      }
    });
  }

  /** One resource after another; `for await` on the collection itself is the same from the beginning on. */
  items(options: PageOptions = {}): Resumable<Resource> {
    const read = () => this.#read(options);
    return resumable(options.token, async function* (mark) {
      for await (const page of read()) {
        yield* page.items;
        mark(page.nextToken);
      }
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<Resource> {
    return this.items()[Symbol.asyncIterator]();
  }

  /**
   * Runs an action on all its resources, page by page: in few calls where the operation takes many at once, else one by one.
   * `confirm` is that of its owner: a bucket's name for the objects in it. Throws if the first page cannot be read; what
   * fails later is told in the outcome.
   */
  act(name: string, input: Document = {}, options: ActOptions = {}): Promise<BatchOutcome> {
    const kinds = this.#rule.items.map(({ kind }) => kind);
    const replaced = ownParams(this.#rule.params).filter((one) => this.#replaces(one));
    return actOnPages(
      { pages: this.pages(options), kinds, owner: this.#owner, replaced },
      name,
      input,
      options,
    );
  }

  /** A list of structures, such as `Filters`, is only added to. */
  #replaces(param: string): boolean {
    const { filter = {} } = this.#narrowing;
    const declared = this.#rule.params?.[param];
    const isAddedTo = Array.isArray(declared) && !declared.some(isSource);
    return param in filter && !isAddedTo;
  }

  #narrowed(further: Narrowing): Collection {
    const narrowing = { icon: this.icon, ...this.#narrowing, ...further };
    return new Collection(this.name, this.#rule, this.#owner, narrowing);
  }

  async *#read(options: PageOptions): AsyncGenerator<ResourcePage, void, undefined> {
    const { service, params = {} } = this.#rule;
    const { filter = {}, pageSize, limit = Number.POSITIVE_INFINITY } = this.#narrowing;
    if (limit <= 0) return;
    const region = this.#region;
    const client = await this.#owner.client(service, { ...options, region });
    const input = narrowInput(await this.#owner.input(params, options), filter);
    const read = await this.#reader(client, options);
    const where = { ...this.#owner.where(this.#rule), ...(region !== undefined && { region }) };
    let left = limit;
    const paging = { ...options, pageSize: options.pageSize ?? pageSize, where };
    for await (const { output, nextToken } of readOutputs(client, this.#rule, input, paging)) {
      const readAt = new Date();
      const items = read(output).slice(0, left);
      left -= items.length;
      yield nextToken === undefined ? { items, readAt } : { items, readAt, nextToken };
      if (left <= 0) return;
    }
  }

  /** Reads an output's items as resources. What their identifiers take from the owner is asked once, as is a joined list. */
  async #reader(client: Client, options: CallOptions): Promise<(output: Document) => Resource[]> {
    const rules = this.#rule.items;
    const context = await this.#owner.context(rules.flatMap(sourcesOfItem), options);
    const region = this.#region;
    const makers = rules.map((rule) => [rule, this.#owner.maker(rule.kind, region)] as const);
    const join = await this.#join(client, options);
    return (output) =>
      makers.flatMap(([rule, make]) =>
        readRows(
          rule,
          output,
          context,
          join ? (identifiers, item) => make(identifiers, join(item)) : make,
        ),
      );
  }

  async #join(client: Client, options: CallOptions): Promise<JoinItem | undefined> {
    const { join } = this.#rule;
    if (!join) return undefined;
    return readJoin(client, join, await this.#owner.input(join.params ?? {}, options), options);
  }

  /** Its own region, where it is not listed in its owner's. */
  get #region(): string | undefined {
    const { scope } = this.#rule;
    const { session } = this.#owner.place;
    if (scope === undefined) return undefined;
    return scope === 'regional' ? session.region : regionOfScope(scope, session.partition);
  }
}
