// What has to be known of single services so that their lists are whole, and not flooded. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ServiceError } from '../../src/core/errors.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { hydrate } from '../../src/core/resources/hydrate.ts';
import type { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { serviceResource } from '../../src/services/registry.ts';
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
  for (const name of ['DBInstances', 'DBClusters']) {
    test(`it tells the engine of ${name}, because Neptune and DocumentDB are listed too`, async () => {
      const id = name.replace(/s$/, 'Identifier');
      const { items } = await list('rds', topOf(name), {
        [`rds.Describe${name}`]: () => ({
          [name]: [{ [id]: 'a', Engine: 'neptune', EngineVersion: '1.3' }],
        }),
      });
      assert.match(items[0]?.description ?? '', /neptune 1\.3/);
    });
  }
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

for (const [service, collection, operation, listed, described] of [
  ['dynamodb', 'Tables', 'DescribeTable', { TableNames: names(12) }, { Table: {} }],
  ['eks', 'Clusters', 'DescribeCluster', { clusters: names(12) }, { cluster: {} }],
  [
    'sqs',
    'Queues',
    'GetQueueAttributes',
    { QueueUrls: names(12, 'https://sqs.eu-west-1.amazonaws.com/123456789012/') },
    { Attributes: {} },
  ],
] as const) {
  describe(service, () => {
    test(`it describes ${collection.toLowerCase()} one by one, no more than five at a time`, async () => {
      let inFlight = 0;
      let most = 0;
      let count = 0;
      const { session } = recordSession({ [`${service}.List${collection}`]: () => listed });
      const client = await session.client(service);
      const call = async (name: string, input: object) => {
        if (name !== operation) return client.call(name, { ...input });
        count += 1;
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(setImmediate);
        inFlight -= 1;
        return described;
      };
      const slow = Object.assign(Object.create(session), {
        client: async () => ({ ...client, call, pages: client.pages }),
      });
      const owner = await serviceResource(slow, service);
      const { items } = await owner.collection(collection).page();
      await hydrate(items);
      assert.deepEqual([count, most], [12, 5]);
    });
  });
}

describe('emr', () => {
  const states = (calls: readonly string[]) => calls.map((call) => call.match(/\[.*\]/)?.[0] ?? '');

  test('it lists the clusters there are apart from those that are gone', async () => {
    const answers = { 'emr.ListClusters': () => ({}) };
    const [running] = states((await list('emr', topOf('Clusters'), answers)).calls);
    const [gone] = states((await list('emr', topOf('TerminatedClusters'), answers)).calls);
    assert.equal(running, '["STARTING","BOOTSTRAPPING","RUNNING","WAITING","TERMINATING"]');
    assert.equal(gone, '["TERMINATED","TERMINATED_WITH_ERRORS"]');
  });

  test('it has no groups in a cluster of fleets, to ask for which is an error', async () => {
    const { session } = recordSession({
      'emr.ListInstanceGroups': () =>
        new ServiceError({
          where: { service: 'emr', operation: 'ListInstanceGroups' },
          code: 'InvalidRequestException',
          message: 'Instance fleets and instance groups are mutually exclusive.',
          statusCode: 400,
          retryable: false,
        }),
    });
    const cluster = (await serviceResource(session, 'emr')).get('Cluster', { Id: 'j-1' });
    assert.deepEqual((await cluster.collection('InstanceGroups').page()).items, []);
  });
});

describe('firehose', () => {
  const answers = {
    'firehose.ListDeliveryStreams': ({ ExclusiveStartDeliveryStreamName: after }: Document) =>
      after === undefined
        ? { DeliveryStreamNames: ['a', 'b'], HasMoreDeliveryStreams: true }
        : { DeliveryStreamNames: ['c'], HasMoreDeliveryStreams: false },
    'firehose.DescribeDeliveryStream': ({ DeliveryStreamName }: Document) => ({
      DeliveryStreamDescription: { DeliveryStreamName, DeliveryStreamStatus: 'ACTIVE' },
    }),
  };

  test('it goes on after the last name while there is more, a hundred a page', async () => {
    const { session, calls } = recordSession(answers);
    const streams = (await serviceResource(session, 'firehose')).collection('DeliveryStreams');
    const found: string[] = [];
    for await (const { label } of streams) found.push(label);
    assert.deepEqual(found, ['a', 'b', 'c']);
    assert.deepEqual(calls, [
      'firehose.ListDeliveryStreams(eu-west-1) {"Limit":100}',
      'firehose.ListDeliveryStreams(eu-west-1) {"Limit":100,"ExclusiveStartDeliveryStreamName":"b"}',
    ]);
  });

  test('it shows a stream by its name at once, and describes it when it is seen', async () => {
    const { items } = await list('firehose', topOf('DeliveryStreams'), answers);
    assert.deepEqual([items[0]?.label, items[0]?.state], ['a', undefined]);
    await hydrate(items);
    assert.equal(items[0]?.state, 'ACTIVE');
  });
});

describe('opensearch', () => {
  test('it describes five domains a call', async () => {
    const { items, calls } = await list('opensearch', topOf('Domains'), {
      'opensearch.ListDomainNames': () => ({
        DomainNames: names(6).map((DomainName) => ({ DomainName })),
      }),
      'opensearch.DescribeDomains': () => ({ DomainStatusList: [] }),
    });
    await hydrate(items);
    assert.deepEqual(batches(calls, 'opensearch.DescribeDomains', 'DomainNames'), [5, 1]);
  });
});

describe('athena', () => {
  for (const [collection, ids, operation, path] of [
    ['QueryExecutions', 'QueryExecutionIds', 'BatchGetQueryExecution', 'QueryExecutions'],
    ['NamedQueries', 'NamedQueryIds', 'BatchGetNamedQuery', 'NamedQueries'],
  ] as const) {
    test(`it describes fifty of the ${collection} a call`, async () => {
      const group = (service: ServiceResource) =>
        service.get('WorkGroup', { Name: 'primary' }).collection(collection);
      const { items, calls } = await list('athena', group, {
        [`athena.List${collection}`]: () => ({ [ids]: names(51) }),
        [`athena.${operation}`]: () => ({ [path]: [] }),
      });
      await hydrate(items);
      assert.deepEqual(batches(calls, `athena.${operation}`, ids), [50, 1]);
    });
  }

  test('it says that a query costs before it runs one', async () => {
    const { session } = recordSession({});
    const group = (await serviceResource(session, 'athena')).get('WorkGroup', { Name: 'primary' });
    assert.match(group.actions.find(({ name }) => name === 'StartQuery')?.title ?? '', /costs/i);
  });
});

describe('glue', () => {
  test('it never asks for the passwords of connections', async () => {
    const { items, calls } = await list('glue', topOf('Connections'), {
      'glue.GetConnections': () => ({ ConnectionList: [{ Name: 'a' }] }),
      'glue.GetConnection': () => ({ Connection: {} }),
    });
    await items[0]?.load();
    assert.deepEqual(calls, [
      'glue.GetConnections(eu-west-1) {"HidePassword":true}',
      'glue.GetConnection(eu-west-1) {"Name":"a","HidePassword":true}',
    ]);
  });

  test('it describes 25 workflows a call', async () => {
    const { items, calls } = await list('glue', topOf('Workflows'), {
      'glue.ListWorkflows': () => ({ Workflows: names(26) }),
      'glue.BatchGetWorkflows': () => ({ Workflows: [] }),
    });
    await hydrate(items);
    assert.deepEqual(batches(calls, 'glue.BatchGetWorkflows', 'Names'), [25, 1]);
  });

  test('it names a partition by its values', async () => {
    const table = (service: ServiceResource) =>
      service.get('Table', { DatabaseName: 'd', Name: 't' }).collection('Partitions');
    const { items, calls } = await list('glue', table, {
      'glue.GetPartitions': () => ({ Partitions: [{ Values: ['2024', '05'] }] }),
      'glue.BatchGetPartition': () => ({ Partitions: [{}] }),
    });
    await items[0]?.load();
    assert.equal(items[0]?.label, '2024, 05');
    assert.equal(
      calls[1],
      'glue.BatchGetPartition(eu-west-1) {"DatabaseName":"d","TableName":"t","PartitionsToGet":[{"Values":["2024","05"]}]}',
    );
  });
});

describe('kafka', () => {
  test('it gives the number of a revision as a number', async () => {
    const { session, calls } = recordSession({ 'kafka.DescribeConfigurationRevision': () => ({}) });
    const kafka = await serviceResource(session, 'kafka');
    await kafka.get('ConfigurationRevision', { Arn: 'arn', Revision: '2' }).load();
    assert.match(calls[0] ?? '', /"Revision":2/);
  });
});

describe('sagemaker', () => {
  test('it lists the newest jobs first', async () => {
    const { calls } = await list('sagemaker', topOf('TrainingJobs'), {
      'sagemaker.ListTrainingJobs': () => ({}),
    });
    assert.match(calls[0] ?? '', /"SortBy":"CreationTime","SortOrder":"Descending"/);
  });
});

describe('budgets', () => {
  const answers = {
    'budgets.DescribeBudgets': () => ({ Budgets: [{ BudgetName: 'b' }] }),
    'budgets.DescribeNotificationsForBudget': () => ({
      Notifications: [
        {
          NotificationType: 'ACTUAL',
          ComparisonOperator: 'GREATER_THAN',
          Threshold: 80,
          ThresholdType: 'PERCENTAGE',
          NotificationState: 'OK',
        },
      ],
    }),
    'budgets.DeleteNotification': () => ({}),
  };

  test('it gives the id of the account, once a profile and not once a region', async () => {
    const { calls } = await list('budgets', topOf('Budgets'), answers);
    assert.deepEqual(calls, [
      'account',
      'budgets.DescribeBudgets(us-east-1) {"AccountId":"123456789012"}',
    ]);
  });

  test('it knows a notification by what it compares', async () => {
    const { items, calls } = await list('budgets', topOf('Budgets'), answers);
    const [first] = (await items[0]?.collection('Notifications').page())?.items ?? [];
    assert.ok(first);
    assert.deepEqual([first.label, first.state], ['actual > 80 %', 'OK']);
    await first.act('Delete', {}, { confirm: first.id });
    assert.match(
      calls.at(-1) ?? '',
      /"Notification":\{"NotificationType":"ACTUAL",.*"PERCENTAGE"\}/,
    );
  });
});

describe('ce', () => {
  const answers = {
    'ce.GetAnomalyMonitors': () => ({ AnomalyMonitors: [{ MonitorArn: 'arn' }] }),
    'ce.GetAnomalies': () => ({}),
  };

  test('it is asked in one region of the partition', async () => {
    const { calls } = await list('ce', topOf('AnomalyMonitors'), answers);
    const china = await list('ce', topOf('AnomalyMonitors'), answers, { partition: 'aws-cn' });
    assert.deepEqual(
      [calls, china.calls],
      [['ce.GetAnomalyMonitors(us-east-1) {}'], ['ce.GetAnomalyMonitors(cn-northwest-1) {}']],
    );
  });

  test('it says before that every list and every report costs', async () => {
    const { session } = recordSession({});
    const explorer = await serviceResource(session, 'ce');
    const monitor = explorer.get('AnomalyMonitor', { MonitorArn: 'arn' });
    for (const { note } of [...explorer.collections, ...monitor.collections]) {
      assert.match(note ?? '', /USD 0\.01/);
    }
    for (const { title, risk } of [...explorer.actions, ...monitor.actions]) {
      if (risk === 'R') assert.match(title, /USD 0\.01/);
    }
  });

  test('it lists the anomalies of the ninety days AWS keeps', async () => {
    const { items, calls } = await list('ce', topOf('AnomalyMonitors'), answers);
    await items[0]?.collection('Anomalies').page();
    assert.match(calls[1] ?? '', /"DateInterval":\{"StartDate":"\d{4}-\d\d-\d\d"\}/);
  });
});

describe('xray', () => {
  test('it lists the traces of the last hour', async () => {
    const { calls } = await list('xray', topOf('TraceSummaries'), {
      'xray.GetTraceSummaries': () => ({}),
    });
    const { StartTime, EndTime } = JSON.parse(calls[0]?.replace(/^\S+ /, '') ?? '');
    assert.equal(Date.parse(EndTime) - Date.parse(StartTime), 3_600_000);
  });
});
