// Holds listings and waiters to botocore's: the same answers must give the same pages, inputs and tokens, and lead to the
// same states.
//
//   node tools/conformance/listings.ts [--show N] [--seed N] [service ...]

import { isDeepStrictEqual } from 'node:util';
import { PaginationError, ServiceError, WaiterError } from '../../src/core/errors.ts';
import { toJson } from '../../src/core/json.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service, WaiterModel } from '../../src/core/models/model.ts';
import { createPages } from '../../src/core/pages.ts';
import { planOperation } from '../../src/core/plan.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { waitFor } from '../../src/core/waiters.ts';
import { casesOf, Report, readArguments } from './python.ts';

interface ListingCase {
  readonly service: string;
  readonly operation: string;
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
  readonly refused?: string;
}

interface WaiterCase {
  readonly service: string;
  readonly waiter: string;
  readonly output?: Document;
  readonly code?: string;
  readonly status: number;
  /** `refused` where botocore falls over. */
  readonly state: 'success' | 'failure' | 'retry' | 'error' | 'refused';
}

const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });

for await (const line of casesOf('listings.py', passed)) {
  const one = line as ListingCase | WaiterCase;
  const service = await catalogue.service(one.service);
  if ('waiter' in one) {
    report.add('waiter', await compareWaiter(service, one), `${one.service} ${one.waiter}`);
  } else {
    report.add('paginator', await compareListing(service, one), `${one.service}.${one.operation}`);
  }
}
report.print();

async function compareListing(service: Service, one: ListingCase): Promise<string | undefined> {
  if (one.refused !== undefined) return 'refused';
  const mine = await list(service, one);
  const theirs = {
    inputs: one.inputs,
    ...(one.error === undefined ? { pages: one.pages, token: one.token ?? undefined } : {}),
    failed: one.error !== undefined,
  };
  const [left, right] = [comparable(mine), comparable(theirs)];
  if (isDeepStrictEqual(left, right)) return undefined;
  return `${toJson(left).slice(0, 900)} here,\n  ${toJson(right).slice(0, 900)} in botocore\n  ${toJson(one.options)}`;
}

async function list(service: Service, one: ListingCase) {
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
    return { inputs, pages, token: listing.resumeToken, failed: false };
  } catch (error) {
    if (!(error instanceof PaginationError)) throw error;
    return { inputs, failed: true };
  }
}

async function compareWaiter(service: Service, one: WaiterCase): Promise<string | undefined> {
  const waiter = service.waiters[one.waiter];
  if (!waiter) return 'the catalogue has no such waiter';
  const state = await stateOf(waiter, one);
  if (one.state === 'refused') return 'refused';
  if (state === one.state) return undefined;
  return `${state} here, ${one.state} in botocore\n  ${toJson(one).slice(0, 900)}`;
}

async function stateOf(waiter: WaiterModel, one: WaiterCase): Promise<string> {
  const answer = {
    statusCode: one.status,
    ...(one.code === undefined ? { output: revive(one.output) as Document } : failed(one)),
  };
  const source = {
    name: one.waiter,
    waiter,
    where: {},
    call: async () => answer,
    delay: async () => {},
  };
  try {
    await waitFor(source, { maxAttempts: 1 });
    return 'success';
  } catch (error) {
    if (error instanceof ServiceError) return 'error';
    if (!(error instanceof WaiterError)) throw error;
    return error.code === 'WaiterFailed' ? 'failure' : 'retry';
  }
}

function failed({ code = '', status }: WaiterCase) {
  const error = new ServiceError({
    where: {},
    code,
    message: '',
    statusCode: status,
    retryable: false,
  });
  return { error };
}

/** Bytes as they are in an output. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first?.[0] === '$bytes') return Buffer.from(String(first[1]), 'base64');
  return Object.fromEntries(entries.map(([name, member]) => [name, revive(member)]));
}

/** Without `null`, which botocore leaves where it emptied a member, and with bytes as text. */
function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, member]) => member !== null && member !== undefined,
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, comparable(member)]));
}
