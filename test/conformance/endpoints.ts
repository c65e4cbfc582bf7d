// The endpoint rules of every service: parameters, and what botocore's rules answer to them.

import { EndpointError, NoRegionError } from '../../src/core/errors.ts';
import { createEndpointResolver } from '../../src/core/http/endpoint.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { Kind, Outcome } from './kind.ts';

export interface EndpointCase {
  readonly service: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly url?: string;
  /** Absent when empty. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  /** botocore fell over. */
  readonly broken?: string;
}

export const endpoints: Kind<EndpointCase> = {
  title: 'endpoints',
  nameOf: ({ service }) => `finds the addresses of ${service} as botocore does`,
  describe: ({ service, params }) => `${service} ${JSON.stringify(params)}`,
  compare,
};

type Resolve = ReturnType<typeof createEndpointResolver>;

const resolvers = new WeakMap<Catalogue, Map<string, Resolve>>();

async function compare(catalogue: Catalogue, one: EndpointCase): Promise<Outcome> {
  const resolve = await resolverOf(catalogue, one.service);
  const { url, properties = {}, headers = {} } = one;
  const theirs = one.error === undefined ? { url, properties, headers } : 'refused';
  try {
    const mine = resolve(one.params, { service: one.service });
    return one.broken === undefined ? { mine, theirs } : 'refused';
  } catch (error) {
    if (!(error instanceof EndpointError) && !(error instanceof NoRegionError)) throw error;
    // A label in front of an IP address: no host of that name can be.
    const isImpossible = url !== undefined && !URL.canParse(url);
    return isImpossible || one.broken !== undefined ? 'refused' : { mine: 'refused', theirs };
  }
}

async function resolverOf(catalogue: Catalogue, id: string): Promise<Resolve> {
  const resolversById = resolvers.get(catalogue) ?? new Map<string, Resolve>();
  resolvers.set(catalogue, resolversById);
  const known = resolversById.get(id);
  if (known) return known;
  const made = createEndpointResolver(await catalogue.service(id), await catalogue.partitions());
  resolversById.set(id, made);
  return made;
}
