import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../../src/library.ts';
import { makeHome } from './folder.ts';

test('it gives resources where the core’s Session cannot', async (t) => {
  const { home, environment } = await makeHome(t, { config: '[default]\nregion = eu-west-1\n' });
  const s3 = await new Session({ home, environment }).resource('s3');
  assert.equal(s3.session.region, 'eu-west-1');
  assert.equal(s3.get('Bucket', { Name: 'b' }).identifiers.Name, 'b');
  assert.deepEqual(
    (await Session.profiles({ home, environment })).map(({ name }) => name),
    ['default'],
  );
});
