// A listing page by page, by the paginator of its operation. The order of things is that of botocore's `paginate.py`.

import { isDeepStrictEqual } from 'node:util';
import type { CallOptions } from './clientOptions.ts';
import { PaginationError, type Where } from './errors.ts';
import { jmespath, type Search } from './jmespath.ts';
import type { Paginator } from './models/model.ts';
import type { OperationPlan } from './plan.ts';
import type { Document } from './protocols/protocol.ts';
import {
  formatResumeToken,
  parseResumeToken,
  type ResumePoint,
  type Tokens,
} from './resumeToken.ts';

export interface PagesOptions extends CallOptions {
  /** Items to give in all; the last page is cut to fit. */
  readonly limit?: number | undefined;
  /** Items to ask for at once. */
  readonly pageSize?: number | undefined;
  /** Where to go on: a `resumeToken` of an earlier listing, or one of boto3 or the AWS CLI. */
  readonly startingToken?: string | undefined;
}

/** Each `for await` begins anew. */
export interface Pages extends AsyncIterable<Document> {
  /** Where to go on after the page given last; undefined when there is no more. */
  readonly resumeToken: string | undefined;
}

export interface PagesSource {
  readonly plan: OperationPlan;
  /** Absent for an operation that gives everything at once: one page then. */
  readonly paginator: Paginator | undefined;
  readonly where: Where;
  readonly call: (input: Document) => Promise<Document>;
}

export function createPages(source: PagesSource, input: Document, options: PagesOptions): Pages {
  let resumeToken: string | undefined;
  const iterate = async function* () {
    resumeToken = undefined;
    if (!source.paginator) {
      yield await source.call(input);
      return;
    }
    const steps = paginate(source, source.paginator, input, options);
    for await (const { page, next } of steps) {
      resumeToken = next && formatResumeToken(next);
      yield page;
    }
  };
  return {
    get resumeToken() {
      return resumeToken;
    },
    [Symbol.asyncIterator]: iterate,
  };
}

interface Step {
  readonly page: Document;
  readonly next: ResumePoint | undefined;
}

async function* paginate(
  { plan, where, call }: PagesSource,
  paginator: Paginator,
  given: Document,
  options: PagesOptions,
): AsyncGenerator<Step> {
  const members = list(paginator.input_token);
  const searches = await compileSearches(paginator);
  const start = startOf(options.startingToken, members, where);
  let tokens: Tokens = start.tokens;
  let input = withTokens(
    withPageSize(given, paginator, plan, options.pageSize, where),
    start.tokens,
  );
  let previous: Tokens | undefined;
  let { skip } = start;
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const page = skipItems(await call(input), searches, skip);
    const items = searches.results[0]?.search(page);
    const count = countItems(items);
    if (count > left && canCut(items)) {
      yield { page: keepItems(page, searches, left), next: { tokens, skip: skip + left } };
      return;
    }
    const next = nextTokens(page, searches, members);
    yield { page, next: next && { tokens: next, skip: 0 } };
    left -= count;
    if (!next || left <= 0) return;
    if (isDeepStrictEqual(next, previous)) {
      throw new PaginationError(where, 'the listing does not go on: the same token came twice.');
    }
    tokens = next;
    previous = next;
    skip = 0;
    input = withTokens(input, next);
  }
}

function list(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

function startOf(text: string | undefined, members: readonly string[], where: Where): ResumePoint {
  if (text === undefined) {
    return { tokens: Object.fromEntries(members.map((name) => [name, null])), skip: 0 };
  }
  const point = parseResumeToken(text, members);
  if (point) return point;
  throw new PaginationError(where, 'the starting token is not one of this listing.');
}

function withPageSize(
  input: Document,
  { limit_key: member }: Paginator,
  plan: OperationPlan,
  pageSize: number | undefined,
  where: Where,
): Document {
  if (pageSize === undefined) return input;
  if (member === undefined) {
    throw new PaginationError(where, 'the size of its pages cannot be chosen.');
  }
  const isText = plan.limitIsText(member);
  return { ...input, [member]: isText ? String(pageSize) : pageSize };
}

function withTokens(input: Document, tokens: Tokens): Document {
  const next: Record<string, unknown> = { ...input };
  for (const [name, token] of Object.entries(tokens)) {
    if (token === null || token === undefined) delete next[name];
    else next[name] = token;
  }
  return next;
}

/** The paginator's expressions, ready to be used. */
interface Searches {
  readonly more: Search | undefined;
  readonly outputs: readonly Search[];
  /** What the pages list: the first of them is what is counted. */
  readonly results: readonly ResultKey[];
}

interface ResultKey {
  readonly path: string;
  readonly search: Search;
}

async function compileSearches({
  more_results: more,
  output_token: outputs,
  result_key: keys = [],
}: Paginator): Promise<Searches> {
  const compileKey = async (path: string) => ({ path, search: await jmespath(path) });
  return {
    more: more === undefined ? undefined : await jmespath(more),
    outputs: await Promise.all(list(outputs).map(jmespath)),
    results: await Promise.all(list(keys).map(compileKey)),
  };
}

/** undefined at the end of the listing. */
function nextTokens(
  page: Document,
  { more, outputs }: Searches,
  members: readonly string[],
): Tokens | undefined {
  if (more && !more(page)) return undefined;
  const values = outputs.map((search) => search(page) || null);
  if (values.every((value) => value === null)) return undefined;
  return Object.fromEntries(members.map((name, i) => [name, values[i] ?? null]));
}

/** The few results that are maps count by their entries, as in botocore. */
function countItems(items: unknown): number {
  if (Array.isArray(items) || typeof items === 'string') return items.length;
  return typeof items === 'object' && items !== null ? Object.keys(items).length : 0;
}

/** A map has no order to go on from, so it is given whole. */
function canCut(items: unknown): boolean {
  return Array.isArray(items) || typeof items === 'string';
}

/** Leaves out what an earlier listing gave of this page: its first items, and all that the other keys hold. */
function skipItems(page: Document, { results }: Searches, skip: number): Document {
  if (skip === 0) return page;
  const [first, ...others] = results;
  if (!first) return page;
  const rest = withValue(page, first.path, sliced(first.search(page), skip));
  return others.reduce(
    (changed, { path, search }) => withValue(changed, path, emptied(search(page))),
    rest,
  );
}

function keepItems(page: Document, { results: [first] }: Searches, count: number): Document {
  return first ? withValue(page, first.path, sliced(first.search(page), 0, count)) : page;
}

function sliced(value: unknown, start: number, end?: number): unknown {
  return Array.isArray(value) || typeof value === 'string' ? value.slice(start, end) : value;
}

function emptied(value: unknown): unknown {
  return sliced(value, 0, 0);
}

/** The page with another value at a path such as `Reservations.Items`. */
function withValue(page: Document, path: string, value: unknown): Document {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return value === null ? page : { ...page, [name]: value };
  const inner = page[name];
  if (typeof inner !== 'object' || inner === null) return page;
  return { ...page, [name]: withValue(inner as Document, rest.join('.'), value) };
}
