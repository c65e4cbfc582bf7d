// The things themselves, as objects. A Resource is made of a declaration and identifiers; reading its properties is free,
// and what goes to the network is a method that takes a `signal`.

import { ResourceNotFoundError, UnknownKindError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { consoleBase } from './arn.ts';
import type { CallOptions } from './collection.ts';
import { type CompiledKind, compileKind } from './compiledKind.ts';
import type { Identifiers } from './items.ts';
import type { Kind, LoadRule, ServiceKinds } from './kind.ts';
import { findLoaded, isDocument, needsLoad } from './load.ts';
import { askRegion, knownRegion } from './region.ts';
import {
  checkIdentifiers,
  findKind,
  globalRegion,
  type Place,
  ResourceBase,
  readAccount,
} from './resourceBase.ts';
import type { Source, SourceContext } from './sources.ts';
import type { Subject } from './texts.ts';

export { type CallOptions, Collection, type PageOptions, type ResourcePage } from './collection.ts';
export type { ActionInfo } from './resourceBase.ts';

/** A service in a Session: what it lists, and any of its resources by name. */
export class ServiceResource extends ResourceBase {
  readonly kinds: ServiceKinds;
  /** Set for a global service: its answers are the same in every region. */
  readonly region: string | undefined;
  protected readonly fullName: string;
  readonly #place: Place;

  constructor(place: Place) {
    super(place, place.kinds);
    this.kinds = place.kinds;
    this.fullName = place.kinds.service;
    this.region = globalRegion(place);
    this.#place = place;
  }

  /** The resource of these identifiers. Asks nobody whether it exists; `load` does. */
  get(kind: string, identifiers: Identifiers): Resource {
    const found = findKind(this.#place, kind);
    checkIdentifiers(this.service, kind, found.kind, identifiers);
    return new Resource(found.place, found.name, identifiers, {});
  }

  async callRegion(): Promise<string | undefined> {
    return this.region;
  }

  async context(sources: readonly Source[], options: CallOptions = {}): Promise<SourceContext> {
    return { identifiers: {}, region: this.region, ...(await readAccount(this, sources, options)) };
  }

  maker(kind: string): (identifiers: Identifiers, item: unknown) => Resource {
    const { place, name } = findKind(this.#place, kind);
    return (identifiers, item) => new Resource(place, name, identifiers, attributesOf(item));
  }
}

export interface ResourceOrigin {
  readonly attributes?: Document;
  readonly parent?: Resource;
}

export class Resource extends ResourceBase {
  readonly kind: string;
  readonly identifiers: Identifiers;
  /** What it was listed under; absent for what a service lists itself and for one got by name. */
  readonly parent: Resource | undefined;
  protected readonly fullName: string;
  readonly #place: Place;
  readonly #rule: Kind;
  readonly #texts: CompiledKind;
  #attributes: Document | undefined;
  #region: string | undefined;
  #isLoaded = false;

  constructor(place: Place, name: string, identifiers: Identifiers, origin: ResourceOrigin) {
    const { kind } = findKind(place, name);
    super(place, kind);
    this.kind = name;
    this.identifiers = identifiers;
    this.parent = origin.parent;
    this.fullName = `${place.kinds.service} ${name}`;
    this.#place = place;
    this.#rule = kind;
    this.#texts = compileKind(kind);
    this.#attributes = origin.attributes;
  }

  /** What the listing or `load` gave. */
  get attributes(): Document | undefined {
    return this.#attributes;
  }

  get id(): string {
    return this.#texts.id(this.#subject) ?? Object.values(this.identifiers).at(-1) ?? '';
  }

  get label(): string {
    return this.#texts.label(this.#subject) ?? this.id;
  }

  get state(): string | undefined {
    return this.#texts.state?.(this.#subject);
  }

  get description(): string | undefined {
    const parts = this.#texts.description.map((read) => read(this.#subject));
    return parts.filter((part) => part !== undefined).join(' · ') || undefined;
  }

  get columns(): readonly (readonly [string, string])[] {
    return this.#texts.columns.flatMap(([title, read]) => {
      const text = read(this.#subject);
      return text === undefined ? [] : [[title, text] as const];
    });
  }

  get icon(): string {
    return this.#texts.icon(this.#subject);
  }

  /** Kind and identifiers as one text, the same every time: tells it apart from all others of its Session. */
  get path(): string {
    const names = this.#rule.identifiers.map(
      (name) => `${name}=${encodeURIComponent(this.identifiers[name] ?? '')}`,
    );
    const more = this.#texts.distinguishedBy.map((read) =>
      encodeURIComponent(read(this.#subject) ?? ''),
    );
    return `${this.service}.${this.kind}(${[...names, ...more].join(',')})`;
  }

  /** True where the listing gave only a name, and a describe call would give the rest. */
  get isSparse(): boolean {
    return this.#rule.hydrate === true && !this.#isLoaded;
  }

  /** How its declaration describes it; absent where the listing gives everything. */
  get loadRule(): LoadRule | undefined {
    return this.#rule.load;
  }

  get region(): string | undefined {
    return (
      this.#region ??
      knownRegion(this.#rule, this.#attributes) ??
      this.parent?.region ??
      globalRegion(this.#place) ??
      this.session.region
    );
  }

  /** True when it is the same in every region; `region` is then only where it is asked for. */
  get isGlobal(): boolean {
    return this.#rule.region === undefined && globalRegion(this.#place) !== undefined;
  }

  get consoleUrl(): string | undefined {
    const { region } = this;
    const base = region === undefined ? undefined : consoleBase(this.session.partition, region);
    if (base === undefined) return undefined;
    return this.#texts.consoleUrl?.({ ...this.#subject, facts: { ...this.#facts, c: base } });
  }

  /** Asks for the account, or describes it, if the ARN needs that; `undefined` for what has no ARN. */
  async arn(options: CallOptions = {}): Promise<string | undefined> {
    const read = this.#texts.arn;
    if (!read) return undefined;
    const account = this.#texts.arnNeedsAccount ? await this.session.account(options) : undefined;
    const facts = { ...this.#facts, account };
    const known = read({ ...this.#subject, facts });
    if (known !== undefined || !this.#canLoad) return known;
    await this.load(options);
    return read({ ...this.#subject, facts });
  }

  /** Describes it. Its attributes are then the listed ones with the described ones over them. */
  async load(options: CallOptions = {}): Promise<Document> {
    const rule = this.#rule.load;
    if (!rule) return this.#attributes ?? {};
    const client = await this.client(rule.service, options);
    const input = await this.input(rule.params ?? {}, options);
    const output = await client.call(rule.operation, input, options);
    const found = findLoaded(rule, output, this.identifiers);
    if (!found) throw new ResourceNotFoundError(this.where(rule), this.kind, this.id);
    return this.take(found);
  }

  /** Takes over attributes that someone else described, as a batch does. */
  take(attributes: Document): Document {
    this.#isLoaded = true;
    this.#attributes = { ...this.#attributes, ...attributes };
    return this.#attributes;
  }

  /** Waits for a state the declaration names, such as `Running`. */
  async wait(name: string, options: CallOptions = {}): Promise<Document> {
    const { waiters = {} } = this.#rule;
    const rule = waiters[name];
    if (!rule) throw new UnknownKindError(this.fullName, 'waiter', name, Object.keys(waiters));
    const client = await this.client(undefined, options);
    return client.wait(rule.waiter, await this.input(rule.params, options), options);
  }

  async callRegion(options: CallOptions = {}): Promise<string | undefined> {
    this.#region ??= await this.#findRegion(options);
    return this.#region;
  }

  async context(sources: readonly Source[], options: CallOptions = {}): Promise<SourceContext> {
    if (this.#canLoad && needsLoad(sources, this.#attributes)) await this.load(options);
    const attributes = this.#attributes;
    const parent = this.parent?.identifiers;
    const { identifiers, region } = this;
    const account = await readAccount(this, sources, options);
    return { identifiers, attributes, parent, region, ...account };
  }

  maker(kind: string): (identifiers: Identifiers, item: unknown) => Resource {
    const { place, name } = findKind(this.#place, kind);
    return (identifiers, item) =>
      new Resource(place, name, identifiers, { ...attributesOf(item), parent: this });
  }

  get #canLoad(): boolean {
    return this.#rule.load !== undefined && !this.#isLoaded;
  }

  get #subject(): Subject {
    return { attributes: this.#attributes, identifiers: this.identifiers };
  }

  get #facts(): Record<string, string | undefined> {
    const { partition, knownAccount } = this.session;
    return { partition, region: this.region, account: knownAccount };
  }

  async #findRegion(options: CallOptions): Promise<string | undefined> {
    const known = knownRegion(this.#rule, this.#attributes);
    if (known !== undefined) return known;
    const inherited = await this.parent?.callRegion(options);
    return inherited ?? askRegion(this, this.#rule, globalRegion(this.#place), options);
  }
}

function attributesOf(item: unknown): ResourceOrigin {
  return isDocument(item) ? { attributes: item } : {};
}
