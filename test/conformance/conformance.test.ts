// Holds Awscope to botocore without botocore: what botocore does with each case was written down beforehand, by the tools in
// tools/conformance, which compare many times as many.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import { endpoints } from './endpoints.ts';
import { type Kind, readCases } from './kind.ts';
import { listings } from './listings.ts';
import { presignedUrls } from './presignedUrls.ts';
import { signedRequests } from './signedRequests.ts';
import { waiters } from './waiters.ts';

const catalogue = openCatalogue({ searchPath: [] });
const countsByFormat = new Map<string, Map<string, number>>();

run(endpoints, 'endpoints.jsonl');
run(signedRequests, 'signatures.jsonl');
run(presignedUrls, 'presigned.jsonl');
run(listings, 'listings.jsonl');
run(waiters, 'waiters.jsonl');

after(() => {
  for (const [format, counts] of [...countsByFormat].sort()) {
    const parts = [...counts].map(([title, count]) => `${count} ${title}`);
    console.log(`note: ${format}: ${parts.join(', ')} as botocore`);
  }
});

function run<Case extends { readonly service: string }>(kind: Kind<Case>, file: string): void {
  for (const [name, cases] of Map.groupBy(readCases<Case>(file), kind.nameOf)) {
    test(`it ${name}`, async () => {
      for (const one of cases) await check(kind, one);
    });
  }
}

async function check<Case extends { readonly service: string }>(kind: Kind<Case>, one: Case) {
  const outcome = await kind.compare(catalogue, one);
  if (outcome === 'refused') assert.fail(`nothing to compare: ${kind.describe(one)}`);
  assert.deepEqual(outcome.mine, outcome.theirs, kind.describe(one));
  const format = protocolNameOf(await catalogue.service(one.service));
  const counts = countsByFormat.get(format) ?? new Map<string, number>();
  countsByFormat.set(format, counts.set(kind.title, (counts.get(kind.title) ?? 0) + 1));
}
