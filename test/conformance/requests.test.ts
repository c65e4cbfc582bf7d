// Whole requests down to the signature: each line of `requests.jsonl` has an input and what botocore's own client signs for
// it. tools/conformance/requests.ts compares every operation of every service.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../../src/core/client.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { readCases } from './cases.ts';
import { differenceOf, optionsOf, type RequestCase } from './signedRequests.ts';

const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
const cases = readCases<RequestCase>('requests.jsonl');

for (const [id, ofService] of Map.groupBy(cases, ({ service }) => service)) {
  test(`it signs requests to ${id} as botocore does`, async () => {
    const client = new Client(optionsOf(await catalogue.service(id), partitions, 'us-east-1'));
    for (const one of ofService) {
      assert.equal(await differenceOf(client, one), undefined, one.operation);
    }
  });
}
