// One round trip for each wire format that moto serves: create, list, read, delete, and the error of what is gone. It does
// not serve smithy-rpc-v2-cbor (5.2); that format is proven against recorded messages in test/core/protocols.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Client, ServiceError } from '../../src/core/index.ts';
import { uniqueName, useAws } from './aws.ts';

interface Expected {
  readonly code: string;
  readonly statusCode: number;
}

const aws = await useAws();

describe('a round trip', () => {
  it('works in the json format', async () => {
    const client = await aws.client('dynamodb');
    const TableName = uniqueName('table');
    await client.call('CreateTable', {
      TableName,
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    const Item = { id: { S: 'a' }, data: { B: 'AAEC/w==' }, number: { N: '12345678901234567890' } };
    await client.call('PutItem', { TableName, Item });
    const { Item: read } = await client.call('GetItem', { TableName, Key: { id: { S: 'a' } } });
    assert.deepEqual(read, { ...Item, data: { B: Uint8Array.of(0, 1, 2, 255) } });
    const { Table } = await client.call('DescribeTable', { TableName });
    assert.ok(at(Table, 'CreationDateTime') instanceof Date);
    await client.call('DeleteTable', { TableName });
    await assertFails(
      client,
      'DescribeTable',
      { TableName },
      {
        code: 'ResourceNotFoundException',
        statusCode: 400,
      },
    );
  });

  it('works in the json format with the error codes of an older query API', async () => {
    const client = await aws.client('sqs');
    const QueueName = uniqueName('queue');
    const { QueueUrl } = await client.call('CreateQueue', {
      QueueName,
      Attributes: { VisibilityTimeout: '7' },
    });
    await client.call('SendMessage', {
      QueueUrl,
      MessageBody: 'grün & <more>',
      MessageAttributes: { blob: { DataType: 'Binary', BinaryValue: '/wA=' } },
    });
    const { Messages } = await client.call('ReceiveMessage', {
      QueueUrl,
      MessageAttributeNames: ['All'],
    });
    assert.equal(at(Messages, 0, 'Body'), 'grün & <more>');
    assert.deepEqual(at(Messages, 0, 'MessageAttributes', 'blob', 'BinaryValue'), bytes(255, 0));
    await client.call('DeleteQueue', { QueueUrl });
    await assertFails(
      client,
      'GetQueueUrl',
      { QueueName },
      {
        code: 'AWS.SimpleQueueService.NonExistentQueue',
        statusCode: 400,
      },
    );
  });

  it('works in the rest-json format', async () => {
    const client = await aws.client('apigateway');
    const name = uniqueName('api');
    const created = await client.call('CreateRestApi', { name, tags: { 'a b': 'c/d' } });
    const restApiId = created.id;
    const read = await client.call('GetRestApi', { restApiId });
    assert.equal(read.name, name);
    assert.ok(read.createdDate instanceof Date);
    const { items } = await client.call('GetRestApis', { limit: 500 });
    assert.ok(Array.isArray(items) && items.some((item) => item.id === restApiId));
    await client.call('DeleteRestApi', { restApiId });
    await assertFails(
      client,
      'GetRestApi',
      { restApiId },
      {
        code: 'NotFoundException',
        statusCode: 404,
      },
    );
  });

  it('works in the rest-xml format', async () => {
    const client = await aws.client('s3');
    const Bucket = uniqueName('bucket');
    await client.call('CreateBucket', {
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
    const TagSet = [{ Key: 'a&b', Value: '<c>' }];
    await client.call('PutBucketTagging', { Bucket, Tagging: { TagSet } });
    assert.deepEqual((await client.call('GetBucketTagging', { Bucket })).TagSet, TagSet);
    await client.call('DeleteBucket', { Bucket });
    await assertFails(
      client,
      'ListObjectsV2',
      { Bucket },
      {
        code: 'NoSuchBucket',
        statusCode: 404,
      },
    );
  });

  it('works in the query format', async () => {
    const client = await aws.client('iam');
    const UserName = uniqueName('user');
    await client.call('CreateUser', { UserName, Tags: [{ Key: 'team', Value: 'a & b' }] });
    const { User } = await client.call('GetUser', { UserName });
    assert.ok(at(User, 'CreateDate') instanceof Date);
    assert.deepEqual(at(User, 'Tags'), [{ Key: 'team', Value: 'a & b' }]);
    await client.call('DeleteUser', { UserName });
    await assertFails(client, 'GetUser', { UserName }, { code: 'NoSuchEntity', statusCode: 404 });
  });

  it('works in the ec2 format', async () => {
    const client = await aws.client('ec2');
    const { Vpc } = await client.call('CreateVpc', {
      CidrBlock: '10.99.0.0/24',
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'round trip' }] }],
    });
    const VpcIds = [at(Vpc, 'VpcId')];
    const { Vpcs } = await client.call('DescribeVpcs', { VpcIds });
    assert.deepEqual(at(Vpcs, 0, 'Tags'), [{ Key: 'Name', Value: 'round trip' }]);
    assert.equal(at(Vpcs, 0, 'IsDefault'), false);
    await client.call('DeleteVpc', { VpcId: VpcIds[0] });
    await assertFails(
      client,
      'DescribeVpcs',
      { VpcIds },
      {
        code: 'InvalidVpcID.NotFound',
        statusCode: 400,
      },
    );
  });

  it('works with a service that speaks several formats', async () => {
    const client = await aws.client('cloudwatch');
    const Namespace = uniqueName('metrics');
    const MetricData = [{ MetricName: 'orders', Value: 2.5, Timestamp: new Date() }];
    await client.call('PutMetricData', { Namespace, MetricData });
    const { Metrics } = await client.call('ListMetrics', { Namespace });
    assert.deepEqual(Metrics, [{ Namespace, MetricName: 'orders', Dimensions: [] }]);
  });
});

describe('an error of AWS', () => {
  it('says where it happened and what AWS said', async () => {
    const client = await aws.client('lambda');
    const error = await failureOf(client, 'GetFunction', { FunctionName: 'no-such-function' });
    assert.equal(error.code, 'ResourceNotFoundException');
    assert.equal(error.statusCode, 404);
    assert.equal(error.service, 'lambda');
    assert.equal(error.operation, 'GetFunction');
    assert.equal(error.retryable, false);
    assert.ok(error.requestId);
    assert.match(error.message, /no-such-function/);
  });

  it('gives the account of the keys that were used', async () => {
    const sts = await aws.client('sts');
    const otherSts = await aws.otherSession.client('sts');
    assert.equal((await sts.call('GetCallerIdentity')).Account, '123456789012');
    assert.equal((await otherSts.call('GetCallerIdentity')).Account, '210987654321');
    assert.equal(await aws.otherSession.account(), '210987654321');
  });
});

async function assertFails(client: Client, operation: string, input: object, expected: Expected) {
  const { code, statusCode } = await failureOf(client, operation, input);
  assert.deepEqual({ code, statusCode }, expected);
}

async function failureOf(client: Client, operation: string, input: object): Promise<ServiceError> {
  try {
    await client.call(operation, { ...input });
  } catch (error) {
    assert.ok(error instanceof ServiceError, String(error));
    return error;
  }
  assert.fail(`${operation} did not fail.`);
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (found && typeof found === 'object' ? Reflect.get(found, key) : undefined),
    value,
  );
}

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}
