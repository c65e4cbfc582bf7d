import type { Call } from '../account.ts';

/** Alarms with a topic they tell, the metric they watch, and a dashboard of it. */
export async function seedMonitoring(call: Call): Promise<void> {
  const metric = { Namespace: 'Meadow/Shop', MetricName: 'OrdersFailed' };
  const Dimensions = [{ Name: 'Shop', Value: 'web' }];
  await call('cloudwatch', 'PutMetricData', {
    Namespace: metric.Namespace,
    MetricData: [{ MetricName: metric.MetricName, Dimensions, Value: 3, Unit: 'Count' }],
  });
  const alarm = { ...metric, Dimensions, Statistic: 'Sum', Period: 300, EvaluationPeriods: 1 };
  for (const [AlarmName, Threshold] of Object.entries({ 'orders-failing': 2, 'shop-down': 50 })) {
    await call('cloudwatch', 'PutMetricAlarm', {
      ...alarm,
      AlarmName,
      Threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:alarms'],
    });
  }
  await call('cloudwatch', 'PutDashboard', {
    DashboardName: 'shop',
    DashboardBody: JSON.stringify(dashboard),
  });
}

const dashboard = {
  widgets: [
    {
      type: 'metric',
      x: 0,
      y: 0,
      width: 12,
      height: 6,
      properties: {
        metrics: [['Meadow/Shop', 'OrdersFailed', 'Shop', 'web']],
        region: 'eu-west-1',
        title: 'Failed orders',
      },
    },
  ],
};
