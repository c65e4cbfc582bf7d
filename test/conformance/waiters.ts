// Waiters: an answer, and the state it leads to.

import { ServiceError, WaiterError } from '../../src/core/errors.ts';
import { toJson } from '../../src/core/json.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { waitFor } from '../../src/core/waiters.ts';
import type { Kind } from './kind.ts';
import { revive } from './values.ts';

export interface WaiterCase {
  readonly service: string;
  readonly waiter: string;
  readonly output?: Document;
  readonly code?: string;
  readonly status: number;
  /** `refused` where botocore falls over. */
  readonly state: 'success' | 'failure' | 'retry' | 'error' | 'refused';
}

export const waiters: Kind<WaiterCase> = {
  title: 'waiters',
  nameOf: ({ service }) => `waits for what ${service} does as botocore does`,
  describe: ({ service, waiter, output, code }) => `${service} ${waiter} ${code ?? toJson(output)}`,
  compare: async (catalogue, one) =>
    one.state === 'refused'
      ? 'refused'
      : { mine: await stateOf(catalogue, one), theirs: one.state },
};

async function stateOf(catalogue: Catalogue, one: WaiterCase): Promise<string> {
  const waiter = (await catalogue.service(one.service)).waiters[one.waiter];
  if (!waiter) return 'the catalogue has no such waiter';
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
