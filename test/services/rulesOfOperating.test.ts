// What has to be known of the services one watches and operates others with. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serviceResource } from '../../src/services/registry.ts';
import { type Answers, recordSession } from '../core/resources/recordedSession.ts';
import { list } from './listed.ts';

describe('ssm', () => {
  test("it lists the account's own documents, not hundreds of AWS's", async () => {
    const { calls } = await list('ssm', (ssm) => ssm.collection('Documents'), {
      'ssm.ListDocuments': () => ({}),
    });
    assert.deepEqual(calls, [
      'ssm.ListDocuments(eu-west-1) {"Filters":[{"Key":"Owner","Values":["Self"]}]}',
    ]);
  });

  test('it lists parameters without their values', async () => {
    const { calls } = await list('ssm', (ssm) => ssm.collection('Parameters'), {
      'ssm.DescribeParameters': () => ({}),
    });
    assert.match(calls.join(), /^ssm\.DescribeParameters\(eu-west-1\) [^(]*$/);
  });
});

describe('a machine', () => {
  const ec2 = 'i-0abcdef1234567890';
  const elsewhere = 'mi-0abcdef1234567890';

  /** What a reference of a resource with these attributes leads to. */
  async function followed(
    service: string,
    [kind, identifiers]: readonly [string, Readonly<Record<string, string>>],
    answers: Answers,
  ): Promise<readonly string[]> {
    const { session } = recordSession(answers);
    const resource = (await serviceResource(session, service)).get(kind, identifiers);
    const found = await resource.follow('Instance');
    return found.map((one) => `${one.service}.${one.kind} ${one.id}`);
  }

  test('it is an instance of EC2 to Systems Manager only by the id of one', async () => {
    for (const [InstanceId, expected] of [
      [ec2, [`ec2.Instance ${ec2}`]],
      [elsewhere, []],
    ] as const) {
      const found = await followed('ssm', ['ManagedInstance', { InstanceId }], {});
      assert.deepEqual(found, expected);
    }
  });

  test('it is one of Systems Manager to ECS where it is outside of EC2', async () => {
    const identifiers = { clusterArn: 'arn:c', containerInstanceArn: 'arn:i' };
    for (const [ec2InstanceId, expected] of [
      [ec2, `ec2.Instance ${ec2}`],
      [elsewhere, `ssm.ManagedInstance ${elsewhere}`],
    ] as const) {
      const found = await followed('ecs', ['ContainerInstance', identifiers], {
        'ecs.DescribeContainerInstances': () => ({ containerInstances: [{ ec2InstanceId }] }),
      });
      assert.deepEqual(found, [expected]);
    }
  });

  test('it is an instance of EC2 to CodeDeploy only by the ARN of one', async () => {
    const identifiers = { deploymentId: 'd-1', targetId: 't' };
    for (const [targetArn, expected] of [
      [`arn:aws:ec2:eu-west-1:123456789012:instance/${ec2}`, [`ec2.Instance ${ec2}`]],
      ['arn:aws:codedeploy:eu-west-1:123456789012:instance/rack-7', []],
    ] as const) {
      const found = await followed('codedeploy', ['DeploymentTarget', identifiers], {
        'codedeploy.GetDeploymentTarget': () => ({
          deploymentTarget: { instanceTarget: { targetArn } },
        }),
      });
      assert.deepEqual(found, expected);
    }
  });
});

describe('cloudwatch', () => {
  test('it lists composite alarms, which AWS leaves out where they are not asked for', async () => {
    const { items, calls } = await list(
      'cloudwatch',
      (cloudwatch) => cloudwatch.collection('CompositeAlarms'),
      {
        'cloudwatch.DescribeAlarms': () => ({
          MetricAlarms: [{ AlarmName: 'metric' }],
          CompositeAlarms: [{ AlarmName: 'composite' }],
        }),
      },
    );
    assert.match(calls[0] ?? '', /"AlarmTypes":\["CompositeAlarm"\]/);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['composite'],
    );
  });
});

describe('s3control', () => {
  test('it gives the account, which the listing requires', async () => {
    const { calls } = await list('s3control', (s3control) => s3control.collection('AccessPoints'), {
      's3control.ListAccessPoints': () => ({}),
    });
    assert.deepEqual(calls, [
      'account',
      's3control.ListAccessPoints(eu-west-1) {"AccountId":"123456789012"}',
    ]);
  });
});
