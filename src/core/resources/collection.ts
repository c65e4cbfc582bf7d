// A list of resources, read page by page. Making one costs nothing; the network is asked by `page`, `pages` and
// `for await`. A token takes up a list where an earlier page ended.

import type { Client } from '../client.ts';
import { ServiceError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { readRows, sourcesOfItem } from './items.ts';
import { type JoinItem, readJoin } from './join.ts';
import type { CollectionRule, TokensRule } from './kind.ts';
import { compilePath } from './paths.ts';
import type { Resource } from './resource.ts';
import type { Params, Source, SourceContext } from './sources.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface PageOptions extends CallOptions {
  /** From the page before; the first page where absent. */
  readonly token?: string;
  /** Items asked for; AWS may give fewer. The declaration's own size where absent. */
  readonly pageSize?: number;
}

export interface ResourcePage {
  readonly items: readonly Resource[];
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/** What a collection is listed under: a service or a resource. */
export interface CollectionOwner {
  /** A Client for the region this owner is in. */
  client(service?: string, options?: CallOptions): Promise<Client>;
  /** What these sources read from. Asks for what they need and is not known yet: attributes, the account. */
  context(sources: readonly Source[], options?: CallOptions): Promise<SourceContext>;
  /** The parameters as an operation's input. */
  input(params: Params, options?: CallOptions): Promise<Document>;
  /** Makes resources of one kind, without a call. */
  maker(kind: string): (identifiers: Readonly<Record<string, string>>, item: unknown) => Resource;
}

/** AWS may answer with an empty page and a token; so many are passed over before the person is asked to go on. */
const emptyPagesPassed = 10;

export class Collection implements AsyncIterable<Resource> {
  readonly name: string;
  readonly title: string;
  readonly icon: string;
  /** The tree shows its items directly under the parent. */
  readonly inline: boolean;
  /** What the person should know before opening it, such as that it costs. */
  readonly note: string | undefined;
  readonly #rule: CollectionRule;
  readonly #owner: CollectionOwner;
  readonly #filter: Document;

  constructor(
    name: string,
    rule: CollectionRule,
    owner: CollectionOwner,
    { icon, filter = {} }: { readonly icon: string; readonly filter?: Document },
  ) {
    this.name = name;
    this.title = rule.title;
    this.icon = icon;
    this.inline = rule.inline ?? false;
    this.note = rule.note;
    this.#rule = rule;
    this.#owner = owner;
    this.#filter = filter;
  }

  /** The same list with further members of the operation's input, such as `Prefix` or `Filters`. */
  filter(input: Document): Collection {
    const filter = { ...this.#filter, ...input };
    return new Collection(this.name, this.#rule, this.#owner, { icon: this.icon, filter });
  }

  /** One page, the first that has items. */
  async page(options: PageOptions = {}): Promise<ResourcePage> {
    let last: ResourcePage = { items: [] };
    let passed = 0;
    for await (const page of this.pages(options)) {
      last = page;
      passed += 1;
      if (page.items.length > 0 || passed > emptyPagesPassed) break;
    }
    return last;
  }

  async *pages(options: PageOptions = {}): AsyncGenerator<ResourcePage, void, undefined> {
    const { service, params = {} } = this.#rule;
    const client = await this.#owner.client(service, options);
    const input = { ...(await this.#owner.input(params, options)), ...this.#filter };
    const read = await this.#reader(options);
    for await (const { output, nextToken } of this.#outputs(client, input, options)) {
      const items = read(output, await this.#join(client, options));
      yield nextToken === undefined ? { items } : { items, nextToken };
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Resource, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }

  async *#outputs(client: Client, input: Document, options: PageOptions): AsyncGenerator<Output> {
    try {
      yield* this.#call(client, input, options);
    } catch (error) {
      const { emptyOn } = this.#rule;
      if (!(error instanceof ServiceError) || error.code !== emptyOn) throw error;
    }
  }

  async *#call(client: Client, input: Document, options: PageOptions): AsyncGenerator<Output> {
    const { operation, tokens, pageSize } = this.#rule;
    if (client.service.paginators[operation]) {
      const pages = client.pages(operation, input, pagesOptions(options, pageSize));
      for await (const output of pages) yield { output, nextToken: pages.resumeToken };
      return;
    }
    let token = options.token;
    do {
      const more = tokens && token !== undefined ? { [tokens.input]: token } : {};
      const output = await client.call(operation, { ...input, ...more }, options);
      token = tokens && readToken(output, tokens);
      yield { output, nextToken: token };
    } while (token !== undefined);
  }

  /** Reads an output's items as resources. What their identifiers take from the owner is asked once. */
  async #reader(options: CallOptions): Promise<ReadItems> {
    const rules = this.#rule.items;
    const context = await this.#owner.context(rules.flatMap(sourcesOfItem), options);
    const makers = rules.map((rule) => [rule, this.#owner.maker(rule.kind)] as const);
    return (output, join) =>
      makers.flatMap(([rule, make]) =>
        readRows(rule, output, context).map((row) => make(row.identifiers, join(row.item))),
      );
  }

  async #join(client: Client, options: CallOptions): Promise<JoinItem> {
    const { join } = this.#rule;
    if (!join) return (item) => item;
    return readJoin(client, join, await this.#owner.input(join.params ?? {}, options), options);
  }
}

interface Output {
  readonly output: Document;
  readonly nextToken: string | undefined;
}

type ReadItems = (output: Document, join: JoinItem) => Resource[];

function readToken(output: Document, rule: TokensRule): string | undefined {
  if (rule.more !== undefined && compilePath(rule.more)(output) !== true) return undefined;
  const token = compilePath(rule.output)(output);
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function pagesOptions(options: PageOptions, declaredSize: number | undefined) {
  const pageSize = options.pageSize ?? declaredSize;
  return {
    ...(options.signal && { signal: options.signal }),
    ...(options.token !== undefined && { startingToken: options.token }),
    ...(pageSize !== undefined && { pageSize }),
  };
}
