// The answers of a listing operation one after another: by the paginator of the model, by the tokens a declaration names,
// or the one answer that has everything.

import type { Client } from '../client.ts';
import { PaginationError, ServiceError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { PageOptions } from './collection.ts';
import type { CollectionRule, TokensRule } from './kind.ts';
import { compilePath } from './paths.ts';

export interface OutputPage {
  readonly output: Document;
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
}

/** Ends without a page where AWS says that the list was never made, if the declaration knows that answer. */
export async function* readOutputs(
  client: Client,
  rule: CollectionRule,
  input: Document,
  options: PageOptions & { readonly where: Where },
): AsyncGenerator<OutputPage, void, undefined> {
  try {
    const isPaged = client.service.paginators[rule.operation] !== undefined;
    yield* isPaged
      ? byPaginator(client, rule, input, options)
      : byTokens(client, rule, input, options);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== rule.emptyOn) throw error;
  }
}

async function* byPaginator(
  client: Client,
  { operation, pageSize: declared }: CollectionRule,
  input: Document,
  { signal, priority, token, pageSize = declared }: PageOptions,
): AsyncGenerator<OutputPage, void, undefined> {
  const pages = client.pages(operation, input, {
    signal,
    priority,
    ...(token !== undefined && { startingToken: token }),
    ...(pageSize !== undefined && { pageSize }),
  });
  for await (const output of pages) yield { output, nextToken: pages.resumeToken };
}

async function* byTokens(
  client: Client,
  { operation, tokens }: CollectionRule,
  input: Document,
  { signal, priority, token: start, where }: PageOptions & { readonly where: Where },
): AsyncGenerator<OutputPage, void, undefined> {
  let token = start;
  do {
    const more = tokens && token !== undefined ? { [tokens.input]: token } : {};
    const output = await client.call(operation, { ...input, ...more }, { signal, priority });
    const next = tokens && readToken(output, tokens);
    if (next !== undefined && next === token) {
      throw new PaginationError(where, 'the listing does not go on: the same token came twice.');
    }
    token = next;
    yield { output, nextToken: token };
  } while (token !== undefined);
}

function readToken(output: Document, rule: TokensRule): string | undefined {
  if (rule.more !== undefined && compilePath(rule.more)(output) !== true) return undefined;
  const token = compilePath(rule.output)(output);
  return typeof token === 'string' && token !== '' ? token : undefined;
}
