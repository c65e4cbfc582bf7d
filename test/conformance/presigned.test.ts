// Presigned URLs down to the signature: each line of `presigned.jsonl` has an input and the URL botocore's own client makes of
// it. tools/conformance/presigned.ts compares every operation of every service.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../../src/core/client.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { readCases } from './cases.ts';
import { comparableUrl, type PresignedCase, presignLike } from './presignedUrls.ts';
import { optionsOf } from './signedRequests.ts';

const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
const cases = readCases<PresignedCase>('presigned.jsonl');

for (const [id, ofService] of Map.groupBy(cases, ({ service }) => service)) {
  test(`it presigns for ${id} as botocore does`, async () => {
    const service = await catalogue.service(id);
    for (const one of ofService) {
      const client = new Client(optionsOf(service, partitions, one.region));
      assert.deepEqual(
        comparableUrl(await presignLike(client, one)),
        comparableUrl(one.url),
        one.operation,
      );
    }
  });
}
