import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { ServiceKinds } from '../../src/core/resources/kind.ts';
import { ask, data, identifier, requested } from '../../src/core/resources/sources.ts';
import type { BotoService } from '../../tools/parity/boto3.ts';
import { compareService, keyOf } from '../../tools/parity/compare.ts';

const theirs: BotoService = {
  service: { has: {}, hasMany: {} },
  resources: {
    Metric: {
      identifiers: [{ name: 'Namespace' }, { name: 'Name', memberName: 'MetricName' }],
      actions: {
        PutAlarm: {
          request: {
            operation: 'PutMetricAlarm',
            params: [
              { target: 'Namespace', source: 'identifier', name: 'Namespace' },
              { target: 'MetricName', source: 'identifier', name: 'Name' },
            ],
          },
          resource: {
            type: 'Alarm',
            identifiers: [{ target: 'Name', source: 'requestParameter', path: 'AlarmName' }],
          },
        },
      },
    },
    Alarm: {
      identifiers: [{ name: 'Name', memberName: 'AlarmName' }],
      load: {
        request: {
          operation: 'DescribeAlarms',
          params: [{ target: 'AlarmNames[0]', source: 'identifier', name: 'Name' }],
        },
        path: 'MetricAlarms[0]',
      },
      batchActions: {
        Delete: {
          request: {
            operation: 'DeleteAlarms',
            params: [{ target: 'AlarmNames[]', source: 'identifier', name: 'Name' }],
          },
        },
      },
      has: {
        Metric: {
          resource: {
            type: 'Metric',
            identifiers: [
              { target: 'Namespace', source: 'data', path: 'Namespace' },
              { target: 'Name', source: 'data', path: 'MetricName' },
            ],
          },
        },
      },
    },
  },
};

const ofMetric = { MetricName: identifier('MetricName'), Namespace: identifier('Namespace') };
const ofAlarm = { AlarmNames: [identifier('AlarmName')] };

const ours = {
  service: 'cloudwatch',
  title: 'CloudWatch',
  icon: 'graph',
  collections: {},
  kinds: {
    Alarm: {
      identifiers: ['AlarmName'],
      icon: 'bell',
      load: { operation: 'DescribeAlarms', params: ofAlarm, path: 'MetricAlarms[0]' },
      actions: {
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteAlarms',
          params: { AlarmNames: [data('AlarmName')] },
          batch: { size: 100 },
        },
      },
      has: {
        Metric: {
          member: 'MetricName',
          kind: 'Metric',
          identifiers: { Namespace: data('Namespace') },
        },
      },
    },
    Metric: {
      identifiers: ['Namespace', 'MetricName'],
      icon: 'graph',
      actions: {
        PutAlarm: {
          title: 'Create Alarm',
          risk: 'W',
          operation: 'PutMetricAlarm',
          params: { ...ofMetric, AlarmName: ask('AlarmName') },
          result: { kind: 'Alarm', identifiers: { AlarmName: requested('AlarmName') } },
        },
      },
    },
  },
} satisfies ServiceKinds;

describe('the comparison with boto3', () => {
  test('it sees the same in what is said in other words', async () => {
    assert.deepEqual(await faultsOf(ours), []);
  });

  test('it tells every part that is missing', async () => {
    assert.deepEqual(await faultsOf({ ...ours, kinds: { Alarm: bare } }), [
      'cloudwatch sub-resource Metric is no kind',
      'cloudwatch.Metric identifiers is no kind',
      'cloudwatch.Metric action PutAlarm is missing: PutMetricAlarm',
      'cloudwatch.Alarm load is missing: DescribeAlarms',
      'cloudwatch.Alarm batch action Delete is missing: DeleteAlarms',
      'cloudwatch.Alarm reference Metric is missing: Metric, Name from data MetricName, Namespace from data Namespace',
    ]);
  });

  test('it tells what a part does differently', async () => {
    const { Alarm, Metric } = ours.kinds;
    const { PutAlarm } = Metric.actions;
    const params = { ...PutAlarm.params, Statistic: ask('Statistic') };
    const changed = {
      Alarm: {
        ...Alarm,
        load: { ...Alarm.load, params: {} },
        actions: { Delete: { ...Alarm.actions.Delete, operation: 'DisableAlarmActions' } },
        has: { Metric: { ...Alarm.has.Metric, identifiers: {} } },
      },
      Metric: { ...Metric, actions: { PutAlarm: { ...PutAlarm, params } } },
    };
    assert.deepEqual(await faultsOf({ ...ours, kinds: changed }), [
      'cloudwatch.Metric action PutAlarm requires Statistic, which PutMetricAlarm does not',
      'cloudwatch.Alarm load takes nothing, not AlarmNames[0] from identifier AlarmName',
      'cloudwatch.Alarm batch action Delete calls DisableAlarmActions, not DeleteAlarms',
      'cloudwatch.Alarm reference Metric takes MetricName from data MetricName, not MetricName from data MetricName, Namespace from data Namespace',
    ]);
  });
});

const bare = { identifiers: ['AlarmName'], icon: 'bell' };

async function faultsOf(kinds: ServiceKinds): Promise<readonly string[]> {
  const model = await openCatalogue().service('cloudwatch');
  const parts = compareService('cloudwatch', theirs, kinds, model);
  return parts.flatMap((part) => (part.fault ? [`${keyOf(part)} ${part.fault}`] : []));
}
