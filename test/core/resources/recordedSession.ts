// A Session whose calls are answered by a table and written down, so that a test sees what a resource asked for.

import { abortError } from '../../../src/core/abort.ts';
import type { CallOptions } from '../../../src/core/clientOptions.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { Paginator } from '../../../src/core/models/model.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { Session } from '../../../src/core/session.ts';

/** By `service.Operation`; an error is thrown. */
export type Answers = Readonly<Record<string, (input: Document) => Document | Error>>;

export interface Recorded {
  readonly session: Session;
  /** `service.Operation(region) {"input":1}`, in order. */
  readonly calls: string[];
}

export interface RecordedOptions {
  readonly region?: string | undefined;
  readonly partition?: string;
  readonly account?: string;
  /** The account, where it was asked for before. */
  readonly knownAccount?: string;
}

const catalogue = openCatalogue({ searchPath: [] });

export function recordSession(answers: Answers, options: RecordedOptions = {}): Recorded {
  const calls: string[] = [];
  const region = 'region' in options ? options.region : 'eu-west-1';
  const session = {
    profile: 'dev',
    region,
    partition: options.partition ?? 'aws',
    knownAccount: options.knownAccount,
    account: async () => {
      calls.push('account');
      return options.account ?? '123456789012';
    },
    model: (service: string) => catalogue.service(service),
    client: async (service: string, { region: own = region }: { region?: string } = {}) =>
      recordClient(service, own, answers, calls),
  };
  return { session: session as unknown as Session, calls };
}

function recordClient(
  service: string,
  region: string | undefined,
  answers: Answers,
  calls: string[],
) {
  const call = async (operation: string, input: Document = {}, { signal }: CallOptions = {}) => {
    if (signal?.aborted) throw abortError(signal);
    calls.push(`${service}.${operation}(${region}) ${JSON.stringify(input)}`);
    const output = answers[`${service}.${operation}`]?.(input);
    if (output === undefined) throw new Error(`${service}.${operation} has no answer.`);
    if (output instanceof Error) throw output;
    return output;
  };
  return {
    service: { id: service, paginators, waiters: {} },
    call,
    wait: async (waiter: string, input: Document) => {
      calls.push(`wait ${service}.${waiter}(${region}) ${JSON.stringify(input)}`);
      return {};
    },
    pages: (operation: string, input: Document, options: FakePages) =>
      readPages((more) => call(operation, { ...input, ...more }, options), options),
  };
}

interface FakePages extends CallOptions {
  readonly startingToken?: string;
  readonly pageSize?: number;
}

/** Pages by the members `Token` and `NextToken`, whatever the real ones are called. */
function readPages(call: (more: Document) => Promise<Document>, options: FakePages) {
  let token = options.startingToken;
  const size = options.pageSize === undefined ? {} : { PageSize: options.pageSize };
  return {
    get resumeToken() {
      return token;
    },
    async *[Symbol.asyncIterator]() {
      do {
        const output = await call({ ...size, ...(token !== undefined && { Token: token }) });
        token = output.NextToken as string | undefined;
        yield output;
      } while (token !== undefined);
    },
  };
}

const paginator: Paginator = { input_token: 'Token', output_token: 'NextToken' };

/** Some of those that the real models do not page either. */
const unpaged: readonly unknown[] = ['ListSecretVersionIds', 'ListDeliveryStreams'];

const paginators = new Proxy<Record<string, Paginator>>(
  {},
  { get: (_, operation) => (unpaged.includes(operation) ? undefined : paginator) },
);
