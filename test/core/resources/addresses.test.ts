// ARNs and console URLs of declared kinds, by partition.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseArn } from '../../../src/core/resources/arn.ts';
import { serviceResource } from '../../../src/services/registry.ts';
import { recordSession } from './recordedSession.ts';

const stackId = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/app/1';

/** Service, kind, identifiers; then ARN and console URL. */
const addresses: readonly (readonly [
  string,
  string,
  Record<string, string>,
  string | undefined,
  string | undefined,
])[] = [
  [
    's3',
    'Object',
    { Bucket: 'b', Key: 'a/b c.txt' },
    'arn:aws:s3:::b/a/b c.txt',
    'https://eu-west-1.console.aws.amazon.com/s3/object/b?region=eu-west-1&prefix=a%2Fb%20c.txt',
  ],
  [
    'ec2',
    'Instance',
    { InstanceId: 'i-1' },
    'arn:aws:ec2:eu-west-1:123456789012:instance/i-1',
    'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1',
  ],
  [
    'ec2',
    'Snapshot',
    { SnapshotId: 'snap-1' },
    'arn:aws:ec2:eu-west-1::snapshot/snap-1',
    'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#SnapshotDetails:snapshotId=snap-1',
  ],
  [
    'sqs',
    'Queue',
    { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/q' },
    'arn:aws:sqs:eu-west-1:123456789012:q',
    'https://eu-west-1.console.aws.amazon.com/sqs/v3/home?region=eu-west-1#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F1%2Fq',
  ],
  [
    'logs',
    'LogStream',
    { logGroupName: '/aws/lambda/f', logStreamName: '2024/[1]' },
    'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:log-stream:2024/[1]',
    'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Ff/log-events/2024$252F$255B1$255D',
  ],
  [
    'ssm',
    'Parameter',
    { Name: '/app/db' },
    'arn:aws:ssm:eu-west-1:123456789012:parameter/app/db',
    'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/%252Fapp%252Fdb/description?region=eu-west-1&tab=Table',
  ],
  [
    'ssm',
    'Parameter',
    { Name: 'plain' },
    'arn:aws:ssm:eu-west-1:123456789012:parameter/plain',
    'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/plain/description?region=eu-west-1&tab=Table',
  ],
  [
    'iam',
    'Policy',
    { Arn: 'arn:aws:iam::1:policy/p' },
    'arn:aws:iam::1:policy/p',
    'https://us-east-1.console.aws.amazon.com/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3A1%3Apolicy%2Fp',
  ],
  [
    'ecs',
    'Service',
    {
      clusterArn: 'arn:aws:ecs:eu-west-1:1:cluster/c',
      serviceArn: 'arn:aws:ecs:eu-west-1:1:service/c/web',
    },
    'arn:aws:ecs:eu-west-1:1:service/c/web',
    'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/c/services/web/health?region=eu-west-1',
  ],
  ['cloudformation', 'Stack', { StackName: 'app' }, stackId, undefined],
  ['dynamodb', 'Item', { TableName: 't', Key: '{}' }, undefined, undefined],
];

const answers = {
  's3.GetBucketLocation': () => ({ LocationConstraint: 'eu-west-1' }),
  'cloudformation.DescribeStacks': () => ({ Stacks: [{ StackId: stackId }] }),
};

describe('the addresses of a resource', () => {
  for (const [service, kind, identifiers, arn, consoleUrl] of addresses) {
    test(`it has those of ${service} ${kind} ${Object.values(identifiers).at(-1)}`, async () => {
      const { session } = recordSession(answers);
      const resource = (await serviceResource(session, service)).get(kind, identifiers);
      if (service === 's3') await resource.callRegion();
      assert.equal(resource.consoleUrl, consoleUrl);
      assert.equal(await resource.arn(), arn);
    });
  }

  test('it asks for the account only where the ARN has it', async () => {
    const { session, calls } = recordSession({});
    const s3 = await serviceResource(session, 's3');
    await s3.get('Bucket', { Name: 'b' }).arn();
    assert.deepEqual(calls, []);
    const kms = await serviceResource(session, 'kms');
    await kms.get('Key', { KeyId: 'k' }).arn();
    assert.deepEqual(calls, ['account']);
  });

  test('it describes a resource whose ARN only AWS knows', async () => {
    const { session } = recordSession(answers);
    const stack = (await serviceResource(session, 'cloudformation')).get('Stack', {
      StackName: 'app',
    });
    assert.equal(await stack.arn(), stackId);
    assert.equal(
      stack.consoleUrl,
      'https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacks/stackinfo' +
        '?stackId=arn%3Aaws%3Acloudformation%3Aeu-west-1%3A123456789012%3Astack%2Fapp%2F1',
    );
  });

  for (const [partition, region, user, function_] of [
    ['aws', 'eu-west-1', 'us-east-1.console.aws.amazon.com', 'eu-west-1.console.aws.amazon.com'],
    [
      'aws-cn',
      'cn-northwest-1',
      'cn-north-1.console.amazonaws.cn',
      'cn-northwest-1.console.amazonaws.cn',
    ],
    [
      'aws-us-gov',
      'us-gov-east-1',
      'us-gov-west-1.console.amazonaws-us-gov.com',
      'us-gov-east-1.console.amazonaws-us-gov.com',
    ],
    [
      'aws-eusc',
      'eusc-de-east-1',
      'eusc-de-east-1.console.amazonaws-eusc.eu',
      'eusc-de-east-1.console.amazonaws-eusc.eu',
    ],
    ['aws-iso', 'us-iso-east-1', undefined, undefined],
  ] as const) {
    test(`it stays in ${partition}`, async () => {
      const { session } = recordSession({}, { partition, region });
      const iam = (await serviceResource(session, 'iam')).get('User', { UserName: 'u' });
      const lambda = (await serviceResource(session, 'lambda')).get('Function', {
        FunctionName: 'f',
      });
      const bucket = (await serviceResource(session, 's3')).get('Bucket', { Name: 'b' });
      const hosts = [iam, lambda].map(({ consoleUrl }) => consoleUrl && new URL(consoleUrl).host);
      assert.deepEqual(hosts, [user, function_]);
      assert.equal(await bucket.arn(), `arn:${partition}:s3:::b`);
    });
  }

  test('it has no console URL without a region', async () => {
    const { session } = recordSession({}, { region: undefined });
    const lambda = await serviceResource(session, 'lambda');
    assert.equal(lambda.get('Function', { FunctionName: 'f' }).consoleUrl, undefined);
  });
});

describe('parseArn', () => {
  test('it keeps colons and slashes in the resource', () => {
    assert.deepEqual(parseArn('arn:aws-cn:logs:cn-north-1:1:log-group:/a:*'), {
      partition: 'aws-cn',
      service: 'logs',
      region: 'cn-north-1',
      account: '1',
      resource: 'log-group:/a:*',
    });
    assert.equal(parseArn('arn:aws:s3:::b/k')?.resource, 'b/k');
  });

  test('it gives nothing for other text', () => {
    for (const text of ['', 'i-1', 'arn:aws:s3', 'arn:aws:s3:::', 'https://a:b:c:d:e']) {
      assert.equal(parseArn(text), undefined);
    }
  });
});
