// The shared files, as botocore reads them: each line of `configFiles.jsonl` has two generated files and what botocore made of
// them. `npm run conformance -- config` compares as many more as you like.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ConfigCase, compareConfig } from './configFiles.ts';
import { readCases } from './kind.ts';

const cases = readCases<ConfigCase>('configFiles.jsonl');

describe('the shared files', () => {
  const good = cases.filter((one) => one.error === undefined);
  const bad = cases.filter((one) => one.error !== undefined);

  test(`it reads ${good.length} generated pairs of files as botocore does`, () => {
    assert.ok(good.length >= 300);
    for (const one of good) assert.equal(compareConfig(one), undefined, one.config ?? '');
  });

  test(`it says what is wrong with ${bad.length} that botocore refuses, and keeps their other profiles`, () => {
    assert.ok(bad.length >= 60);
    for (const one of bad) assert.equal(compareConfig(one), undefined, one.config ?? '');
  });
});
