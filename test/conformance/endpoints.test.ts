// The endpoint rules of every service: each line of `endpoints.jsonl` has parameters and what botocore's rules answer to
// them. tools/conformance/endpoints.ts compares over a hundred thousand more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EndpointError, NoRegionError } from '../../src/core/errors.ts';
import { createEndpointResolver } from '../../src/core/http/endpoint.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { readCases } from './cases.ts';

interface EndpointCase {
  readonly service: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly url?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly error?: string;
}

const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
const casesByService = Map.groupBy(
  readCases<EndpointCase>('endpoints.jsonl'),
  ({ service }) => service,
);

for (const [id, cases] of casesByService) {
  test(`it finds the addresses of ${id} as botocore does`, async () => {
    const resolve = createEndpointResolver(await catalogue.service(id), partitions);
    for (const { params, url, properties = {}, headers = {}, error } of cases) {
      const asked = () => resolve(params, { service: id });
      const what = JSON.stringify(params);
      if (error === undefined) assert.deepEqual(asked(), { url, properties, headers }, what);
      else assert.throws(asked, isRefusal, what);
    }
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof EndpointError || error instanceof NoRegionError;
}
