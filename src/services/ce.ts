import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, daysAgo, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usEast1OrNingxia } from './scopes.ts';

const ofMonitor = { MonitorArn: identifier('MonitorArn') };
const ofSubscription = { SubscriptionArn: identifier('SubscriptionArn') };
const ofCategory = { CostCategoryArn: identifier('CostCategoryArn') };
const arn = 'arn:{partition}:ce::{account}';

const costs = 'AWS charges USD 0.01 for each call of Cost Explorer.';

function subscriptions(params: Params): CollectionRule {
  return {
    ...list('Anomaly Subscriptions', 'GetAnomalySubscriptions', params, [
      'AnomalySubscription',
      'AnomalySubscriptions[]',
      { SubscriptionArn: 'SubscriptionArn' },
    ]),
    note: costs,
  };
}

const getCosts = act('Show Costs (USD 0.01)', 'R', 'GetCostAndUsage', {
  TimePeriod: ask('TimePeriod'),
  Granularity: ask('Granularity'),
  Metrics: ask('Metrics'),
  GroupBy: askOptional('GroupBy'),
});

const getResourceCosts = act(
  'Show Costs by Resource (USD 0.01)',
  'R',
  'GetCostAndUsageWithResources',
  {
    TimePeriod: ask('TimePeriod'),
    Granularity: ask('Granularity'),
    Filter: ask('Filter'),
    GroupBy: askOptional('GroupBy'),
  },
);

export const ce: ServiceKinds = {
  service: 'ce',
  title: 'Cost Explorer',
  icon: 'graph',
  scope: usEast1OrNingxia,
  collections: {
    AnomalyMonitors: {
      ...list('Anomaly Monitors', 'GetAnomalyMonitors', {}, [
        'AnomalyMonitor',
        'AnomalyMonitors[]',
        { MonitorArn: 'MonitorArn' },
      ]),
      note: costs,
    },
    AnomalySubscriptions: subscriptions({}),
    CostCategories: {
      ...list('Cost Categories', 'ListCostCategoryDefinitions', {}, [
        'CostCategory',
        'CostCategoryReferences[]',
        { CostCategoryArn: 'CostCategoryArn' },
      ]),
      note: costs,
    },
    CostAllocationTags: {
      ...list('Cost Allocation Tags', 'ListCostAllocationTags', {}, [
        'CostAllocationTag',
        'CostAllocationTags[]',
        { TagKey: 'TagKey' },
      ]),
      note: costs,
    },
  },
  actions: {
    GetCosts: getCosts,
    GetResourceCosts: getResourceCosts,
    GetForecast: act('Show Forecast (USD 0.01)', 'R', 'GetCostForecast', {
      TimePeriod: ask('TimePeriod'),
      Granularity: ask('Granularity'),
      Metric: ask('Metric'),
    }),
  },
  kinds: {
    AnomalyMonitor: {
      identifiers: ['MonitorArn'],
      id: '{MonitorArn|last}',
      label: ['MonitorName', '{MonitorArn|last}'],
      description: ['MonitorDimension', '{DimensionalValueCount|count:value}'],
      columns: [
        ['Type', 'MonitorType'],
        ['Dimension', 'MonitorDimension'],
        ['Values', 'DimensionalValueCount'],
        ['Created', 'CreationDate'],
        ['Last evaluated', 'LastEvaluatedDate'],
      ],
      icon: 'eye',
      arn: 'MonitorArn',
      arnPattern: `${arn}:anomalymonitor/{*}`,
      load: {
        operation: 'GetAnomalyMonitors',
        params: { MonitorArnList: [identifier('MonitorArn')] },
        path: 'AnomalyMonitors[0]',
      },
      collections: {
        // AWS keeps anomalies for ninety days, and must be told since when.
        Anomalies: {
          ...list(
            'Anomalies of 90 Days',
            'GetAnomalies',
            { ...ofMonitor, DateInterval: { StartDate: daysAgo(90) } },
            ['Anomaly', 'Anomalies[]', { AnomalyId: 'AnomalyId' }],
          ),
          note: costs,
        },
        Subscriptions: subscriptions(ofMonitor),
      },
      actions: {
        GetCosts: getCosts,
        GetResourceCosts: getResourceCosts,
        Delete: act('Delete', 'X', 'DeleteAnomalyMonitor', ofMonitor),
      },
    },
    Anomaly: {
      identifiers: ['AnomalyId'],
      label: ['DimensionValue', 'RootCauses[0].Service', 'AnomalyId'],
      description: ['{AnomalyStartDate|day}', 'USD {Impact.TotalImpact}'],
      columns: [
        ['Anomaly ID', 'AnomalyId'],
        ['From', '{AnomalyStartDate|day}'],
        ['To', '{AnomalyEndDate|day}'],
        ['Impact', 'USD {Impact.TotalImpact}'],
        ['Spent', 'USD {Impact.TotalActualSpend}'],
        ['Expected', 'USD {Impact.TotalExpectedSpend}'],
        ['Services', 'RootCauses[].Service'],
        ['Regions', 'RootCauses[].Region'],
        ['Feedback', 'Feedback'],
      ],
      icon: 'flame',
      actions: {
        GiveFeedback: act('Give Feedback', 'W', 'ProvideAnomalyFeedback', {
          AnomalyId: identifier('AnomalyId'),
          Feedback: ask('Feedback'),
        }),
      },
      has: { Monitor: to('MonitorArn', 'AnomalyMonitor') },
    },
    AnomalySubscription: {
      identifiers: ['SubscriptionArn'],
      id: '{SubscriptionArn|last}',
      label: ['SubscriptionName', '{SubscriptionArn|last}'],
      description: ['{Frequency|lower}', '{Subscribers|count:subscriber}'],
      columns: [
        ['Frequency', 'Frequency'],
        ['Subscribers', 'Subscribers[].Address'],
        ['Monitors', '{MonitorArnList|length}'],
        ['Account', 'AccountId'],
      ],
      icon: 'mail',
      arn: 'SubscriptionArn',
      arnPattern: `${arn}:anomalysubscription/{*}`,
      load: {
        operation: 'GetAnomalySubscriptions',
        params: { SubscriptionArnList: [identifier('SubscriptionArn')] },
        path: 'AnomalySubscriptions[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteAnomalySubscription', ofSubscription) },
      has: { Monitors: to('MonitorArnList[]', 'AnomalyMonitor') },
    },
    CostCategory: {
      identifiers: ['CostCategoryArn'],
      id: '{CostCategoryArn|last}',
      label: ['Name', '{CostCategoryArn|last}'],
      state: 'ProcessingStatus[0].Status',
      description: ['{NumberOfRules|count:rule}', '{EffectiveStart|day}'],
      columns: [
        ['Rules', 'NumberOfRules'],
        ['Values', 'Values'],
        ['Otherwise', 'DefaultValue'],
        ['Status', 'ProcessingStatus[0].Status'],
        ['Since', 'EffectiveStart'],
      ],
      icon: 'tag',
      arn: 'CostCategoryArn',
      arnPattern: `${arn}:costcategory/{*}`,
      load: {
        operation: 'DescribeCostCategoryDefinition',
        params: ofCategory,
        path: 'CostCategory',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteCostCategoryDefinition', ofCategory) },
    },
    CostAllocationTag: {
      identifiers: ['TagKey'],
      state: 'Status',
      description: ['Status', 'Type'],
      columns: [
        ['Status', 'Status'],
        ['Type', 'Type'],
        ['Last used', 'LastUsedDate'],
        ['Updated', 'LastUpdatedDate'],
      ],
      icon: 'tag',
      actions: {
        SetStatus: act(
          'Activate or Deactivate',
          'D',
          'UpdateCostAllocationTagsStatus',
          {
            CostAllocationTagsStatus: [{ TagKey: identifier('TagKey'), Status: ask('Status') }],
          },
          { failures: 'Errors' },
        ),
      },
    },
  },
};
