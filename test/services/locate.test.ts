// Every declared kind there and back: the ARN, the console's address and the id of an example lead to its kind again.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { wholeTemplate } from '../../src/core/resources/arnReading.ts';
import type { Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import { type Location, locate, locateAll } from '../../src/core/resources/locate.ts';
import { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { fieldsOf } from '../../src/core/resources/texts.ts';
import { declaredServices } from '../../src/services/index.ts';
import { resourceAt } from '../../src/services/registry.ts';
import { recordSession } from '../core/resources/recordedSession.ts';
import { exampleFacts, exampleOf } from './examples.ts';

const { dns: _, ...known } = exampleFacts;

for (const kinds of declaredServices) {
  for (const [name, kind] of Object.entries(kinds.kinds)) {
    const { identifiers, arn } = exampleOf(kinds, kind);
    const expected = { service: kinds.service, kind: name, identifiers };
    if (arn !== undefined && isWhole(kinds, kind, kind.arn, kind.arnPattern)) {
      test(`${kinds.service} ${name} is found by its ARN`, () => assertFound(arn, expected));
    }
    if (isWhole(kinds, kind, kind.consoleUrl)) {
      test(`${kinds.service} ${name} is found by its page of the console`, () => {
        assertFound(consoleUrlOf(kinds, name, identifiers), expected);
      });
    }
    if (kind.idPattern !== undefined && kind.identifiers.length === 1) {
      test(`${kinds.service} ${name} is found by its id`, () => {
        assertFound(Object.values(identifiers)[0] ?? '', expected);
      });
    }
  }
}

/** True where one of these templates has all identifiers, and those of which it has only the last part can be told. */
function isWhole(kinds: ServiceKinds, kind: Kind, ...texts: readonly (string | undefined)[]) {
  const fields = texts.flatMap((one) => (one === undefined ? [] : fieldsOf(one)));
  const isThere = (name: string) =>
    fields.some(
      (field) =>
        field.name === name && (!field.filters.includes('last') || wholeTemplate(kinds, name)),
    );
  return texts.some((one) => one !== undefined) && kind.identifiers.every(isThere);
}

function consoleUrlOf(kinds: ServiceKinds, name: string, identifiers: Record<string, string>) {
  const { session } = recordSession({}, { knownAccount: known.account });
  const place = { session, kinds, kindsOf: () => kinds, services: declaredServices };
  const resource = new ServiceResource(place).get(name, identifiers);
  const members = fieldsOf(kinds.kinds[name]?.consoleUrl ?? '@').map((field) => [field.name, 'x2']);
  resource.take(Object.fromEntries(members));
  return resource.consoleUrl ?? '';
}

/** The best guess, or as good as it: a few kinds have the ARNs or pages of others, such as two sorts of alarms. */
function assertFound(text: string, expected: Pick<Location, 'service' | 'kind' | 'identifiers'>) {
  const all = locateAll(text, declaredServices, known);
  const found = all.map(({ service, kind, identifiers }) => ({ service, kind, identifiers }));
  const values = Object.values(found[0]?.identifiers ?? {});
  const twins = found.filter(({ identifiers }) =>
    isDeepStrictEqual(Object.values(identifiers), values),
  );
  const twin = twins.find(({ service, kind }) =>
    isDeepStrictEqual([service, kind], namesOf(expected)),
  );
  assert.deepEqual(twin ?? found[0], expected, text);
}

function namesOf({ service, kind }: Pick<Location, 'service' | 'kind'>) {
  return [service, kind];
}

describe('a text', () => {
  /** Text, kind, identifiers and region. */
  const cases: readonly (readonly [string, string, Record<string, string>, string | undefined])[] =
    [
      [
        'arn:aws:ec2:eu-west-1::snapshot/snap-1',
        'ec2.Snapshot',
        { SnapshotId: 'snap-1' },
        'eu-west-1',
      ],
      [
        'arn:aws:ec2:eu-west-1:123456789012:snapshot/snap-1',
        'ec2.Snapshot',
        { SnapshotId: 'snap-1' },
        'eu-west-1',
      ],
      ['arn:aws:s3:::b', 's3.Bucket', { Name: 'b' }, undefined],
      ['arn:aws:s3:::b/a/c d.txt', 's3.Object', { Bucket: 'b', Key: 'a/c d.txt' }, undefined],
      ['s3://b/a/c d.txt', 's3.Object', { Bucket: 'b', Key: 'a/c d.txt' }, undefined],
      [
        'https://my.b.s3.eu-west-1.amazonaws.com/a/c%20d.txt?X-Amz-Expires=60',
        's3.Object',
        { Bucket: 'my.b', Key: 'a/c d.txt' },
        'eu-west-1',
      ],
      [
        'https://s3.cn-north-1.amazonaws.com.cn/b/a/c',
        's3.Object',
        { Bucket: 'b', Key: 'a/c' },
        'cn-north-1',
      ],
      ['https://b.s3.amazonaws.com/a', 's3.Object', { Bucket: 'b', Key: 'a' }, undefined],
      ['https://b.s3.eu-west-1.amazonaws.com/', 's3.Bucket', { Name: 'b' }, 'eu-west-1'],
      ['https://s3.eu-west-1.amazonaws.com/b', 's3.Bucket', { Name: 'b' }, 'eu-west-1'],
      [
        'arn:aws-cn:sqs:cn-north-1:123456789012:q.fifo',
        'sqs.Queue',
        { QueueUrl: 'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q.fifo' },
        'cn-north-1',
      ],
      [
        'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
        'sqs.Queue',
        { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q' },
        'eu-west-1',
      ],
      [
        'https://eu-west-1.queue.amazonaws.com/123456789012/q',
        'sqs.Queue',
        { QueueUrl: 'https://eu-west-1.queue.amazonaws.com/123456789012/q' },
        'eu-west-1',
      ],
      [
        'arn:aws:ssm:eu-west-1:123456789012:parameter/app/db',
        'ssm.Parameter',
        { Name: '/app/db' },
        'eu-west-1',
      ],
      [
        'arn:aws:ssm:eu-west-1:123456789012:parameter/plain',
        'ssm.Parameter',
        { Name: 'plain' },
        'eu-west-1',
      ],
      [
        'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:*',
        'logs.LogGroup',
        { logGroupName: '/aws/lambda/f' },
        'eu-west-1',
      ],
      ['arn:aws:iam::123456789012:role/a/b/web', 'iam.Role', { RoleName: 'web' }, undefined],
      ['arn:aws:iam::123456789012:role/web', 'iam.Role', { RoleName: 'web' }, undefined],
      [
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'iam.Policy',
        { Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
        undefined,
      ],
      [
        'https://123456789012-a1b2c3.eu-west-1.console.aws.amazon.com/s3/buckets/b?tab=properties&region=eu-central-1&bucketType=general#top',
        's3.Bucket',
        { Name: 'b' },
        'eu-central-1',
      ],
      [
        'https://eu-west-1.console.aws.amazon.com/cloudwatch/home#logsV2:log-groups/log-group/$252Fa/log-events/2024$252F$255B1$255D$3Fstart$3D1',
        'logs.LogStream',
        { logGroupName: '/a', logStreamName: '2024/[1]?start=1' },
        'eu-west-1',
      ],
      [
        'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1;tab=tags',
        'ec2.Instance',
        { InstanceId: 'i-1' },
        'eu-west-1',
      ],
    ];

  for (const [text, kind, identifiers, region] of cases) {
    test(`${text} names its ${kind}`, () => {
      const found = locate(text, declaredServices);
      assert.deepEqual(
        [`${found?.service}.${found?.kind}`, found?.identifiers, found?.region],
        [kind, identifiers, region],
      );
    });
  }

  test('it names an image as a container is started from it', () => {
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
    const found = locate(`${registry}/team/app`, declaredServices);
    assert.deepEqual(
      [found?.kind, found?.identifiers, found?.account],
      ['Repository', { repositoryName: 'team/app' }, '123456789012'],
    );
  });

  test('it names nothing where it is no ARN, address or id', () => {
    const texts = [
      '',
      'hello',
      'arn:',
      'arn:aws:s3',
      'https://example.com/',
      'https://[',
      '%',
      '::::::',
    ];
    for (const text of texts) assert.equal(locate(text, declaredServices), undefined, text);
  });

  test('it tells partition, region and account as far as the text does', () => {
    const bucket = locate('arn:aws:s3:::b', declaredServices, known);
    assert.deepEqual(
      [bucket?.partition, bucket?.region, bucket?.account],
      ['aws', undefined, undefined],
    );
    const page = locate(
      'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/b?region=us-gov-west-1',
      declaredServices,
    );
    assert.deepEqual([page?.partition, page?.region], ['aws-us-gov', 'us-gov-west-1']);
  });

  test('it becomes a resource in its own region, without a call', async () => {
    const { session, calls } = recordSession({});
    const volume = await resourceAt(session, ' arn:aws:ec2:ap-south-1:123456789012:volume/vol-1\n');
    assert.deepEqual([volume?.path, volume?.region], ['ec2.Volume(VolumeId=vol-1)', 'ap-south-1']);
    assert.equal(await resourceAt(session, 'nothing'), undefined);
    assert.deepEqual(calls, []);
  });
});
