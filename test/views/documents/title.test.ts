import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf } from '../../../src/views/documents/title.ts';

const from = { service: 's3', name: 'ListBuckets', profile: 'demo', region: 'us-east-1' };

test('says service, operation, profile and region', () => {
  assert.equal(titleOf(from), 's3.ListBuckets (demo, us-east-1).json');
});

test('leaves out a region that is not set', () => {
  assert.equal(titleOf({ ...from, region: undefined }), 's3.ListBuckets (demo).json');
});

test('keeps a name with slashes whole', () => {
  assert.equal(
    titleOf({ ...from, service: 'logs', name: 'LogGroup /aws/lambda/a\nb' }),
    'logs.LogGroup ∕aws∕lambda∕a b (demo, us-east-1).json',
  );
});
