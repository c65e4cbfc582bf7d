// What has to be known of single services so that their lists are whole, and not flooded. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hydrate } from '../../src/core/resources/hydrate.ts';
import { serviceResource } from '../../src/services/index.ts';
import { recordSession } from '../core/resources/recordedSession.ts';
import { batches, list, names } from './listed.ts';

const topOf = (name: string) => (service: Awaited<ReturnType<typeof serviceResource>>) =>
  service.collection(name);

describe('s3', () => {
  const answers = {
    's3.ListBuckets': () => ({ Buckets: [{ Name: 'far' }] }),
    's3.GetBucketLocation': () => ({}),
    's3.ListObjectsV2': () => ({}),
  };

  test('it lists buckets with a parameter, so that AWS tells their regions', async () => {
    const { calls } = await list('s3', topOf('Buckets'), answers);
    assert.deepEqual(calls, ['s3.ListBuckets(us-east-1) {"MaxBuckets":1000}']);
  });

  test('it asks where a bucket is when the list did not tell, and goes there', async () => {
    for (const [location, region] of [
      [undefined, 'us-east-1'],
      ['EU', 'eu-west-1'],
      ['ap-south-1', 'ap-south-1'],
    ]) {
      const { items, calls } = await list('s3', topOf('Buckets'), {
        ...answers,
        's3.GetBucketLocation': () => ({ LocationConstraint: location }),
      });
      await items[0]?.collection('Contents').page();
      assert.deepEqual(calls.slice(1), [
        's3.GetBucketLocation(us-east-1) {"Bucket":"far"}',
        `s3.ListObjectsV2(${region}) {"Bucket":"far","Delimiter":"/"}`,
      ]);
    }
  });

  test('it builds the ARN of a bucket, which AWS gives for directory buckets only', async () => {
    const { items } = await list('s3', topOf('Buckets'), answers, { partition: 'aws-cn' });
    assert.equal(await items[0]?.arn(), 'arn:aws-cn:s3:::far');
  });
});

describe('iam', () => {
  test("it lists the account's own policies, not a thousand of AWS's", async () => {
    const { calls } = await list('iam', topOf('Policies'), { 'iam.ListPolicies': () => ({}) });
    assert.deepEqual(calls, ['iam.ListPolicies(us-east-1) {"Scope":"Local"}']);
  });
});

describe('ec2', () => {
  for (const [name, operation, owner] of [
    ['Images', 'DescribeImages', '"Owners":["self"]'],
    ['Snapshots', 'DescribeSnapshots', '"OwnerIds":["self"]'],
  ] as const) {
    test(`it lists the account's own ${name.toLowerCase()}, not the public ones`, async () => {
      const { calls } = await list('ec2', topOf(name), { [`ec2.${operation}`]: () => ({}) });
      assert.equal(calls.length, 1);
      assert.ok(calls[0]?.includes(owner), calls[0]);
    });
  }
});

describe('cloudformation', () => {
  test('it lists the stacks that are there, not those deleted in the last 90 days', async () => {
    const { calls } = await list('cloudformation', topOf('Stacks'), {
      'cloudformation.DescribeStacks': () => ({}),
    });
    assert.deepEqual(calls, ['cloudformation.DescribeStacks(eu-west-1) {}']);
  });
});

describe('rds', () => {
  test('it tells the engine, because Neptune and DocumentDB are listed too', async () => {
    const { items } = await list('rds', topOf('DBInstances'), {
      'rds.DescribeDBInstances': () => ({
        DBInstances: [{ DBInstanceIdentifier: 'a', Engine: 'neptune', EngineVersion: '1.3' }],
      }),
    });
    assert.match(items[0]?.description ?? '', /neptune 1\.3/);
  });
});

describe('sqs', () => {
  test('it names a queue by its URL, and shows its name', async () => {
    const url = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
    const { items } = await list('sqs', topOf('Queues'), {
      'sqs.ListQueues': () => ({ QueueUrls: [url] }),
    });
    assert.deepEqual([items[0]?.identifiers.QueueUrl, items[0]?.label], [url, 'orders']);
  });
});

describe('logs', () => {
  test('it has the ARN of a log group without the `:*` that AWS writes after it', async () => {
    const own = 'arn:aws:logs:eu-west-1:123456789012:log-group:a';
    const { items } = await list('logs', topOf('LogGroups'), {
      'logs.DescribeLogGroups': () => ({ logGroups: [{ logGroupName: 'a', arn: `${own}:*` }] }),
    });
    assert.equal(await items[0]?.arn(), own);
  });
});

describe('ecs', () => {
  const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/c';

  for (const [collection, operation, path, size] of [
    ['Services', 'DescribeServices', 'services', 10],
    ['Tasks', 'DescribeTasks', 'tasks', 100],
  ] as const) {
    test(`it describes ${size} ${path} a call`, async () => {
      const listed = { [`${path.slice(0, -1)}Arns`]: names(size + 1) };
      const { session, calls } = recordSession({
        [`ecs.List${collection}`]: () => listed,
        [`ecs.${operation}`]: () => ({ [path]: [] }),
      });
      const resource = (await serviceResource(session, 'ecs')).get('Cluster', {
        clusterArn: cluster,
      });
      const { items } = await resource.collection(collection).page();
      await hydrate(items);
      assert.deepEqual(batches(calls, `ecs.${operation}`, path), [size, 1]);
    });
  }

  test('it describes 100 clusters a call', async () => {
    const { items, calls } = await list('ecs', topOf('Clusters'), {
      'ecs.ListClusters': () => ({ clusterArns: names(101) }),
      'ecs.DescribeClusters': () => ({ clusters: [] }),
    });
    await hydrate(items);
    assert.deepEqual(batches(calls, 'ecs.DescribeClusters', 'clusters'), [100, 1]);
  });
});

describe('dynamodb', () => {
  test('it describes tables one by one, no more than five at a time', async () => {
    let inFlight = 0;
    let most = 0;
    const { session } = recordSession({
      'dynamodb.ListTables': () => ({ TableNames: names(12) }),
    });
    const client = await session.client('dynamodb');
    const call = async (operation: string, input: object) => {
      if (operation !== 'DescribeTable') return client.call(operation, { ...input });
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise(setImmediate);
      inFlight -= 1;
      return { Table: { TableName: 'n' } };
    };
    const slow = Object.assign(Object.create(session), {
      client: async () => ({ ...client, call, pages: client.pages }),
    });
    const { items } = await (await serviceResource(slow, 'dynamodb')).collection('Tables').page();
    await hydrate(items);
    assert.equal(most, 5);
  });
});
