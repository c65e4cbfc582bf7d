import type { ActionRule, CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { askOptional, data, identifier, requested } from '../core/resources/sources.ts';
import { act, asks, list, offers, to } from './rules.ts';

const ofAlarm = { AlarmName: identifier('AlarmName') };
const ofAlarms = { AlarmNames: [identifier('AlarmName')] };
const ofDashboard = { DashboardName: identifier('DashboardName') };
const ofMetric = { Namespace: identifier('Namespace'), MetricName: identifier('MetricName') };
/** Metrics of one name differ in their dimensions, which only a listed one has. */
const ofListedMetric = { ...ofMetric, Dimensions: data('Dimensions') };

const metricAlarms = ['Alarm', 'MetricAlarms[]', { AlarmName: 'AlarmName' }] as const;
const compositeAlarms = [
  'CompositeAlarm',
  'CompositeAlarms[]',
  { AlarmName: 'AlarmName' },
] as const;

const history: CollectionRule = list(
  'History',
  'DescribeAlarmHistory',
  { ...ofAlarm, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
  [
    'AlarmHistoryItem',
    'AlarmHistoryItems[]',
    { AlarmName: 'AlarmName', HistoryItemType: 'HistoryItemType' },
  ],
);

const alarmActions: Readonly<Record<string, ActionRule>> = {
  SetState: act('Set State', 'D', 'SetAlarmState', {
    ...ofAlarm,
    ...asks('StateValue', 'StateReason'),
  }),
  EnableActions: {
    ...act('Enable Actions', 'W', 'EnableAlarmActions', ofAlarms),
    batch: { size: 100 },
  },
  DisableActions: {
    ...act('Disable Actions', 'D', 'DisableAlarmActions', ofAlarms),
    batch: { size: 100 },
  },
  DescribeHistory: act('Show History', 'R', 'DescribeAlarmHistory', ofAlarm),
};

/** What both kinds of alarms have alike. */
const alarm = {
  identifiers: ['AlarmName'],
  state: 'StateValue',
  icon: {
    by: 'StateValue',
    values: { ALARM: 'bell-dot', INSUFFICIENT_DATA: 'bell-slash' },
    otherwise: 'bell',
  },
  arn: 'AlarmArn',
  arnPattern: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}',
  consoleUrl: '{c}/cloudwatch/home?region={region}#alarmsV2:alarm/{AlarmName}',
} satisfies Partial<Kind>;

/** Topics, scaling policies, functions and more: only the ARN tells. */
const notified = {
  AlarmActions: to('AlarmActions[]'),
  OKActions: to('OKActions[]'),
  InsufficientDataActions: to('InsufficientDataActions[]'),
};

const metricAlarm: Kind = {
  ...alarm,
  description: ['StateValue', 'Namespace', 'MetricName'],
  columns: [
    ['Name', 'AlarmName'],
    ['State', 'StateValue'],
    ['Reason', 'StateReason'],
    ['Metric', '{Namespace} {MetricName}'],
    ['Condition', '{ComparisonOperator} {Threshold}'],
    ['Actions enabled', '{ActionsEnabled|if:yes/no}'],
    ['Description', 'AlarmDescription'],
    ['Changed', 'StateUpdatedTimestamp'],
  ],
  load: { operation: 'DescribeAlarms', params: ofAlarms, path: 'MetricAlarms[0]' },
  collections: { History: history },
  actions: {
    ...alarmActions,
    GetData: act(
      'Show Metric Data',
      'R',
      'GetMetricData',
      asks('MetricDataQueries', 'StartTime', 'EndTime'),
    ),
    Delete: { ...act('Delete', 'X', 'DeleteAlarms', ofAlarms), batch: { size: 100 } },
  },
  waiters: { Exists: { waiter: 'AlarmExists', params: ofAlarms } },
  has: {
    Metric: {
      member: 'MetricName',
      kind: 'Metric',
      identifiers: { Namespace: data('Namespace') },
    },
    ...notified,
  },
};

const compositeAlarm: Kind = {
  ...alarm,
  description: ['StateValue', 'AlarmDescription'],
  columns: [
    ['Name', 'AlarmName'],
    ['State', 'StateValue'],
    ['Reason', 'StateReason'],
    ['Rule', 'AlarmRule'],
    ['Actions enabled', '{ActionsEnabled|if:yes/no}'],
    ['Suppressed by', 'ActionsSuppressedBy'],
    ['Description', 'AlarmDescription'],
    ['Changed', 'StateUpdatedTimestamp'],
  ],
  load: {
    operation: 'DescribeAlarms',
    params: { ...ofAlarms, AlarmTypes: ['CompositeAlarm'] },
    path: 'CompositeAlarms[0]',
  },
  collections: {
    Children: {
      ...list(
        'Alarms',
        'DescribeAlarms',
        { ChildrenOfAlarmName: identifier('AlarmName') },
        metricAlarms,
      ),
      items: [metricAlarms, compositeAlarms].map(([kind, path, identifiers]) => ({
        kind,
        path,
        identifiers,
      })),
    },
    History: history,
  },
  actions: {
    ...alarmActions,
    // AWS deletes one composite alarm a call, and it must be the last that names its children.
    Delete: act('Delete', 'X', 'DeleteAlarms', ofAlarms),
  },
  waiters: { Exists: { waiter: 'CompositeAlarmExists', params: ofAlarms } },
  has: { ...notified, ActionsSuppressor: to('ActionsSuppressor', 'Alarm') },
};

const alarmHistoryItem: Kind = {
  identifiers: ['AlarmName', 'HistoryItemType'],
  // AWS gives its items no names, and may write several of a type in one second.
  distinguishedBy: ['Timestamp', 'HistorySummary', 'HistoryData'],
  label: ['HistorySummary', 'HistoryItemType'],
  description: ['{Timestamp|date}', 'HistoryItemType'],
  columns: [
    ['Time', 'Timestamp'],
    ['Type', 'HistoryItemType'],
    ['Summary', 'HistorySummary'],
    ['Alarm', 'AlarmName'],
    ['Alarm type', 'AlarmType'],
  ],
  icon: 'history',
};

const metric: Kind = {
  identifiers: ['Namespace', 'MetricName'],
  distinguishedBy: ['Dimensions[].Name', 'Dimensions[].Value'],
  label: ['MetricName'],
  description: ['Namespace', 'Dimensions[].Value'],
  columns: [
    ['Metric', 'MetricName'],
    ['Namespace', 'Namespace'],
    ['Dimensions', 'Dimensions[].Name'],
    ['Values', 'Dimensions[].Value'],
  ],
  icon: 'graph-line',
  collections: {
    Alarms: list('Alarms', 'DescribeAlarmsForMetric', ofListedMetric, metricAlarms),
  },
  actions: {
    GetStatistics: act('Show Statistics', 'R', 'GetMetricStatistics', {
      ...ofListedMetric,
      ...asks('StartTime', 'EndTime', 'Period'),
      ...offers('Statistics'),
    }),
    WidgetImage: act('Show Graph', 'R', 'GetMetricWidgetImage', asks('MetricWidget')),
    PutAlarm: {
      ...act('Create Alarm', 'W', 'PutMetricAlarm', {
        ...ofListedMetric,
        ...asks('AlarmName'),
        ...offers('Statistic', 'Period', 'EvaluationPeriods', 'Threshold', 'ComparisonOperator'),
      }),
      result: { kind: 'Alarm', identifiers: { AlarmName: requested('AlarmName') } },
    },
    PutData: act('Put Data', 'W', 'PutMetricData', {
      Namespace: identifier('Namespace'),
      MetricData: [{ MetricName: identifier('MetricName'), Value: askOptional('Value') }],
    }),
  },
  usedBy: ['Alarms'],
};

const dashboard: Kind = {
  identifiers: ['DashboardName'],
  description: ['{LastModified|date}'],
  columns: [
    ['Name', 'DashboardName'],
    ['Size', '{Size|size}'],
    ['Changed', 'LastModified'],
  ],
  icon: 'dashboard',
  arn: 'DashboardArn',
  arnPattern: 'arn:{partition}:cloudwatch::{account}:dashboard/{DashboardName}',
  consoleUrl: '{c}/cloudwatch/home?region={region}#dashboards/dashboard/{DashboardName}',
  load: { operation: 'GetDashboard', params: ofDashboard },
  actions: {
    Put: act('Replace', 'D', 'PutDashboard', { ...ofDashboard, ...asks('DashboardBody') }),
    Delete: {
      ...act('Delete', 'X', 'DeleteDashboards', {
        DashboardNames: [identifier('DashboardName')],
      }),
      batch: { size: 100 },
    },
  },
};

export const cloudwatch: ServiceKinds = {
  service: 'cloudwatch',
  title: 'CloudWatch',
  icon: 'graph',
  collections: {
    Alarms: { ...list('Alarms', 'DescribeAlarms', {}, metricAlarms), pageSize: 100 },
    // Without the type, composite alarms are left out.
    CompositeAlarms: {
      ...list(
        'Composite Alarms',
        'DescribeAlarms',
        { AlarmTypes: ['CompositeAlarm'] },
        compositeAlarms,
      ),
      pageSize: 100,
    },
    Dashboards: list('Dashboards', 'ListDashboards', {}, [
      'Dashboard',
      'DashboardEntries[]',
      { DashboardName: 'DashboardName' },
    ]),
    Metrics: list('Metrics', 'ListMetrics', {}, [
      'Metric',
      'Metrics[]',
      { Namespace: 'Namespace', MetricName: 'MetricName' },
    ]),
  },
  kinds: {
    Alarm: metricAlarm,
    CompositeAlarm: compositeAlarm,
    AlarmHistoryItem: alarmHistoryItem,
    Dashboard: dashboard,
    Metric: metric,
  },
  actions: {
    CreateDashboard: {
      ...act('Create Dashboard', 'W', 'PutDashboard', asks('DashboardName', 'DashboardBody')),
      result: { kind: 'Dashboard', identifiers: { DashboardName: requested('DashboardName') } },
    },
  },
};
