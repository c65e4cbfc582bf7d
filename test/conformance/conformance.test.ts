// Holds Awscope to botocore without botocore: what botocore does with each case was written down beforehand, by the tools in
// tools/conformance, which compare many times as many.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Catalogue, openCatalogue } from '../../src/core/models/catalogue.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import { dynamodb } from './dynamodb.ts';
import { endpoints } from './endpoints.ts';
import { type Kind, readCases } from './kind.ts';
import { listings } from './listings.ts';
import { presignedUrls } from './presignedUrls.ts';
import { customizedRequests, signedRequests } from './signedRequests.ts';
import { waiters } from './waiters.ts';
import { openWireCatalogue, readWireCases } from './wire.ts';
import { wireRequests } from './wireRequests.ts';
import { wireResponses } from './wireResponses.ts';

const catalogue = openCatalogue({ searchPath: [] });
const wire = await openWireCatalogue();
const countsByFormat = new Map<string, Map<string, number>>();

run(wire, wireRequests, readWireCases('requests'));
run(wire, wireResponses, readWireCases('responses'));
run(catalogue, endpoints, readCases('endpoints.jsonl'));
run(catalogue, signedRequests, readCases('signatures.jsonl'));
run(catalogue, customizedRequests, readCases('customizations.jsonl'));
run(catalogue, presignedUrls, readCases('presigned.jsonl'));
run(catalogue, dynamodb, readCases('dynamodb.jsonl'));
run(catalogue, listings, readCases('listings.jsonl'));
run(catalogue, waiters, readCases('waiters.jsonl'));

after(() => {
  for (const [format, counts] of [...countsByFormat].sort()) {
    const parts = [...counts].map(([title, count]) => `${count} ${title}`);
    console.log(`note: ${format}: ${parts.join(', ')}`);
  }
});

function run<Case extends { readonly service: string }>(
  models: Catalogue,
  kind: Kind<Case>,
  cases: readonly Case[],
): void {
  for (const [name, ofName] of Map.groupBy(cases, kind.nameOf)) {
    test(`it ${name}`, async () => {
      for (const one of ofName) await check(models, kind, one);
    });
  }
}

async function check<Case extends { readonly service: string }>(
  models: Catalogue,
  kind: Kind<Case>,
  one: Case,
): Promise<void> {
  const outcome = await kind.compare(models, one);
  if (outcome === 'refused') assert.fail(`nothing to compare: ${kind.describe(one)}`);
  assert.deepEqual(outcome.mine, outcome.theirs, kind.describe(one));
  const format = protocolNameOf(await models.service(one.service));
  const counts = countsByFormat.get(format) ?? new Map<string, number>();
  countsByFormat.set(format, counts.set(kind.title, (counts.get(kind.title) ?? 0) + 1));
}
