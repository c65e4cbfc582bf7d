// What is read, of cases made by hand: through the whole of a client whose connection gives the case's answer.

import { Readable } from 'node:stream';
import { ResponseParseError, ServiceError } from '../../src/core/errors.ts';
import { EventStream } from '../../src/core/eventStream.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { Kind } from './kind.ts';
import { createClient } from './signedRequests.ts';
import { plain, revive } from './values.ts';

export interface ReceivedAnswer {
  /** 200 where absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most one of these. */
  readonly body?: string;
  readonly hex?: string;
}

/** What comes of an answer; exactly one of these. */
export interface ReadAnswer {
  readonly gives?: Document;
  readonly fails?: {
    readonly code: string;
    readonly message: string;
    readonly requestId?: string;
    readonly members?: Document;
  };
  /** True for an answer that cannot be read. */
  readonly unreadable?: true;
}

export interface WireResponseCase extends ReadAnswer {
  readonly service: string;
  /** Finishes the sentence "it ...". */
  readonly name: string;
  readonly operation: string;
  readonly input?: Document;
  readonly receives: ReceivedAnswer;
  /** What botocore makes of it instead. */
  readonly botocore?: ReadAnswer;
}

export const wireResponses: Kind<WireResponseCase> = {
  title: 'hand-made responses',
  nameOf: ({ service, name }) => `${name} (${service})`,
  describe: ({ name }) => name,
  compare: async (catalogue, one) => ({
    mine: await readAnswer(catalogue, one),
    theirs: expectedOf(one),
  }),
};

/** The one of the three that a case has, in the form that values are compared in. */
export function expectedOf({ gives, fails, unreadable }: ReadAnswer): ReadAnswer {
  if (unreadable) return { unreadable };
  return plain(revive(fails ? { fails } : { gives })) as ReadAnswer;
}

export async function readAnswer(catalogue: Catalogue, one: WireResponseCase): Promise<ReadAnswer> {
  const { status = 200, headers = {}, body = '', hex } = one.receives;
  const bytes = Buffer.from(hex ?? body, hex === undefined ? 'utf8' : 'hex');
  const client = await createClient(catalogue, {
    service: one.service,
    region: 'us-east-1',
    settings: { maxAttempts: 1 },
    send: async () => ({
      statusCode: status,
      headers,
      body: Readable.from([bytes], { objectMode: false }),
    }),
  });
  try {
    const output = await client.call(one.operation, one.input ?? {});
    return { gives: plain(await withoutStreams(output)) as Document };
  } catch (error) {
    if (error instanceof ResponseParseError) return { unreadable: true };
    if (!(error instanceof ServiceError)) throw error;
    return { fails: partsOf(error) };
  }
}

function partsOf({ code, serviceMessage: message, requestId, members }: ServiceError) {
  const hasMembers = Object.keys(members).length > 0;
  return {
    code,
    message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(hasMembers ? { members: plain(members) as Document } : {}),
  };
}

async function withoutStreams(output: Document): Promise<Document> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(output)) {
    if (value instanceof Readable) read[name] = Buffer.concat(await value.toArray());
    else read[name] = value instanceof EventStream ? await eventsOf(value) : value;
  }
  return read;
}

async function eventsOf(stream: EventStream): Promise<readonly Document[]> {
  const events: Document[] = [];
  for await (const event of stream) events.push(event);
  return events;
}
