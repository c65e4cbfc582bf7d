// Puts and deletes many items of one table, 25 in a call, and sends again what DynamoDB did not take.

import { isDeepStrictEqual } from 'node:util';
import { delay } from '../abort.ts';
import type { Client } from '../client.ts';
import type { Document } from '../protocols/protocol.ts';
import { fromItem, toItem } from './attributeValues.ts';

export interface BatchWriterOptions {
  /** The attributes of the key: of several writes to one item that wait together, the last is sent. DynamoDB takes no two. */
  readonly overwriteByKeys?: readonly string[];
  readonly signal?: AbortSignal;
  /** Waits before what was not taken is sent again. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

interface Write {
  /** As `BatchWriteItem` takes it. */
  readonly request: Document;
  /** The item or the key, in plain values. */
  readonly values: Document;
}

const writesPerCall = 25;
const shortestWait = 50;
const longestWait = 5_000;

/** Nothing is sure to be sent before `finish`, which `await using` calls. */
export class BatchWriter implements AsyncDisposable {
  readonly #client: Pick<Client, 'call'>;
  readonly #table: string;
  readonly #options: BatchWriterOptions;
  #waiting: Write[] = [];
  #refusals = 0;

  constructor(client: Pick<Client, 'call'>, table: string, options: BatchWriterOptions = {}) {
    this.#client = client;
    this.#table = table;
    this.#options = options;
  }

  /** Takes an item of plain values, and sends what waits once that fills a call. */
  async put(item: Document): Promise<void> {
    await this.#add({ request: { PutRequest: { Item: toItem(item) } }, values: item });
  }

  async delete(key: Document): Promise<void> {
    await this.#add({ request: { DeleteRequest: { Key: toItem(key) } }, values: key });
  }

  /** Sends what waits, until DynamoDB has taken all of it. */
  async finish(): Promise<void> {
    while (this.#waiting.length > 0) await this.#send();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.finish();
  }

  async #add(write: Write): Promise<void> {
    const { overwriteByKeys: keys = [] } = this.#options;
    if (keys.length > 0) {
      this.#waiting = this.#waiting.filter(({ values }) => !isSameItem(values, write.values, keys));
    }
    this.#waiting.push(write);
    if (this.#waiting.length >= writesPerCall) await this.#send();
  }

  async #send(): Promise<void> {
    const { signal, wait = delay } = this.#options;
    const sent = this.#waiting.splice(0, writesPerCall);
    if (this.#refusals > 0) await wait(this.#pause(), signal);
    const input = { RequestItems: { [this.#table]: sent.map(({ request }) => request) } };
    const output = await this.#client.call('BatchWriteItem', input, { signal });
    const refused = refusedOf(output, this.#table);
    this.#refusals = refused.length > 0 ? this.#refusals + 1 : 0;
    this.#waiting.push(...refused);
  }

  #pause(): number {
    return Math.min(shortestWait * 2 ** (this.#refusals - 1), longestWait);
  }
}

function isSameItem(one: Document, other: Document, keys: readonly string[]): boolean {
  return keys.every((name) => isDeepStrictEqual(one[name], other[name]));
}

function refusedOf({ UnprocessedItems: unprocessed }: Document, table: string): readonly Write[] {
  const requests = (unprocessed as Readonly<Record<string, readonly Document[]>> | undefined)?.[
    table
  ];
  return (requests ?? []).map((request) => {
    const { PutRequest: put, DeleteRequest: remove } = request as WriteRequest;
    return { request, values: fromItem(put?.Item ?? remove?.Key ?? {}) };
  });
}

interface WriteRequest {
  readonly PutRequest?: { readonly Item?: Document };
  readonly DeleteRequest?: { readonly Key?: Document };
}
