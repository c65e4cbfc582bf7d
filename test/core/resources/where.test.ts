// Which region an error names: that of the resource, not the Session's.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, identifier } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { type Answers, recordSession } from './recordedSession.ts';

const bucketRegion = {
  member: 'BucketRegion',
  operation: 'GetBucketLocation',
  params: { Bucket: identifier('Bucket') },
  path: 'LocationConstraint',
  values: { '': 'us-east-1' },
};

const objects = {
  title: 'Objects',
  operation: 'ListObjects',
  tokens: { input: 'Token', output: 'NextToken' },
  items: [{ kind: 'Object', path: 'Contents[]', identifiers: { Bucket: identifier('Bucket') } }],
};

const store = service(
  's3',
  {
    Bucket: {
      identifiers: ['Bucket'],
      icon: 'archive',
      region: bucketRegion,
      load: { operation: 'HeadBucket', path: 'Bucket' },
      collections: {
        Objects: objects,
        Certificates: {
          ...objects,
          operation: 'ListSecretVersionIds',
          scope: { global: { aws: 'us-east-1' } },
        },
      },
      actions: {
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteBucket' },
        Put: { title: 'Put', risk: 'W', operation: 'PutObject', params: { Key: ask('Key') } },
        Report: { title: 'Report', risk: 'W', operation: 'DeleteObjects', failures: 'Errors' },
      },
    },
    Object: {
      identifiers: ['Bucket'],
      icon: 'file',
      actions: { Delete: { title: 'Delete', risk: 'X', operation: 'DeleteObject' } },
    },
  },
  {
    scope: { global: { aws: 'us-east-1' } },
    collections: { Buckets: { ...objects, title: 'Buckets', operation: 'ListBuckets' } },
    actions: {
      Create: {
        title: 'Create',
        risk: 'W',
        operation: 'CreateBucket',
        params: { Bucket: ask('Bucket') },
        region: { path: 'LocationConstraint', values: { EU: 'eu-west-1' } },
      },
    },
  },
);

function open(answers: Answers = {}) {
  const { session } = recordSession(answers, { region: 'sa-east-1' });
  const s3 = declare(session, store);
  return { s3, bucket: s3.get('Bucket', { Bucket: 'b' }) };
}

describe('the region that an error names', () => {
  test('it is where the resource is, as soon as that is known', async () => {
    const { bucket } = open({
      's3.GetBucketLocation': () => ({ LocationConstraint: 'eu-north-1' }),
      's3.HeadBucket': () => ({}),
      's3.ListObjects': () => ({ Contents: [{}] }),
      's3.DeleteObjects': () => ({ Errors: ['no'] }),
    });
    await assert.rejects(bucket.act('Put'), { message: /^s3\.PutObject \(dev\): / });
    await assert.rejects(bucket.load(), { message: /^s3\.HeadBucket \(dev, eu-north-1\): / });
    await assert.rejects(bucket.act('Report'), { message: /\(dev, eu-north-1\): not all/ });
    const { items } = await bucket.collection('Objects').page();
    await assert.rejects(items[0]?.act('Delete') ?? Promise.resolve(), {
      message: /^s3\.DeleteObject \(dev, eu-north-1\): /,
    });
  });

  test('it is what the listing tells', async () => {
    const { bucket } = open();
    bucket.take({ BucketRegion: 'eu-central-1' });
    await assert.rejects(bucket.act('Delete'), {
      message: /^s3\.DeleteBucket \(dev, eu-central-1\): /,
    });
  });

  test('it is where a list is read', async () => {
    const same = () => ({ NextToken: 'same' });
    const { bucket } = open({ 's3.ListSecretVersionIds': same });
    bucket.take({ BucketRegion: 'eu-central-1' });
    const read = bucket.collection('Certificates').page({ token: 'same' });
    await assert.rejects(read, { message: /^s3\.ListSecretVersionIds \(dev, us-east-1\): / });
  });

  test('it is where something was to be made', async () => {
    const { s3 } = open();
    const regionOf = (input: object, named: RegExp) =>
      assert.rejects(s3.act('Create', { ...input }), { message: named });
    await regionOf({}, /^s3\.CreateBucket \(dev, sa-east-1\): /);
    await regionOf({ LocationConstraint: 'EU' }, /^s3\.CreateBucket \(dev, eu-west-1\): /);
  });
});
