import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { buildOperationItems } from '../../../src/views/operations/operationItems.ts';
import { addRecent } from '../../../src/views/operations/recentOperations.ts';

const index = await openCatalogue().services();

function textOf(typed: string, recent: readonly `${string}.${string}`[] = []): string[] {
  const items = buildOperationItems(index, recent, typed);
  return items.map(({ label, description, group }) => [group, label, description].join(' | '));
}

describe('the list of operations', () => {
  it('has the best match first and shows it whatever VS Code’s filter thinks', () => {
    assert.equal(
      textOf('s3 listb')[0],
      'matches | ListBuckets | S3 · Amazon Simple Storage Service',
    );
    assert.ok(buildOperationItems(index, [], 's3 listb').every(({ alwaysShow }) => alwaysShow));
  });

  it('has what was used lately while nothing is typed, without what is no more', () => {
    const recent = ['sts.GetCallerIdentity', 'gone.Operation', 's3.Gone'] as const;
    assert.equal(
      textOf(' ', recent)[0],
      'recently used | GetCallerIdentity | STS · AWS Security Token Service',
    );
    assert.equal(textOf('', recent).filter((text) => text.startsWith('recently')).length, 1);
  });

  it('keeps twenty, the last one first and none twice', () => {
    let recent: readonly `${string}.${string}`[] = [];
    for (let i = 0; i < 30; i++) recent = addRecent(recent, `s3.Operation${i % 25}`);
    assert.equal(recent.length, 20);
    assert.equal(recent[0], 's3.Operation4');
    assert.equal(new Set(recent).size, 20);
  });
});
