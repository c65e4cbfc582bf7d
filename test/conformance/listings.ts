// Listings over answers that were made up: which inputs a paginator asks with, which pages it gives, and the token to go on
// from.

import { PaginationError } from '../../src/core/errors.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import { createPages } from '../../src/core/pages.ts';
import { planOperation } from '../../src/core/plan.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { Kind, Outcome } from './kind.ts';
import { plain, revive } from './values.ts';

export interface ListingCase {
  readonly service: string;
  readonly operation: string;
  /** What the operation answers, the last again and again. */
  readonly answers: readonly Document[];
  readonly options: {
    readonly MaxItems?: number;
    readonly PageSize?: number;
    readonly StartingToken?: string;
  };
  readonly inputs?: readonly Document[];
  readonly pages?: readonly Document[];
  readonly token?: string | null;
  readonly error?: string;
  /** Why botocore fell over. */
  readonly refused?: string;
}

export const listings: Kind<ListingCase> = {
  title: 'listings',
  nameOf: ({ service }) => `lists what ${service} has as botocore does`,
  describe: ({ service, operation, options }) =>
    `${service}.${operation} ${JSON.stringify(options)}`,
  compare: async (catalogue, one) => {
    const { inputs, pages, token, error, refused } = one;
    if (refused !== undefined) return 'refused';
    const listed = error === undefined ? { pages, token: token ?? undefined } : { failed: true };
    return comparable({ mine: await list(catalogue, one), theirs: { inputs, ...listed } });
  },
};

async function list(catalogue: Catalogue, one: ListingCase) {
  const service = await catalogue.service(one.service);
  const operation = service.operations[one.operation];
  if (!operation) throw new Error(`the catalogue has no ${one.operation}`);
  const inputs: Document[] = [];
  const call = async (input: Document): Promise<Document> => {
    inputs.push(input);
    return revive(one.answers[Math.min(inputs.length, one.answers.length) - 1] ?? {}) as Document;
  };
  const { MaxItems: limit, PageSize: pageSize, StartingToken: startingToken } = one.options;
  const source = {
    plan: planOperation(service, one.operation, operation),
    paginator: service.paginators[one.operation],
    where: {},
    call,
  };
  const listing = createPages(source, {}, { limit, pageSize, startingToken });
  const pages: Document[] = [];
  try {
    for await (const page of listing) pages.push(page);
    return { inputs, pages, token: listing.resumeToken };
  } catch (error) {
    if (!(error instanceof PaginationError)) throw error;
    return { inputs, failed: true };
  }
}

function comparable({ mine, theirs }: Exclude<Outcome, 'refused'>): Outcome {
  return { mine: withoutNull(plain(mine)), theirs: withoutNull(theirs) };
}

/** botocore leaves `null` where it emptied a member. */
function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, member]) => member !== null && member !== undefined,
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNull(member)]));
}
