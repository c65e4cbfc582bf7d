import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ParamValidationError,
  ResourceNotFoundError,
  ServiceError,
} from '../../../src/core/errors.ts';
import { hydrate } from '../../../src/core/resources/hydrate.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { recordSession } from './recordedSession.ts';

const instance = {
  InstanceId: 'i-1',
  InstanceType: 't3.small',
  State: { Name: 'running' },
  Tags: [{ Key: 'Name', Value: 'web-1' }],
};

const described = {
  'ec2.DescribeInstances': () => ({ Reservations: [{ Instances: [instance] }] }),
};

async function ec2(answers = {}) {
  const { session, calls } = recordSession({ ...described, ...answers });
  return { service: await serviceResource(session, 'ec2'), calls };
}

describe('a resource', () => {
  test('it is named without a call', async () => {
    const { service, calls } = await ec2();
    const got = service.get('Instance', { InstanceId: 'i-1' });
    assert.deepEqual(
      [got.id, got.label, got.state, got.description, got.icon, got.attributes],
      ['i-1', 'i-1', undefined, undefined, 'vm', undefined],
    );
    assert.deepEqual(
      [got.columns, got.path],
      [[['Instance ID', 'i-1']], 'ec2.Instance(InstanceId=i-1)'],
    );
    assert.deepEqual(calls, []);
  });

  test('it has the attributes of its listing, and those of load over them', async () => {
    const { session } = recordSession({
      's3.ListBuckets': () => ({ Buckets: [{ Name: 'b', BucketRegion: 'eu-west-1' }] }),
      's3.HeadBucket': () => ({ BucketRegion: 'eu-west-1', AccessPointAlias: false }),
    });
    const s3 = await serviceResource(session, 's3');
    const [bucket] = (await s3.collection('Buckets').page()).items;
    assert.deepEqual(bucket?.attributes, { Name: 'b', BucketRegion: 'eu-west-1' });
    const expected = { Name: 'b', BucketRegion: 'eu-west-1', AccessPointAlias: false };
    assert.deepEqual(await bucket?.load(), expected);
    assert.deepEqual(bucket?.attributes, expected);
  });

  test('it shows its state, tags and facts once they are known', async () => {
    const { service } = await ec2();
    const got = service.get('Instance', { InstanceId: 'i-1' });
    await got.load();
    assert.deepEqual(
      [got.label, got.state, got.description, got.icon],
      ['web-1', 'running', 'running · t3.small', 'vm-running'],
    );
  });

  test('it is described by two operations where one leaves something out', async () => {
    const CreationDate = new Date(0);
    const { session, calls } = recordSession({
      's3.HeadBucket': () => ({ BucketRegion: 'eu-west-1' }),
      's3.GetBucketLocation': () => ({ LocationConstraint: 'EU' }),
      's3.ListBuckets': () => ({ Buckets: [{ Name: 'b', CreationDate }, { Name: 'b2' }] }),
    });
    const bucket = (await serviceResource(session, 's3')).get('Bucket', { Name: 'b' });
    assert.deepEqual(await bucket.load(), { Name: 'b', CreationDate, BucketRegion: 'eu-west-1' });
    assert.equal(calls.at(-1), 's3.ListBuckets(eu-west-1) {"Prefix":"b","MaxBuckets":1000}');
  });

  test('it does without the second where that is forbidden, and fails with it else', async () => {
    for (const statusCode of [403, 500]) {
      const { session } = recordSession({
        's3.HeadBucket': () => ({ BucketRegion: 'eu-west-1' }),
        's3.GetBucketLocation': () => ({ LocationConstraint: 'EU' }),
        's3.ListBuckets': () =>
          new ServiceError({
            where: {},
            code: 'AccessDenied',
            message: '',
            statusCode,
            retryable: false,
          }),
      });
      const bucket = (await serviceResource(session, 's3')).get('Bucket', { Name: 'b' });
      const loaded = bucket.load();
      if (statusCode === 403) assert.deepEqual(await loaded, { BucketRegion: 'eu-west-1' });
      else await assert.rejects(loaded, { statusCode });
    }
  });

  test('it has what listings tell by another name', async () => {
    const { session } = recordSession({
      's3.GetBucketLocation': () => ({}),
      's3.HeadObject': () => ({ ContentLength: 2048 }),
    });
    const object = (await serviceResource(session, 's3')).get('Object', { Bucket: 'b', Key: 'k' });
    assert.deepEqual(await object.load(), { Size: 2048, ContentLength: 2048 });
    assert.equal(object.description, '2.0 KB');
  });

  test('it says so when AWS no longer knows it', async () => {
    const { service } = await ec2({ 'ec2.DescribeInstances': () => ({ Reservations: [] }) });
    await assert.rejects(service.get('Instance', { InstanceId: 'i-1' }).load(), (error) => {
      assert.ok(error instanceof ResourceNotFoundError);
      assert.match(error.message, /^ec2\.DescribeInstances \(dev, eu-west-1\): .*Instance "i-1"/);
      return true;
    });
  });

  test('it takes the described one of its own name, not the first of a prefix', async () => {
    const { session } = recordSession({
      'logs.DescribeLogGroups': () => ({
        logGroups: [{ logGroupName: 'app-2' }, { logGroupName: 'app', storedBytes: 3 }],
      }),
    });
    const logs = await serviceResource(session, 'logs');
    assert.equal((await logs.get('LogGroup', { logGroupName: 'app' }).load()).storedBytes, 3);
    await assert.rejects(logs.get('LogGroup', { logGroupName: 'ap' }).load(), {
      code: 'ResourceNotFound',
    });
  });

  test('it asks for the region of its bucket, once', async () => {
    const { session, calls } = recordSession(
      {
        's3.GetBucketLocation': () => ({ LocationConstraint: 'EU' }),
        's3.HeadObject': () => ({ ContentLength: 1 }),
      },
      { region: 'us-west-2' },
    );
    const s3 = await serviceResource(session, 's3');
    const object = s3.get('Object', { Bucket: 'b', Key: 'k' });
    await object.load();
    await object.load();
    assert.equal(object.region, 'eu-west-1');
    assert.deepEqual(calls, [
      's3.GetBucketLocation(us-east-1) {"Bucket":"b"}',
      's3.HeadObject(eu-west-1) {"Bucket":"b","Key":"k"}',
      's3.HeadObject(eu-west-1) {"Bucket":"b","Key":"k"}',
    ]);
  });

  test('it tells two rows apart that have the same identifiers', async () => {
    const pending = { SubscriptionArn: 'PendingConfirmation', Protocol: 'email' };
    const { session } = recordSession({
      'sns.ListSubscriptions': () => ({
        Subscriptions: [
          { ...pending, Endpoint: 'a@example.com' },
          { ...pending, Endpoint: 'b@example.com' },
        ],
      }),
    });
    const { items } = await (await serviceResource(session, 'sns'))
      .collection('Subscriptions')
      .page();
    assert.equal(new Set(items.map(({ path }) => path)).size, 2);
  });

  test('it says which identifiers and kinds there are when one is wrong', async () => {
    const { service } = await ec2();
    assert.throws(
      () => service.get('Instnce', {}),
      /ec2 has no kind "Instnce"\. It has Instance, /,
    );
    assert.throws(
      () => service.get('Instance', { Id: 'x' }),
      /no identifier "Id"\. It has InstanceId\./,
    );
    assert.throws(() => service.get('Instance', {}), ParamValidationError);
  });
});

describe('an action', () => {
  test('it fills its parameters and says what it needs', async () => {
    const { service, calls } = await ec2({ 'ec2.StopInstances': () => ({}) });
    const got = service.get('Instance', { InstanceId: 'i-1' });
    const stop = got.actions.find(({ name }) => name === 'Stop');
    assert.deepEqual(stop, {
      name: 'Stop',
      title: 'Stop',
      risk: 'D',
      service: 'ec2',
      operation: 'StopInstances',
      inputs: [],
    });
    await got.act('Stop', { Force: true });
    assert.deepEqual(calls, ['ec2.StopInstances(eu-west-1) {"InstanceIds":["i-1"],"Force":true}']);
  });

  test('it takes what the person gives, and nothing is sent while that is missing', async () => {
    const { service, calls } = await ec2({ 'ec2.CreateImage': () => ({ ImageId: 'ami-1' }) });
    const got = service.get('Instance', { InstanceId: 'i-1' });
    await assert.rejects(
      got.act('CreateImage'),
      /ec2\.CreateImage \(dev, eu-west-1\).*Name: is required/,
    );
    assert.deepEqual(calls, []);
    const { output } = await got.act('CreateImage', { Name: 'base' });
    assert.deepEqual(output, { ImageId: 'ami-1' });
    assert.deepEqual(calls, ['ec2.CreateImage(eu-west-1) {"InstanceId":"i-1","Name":"base"}']);
  });

  test('it loads the attributes its parameters come from', async () => {
    const { session, calls } = recordSession({
      'iam.GetRole': () => ({ Role: { Arn: 'arn:aws:iam::1:role/r' } }),
      'sts.AssumeRole': () => ({}),
    });
    const role = (await serviceResource(session, 'iam')).get('Role', { RoleName: 'r' });
    await role.act('Assume', { RoleSessionName: 's' });
    assert.deepEqual(calls, [
      'iam.GetRole(us-east-1) {"RoleName":"r"}',
      'sts.AssumeRole(us-east-1) {"RoleArn":"arn:aws:iam::1:role/r","RoleSessionName":"s"}',
    ]);
  });

  test('it belongs to a service too', async () => {
    const { session, calls } = recordSession({ 's3.CreateBucket': () => ({}) });
    await (await serviceResource(session, 's3')).act('CreateBucket', { Bucket: 'new' });
    assert.deepEqual(calls, [
      's3.CreateBucket(eu-west-1) {"Bucket":"new","CreateBucketConfiguration":{"LocationConstraint":"eu-west-1"}}',
    ]);
  });

  test('it is unknown by a wrong name', async () => {
    const { service } = await ec2();
    const got = service.get('Instance', { InstanceId: 'i-1' });
    await assert.rejects(got.act('Start!'), /ec2 Instance has no action "Start!"/);
    await assert.rejects(got.wait('Started'), /no waiter "Started"\. It has Exists, Running/);
  });
});

test('it waits for a state that its kind names', async () => {
  const { service, calls } = await ec2();
  await service.get('Instance', { InstanceId: 'i-1' }).wait('Running');
  assert.deepEqual(calls, ['wait ec2.InstanceRunning(eu-west-1) {"InstanceIds":["i-1"]}']);
});

describe('hydrate', () => {
  test('it describes as many rows in a call as the operation takes', async () => {
    const arns = Array.from({ length: 12 }, (_, at) => `arn:aws:ecs:eu-west-1:1:service/c/s${at}`);
    const { session, calls } = recordSession({
      'ecs.ListServices': () => ({ serviceArns: arns }),
      'ecs.DescribeServices': ({ services }) => ({
        services: (services as string[]).map((serviceArn) => ({ serviceArn, status: 'ACTIVE' })),
      }),
    });
    const cluster = (await serviceResource(session, 'ecs')).get('Cluster', { clusterArn: 'c' });
    const { items } = await cluster.collection('Services').page();
    const loaded: string[] = [];
    await hydrate(items, { onLoaded: ({ label }) => loaded.push(label) });
    assert.deepEqual([items[11]?.state, items[0]?.isSparse, loaded.length], ['ACTIVE', false, 12]);
    assert.equal(calls.filter((call) => call.startsWith('ecs.DescribeServices')).length, 2);
    await hydrate(items);
    assert.equal(calls.length, 3);
  });

  test('it describes the others one by one, and tells which failed', async () => {
    const { session } = recordSession({
      'dynamodb.ListTables': () => ({ TableNames: ['a', 'b', 'c'] }),
      'dynamodb.DescribeTable': ({ TableName }) =>
        TableName === 'b' ? new Error('denied') : { Table: { TableStatus: 'ACTIVE' } },
    });
    const { items } = await (await serviceResource(session, 'dynamodb'))
      .collection('Tables')
      .page();
    const failed: string[] = [];
    await hydrate(items, { onFailed: (rows) => failed.push(...rows.map(({ id }) => id)) });
    assert.deepEqual(failed, ['b']);
    assert.deepEqual(
      items.map(({ state }) => state),
      ['ACTIVE', undefined, 'ACTIVE'],
    );
  });

  test('it stops when cancelled', async () => {
    const { session } = recordSession({ 'dynamodb.ListTables': () => ({ TableNames: ['a'] }) });
    const { items } = await (await serviceResource(session, 'dynamodb'))
      .collection('Tables')
      .page();
    await assert.rejects(hydrate(items, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
