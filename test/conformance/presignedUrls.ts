// Presigned URLs, down to the signature: an input and what botocore's own client makes of it, good for 15 minutes.

import { AwscopeError } from '../../src/core/errors.ts';
import { toJson } from '../../src/core/json.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { Kind, Outcome } from './kind.ts';
import { clientOf } from './signedRequests.ts';

export interface PresignedCase {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Document;
  /** Why botocore does not presign it. */
  readonly refused?: string;
  readonly url: string;
}

export const presignedUrls: Kind<PresignedCase> = {
  title: 'presigned URLs',
  nameOf: ({ service }) => `presigns for ${service} as botocore does`,
  describe: ({ service, operation, input }) => `${service}.${operation} ${toJson(input)}`,
  compare,
};

/** botocore signs for the model's method; forms are presigned for GET here unless something else is asked for. */
async function compare(catalogue: Catalogue, one: PresignedCase): Promise<Outcome> {
  if (one.refused !== undefined) return 'refused';
  const client = await clientOf(catalogue, one);
  const { method } = client.operation(one.operation).http;
  try {
    const mine = await client.presign(one.operation, one.input, { expiresIn: 900, method });
    return { mine: comparable(mine), theirs: comparable(one.url) };
  } catch (error) {
    if (!(error instanceof AwscopeError)) throw error;
    return { mine: error.message, theirs: one.url };
  }
}

/** The order of parameters in a URL means nothing. */
function comparable(text: string) {
  const url = new URL(text);
  return { address: url.origin + url.pathname, query: [...url.searchParams].sort() };
}
