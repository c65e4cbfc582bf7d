import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const byName = { Name: identifier('Name') };
const ofRule = { ...byName, EventBusName: identifier('EventBusName') };
const inRule = { Rule: identifier('Rule'), EventBusName: identifier('EventBusName') };
const ofArchive = { ArchiveName: identifier('ArchiveName') };
const ofReplay = { ReplayName: identifier('ReplayName') };

const arns = 'arn:{partition}:events:{region}:{account}';

export const events: ServiceKinds = {
  service: 'events',
  title: 'EventBridge',
  icon: 'broadcast',
  collections: {
    EventBuses: paged(
      list('Event Buses', 'ListEventBuses', {}, ['EventBus', 'EventBuses[]', { Name: 'Name' }]),
    ),
    Archives: paged(
      list('Archives', 'ListArchives', {}, [
        'Archive',
        'Archives[]',
        { ArchiveName: 'ArchiveName' },
      ]),
    ),
    Replays: paged(
      list('Replays', 'ListReplays', {}, ['Replay', 'Replays[]', { ReplayName: 'ReplayName' }]),
    ),
    Connections: paged(
      list('Connections', 'ListConnections', {}, ['Connection', 'Connections[]', { Name: 'Name' }]),
    ),
    ApiDestinations: paged(
      list('API Destinations', 'ListApiDestinations', {}, [
        'ApiDestination',
        'ApiDestinations[]',
        { Name: 'Name' },
      ]),
    ),
  },
  actions: {
    CreateEventBus: {
      ...act('Create Event Bus', 'W', 'CreateEventBus', { Name: ask('Name') }),
      result: { kind: 'EventBus', identifiers: { Name: '{EventBusArn|last}' } },
    },
  },
  kinds: {
    EventBus: {
      identifiers: ['Name'],
      description: ['Description'],
      columns: [
        ['Description', 'Description'],
        ['Key', 'KmsKeyIdentifier'],
        ['Created', 'CreationTime'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'broadcast',
      arn: 'Arn',
      arnPattern: `${arns}:event-bus/{Name}`,
      consoleUrl: '{c}/events/home?region={region}#/eventbus/{Name}',
      load: { operation: 'DescribeEventBus', params: byName },
      collections: {
        Rules: list('Rules', 'ListRules', { EventBusName: identifier('Name') }, [
          'Rule',
          'Rules[]',
          { EventBusName: identifier('Name'), Name: 'Name' },
        ]),
        Archives: paged(
          list('Archives', 'ListArchives', { EventSourceArn: data('Arn') }, [
            'Archive',
            'Archives[]',
            { ArchiveName: 'ArchiveName' },
          ]),
        ),
      },
      actions: {
        PutEvent: act(
          'Put Event',
          'D',
          'PutEvents',
          {
            Entries: [
              {
                EventBusName: identifier('Name'),
                Source: ask('Source'),
                DetailType: ask('DetailType'),
                Detail: ask('Detail'),
              },
            ],
          },
          { failures: 'Entries[].ErrorMessage' },
        ),
        Delete: act('Delete', 'X', 'DeleteEventBus', byName),
      },
      has: { Key: to('KmsKeyIdentifier', 'kms.Key'), DeadLetterQueue: to('DeadLetterConfig.Arn') },
    },
    Rule: {
      identifiers: ['EventBusName', 'Name'],
      state: 'State',
      description: ['State', 'ScheduleExpression', 'Description'],
      columns: [
        ['State', 'State'],
        ['Schedule', 'ScheduleExpression'],
        ['Event pattern', 'EventPattern'],
        ['Description', 'Description'],
        ['Managed by', 'ManagedBy'],
        ['Role', '{RoleArn|last}'],
      ],
      icon: 'filter',
      arn: 'Arn',
      arnPattern: `${arns}:rule/{EventBusName}/{Name}`,
      implied: { EventBusName: 'default' },
      consoleUrl: '{c}/events/home?region={region}#/eventbus/{EventBusName}/rules/{Name}',
      load: { operation: 'DescribeRule', params: ofRule },
      collections: {
        Targets: list(
          'Targets',
          'ListTargetsByRule',
          { Rule: identifier('Name'), EventBusName: identifier('EventBusName') },
          [
            'Target',
            'Targets[]',
            {
              EventBusName: identifier('EventBusName'),
              Rule: identifier('Name'),
              Id: 'Id',
            },
          ],
        ),
      },
      actions: {
        TestPattern: act('Test Event Pattern', 'R', 'TestEventPattern', {
          EventPattern: data('EventPattern'),
          Event: ask('Event'),
        }),
        Enable: act('Enable', 'W', 'EnableRule', ofRule),
        Disable: act('Disable', 'D', 'DisableRule', ofRule),
        Delete: act('Delete', 'X', 'DeleteRule', ofRule),
      },
      has: { Role: to('RoleArn', 'iam.Role'), EventBus: to('EventBusName', 'EventBus') },
    },
    Target: {
      identifiers: ['EventBusName', 'Rule', 'Id'],
      label: ['{Arn|last}', 'Id'],
      description: ['Id'],
      columns: [
        ['ID', 'Id'],
        ['ARN', 'Arn'],
        ['Input', 'Input'],
        ['Input path', 'InputPath'],
        ['Role', '{RoleArn|last}'],
        ['Retries', 'RetryPolicy.MaximumRetryAttempts'],
        ['Dead letters', '{DeadLetterConfig.Arn|last}'],
      ],
      icon: 'target',
      load: {
        operation: 'ListTargetsByRule',
        params: inRule,
        path: 'Targets[]',
        match: { Id: 'Id' },
      },
      actions: {
        Remove: {
          ...act('Remove', 'D', 'RemoveTargets', { ...inRule, Ids: [identifier('Id')] }),
          failures: 'FailedEntries',
          batch: { size: 100 },
        },
      },
      has: {
        Target: to('Arn'),
        Role: to('RoleArn', 'iam.Role'),
        DeadLetterQueue: to('DeadLetterConfig.Arn'),
      },
    },
    Archive: {
      identifiers: ['ArchiveName'],
      state: 'State',
      description: ['State', '{EventCount|count:event}', '{SizeBytes|size}'],
      columns: [
        ['State', 'State'],
        ['Reason', 'StateReason'],
        ['Event bus', '{EventSourceArn|last}'],
        ['Events', 'EventCount'],
        ['Size', '{SizeBytes|size}'],
        ['Kept', '{RetentionDays|count:day}'],
        ['Created', 'CreationTime'],
      ],
      icon: 'archive',
      arn: 'ArchiveArn',
      arnPattern: `${arns}:archive/{ArchiveName}`,
      consoleUrl: '{c}/events/home?region={region}#/archive/{ArchiveName}',
      load: { operation: 'DescribeArchive', params: ofArchive },
      actions: {
        Replay: act('Replay', 'D', 'StartReplay', {
          ReplayName: ask('ReplayName'),
          EventSourceArn: data('ArchiveArn'),
          EventStartTime: ask('EventStartTime'),
          EventEndTime: ask('EventEndTime'),
          Destination: { Arn: data('EventSourceArn') },
        }),
        Delete: act('Delete', 'X', 'DeleteArchive', ofArchive),
      },
      has: { EventBus: to('EventSourceArn', 'EventBus') },
    },
    Replay: {
      identifiers: ['ReplayName'],
      state: 'State',
      description: ['State', '{ReplayStartTime|date}'],
      columns: [
        ['State', 'State'],
        ['Reason', 'StateReason'],
        ['Archive', '{EventSourceArn|last}'],
        ['Events from', 'EventStartTime'],
        ['Events until', 'EventEndTime'],
        ['Started', 'ReplayStartTime'],
        ['Ended', 'ReplayEndTime'],
      ],
      icon: 'debug-rerun',
      arn: 'ReplayArn',
      arnPattern: `${arns}:replay/{ReplayName}`,
      load: { operation: 'DescribeReplay', params: ofReplay },
      actions: { Cancel: act('Cancel', 'D', 'CancelReplay', ofReplay) },
      has: {
        Archive: to('EventSourceArn', 'Archive'),
        EventBus: to('Destination.Arn', 'EventBus'),
      },
    },
    Connection: {
      identifiers: ['Name'],
      state: 'ConnectionState',
      description: ['ConnectionState', 'AuthorizationType'],
      columns: [
        ['State', 'ConnectionState'],
        ['Reason', 'StateReason'],
        ['Authorization', 'AuthorizationType'],
        ['Authorized', 'LastAuthorizedTime'],
        ['Created', 'CreationTime'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'key',
      arn: 'ConnectionArn',
      arnPattern: `${arns}:connection/{Name}/{*}`,
      load: { operation: 'DescribeConnection', params: byName },
      actions: {
        Deauthorize: act('Remove Authorization', 'D', 'DeauthorizeConnection', byName),
        Delete: act('Delete', 'X', 'DeleteConnection', byName),
      },
      has: { Secret: to('SecretArn', 'secretsmanager.Secret') },
    },
    ApiDestination: {
      identifiers: ['Name'],
      state: 'ApiDestinationState',
      description: ['ApiDestinationState', '{HttpMethod} {InvocationEndpoint}'],
      columns: [
        ['State', 'ApiDestinationState'],
        ['Endpoint', 'InvocationEndpoint'],
        ['Method', 'HttpMethod'],
        ['Rate', '{InvocationRateLimitPerSecond} a second'],
        ['Connection', 'ConnectionArn'],
        ['Created', 'CreationTime'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'link-external',
      arn: 'ApiDestinationArn',
      arnPattern: `${arns}:api-destination/{Name}/{*}`,
      load: { operation: 'DescribeApiDestination', params: byName },
      actions: { Delete: act('Delete', 'X', 'DeleteApiDestination', byName) },
      has: { Connection: to('ConnectionArn', 'Connection') },
    },
  },
};
