// What a service and a resource have in common: collections listed under them, actions done to them, and the Clients
// and inputs these need.

import type { Client } from '../client.ts';
import type { CallOptions } from '../clientOptions.ts';
import { IncompleteActionError, UnknownKindError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { Session } from '../session.ts';
import {
  type ActionInfo,
  type ActionOutcome,
  type ActOptions,
  askedInputs,
  checkAction,
  furtherInput,
  readOutcome,
  sourcesOfResult,
} from './actions.ts';
import { Collection, type CollectionOwner } from './collection.ts';
import { describeFailures, readFailures } from './failures.ts';
import type { Identifiers } from './items.ts';
import type { ActionRule, CollectionRule, RequestedRegionRule, RequestRule } from './kind.ts';
import { compilePath } from './paths.ts';
import { iconOf, type Place } from './place.ts';
import type { Resource } from './resource.ts';
import { fillParams, type Params, type Source, type SourceContext, sourcesIn } from './sources.ts';

/** The parts of a declaration that this class acts on. */
export interface BaseRules {
  readonly collections?: Readonly<Record<string, CollectionRule>>;
  readonly actions?: Readonly<Record<string, ActionRule>>;
}

/** Makes resources of one kind, without a call. */
export type Maker = (identifiers: Identifiers, item?: unknown) => Resource;

export abstract class ResourceBase implements CollectionOwner {
  #collections: readonly Collection[] | undefined;

  abstract readonly place: Place;
  protected abstract readonly rules: BaseRules;
  /** Where its calls go, as far as that is known without a call. */
  abstract readonly region: string | undefined;
  /** The same, but `undefined` where only AWS can tell. */
  abstract readonly certainRegion: string | undefined;
  /** What an action of class X has to be told: a resource's id, a service's own. */
  abstract readonly confirmation: string;
  /** Where its calls go; asks AWS once if only AWS knows. `undefined` leaves it to the Session. */
  abstract callRegion(options?: CallOptions): Promise<string | undefined>;
  abstract context(sources: readonly Source[], options?: CallOptions): Promise<SourceContext>;
  /** Of what is listed under it. */
  abstract maker(kind: string, region?: string): Maker;
  /** Of what it names, such as what an action made: somewhere else, but in the same region. */
  abstract namedMaker(kind: string, region?: string): Maker;
  /** For messages about what it lacks: `Bucket`. */
  protected abstract readonly fullName: string;

  /** botocore's id of its service. */
  get service(): string {
    return this.place.kinds.service;
  }

  get session(): Session {
    return this.place.session;
  }

  get collections(): readonly Collection[] {
    this.#collections ??= Object.entries(this.rules.collections ?? {}).map(
      ([name, rule]) => new Collection(name, rule, this, { icon: iconOf(this.place, rule) }),
    );
    return this.#collections;
  }

  collection(name: string): Collection {
    const found = this.collections.find((collection) => collection.name === name);
    if (!found) throw this.#unknown('collection', name, this.rules.collections);
    return found;
  }

  get actions(): readonly ActionInfo[] {
    return Object.entries(this.rules.actions ?? {}).map(([name, rule]) => ({
      name,
      title: rule.title,
      risk: rule.risk,
      service: rule.service ?? this.service,
      operation: rule.operation,
      inputs: askedInputs(rule),
    }));
  }

  /**
   * Runs an action. `input` gives what the action asks for, and any further member of the operation's input. One of class X
   * throws a ConfirmationRequiredError unless `confirm` is this resource's id, or this service's. Where the answer lists what
   * was not done, an IncompleteActionError has both.
   */
  async act(name: string, input: Document = {}, options: ActOptions = {}): Promise<ActionOutcome> {
    const rule = this.actionRule(name);
    const where = this.where(rule, input);
    checkAction(rule, input, options, { where, expected: [this.confirmation] });
    const { confirm: _, ...call } = options;
    const filled = await this.input(rule.params ?? {}, call, input);
    const request = { ...filled, ...furtherInput(rule, input) };
    const client = await this.actionClient(rule, request, call);
    const output = await client.call(rule.operation, request, call);
    await this.#checkDone(rule, this.where(rule, request), output);
    return { output, resources: await this.#named(rule, { request, input, output }, call) };
  }

  /** Throws for a name that its declaration does not have. */
  actionRule(name: string): ActionRule {
    const rule = this.rules.actions?.[name];
    if (!rule) throw this.#unknown('action', name, this.rules.actions);
    return rule;
  }

  /** A Client of its own service, or another, for the region it is in, or another. */
  async client(
    service = this.service,
    options: CallOptions & { readonly region?: string | undefined } = {},
  ): Promise<Client> {
    const region = options.region ?? (await this.callRegion(options));
    return this.session.client(service, { region, isPaced: true });
  }

  /** A Client for the call of an action: where this is, or where the request says that something is to be made. */
  async actionClient(rule: ActionRule, request: Document, options: CallOptions): Promise<Client> {
    if (!rule.region) return this.client(rule.service, options);
    const region = requestedRegion(rule.region, request) ?? this.session.region;
    return this.client(rule.service, { ...options, region });
  }

  /** Parameters of a declaration as an operation's input. */
  async input(params: Params, options: CallOptions = {}, asked: Document = {}): Promise<Document> {
    const context = await this.context(sourcesIn(params), options);
    const { region: sessionRegion } = this.session;
    // One time for the whole request: the two ends of a range belong together.
    return fillParams(params, { now: Date.now(), ...context, sessionRegion, input: asked });
  }

  /** For errors. `request` is the input of an action, as far as it is known. */
  where(rule: RequestRule | ActionRule, request: Document = {}): Where {
    const { profile } = this.session;
    const placed = 'risk' in rule ? rule.region : undefined;
    const region = placed
      ? (requestedRegion(placed, request) ?? this.session.region)
      : this.certainRegion;
    return {
      service: rule.service ?? this.service,
      operation: rule.operation,
      profile,
      ...(region !== undefined && { region }),
    };
  }

  async #checkDone(rule: ActionRule, where: Where, output: Document): Promise<void> {
    const failures = readFailures(rule, output);
    if (failures.length === 0) return;
    const model = await this.session.model(rule.service ?? this.service);
    const reasons = describeFailures(model, rule, output);
    throw new IncompleteActionError(where, { failures, reasons, output });
  }

  /** The resources that an answer names. What they take from this one was known for the call, or is loaded now. */
  async #named(
    rule: ActionRule,
    { request, input, output }: { request: Document; input: Document; output: Document },
    options: CallOptions,
  ): Promise<readonly Resource[]> {
    if (!rule.result) return [];
    const context = await this.context(sourcesOfResult(rule), options);
    const make = this.namedMaker(rule.result.kind);
    const rows = readOutcome(rule, output, { ...context, request, input });
    return rows.map(({ identifiers, attributes }) => make(identifiers, attributes));
  }

  #unknown(what: string, name: string, known: object = {}): UnknownKindError {
    return new UnknownKindError(this.fullName, what, name, Object.keys(known));
  }
}

/** Where the request says that something is to be made. */
function requestedRegion(rule: RequestedRegionRule, request: Document): string | undefined {
  const named = String(compilePath(rule.path)(request) ?? '');
  return (rule.values[named] ?? named) || undefined;
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
