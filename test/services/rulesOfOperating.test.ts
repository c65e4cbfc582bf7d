// What has to be known of the services one watches and operates others with. One `describe` a service.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
