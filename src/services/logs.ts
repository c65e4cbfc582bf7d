import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofGroup = { logGroupName: identifier('logGroupName') };
const ofStream = { ...ofGroup, logStreamName: identifier('logStreamName') };
const toGroup = { kind: 'LogGroup', identifiers: ofGroup };
const ofFilter = { ...ofGroup, filterName: identifier('filterName') };
const groupArn = 'arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}';
const groupUrl =
  '{c}/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{logGroupName|cw}';

export const logs: ServiceKinds = {
  service: 'logs',
  title: 'CloudWatch Logs',
  icon: 'output',
  collections: {
    LogGroups: {
      title: 'Log Groups',
      operation: 'DescribeLogGroups',
      pageSize: 50,
      items: [
        { kind: 'LogGroup', path: 'logGroups[]', identifiers: { logGroupName: 'logGroupName' } },
      ],
    },
    QueryDefinitions: {
      ...list('Saved Queries', 'DescribeQueryDefinitions', {}, [
        'QueryDefinition',
        'queryDefinitions[]',
        { queryDefinitionId: 'queryDefinitionId' },
      ]),
      tokens: { input: 'nextToken', output: 'nextToken' },
    },
  },
  kinds: {
    LogGroup: {
      identifiers: ['logGroupName'],
      description: ['{storedBytes|size}', '{retentionInDays|count:day}'],
      columns: [
        ['Stored', '{storedBytes|size}'],
        ['Retention', '{retentionInDays|count:day}'],
        ['Class', 'logGroupClass'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'output',
      arn: groupArn,
      consoleUrl: groupUrl,
      load: {
        operation: 'DescribeLogGroups',
        params: { logGroupNamePrefix: identifier('logGroupName') },
        path: 'logGroups[]',
        match: { logGroupName: 'logGroupName' },
      },
      collections: {
        LogStreams: {
          title: 'Log Streams',
          inline: true,
          operation: 'DescribeLogStreams',
          params: { ...ofGroup, orderBy: 'LastEventTime', descending: true },
          pageSize: 50,
          items: [
            {
              kind: 'LogStream',
              path: 'logStreams[]',
              identifiers: { ...ofGroup, logStreamName: 'logStreamName' },
            },
          ],
        },
        MetricFilters: list('Metric Filters', 'DescribeMetricFilters', ofGroup, [
          'MetricFilter',
          'metricFilters[]',
          { ...ofGroup, filterName: 'filterName' },
        ]),
        SubscriptionFilters: list('Subscription Filters', 'DescribeSubscriptionFilters', ofGroup, [
          'SubscriptionFilter',
          'subscriptionFilters[]',
          { ...ofGroup, filterName: 'filterName' },
        ]),
      },
      actions: {
        FilterEvents: {
          title: 'Search Events',
          risk: 'R',
          operation: 'FilterLogEvents',
          params: {
            ...ofGroup,
            filterPattern: askOptional('filterPattern'),
            startTime: askOptional('startTime'),
          },
        },
        StartQuery: {
          title: 'Start Query (Costs per Byte Scanned)',
          risk: 'R',
          operation: 'StartQuery',
          params: {
            ...ofGroup,
            queryString: ask('queryString'),
            startTime: ask('startTime'),
            endTime: ask('endTime'),
          },
        },
        StartLiveTail: act('Tail (Costs per Minute)', 'R', 'StartLiveTail', {
          logGroupIdentifiers: [data('logGroupArn')],
        }),
        PutRetention: {
          title: 'Set Retention',
          risk: 'D',
          operation: 'PutRetentionPolicy',
          params: { ...ofGroup, retentionInDays: ask('retentionInDays') },
        },
        Export: {
          title: 'Export to S3',
          risk: 'W',
          operation: 'CreateExportTask',
          params: {
            ...ofGroup,
            from: ask('from'),
            to: ask('to'),
            destination: ask('destination'),
          },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteLogGroup', params: ofGroup },
      },
      has: { KmsKey: to('kmsKeyId', 'kms.Key') },
    },
    LogStream: {
      identifiers: ['logGroupName', 'logStreamName'],
      description: ['{lastEventTimestamp|date}'],
      columns: [
        ['First event', '{firstEventTimestamp|date}'],
        ['Last event', '{lastEventTimestamp|date}'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'note',
      arn: `${groupArn}:log-stream:{logStreamName}`,
      consoleUrl: `${groupUrl}/log-events/{logStreamName|cw}`,
      load: {
        operation: 'DescribeLogStreams',
        params: { ...ofGroup, logStreamNamePrefix: identifier('logStreamName') },
        path: 'logStreams[]',
        match: { logStreamName: 'logStreamName' },
      },
      actions: {
        GetEvents: {
          title: 'Show Events',
          risk: 'R',
          operation: 'GetLogEvents',
          params: { ...ofStream, startFromHead: true },
        },
        FilterEvents: {
          title: 'Search Events',
          risk: 'R',
          operation: 'FilterLogEvents',
          params: { ...ofGroup, logStreamNames: [identifier('logStreamName')] },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteLogStream', params: ofStream },
      },
      has: { LogGroup: toGroup },
    },
    MetricFilter: {
      identifiers: ['logGroupName', 'filterName'],
      description: ['metricTransformations[].metricName', 'filterPattern'],
      columns: [
        ['Pattern', 'filterPattern'],
        ['Namespaces', 'metricTransformations[].metricNamespace'],
        ['Metrics', 'metricTransformations[].metricName'],
        ['Values', 'metricTransformations[].metricValue'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'filter',
      load: {
        operation: 'DescribeMetricFilters',
        params: { ...ofGroup, filterNamePrefix: identifier('filterName') },
        path: 'metricFilters[]',
        match: { filterName: 'filterName' },
      },
      actions: { Delete: act('Delete', 'X', 'DeleteMetricFilter', ofFilter) },
      has: { LogGroup: toGroup },
    },
    SubscriptionFilter: {
      identifiers: ['logGroupName', 'filterName'],
      description: ['{destinationArn|last}', 'filterPattern'],
      columns: [
        ['Pattern', 'filterPattern'],
        ['Destination', 'destinationArn'],
        ['Role', 'roleArn'],
        ['Distribution', 'distribution'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'filter',
      load: {
        operation: 'DescribeSubscriptionFilters',
        params: { ...ofGroup, filterNamePrefix: identifier('filterName') },
        path: 'subscriptionFilters[]',
        match: { filterName: 'filterName' },
      },
      actions: { Delete: act('Delete', 'X', 'DeleteSubscriptionFilter', ofFilter) },
      has: {
        LogGroup: toGroup,
        Destination: to('destinationArn'),
        Role: to('roleArn', 'iam.Role'),
      },
    },
    QueryDefinition: {
      identifiers: ['queryDefinitionId'],
      label: ['name', 'queryDefinitionId'],
      description: ['{logGroupNames|count:log group}'],
      columns: [
        ['Query', 'queryString'],
        ['Language', 'queryLanguage'],
        ['Log groups', 'logGroupNames[]'],
        ['Modified', '{lastModified|date}'],
      ],
      icon: 'search',
      load: {
        operation: 'DescribeQueryDefinitions',
        path: 'queryDefinitions[]',
        match: { queryDefinitionId: 'queryDefinitionId' },
      },
      actions: {
        StartQuery: act('Start Query (Costs per Byte Scanned)', 'R', 'StartQuery', {
          queryString: data('queryString'),
          logGroupNames: data('logGroupNames'),
          startTime: ask('startTime'),
          endTime: ask('endTime'),
        }),
        GetResults: act('Show Query Results', 'R', 'GetQueryResults', { queryId: ask('queryId') }),
        Delete: act('Delete', 'X', 'DeleteQueryDefinition', {
          queryDefinitionId: identifier('queryDefinitionId'),
        }),
      },
      has: { LogGroups: to('logGroupNames[]', 'LogGroup') },
    },
  },
};
