// What a service and a resource have in common: collections listed under them, actions done to them, and the Clients
// and inputs these need.

import type { Client } from '../client.ts';
import { ParamValidationError, UnknownKindError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { Session } from '../session.ts';
import { type CallOptions, Collection, type CollectionOwner } from './collection.ts';
import type { Identifiers } from './items.ts';
import type { ActionRule, CollectionRule, Kind, RequestRule, Risk, ServiceKinds } from './kind.ts';
import type { Resource } from './resource.ts';
import { fillParams, type Params, type Source, type SourceContext, sourcesIn } from './sources.ts';

/** The Session and the declarations that resources are made from. */
export interface Place {
  readonly session: Session;
  readonly kinds: ServiceKinds;
  /** The declarations of any service, for kinds listed under another service's resource. */
  readonly kindsOf: (service: string) => ServiceKinds;
}

export interface ActionInfo {
  readonly name: string;
  readonly title: string;
  readonly risk: Risk;
  readonly service: string;
  readonly operation: string;
  /** What the person has to give, and may give. */
  readonly inputs: readonly { readonly name: string; readonly optional: boolean }[];
}

/** The parts of a declaration that this class acts on. */
export interface BaseRules {
  readonly collections?: Readonly<Record<string, CollectionRule>>;
  readonly actions?: Readonly<Record<string, ActionRule>>;
}

export abstract class ResourceBase implements CollectionOwner {
  readonly service: string;
  readonly session: Session;
  readonly #place: Place;
  readonly #rules: BaseRules;
  #collections: readonly Collection[] | undefined;

  constructor(place: Place, rules: BaseRules) {
    this.service = place.kinds.service;
    this.session = place.session;
    this.#place = place;
    this.#rules = rules;
  }

  /** Where its calls go, as far as that is known without a call. */
  abstract readonly region: string | undefined;
  /** Where its calls go; asks AWS once if only AWS knows. `undefined` leaves it to the Session. */
  abstract callRegion(options?: CallOptions): Promise<string | undefined>;
  abstract context(sources: readonly Source[], options?: CallOptions): Promise<SourceContext>;
  abstract maker(kind: string): (identifiers: Identifiers, item: unknown) => Resource;
  /** For messages about what it lacks: `Bucket`. */
  protected abstract readonly fullName: string;

  get collections(): readonly Collection[] {
    this.#collections ??= Object.entries(this.#rules.collections ?? {}).map(
      ([name, rule]) => new Collection(name, rule, this, { icon: iconOf(this.#place, rule) }),
    );
    return this.#collections;
  }

  collection(name: string): Collection {
    const found = this.collections.find((collection) => collection.name === name);
    if (!found) throw this.#unknown('collection', name, Object.keys(this.#rules.collections ?? {}));
    return found;
  }

  get actions(): readonly ActionInfo[] {
    return Object.entries(this.#rules.actions ?? {}).map(([name, rule]) => ({
      name,
      title: rule.title,
      risk: rule.risk,
      service: rule.service ?? this.service,
      operation: rule.operation,
      inputs: asked(rule),
    }));
  }

  /** Runs an action. `input` gives what the action asks for, and any further member of the operation's input. */
  async act(name: string, input: Document = {}, options: CallOptions = {}): Promise<Document> {
    const rule = this.#rules.actions?.[name];
    if (!rule) throw this.#unknown('action', name, Object.keys(this.#rules.actions ?? {}));
    this.#checkAsked(rule, input);
    const names = new Set(asked(rule).map((one) => one.name));
    const further = Object.entries(input).filter(([member]) => !names.has(member));
    const filled = await this.input(rule.params ?? {}, options, input);
    const client = await this.client(rule.service, options);
    return client.call(rule.operation, { ...filled, ...Object.fromEntries(further) }, options);
  }

  /** A Client of its own service, or another, for the region it is in. */
  async client(service = this.service, options: CallOptions = {}): Promise<Client> {
    const region = await this.callRegion(options);
    return this.session.client(service, region === undefined ? {} : { region });
  }

  /** Parameters of a declaration as an operation's input. */
  async input(params: Params, options: CallOptions = {}, asked: Document = {}): Promise<Document> {
    const context = await this.context(sourcesIn(params), options);
    return fillParams(params, { ...context, input: asked });
  }

  protected where(rule: RequestRule): Where {
    const { profile, region } = this.session;
    return {
      service: rule.service ?? this.service,
      operation: rule.operation,
      profile,
      ...(region !== undefined && { region }),
    };
  }

  #checkAsked(rule: ActionRule, input: Document): void {
    const missing = asked(rule).filter(({ name, optional }) => !optional && !(name in input));
    const faults = missing.map(({ name }) => ({ path: [name], message: 'is required.' }));
    if (faults.length > 0) throw new ParamValidationError(this.where(rule), faults);
  }

  #unknown(what: string, name: string, known: readonly string[]): UnknownKindError {
    return new UnknownKindError(this.fullName, what, name, known);
  }
}

/** A kind by its name, `Bucket`, or by its service too, `ec2.Volume`. */
export function findKind(place: Place, name: string): { place: Place; name: string; kind: Kind } {
  const [service, own] = name.includes('.') ? name.split('.', 2) : [place.kinds.service, name];
  const kinds = service === place.kinds.service ? place.kinds : place.kindsOf(service ?? '');
  const kind = own === undefined ? undefined : kinds.kinds[own];
  if (own === undefined || kind === undefined) {
    throw new UnknownKindError(kinds.service, 'kind', own ?? name, Object.keys(kinds.kinds));
  }
  return { place: kinds === place.kinds ? place : { ...place, kinds }, name: own, kind };
}

/** The region that answers for all regions of a global service; `undefined` for a regional one. */
export function globalRegion({ kinds, session }: Place): string | undefined {
  const { scope } = kinds;
  return typeof scope === 'object' ? scope.global[session.partition] : undefined;
}

/** The account, if a source needs it. */
export async function readAccount(
  { session }: ResourceBase,
  sources: readonly Source[],
  options: CallOptions,
): Promise<{ readonly account?: string }> {
  if (!sources.some((source) => source.from === 'account')) return {};
  return { account: await session.account(options) };
}

/** Throws for an identifier that the kind lacks, and for one that is missing. */
export function checkIdentifiers(
  service: string,
  name: string,
  kind: Kind,
  identifiers: Identifiers,
): void {
  const unknown = Object.keys(identifiers).find((one) => !kind.identifiers.includes(one));
  if (unknown !== undefined) {
    throw new UnknownKindError(`${service} ${name}`, 'identifier', unknown, kind.identifiers);
  }
  const faults = kind.identifiers
    .filter((one) => !identifiers[one])
    .map((one) => ({ path: [one], message: 'is required.' }));
  if (faults.length > 0) throw new ParamValidationError({ service, operation: name }, faults);
}

function asked(rule: ActionRule): readonly { name: string; optional: boolean }[] {
  return sourcesIn(rule.params ?? {}).flatMap((source) =>
    source.from === 'input' ? [{ name: source.name, optional: source.optional ?? false }] : [],
  );
}

function iconOf(place: Place, rule: CollectionRule): string {
  const [first] = rule.items;
  if (rule.icon !== undefined || !first) return rule.icon ?? 'list-unordered';
  const { icon } = findKind(place, first.kind).kind;
  return typeof icon === 'string' ? icon : icon.otherwise;
}
