import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';

const ofGroup = { logGroupName: identifier('logGroupName') };
const ofStream = { ...ofGroup, logStreamName: identifier('logStreamName') };
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
    },
  },
};
