// What is known of a resource without a call: who it is, what its listing gave, and what a person reads of it.

import type { Document } from '../protocols/protocol.ts';
import { consoleBase } from './arn.ts';
import type { Collection } from './collection.ts';
import type { CompiledKind } from './compiledKind.ts';
import type { Identifiers } from './items.ts';
import type { Kind, LoadRule } from './kind.ts';
import { globalRegion, homeRegion, type KindPlace, type Place } from './place.ts';
import { describeReference, type ReferenceInfo } from './references.ts';
import { knownRegion } from './region.ts';
import { ResourceBase } from './resourceBase.ts';
import type { Subject } from './texts.ts';

/** What resources of one page have in common, so that each of them holds little. */
export interface ResourceOrigin<Parent> {
  readonly found: KindPlace;
  readonly parent?: Parent | undefined;
  /** Where they are, if that is known from elsewhere, as from an ARN. */
  readonly region?: string | undefined;
}

/** What was learned of a resource after it was made. */
interface Learned {
  /** The members that its last description gave; absent until there is one. */
  readonly described?: ReadonlySet<string>;
  /** True once an action may have changed it, until it is described anew. */
  readonly isStale?: boolean;
  /** Where its calls go, once that is settled. */
  readonly region?: string | undefined;
}

const nothing: Learned = {};

/** What a resource may be listed under. */
interface Owner extends ResourceBase {
  readonly isGlobal: boolean;
}

export abstract class KnownResource<Parent extends Owner> extends ResourceBase {
  readonly identifiers: Identifiers;
  readonly #origin: ResourceOrigin<Parent>;
  #attributes: Document | undefined;
  #learned = nothing;

  constructor(
    origin: ResourceOrigin<Parent>,
    identifiers: Identifiers,
    attributes: Document | undefined,
  ) {
    super();
    this.identifiers = identifiers;
    this.#origin = origin;
    this.#attributes = attributes;
  }

  /** What it was listed under; absent for what a service lists itself and for one got by name. */
  get parent(): Parent | undefined {
    return this.#origin.parent;
  }

  get place(): Place {
    return this.#origin.found.place;
  }

  get kind(): string {
    return this.#origin.found.name;
  }

  get confirmation(): string {
    return this.id;
  }

  /** What the listing or `load` gave. */
  get attributes(): Document | undefined {
    return this.#attributes;
  }

  /**
   * Takes over attributes that someone else described, as a batch does. What an earlier description had and this one has not is
   * no longer true.
   */
  take(attributes: Document): Document {
    const { described, region } = this.#learned;
    const known = Object.entries(this.#attributes ?? {});
    const kept = described ? known.filter(([name]) => !described.has(name)) : known;
    this.#learned = { described: new Set(Object.keys(attributes)), region };
    this.#attributes = { ...Object.fromEntries(kept), ...attributes };
    return this.#attributes;
  }

  get id(): string {
    return this.texts.id(this.subject) ?? Object.values(this.identifiers).at(-1) ?? this.kind;
  }

  get label(): string {
    return this.texts.label(this.subject) ?? this.id;
  }

  get state(): string | undefined {
    return this.texts.state?.(this.subject);
  }

  get description(): string | undefined {
    const parts = this.texts.description.map((read) => read(this.subject));
    return parts.filter((part) => part !== undefined).join(' · ') || undefined;
  }

  get columns(): readonly (readonly [string, string])[] {
    return this.texts.columns.flatMap(([title, read]) => {
      const text = read(this.subject);
      return text === undefined ? [] : [[title, text] as const];
    });
  }

  get icon(): string {
    return this.texts.icon(this.subject);
  }

  /** Kind and identifiers as one text, the same every time: tells it apart from all others of its Session. */
  get path(): string {
    const names = this.rules.identifiers.map(
      (name) => `${name}=${encodeURIComponent(this.identifiers[name] ?? '')}`,
    );
    const more = this.texts.distinguishedBy.map((read) =>
      encodeURIComponent(read(this.subject) ?? ''),
    );
    return `${this.service}.${this.kind}(${[...names, ...more].join(',')})`;
  }

  /** True where the listing gave only a name, and a describe call would give the rest. */
  get isSparse(): boolean {
    return this.rules.hydrate === true && !this.isLoaded;
  }

  /** How its declaration describes it; absent where the listing gives everything. */
  get loadRule(): LoadRule | undefined {
    return this.rules.load;
  }

  /** The lists of what uses it. */
  get usedBy(): readonly Collection[] {
    return (this.rules.usedBy ?? []).map((name) => this.collection(name));
  }

  /** What it leads to: `follow` gives the resources. */
  get references(): readonly ReferenceInfo[] {
    const rules = Object.entries(this.rules.has ?? {});
    return rules.map(([name, rule]) => describeReference(name, rule));
  }

  get region(): string | undefined {
    return (
      this.certainRegion ?? this.regionalParent?.region ?? this.homeRegion ?? this.session.region
    );
  }

  get certainRegion(): string | undefined {
    const told = this.settledRegion ?? knownRegion(this.rules, this.#attributes);
    const { regionalParent } = this;
    if (told !== undefined || regionalParent) return told ?? regionalParent?.certainRegion;
    return this.rules.region ? undefined : (this.homeRegion ?? this.session.region);
  }

  /** True when it is the same in every region; `region` is then only where it is asked for. */
  get isGlobal(): boolean {
    return this.rules.region === undefined && globalRegion(this.place) !== undefined;
  }

  get consoleUrl(): string | undefined {
    const { region } = this;
    const base = region === undefined ? undefined : consoleBase(this.session.partition, region);
    if (base === undefined) return undefined;
    return this.texts.consoleUrl?.({ ...this.subject, facts: { ...this.facts, c: base } });
  }

  protected get isLoaded(): boolean {
    return this.#learned.described !== undefined;
  }

  /** True if an action may have changed it since it was described. */
  protected get isStale(): boolean {
    return this.#learned.isStale ?? false;
  }

  protected markStale(): void {
    this.#learned = { ...this.#learned, isStale: true };
  }

  /** Where its calls go, if that is settled. */
  protected get settledRegion(): string | undefined {
    return this.#learned.region ?? this.#origin.region;
  }

  protected settleRegion(region: string | undefined): void {
    this.#learned = { ...this.#learned, region };
  }

  /** Where all of its kind are asked for, if that is one region. */
  protected get homeRegion(): string | undefined {
    return homeRegion(this.#origin.found);
  }

  protected get fullName(): string {
    return `${this.service} ${this.kind}`;
  }

  protected get rules(): Kind {
    return this.#origin.found.kind;
  }

  protected get texts(): CompiledKind {
    return this.#origin.found.texts;
  }

  protected get subject(): Subject {
    return { attributes: this.#attributes, identifiers: this.identifiers };
  }

  protected get facts(): Record<string, string | undefined> {
    const { partition, knownAccount } = this.session;
    return { partition, region: this.region, account: knownAccount };
  }

  /** What it shares its region with: not where one of the two services is the same in every region. */
  protected get regionalParent(): Parent | undefined {
    const { parent, rules } = this;
    if (rules.scope !== undefined) return undefined;
    if (parent?.service === this.service) return parent;
    const isShared = globalRegion(this.place) === undefined && !parent?.isGlobal;
    return isShared ? parent : undefined;
  }
}
