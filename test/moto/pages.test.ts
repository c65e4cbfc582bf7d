import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uniqueName, useAws } from './aws.ts';

const aws = await useAws();

describe('pages', () => {
  it('bring every item once', async () => {
    const client = await aws.client('s3');
    const pages = client.pages('ListObjectsV2', { Bucket: 'meadow-access-logs' });
    const keys: unknown[] = [];
    let count = 0;
    for await (const { Contents } of pages) {
      count++;
      assert.ok(Array.isArray(Contents));
      keys.push(...Contents.map((object) => object.Key));
    }
    assert.equal(count, 2);
    assert.equal(keys.length, 1_150);
    assert.equal(new Set(keys).size, 1_150);
  });

  it('have the size that is asked for and stop at the limit', async () => {
    const client = await aws.client('dynamodb');
    const pages = client.pages('Scan', { TableName: 'orders' }, { pageSize: 10, limit: 15 });
    const sizes: number[] = [];
    for await (const { Items } of pages) {
      assert.ok(Array.isArray(Items));
      sizes.push(Items.length);
    }
    assert.deepEqual(sizes, [10, 5]);
    assert.ok(pages.resumeToken);
  });

  it('go on from where others stopped', async () => {
    const client = await aws.client('s3');
    const input = { Bucket: 'meadow-access-logs' };
    const first = client.pages('ListObjectsV2', input, { pageSize: 500, limit: 500 });
    for await (const page of first) assert.equal(page.KeyCount, 500);
    const startingToken = first.resumeToken;
    assert.ok(startingToken);
    let rest = 0;
    for await (const { Contents } of client.pages('ListObjectsV2', input, { startingToken })) {
      rest += Array.isArray(Contents) ? Contents.length : 0;
    }
    assert.equal(rest, 650);
  });

  it('work for a service of the query format', async () => {
    const client = await aws.client('iam');
    const names: unknown[] = [];
    for await (const { Users } of client.pages('ListUsers', {}, { pageSize: 1 })) {
      assert.ok(Array.isArray(Users));
      names.push(...Users.map((user) => user.UserName));
    }
    for (const name of ['alice', 'bob', 'deploy']) assert.ok(names.includes(name));
  });
});

describe('a waiter', () => {
  it('is done when the state is reached', async () => {
    const client = await aws.client('s3');
    await client.wait('BucketExists', { Bucket: 'meadow-media' });
  });

  it('waits for an error that means success', async () => {
    const client = await aws.client('s3');
    await client.wait('BucketNotExists', { Bucket: uniqueName('missing') });
  });

  it('sees the state of many resources', async () => {
    const client = await aws.client('ec2');
    const { Reservations } = await client.wait('InstanceStopped', {
      Filters: [{ Name: 'tag:Name', Values: ['nightly-reports'] }],
    });
    assert.ok(Array.isArray(Reservations));
    assert.equal(Reservations.length, 1);
  });

  it('stops at once when it is cancelled', async () => {
    const client = await aws.client('s3');
    const waiting = client.wait(
      'BucketExists',
      { Bucket: uniqueName('never') },
      { signal: AbortSignal.timeout(200) },
    );
    await assert.rejects(waiting);
  });
});
