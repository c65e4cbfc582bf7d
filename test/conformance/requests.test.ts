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

const byPlace = Map.groupBy(cases, ({ service, region }) => `${service} in ${region}`);

for (const [place, ofPlace] of byPlace) {
  test(`it signs requests to ${place} as botocore does`, async () => {
    const [first] = ofPlace;
    assert.ok(first);
    const service = await catalogue.service(first.service);
    const client = new Client(optionsOf(service, partitions, first.region));
    for (const one of ofPlace) {
      assert.equal(await differenceOf(client, one), undefined, one.operation);
    }
  });
}
