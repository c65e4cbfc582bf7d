// The things themselves, as objects. A Resource is made of a declaration and identifiers; reading its properties is free,
// and what goes to the network is a method that takes a `signal`.

import type { CallOptions } from '../clientOptions.ts';
import { ResourceNotFoundError, ServiceError, UnknownKindError } from '../errors.ts';
import { type Document, isDocument } from '../protocols/protocol.ts';
import type { WaitOptions } from '../waiters.ts';
import type { ActionOutcome, ActOptions } from './actions.ts';
import type { LoadRule } from './kind.ts';
import { KnownResource } from './knownResource.ts';
import { findLoaded, needsLoad } from './load.ts';
import { findKind, homeRegion, type KindPlace } from './place.ts';
import { checkInputs, readReference, sourcesOf } from './references.ts';
import { askRegion, knownRegion } from './region.ts';
import { type Maker, readAccount } from './resourceBase.ts';
import type { Source, SourceContext } from './sources.ts';

export class Resource extends KnownResource<Resource> {
  /** Asks for the account, or describes it, if the ARN needs that; `undefined` for what has no ARN. */
  async arn(options: CallOptions = {}): Promise<string | undefined> {
    const read = this.texts.arn;
    if (!read) return undefined;
    const account = this.texts.arnNeedsAccount ? await this.session.account(options) : undefined;
    const facts = { ...this.facts, account };
    const known = read({ ...this.subject, facts });
    if (known !== undefined || !this.#canLoad) return known;
    await this.load(options);
    return read({ ...this.subject, facts });
  }

  /** Describes it. Its attributes are then the listed ones with the described ones over them. */
  async load(options: CallOptions = {}): Promise<Document> {
    const rule = this.loadRule;
    if (!rule) return this.attributes ?? {};
    const [found, more] = await Promise.all([
      this.#describe(rule, options),
      rule.more && this.#describe(rule.more, options).catch(unlessForbidden),
    ]);
    if (!found) throw new ResourceNotFoundError(this.where(rule), this.kind, this.id);
    return this.take({ ...more, ...found });
  }

  /** As `ResourceBase.act`. What a change made old, even in part, is described anew before the next one needs it. */
  override async act(
    name: string,
    input: Document = {},
    options: ActOptions = {},
  ): Promise<ActionOutcome> {
    const { risk } = this.actionRule(name);
    try {
      return await super.act(name, input, options);
    } finally {
      if (['W', 'D', 'X'].includes(risk)) this.markStale();
    }
  }

  /** Waits for a state the declaration names, such as `Running`; as long as the waiter does, or as it is told. */
  async wait(name: string, options: CallOptions & WaitOptions = {}): Promise<Document> {
    const { waiters = {} } = this.rules;
    const rule = waiters[name];
    if (!rule) throw new UnknownKindError(this.fullName, 'waiter', name, Object.keys(waiters));
    const client = await this.client(undefined, options);
    return client.wait(rule.waiter, await this.input(rule.params, options), options);
  }

  /**
   * The resources of a reference; none where the members that name them are absent, or name this one. Describes this resource
   * if such a member is not known yet; asks nobody whether the others exist.
   */
  async follow(
    name: string,
    input: Document = {},
    options: CallOptions = {},
  ): Promise<readonly Resource[]> {
    const { has = {} } = this.rules;
    const rule = has[name];
    if (!rule) throw new UnknownKindError(this.fullName, 'reference', name, Object.keys(has));
    checkInputs(this.fullName, name, rule, input);
    const sources = sourcesOf(rule, this.identifiers);
    const context = { ...(await this.context(sources, options)), input };
    return readReference(rule, context, this.place)
      .map((one) =>
        this.namedMaker(`${one.service}.${one.kind}`, one.region)(one.identifiers, one.attributes),
      )
      .filter((one) => one.path !== this.path);
  }

  async callRegion(options: CallOptions = {}): Promise<string | undefined> {
    if (this.settledRegion === undefined) this.settleRegion(await this.#findRegion(options));
    return this.settledRegion;
  }

  async context(sources: readonly Source[], options: CallOptions = {}): Promise<SourceContext> {
    if (this.#isOutdated(sources)) await this.load(options);
    const { attributes, identifiers, region } = this;
    const parent = this.parent?.identifiers;
    const account = await readAccount(this, sources, options);
    return { identifiers, attributes, parent, region, ...account };
  }

  maker(kind: string, region?: string): Maker {
    const origin = { found: findKind(this.place, kind), parent: this, region };
    return (identifiers, item) => new Resource(origin, identifiers, attributesOf(item));
  }

  /** A global resource tells nothing of where others are. */
  namedMaker(kind: string, region = this.isGlobal ? undefined : this.region): Maker {
    return namedMaker(findKind(this.place, kind), region);
  }

  async #describe(rule: LoadRule, options: CallOptions): Promise<Document | undefined> {
    const client = await this.client(rule.service, options);
    const input = await this.input(rule.params ?? {}, options);
    return findLoaded(rule, await client.call(rule.operation, input, options), this.identifiers);
  }

  /** True if what these sources read is not known, or may have changed. */
  #isOutdated(sources: readonly Source[]): boolean {
    if (this.loadRule && this.isStale) return sources.some(({ from }) => from === 'data');
    return this.#canLoad && needsLoad(sources, this.attributes);
  }

  get #canLoad(): boolean {
    return this.loadRule !== undefined && !this.isLoaded;
  }

  async #findRegion(options: CallOptions): Promise<string | undefined> {
    const known = knownRegion(this.rules, this.attributes);
    if (known !== undefined) return known;
    const inherited = await this.regionalParent?.callRegion(options);
    return inherited ?? askRegion(this, this.rules, this.homeRegion, options);
  }
}

function unlessForbidden(error: unknown): undefined {
  if (!(error instanceof ServiceError && error.statusCode === 403)) throw error;
}

/** Of what is named and not listed; `region` is where that is, for kinds of regional services. */
export function namedMaker(found: KindPlace, region: string | undefined): Maker {
  const isElsewhere = found.kind.region !== undefined || homeRegion(found) !== undefined;
  const origin = isElsewhere ? { found } : { found, region };
  return (identifiers, item) => new Resource(origin, identifiers, attributesOf(item));
}

/** An item's members; some lists give plain texts, which have none. */
export function attributesOf(item: unknown): Document | undefined {
  return isDocument(item) ? item : undefined;
}
