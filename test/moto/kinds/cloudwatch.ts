import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const notInMoto = 'moto does not have the operation.';
const watching = {
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
};
const day = { StartTime: '2024-05-01T00:00:00Z', EndTime: '2024-05-02T00:00:00Z' };

/** A metric that has a value, so that AWS lists it. */
async function makeMetric(stage: Stage) {
  const metric = stage.service.get('Metric', {
    Namespace: stage.unique('shop'),
    MetricName: 'Orders',
  });
  await stage.act(metric, 'PutData', { Value: 1 });
  return metric;
}

export const scenarios: ServiceScenarios = {
  kinds: {
    Metric: {
      create: makeMetric,
      actions: [
        run('GetStatistics', { ...day, Period: 300, Statistics: ['Sum'] }, { Label: 'Orders' }),
        run('PutAlarm', (stage) => ({ ...watching, AlarmName: stage.unique('alarm') })),
      ],
      children: { Alarms: 1 },
    },
    Alarm: {
      create: async (stage) =>
        stage.make(await makeMetric(stage), 'PutAlarm', {
          ...watching,
          AlarmName: stage.unique('alarm'),
          AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:alarms'],
        }),
      loaded: { MetricName: 'Orders' },
      actions: [
        run('SetState', { StateValue: 'ALARM', StateReason: 'a test' }),
        run('GetData', (_, { attributes }) => ({
          ...day,
          MetricDataQueries: [
            {
              Id: 'orders',
              MetricStat: {
                Metric: { Namespace: attributes?.Namespace, MetricName: 'Orders' },
                Period: 300,
                Stat: 'Sum',
              },
            },
          ],
        })),
      ],
      references: { Metric: 1, AlarmActions: 1 },
      waits: ['Exists'],
    },
    Dashboard: {
      create: (stage) =>
        stage.make(stage.service, 'CreateDashboard', {
          DashboardName: stage.unique('shop'),
          DashboardBody: '{"widgets":[]}',
        }),
      loaded: { DashboardBody: '{"widgets":[]}' },
      actions: [run('Put', { DashboardBody: '{"widgets":[],"start":"-PT1H"}' })],
    },
  },
  unserved: {
    CompositeAlarm: notInMoto,
    AlarmHistoryItem: notInMoto,
    'Alarm.History': notInMoto,
    'Alarm.DescribeHistory': notInMoto,
    'Alarm.EnableActions': notInMoto,
    'Alarm.DisableActions': notInMoto,
    'Metric.WidgetImage': notInMoto,
  },
};
