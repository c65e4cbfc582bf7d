// Presigned URLs, down to the signature: an input and what botocore's own client makes of it, good for 15 minutes.

import { isDeepStrictEqual } from 'node:util';
import { AwscopeError, UnsupportedError } from '../../src/core/errors.ts';
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
    const presigned = await client.presign(one.operation, one.input, { expiresIn: 900, method });
    const [mine, theirs] = [new URL(presigned), new URL(one.url)];
    const outcome = { mine: partsOf(mine), theirs: partsOf(theirs) };
    const isSame = isDeepStrictEqual(outcome.mine, outcome.theirs);
    return !isSame && isMeant(one, mine, theirs) ? 'refused' : outcome;
  } catch (error) {
    if (error instanceof UnsupportedError) return 'refused';
    if (!(error instanceof AwscopeError)) throw error;
    return { mine: error.message, theirs: one.url };
  }
}

/** The differences that DEVIATIONS.md lists. */
function isMeant(one: PresignedCase, mine: URL, theirs: URL): boolean {
  const names = [...mine.searchParams.keys()];
  const keepsList = new Set(names).size < names.length;
  const writesLoneMark = /[?&]&/.test(theirs.search);
  const writesFraction = /\d\.0(?!\d)/.test(theirs.search);
  const isUnsigned = !names.includes('X-Amz-Signature');
  const isElsewhere = regionOf(mine) !== one.region && regionOf(theirs) === one.region;
  const isPrediction = one.service === 'machinelearning' && one.operation === 'Predict';
  return keepsList || writesLoneMark || writesFraction || isUnsigned || isElsewhere || isPrediction;
}

/** The region a URL is signed for. */
function regionOf({ searchParams }: URL): string | undefined {
  return searchParams.get('X-Amz-Credential')?.split('/')[2];
}

/** The order of parameters in a URL means nothing. */
function partsOf(url: URL) {
  return { address: url.origin + url.pathname, query: [...url.searchParams].sort() };
}
