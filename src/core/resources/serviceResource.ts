// A service in a Session: what it lists, what can be done without a resource, and any of its resources by name.

import type { CallOptions } from '../clientOptions.ts';
import type { Identifiers } from './items.ts';
import type { ServiceKinds } from './kind.ts';
import { checkIdentifiers, findKind, globalRegion, type Place } from './place.ts';
import { attributesOf, namedMaker, Resource } from './resource.ts';
import { type Maker, ResourceBase, readAccount } from './resourceBase.ts';
import type { Source, SourceContext } from './sources.ts';

export class ServiceResource extends ResourceBase {
  /** Set for a global service: its answers are the same in every region. */
  readonly region: string | undefined;

  readonly place: Place;

  constructor(place: Place) {
    super();
    this.place = place;
    this.region = globalRegion(place);
  }

  get kinds(): ServiceKinds {
    return this.place.kinds;
  }

  protected get rules(): ServiceKinds {
    return this.place.kinds;
  }

  get certainRegion(): string | undefined {
    return this.region ?? this.session.region;
  }

  get confirmation(): string {
    return this.service;
  }

  /** The resource of these identifiers, of a kind by its name or an alias. Asks nobody whether it exists; `load` does. */
  get(kind: string, identifiers: Identifiers): Resource {
    const found = findKind(this.place, kind);
    checkIdentifiers(found, identifiers);
    return new Resource({ found }, identifiers, undefined);
  }

  async callRegion(): Promise<string | undefined> {
    return this.region;
  }

  async context(sources: readonly Source[], options: CallOptions = {}): Promise<SourceContext> {
    return { identifiers: {}, region: this.region, ...(await readAccount(this, sources, options)) };
  }

  maker(kind: string, region?: string): Maker {
    const origin = { found: findKind(this.place, kind), region };
    return (identifiers, item) => new Resource(origin, identifiers, attributesOf(item));
  }

  namedMaker(kind: string, region?: string): Maker {
    return namedMaker(findKind(this.place, kind), region);
  }

  protected get fullName(): string {
    return this.service;
  }
}
