// Operations people use every day, on the models of the catalogue: what is sent, and what is read from an answer of the
// kind AWS sends.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { validateInput } from '../../../src/core/protocols/validate.ts';

const catalogue = openCatalogue({ searchPath: [] });

test('it lists objects of S3', async () => {
  const request = await build('s3', 'ListObjectsV2', { Bucket: 'b', Prefix: 'a/b c', MaxKeys: 5 });
  assert.deepEqual(request, {
    method: 'GET',
    path: '/b',
    query: { 'list-type': '2', prefix: 'a/b c', 'max-keys': '5' },
    headers: {},
  });
  const output = await parse(
    's3',
    'ListObjectsV2',
    `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix/><KeyCount>2</KeyCount><IsTruncated>false</IsTruncated><Contents><Key>a&amp;b</Key><LastModified>2024-05-01T10:20:30.000Z</LastModified><ETag>&quot;e&quot;</ETag><Size>9007199254740993</Size></Contents><Contents><Key>c</Key></Contents><CommonPrefixes><Prefix>d/</Prefix></CommonPrefixes></ListBucketResult>`,
  );
  assert.deepEqual(output, {
    Name: 'b',
    Prefix: '',
    KeyCount: 2,
    IsTruncated: false,
    Contents: [
      {
        Key: 'a&b',
        LastModified: new Date('2024-05-01T10:20:30Z'),
        ETag: '"e"',
        Size: 9007199254740993n,
      },
      { Key: 'c' },
    ],
    CommonPrefixes: [{ Prefix: 'd/' }],
  });
});

test('it starts instances of EC2', async () => {
  const request = await build('ec2', 'RunInstances', {
    MinCount: 1,
    MaxCount: 1,
    SecurityGroupIds: ['sg-1', 'sg-2'],
    BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }],
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
  });
  assert.equal(
    decodeURIComponent(String(request.body)),
    'Action=RunInstances&Version=2016-11-15&MinCount=1&MaxCount=1' +
      '&SecurityGroupId.1=sg-1&SecurityGroupId.2=sg-2' +
      '&BlockDeviceMapping.1.DeviceName=/dev/sda1&BlockDeviceMapping.1.Ebs.Encrypted=true' +
      '&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=Name' +
      '&TagSpecification.1.Tag.1.Value=web',
  );
  const output = await parse(
    'ec2',
    'RunInstances',
    `<RunInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><reservationId>r-1</reservationId><groupSet/><instancesSet><item><instanceId>i-1</instanceId><instanceState><code>0</code><name>pending</name></instanceState><launchTime>2024-05-01T10:20:30.000Z</launchTime></item></instancesSet></RunInstancesResponse>`,
  );
  assert.deepEqual(output, {
    ReservationId: 'r-1',
    Groups: [],
    Instances: [
      {
        InstanceId: 'i-1',
        State: { Code: 0, Name: 'pending' },
        LaunchTime: new Date('2024-05-01T10:20:30Z'),
      },
    ],
  });
});

test('it asks STS who is calling', async () => {
  const request = await build('sts', 'GetCallerIdentity', {});
  assert.equal(request.body, 'Action=GetCallerIdentity&Version=2011-06-15');
  const output = await parse(
    'sts',
    'GetCallerIdentity',
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn><UserId>U</UserId><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
  );
  assert.deepEqual(output, {
    Arn: 'arn:aws:iam::123456789012:user/a',
    UserId: 'U',
    Account: '123456789012',
  });
});

test('it puts and reads items of DynamoDB', async () => {
  const item = {
    Id: { S: 'x' },
    Data: { B: 'aGk=' },
    Set: { BS: ['aGk='] },
    Nested: { M: { N: { N: '1' } } },
  };
  const request = await build('dynamodb', 'PutItem', { TableName: 't', Item: item });
  assert.equal(request.headers['x-amz-target'], 'DynamoDB_20120810.PutItem');
  assert.deepEqual(JSON.parse(String(request.body)), { TableName: 't', Item: item });
  const output = await parse('dynamodb', 'GetItem', JSON.stringify({ Item: item }));
  const bytes = new Uint8Array([104, 105]);
  assert.deepEqual(output, {
    Item: { ...item, Data: { B: bytes }, Set: { BS: [bytes] } },
  });
});

test('it invokes a function of Lambda', async () => {
  const request = await build('lambda', 'Invoke', {
    FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
    Payload: Buffer.from('{"a":1}').toString('base64'),
    LogType: 'Tail',
  });
  assert.equal(
    request.path,
    '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Af/invocations',
  );
  assert.deepEqual(request.headers, { 'x-amz-log-type': 'Tail' });
  assert.equal(Buffer.from(request.body as Uint8Array).toString(), '{"a":1}');
});

test('it puts metrics of CloudWatch as JSON, as botocore prefers it', async () => {
  const request = await build('cloudwatch', 'PutMetricData', {
    Namespace: 'n',
    MetricData: [{ MetricName: 'm', Value: 1.5, Timestamp: '2024-05-01T10:20:30Z' }],
  });
  assert.equal(request.headers['x-amzn-query-mode'], 'true');
  assert.equal(
    request.body,
    '{"Namespace":"n","MetricData":[{"MetricName":"m","Value":1.5,"Timestamp":1714558830}]}',
  );
});

test('it creates a hosted zone of Route 53', async () => {
  const request = await build('route53', 'CreateHostedZone', {
    Name: 'example.com',
    CallerReference: 'c',
    HostedZoneConfig: { PrivateZone: false },
  });
  assert.equal(
    request.body,
    '<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>example.com</Name><CallerReference>c</CallerReference><HostedZoneConfig><PrivateZone>false</PrivateZone></HostedZoneConfig></CreateHostedZoneRequest>',
  );
});

async function build(id: string, name: string, input: Document) {
  const { service, operation } = await find(id, name);
  assert.deepEqual(validateInput(service, operation, input), []);
  return protocolOf(service).buildRequest(service, operation, input);
}

async function parse(id: string, name: string, body: string): Promise<Document> {
  const { service, operation } = await find(id, name);
  return protocolOf(service).parseOutput(service, operation, {
    statusCode: 200,
    headers: {},
    body: new TextEncoder().encode(body),
  });
}

async function find(id: string, name: string) {
  const service = await catalogue.service(id);
  const operation = service.operations[name];
  assert.ok(operation);
  return { service, operation };
}
