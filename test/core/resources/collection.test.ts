import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ServiceError, UnknownKindError } from '../../../src/core/errors.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { recordSession } from './recordedSession.ts';

const buckets = {
  's3.ListBuckets': () => ({ Buckets: [{ Name: 'far', BucketRegion: 'ap-south-1' }] }),
};

describe('a collection', () => {
  test('it costs no call until it is read', async () => {
    const { session, calls } = recordSession({});
    const s3 = await serviceResource(session, 's3');
    const [first] = s3.collections;
    assert.deepEqual(
      [first?.name, first?.title, first?.icon, first?.inline],
      ['Buckets', 'Buckets', 'archive', false],
    );
    assert.deepEqual(calls, []);
  });

  test('it gives one page and a token for the next', async () => {
    const { session, calls } = recordSession({
      'lambda.ListFunctions': ({ Token }) =>
        Token === undefined
          ? { Functions: [{ FunctionName: 'a' }], NextToken: 'more' }
          : { Functions: [{ FunctionName: 'b' }] },
    });
    const functions = (await serviceResource(session, 'lambda')).collection('Functions');
    const first = await functions.page();
    const second = await functions.page({ token: first.nextToken ?? '' });
    assert.deepEqual(
      [first, second].map(({ items, nextToken }) => [items[0]?.id, nextToken]),
      [
        ['a', 'more'],
        ['b', undefined],
      ],
    );
    assert.deepEqual(calls, [
      'lambda.ListFunctions(eu-west-1) {}',
      'lambda.ListFunctions(eu-west-1) {"Token":"more"}',
    ]);
  });

  test('it is empty where AWS has never heard of the list', async () => {
    const streams = async (code: string) => {
      const { session } = recordSession({
        'logs.DescribeLogStreams': () => {
          throw new ServiceError({
            where: { service: 'logs', operation: 'DescribeLogStreams' },
            code,
            message: 'The specified log group does not exist.',
            statusCode: 400,
            retryable: false,
          });
        },
      });
      const lambda = await serviceResource(session, 'lambda');
      const never = lambda.get('Function', { FunctionName: 'never-run' });
      never.take({ LoggingConfig: { LogGroup: '/aws/lambda/never-run' } });
      return never.collection('LogStreams').page();
    };
    assert.deepEqual((await streams('ResourceNotFoundException')).items, []);
    await assert.rejects(streams('AccessDeniedException'), ServiceError);
  });

  test('it reads further pages only as they are asked for', async () => {
    let page = 0;
    const { session, calls } = recordSession({
      'lambda.ListFunctions': () => {
        page += 1;
        return { Functions: [{ FunctionName: `f${page}` }], NextToken: `t${page}` };
      },
    });
    const seen: string[] = [];
    for await (const { id } of (await serviceResource(session, 'lambda')).collection('Functions')) {
      seen.push(id);
      if (seen.length === 3) break;
    }
    assert.deepEqual(seen, ['f1', 'f2', 'f3']);
    assert.equal(calls.length, 3);
  });

  test('it passes over pages without items', async () => {
    const { session } = recordSession({
      'ssm.DescribeParameters': ({ Token }) =>
        Token === undefined
          ? { Parameters: [], NextToken: 'x' }
          : { Parameters: [{ Name: '/a' }], NextToken: 'y' },
    });
    const page = await (await serviceResource(session, 'ssm')).collection('Parameters').page();
    assert.deepEqual([page.items.length, page.nextToken], [1, 'y']);
  });

  test('it follows the tokens that a declaration names where there is no paginator', async () => {
    const { session, calls } = recordSession({
      'secretsmanager.ListSecretVersionIds': ({ NextToken }) =>
        NextToken === undefined
          ? { Versions: [{ VersionId: 'v1' }], NextToken: 'n' }
          : { Versions: [{ VersionId: 'v2' }] },
    });
    const service = await serviceResource(session, 'secretsmanager');
    const versions = service.get('Secret', { ARN: 'arn' }).collection('Versions');
    const ids: string[] = [];
    for await (const version of versions) ids.push(version.id);
    assert.deepEqual(ids, ['v1', 'v2']);
    assert.match(calls[1] ?? '', /"NextToken":"n"/);
  });

  test('it lists several kinds from one page, in the region of their bucket', async () => {
    const { session, calls } = recordSession({
      ...buckets,
      's3.ListObjectsV2': () => ({
        CommonPrefixes: [{ Prefix: 'a/b/' }],
        Contents: [
          { Key: 'a/', Size: 0 },
          { Key: 'a/c.txt', Size: 2048 },
        ],
      }),
    });
    const page = await (await serviceResource(session, 's3')).collection('Buckets').page();
    const bucket = page.items[0];
    assert.ok(bucket);
    const objects = await bucket.collection('Contents').page();
    const folder = objects.items[0];
    const inFolder = await folder?.collection('Contents').page();
    assert.deepEqual(
      objects.items.map(({ kind, label }) => `${kind} ${label}`),
      ['Prefix b', 'Object a', 'Object c.txt'],
    );
    assert.equal(inFolder?.items.at(-1)?.description, '2.0 KB');
    assert.deepEqual(calls, [
      's3.ListBuckets(us-east-1) {"MaxBuckets":1000}',
      's3.ListObjectsV2(ap-south-1) {"Bucket":"far","Delimiter":"/"}',
      's3.ListObjectsV2(ap-south-1) {"Bucket":"far","Delimiter":"/","Prefix":"a/b/"}',
    ]);
  });

  test('it keeps only the versions of one key, of all that begin like it', async () => {
    const { session, calls } = recordSession({
      's3.GetBucketLocation': () => ({}),
      's3.ListObjectVersions': () => ({
        Versions: [
          { Key: 'a', VersionId: '1' },
          { Key: 'a.txt', VersionId: '2' },
        ],
        DeleteMarkers: [{ Key: 'a', VersionId: '3' }],
      }),
    });
    const s3 = await serviceResource(session, 's3');
    const { items } = await s3
      .get('Object', { Bucket: 'b', Key: 'a' })
      .collection('Versions')
      .page();
    assert.deepEqual(
      items.map(({ identifiers }) => identifiers),
      [
        { Bucket: 'b', Key: 'a', VersionId: '1' },
        { Bucket: 'b', Key: 'a', VersionId: '3' },
      ],
    );
    assert.equal(calls[1], 's3.ListObjectVersions(us-east-1) {"Bucket":"b","Prefix":"a"}');
  });

  test('it leaves out the empty object that stands for the folder itself', async () => {
    const { session } = recordSession({
      's3.GetBucketLocation': () => ({}),
      's3.ListObjectsV2': () => ({ Contents: [{ Key: 'a/' }, { Key: 'a/c' }] }),
    });
    const s3 = await serviceResource(session, 's3');
    const folder = s3.get('Prefix', { Bucket: 'b', Prefix: 'a/' });
    const { items } = await folder.collection('Contents').page();
    assert.deepEqual(
      items.map(({ id }) => id),
      ['a/c'],
    );
  });

  test('it takes further members of the input as a filter', async () => {
    const { session, calls } = recordSession({
      'ec2.DescribeInstances': () => ({ Reservations: [] }),
    });
    const instances = (await serviceResource(session, 'ec2')).collection('Instances');
    await instances.filter({ InstanceIds: ['i-1'] }).page({ pageSize: 7 });
    assert.deepEqual(calls, [
      'ec2.DescribeInstances(eu-west-1) {"InstanceIds":["i-1"],"PageSize":7}',
    ]);
  });

  test('it describes its parent first where identifiers need that', async () => {
    const { session, calls } = recordSession({
      'dynamodb.DescribeTable': () => ({
        Table: { KeySchema: [{ AttributeName: 'id' }, { AttributeName: 'at' }] },
      }),
      'dynamodb.Scan': () => ({
        Items: [{ at: { N: '7' }, name: { S: 'x' }, id: { S: 'u#1' } }],
      }),
      'dynamodb.GetItem': () => ({ Item: { id: { S: 'u#1' } } }),
    });
    const table = (await serviceResource(session, 'dynamodb')).get('Table', { TableName: 't' });
    const items = table.collection('Items');
    const [item] = (await items.page()).items;
    await item?.load();
    assert.deepEqual(
      [items.note?.includes('charged'), item?.label, item?.id],
      [true, 'u#1 / 7', '{"id":{"S":"u#1"},"at":{"N":"7"}}'],
    );
    assert.deepEqual(calls, [
      'dynamodb.DescribeTable(eu-west-1) {"TableName":"t"}',
      'dynamodb.Scan(eu-west-1) {"TableName":"t","PageSize":25}',
      'dynamodb.GetItem(eu-west-1) {"TableName":"t","Key":{"id":{"S":"u#1"},"at":{"N":"7"}}}',
    ]);
  });

  test('it joins a second list, and does without it when AWS refuses it', async () => {
    const answers = { 'kms.ListKeys': () => ({ Keys: [{ KeyId: 'k1' }, { KeyId: 'k2' }] }) };
    const aliases = { Aliases: [{ TargetKeyId: 'k1', AliasName: 'alias/app' }] };
    const refused = new ServiceError({
      where: {},
      code: 'AccessDeniedException',
      message: 'no',
      statusCode: 400,
      retryable: false,
    });
    for (const [answer, expected] of [
      [() => aliases, ['alias/app', 'k2']],
      [() => refused, ['k1', 'k2']],
    ] as const) {
      const { session } = recordSession({ ...answers, 'kms.ListAliases': answer });
      const { items } = await (await serviceResource(session, 'kms')).collection('Keys').page();
      assert.deepEqual(
        items.map(({ label }) => label),
        expected,
      );
    }
  });

  test('it lists resources of another service under its own', async () => {
    const { session, calls } = recordSession({
      'logs.DescribeLogStreams': () => ({ logStreams: [{ logStreamName: 's' }] }),
    });
    const lambda = await serviceResource(session, 'lambda');
    const streams = lambda.get('Function', { FunctionName: 'f' }).collection('LogStreams');
    const [stream] = (await streams.page()).items;
    assert.equal(stream?.path, 'logs.LogStream(logGroupName=%2Faws%2Flambda%2Ff,logStreamName=s)');
    assert.match(calls[0] ?? '', /^logs\.DescribeLogStreams.*"logGroupName":"\/aws\/lambda\/f"/);
  });

  test('it fails as its call fails, and works when asked again', async () => {
    let isDown = true;
    const { session } = recordSession({
      's3.ListBuckets': () => (isDown ? new Error('down') : { Buckets: [] }),
    });
    const collection = (await serviceResource(session, 's3')).collection('Buckets');
    await assert.rejects(collection.page(), /down/);
    isDown = false;
    assert.deepEqual((await collection.page()).items, []);
  });

  test('it stops at once when cancelled', async () => {
    const { session, calls } = recordSession(buckets);
    const collection = (await serviceResource(session, 's3')).collection('Buckets');
    await assert.rejects(collection.page({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.deepEqual(calls, []);
  });

  test('it says what there is when a name is wrong', async () => {
    const { session } = recordSession({});
    const s3 = await serviceResource(session, 's3');
    assert.throws(
      () => s3.collection('Bucket'),
      new UnknownKindError('s3', 'collection', 'Bucket', ['Buckets']),
    );
    await assert.rejects(serviceResource(session, 's4'), /s4/);
  });
});
