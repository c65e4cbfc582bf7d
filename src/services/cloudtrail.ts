import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, literal, pick } from '../core/resources/sources.ts';
import { act, nextToken, to } from './rules.ts';

const ofTrail = { Name: identifier('TrailARN') };
const inTrail = { TrailName: identifier('TrailARN') };
const ofStore = { EventDataStore: identifier('EventDataStoreArn') };
const ofQuery = { ...ofStore, QueryId: identifier('QueryId') };

const Trail: Kind = {
  identifiers: ['TrailARN'],
  label: ['Name', '{TrailARN|last}'],
  description: ['{IsLogging|if:logging/not logging}', 'HomeRegion'],
  columns: [
    ['Logging', '{IsLogging|if:yes/no}'],
    ['Home region', 'HomeRegion'],
    ['All regions', '{IsMultiRegionTrail|if:yes/no}'],
    ['Organization', '{IsOrganizationTrail|if:yes/no}'],
    ['Bucket', 'S3BucketName'],
    ['Log group', 'CloudWatchLogsLogGroupArn'],
    ['Delivered', '{LatestDeliveryTime|date}'],
    ['Delivery error', 'LatestDeliveryError'],
  ],
  icon: { by: 'IsLogging', values: { true: 'record', false: 'debug-pause' }, otherwise: 'record' },
  arn: 'TrailARN',
  arnPattern: 'arn:{partition}:cloudtrail:{region}:{account}:trail/{*}',
  consoleUrl: '{c}/cloudtrailv2/home?region={region}#/trails/{TrailARN|raw}',
  // A trail of all regions is listed in each of them, and can be changed only where it was made.
  region: {
    member: 'HomeRegion',
    operation: 'GetTrail',
    params: ofTrail,
    path: 'Trail.HomeRegion',
    values: {},
  },
  load: { operation: 'GetTrailStatus', params: ofTrail },
  hydrate: true,
  collections: {
    EventSelectors: {
      title: 'Event Selectors',
      operation: 'GetEventSelectors',
      params: inTrail,
      items: [
        {
          kind: 'EventSelector',
          path: 'EventSelectors[]',
          identifiers: {
            ...ofTrailArn(),
            Selector: pick(literal(['ReadWriteType', 'IncludeManagementEvents', 'DataResources'])),
          },
        },
        {
          kind: 'AdvancedEventSelector',
          path: 'AdvancedEventSelectors[]',
          identifiers: { ...ofTrailArn(), Selector: pick(literal(['Name', 'FieldSelectors'])) },
        },
      ],
    },
  },
  actions: {
    Get: act('Show Configuration', 'R', 'GetTrail', ofTrail),
    LookupEvents: act('Look Up Events', 'R', 'LookupEvents', {
      LookupAttributes: askOptional('LookupAttributes'),
      StartTime: askOptional('StartTime'),
    }),
    GetInsightSelectors: act('Show Insight Selectors', 'R', 'GetInsightSelectors', inTrail),
    StartLogging: act('Start Logging', 'W', 'StartLogging', ofTrail),
    StopLogging: act('Stop Logging', 'D', 'StopLogging', ofTrail),
    Delete: act('Delete', 'X', 'DeleteTrail', ofTrail),
  },
  has: {
    Bucket: to('S3BucketName', 's3.Bucket'),
    EncryptionKey: to('KmsKeyId', 'kms.Key'),
    LogGroup: to('CloudWatchLogsLogGroupArn', 'logs.LogGroup'),
    Role: to('CloudWatchLogsRoleArn', 'iam.Role'),
    Topic: to('SnsTopicARN', 'sns.Topic'),
  },
};

/** Selectors have no name of their own: what they select tells them apart. */
function ofTrailArn() {
  return { TrailARN: identifier('TrailARN') };
}

const EventSelector: Kind = {
  identifiers: ['TrailARN', 'Selector'],
  label: ['{ReadWriteType|swap:All=Read and write}'],
  description: ['{IncludeManagementEvents|if:management events/}', 'DataResources[].Type'],
  columns: [
    ['Events', 'ReadWriteType'],
    ['Management events', '{IncludeManagementEvents|if:yes/no}'],
    ['Without', 'ExcludeManagementEventSources'],
    ['Data of', 'DataResources[].Type'],
  ],
  icon: 'filter',
};

const AdvancedEventSelector: Kind = {
  identifiers: ['TrailARN', 'Selector'],
  label: ['Name', 'FieldSelectors[].Equals[]'],
  description: ['FieldSelectors[].Field'],
  columns: [
    ['Name', 'Name'],
    ['Fields', 'FieldSelectors[].Field'],
    ['Equal', 'FieldSelectors[].Equals[]'],
  ],
  icon: 'filter',
};

const Event: Kind = {
  identifiers: ['EventId'],
  label: ['EventName', 'EventId'],
  description: ['Username', '{EventTime|date}'],
  columns: [
    ['Time', '{EventTime|date}'],
    ['Source', 'EventSource'],
    ['User', 'Username'],
    ['Access key', 'AccessKeyId'],
    ['Read only', '{ReadOnly|if:yes/no}'],
    ['Resources', 'Resources[].ResourceName'],
  ],
  icon: { by: 'ReadOnly', values: { true: 'eye', false: 'edit' }, otherwise: 'pulse' },
  consoleUrl: '{c}/cloudtrailv2/home?region={region}#/events/{EventId}',
  load: {
    operation: 'LookupEvents',
    params: {
      LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: identifier('EventId') }],
    },
    path: 'Events[0]',
  },
};

const EventDataStore: Kind = {
  identifiers: ['EventDataStoreArn'],
  label: ['Name', '{EventDataStoreArn|last}'],
  state: 'Status',
  description: ['Status', '{RetentionPeriod|count:day}'],
  columns: [
    ['Status', 'Status'],
    ['Retention', '{RetentionPeriod|count:day}'],
    ['All regions', '{MultiRegionEnabled|if:yes/no}'],
    ['Organization', '{OrganizationEnabled|if:yes/no}'],
    ['Protected', '{TerminationProtectionEnabled|if:yes/no}'],
    ['Billing', 'BillingMode'],
    ['Created', '{CreatedTimestamp|date}'],
  ],
  icon: 'database',
  arn: 'EventDataStoreArn',
  arnPattern: 'arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{*}',
  load: { operation: 'GetEventDataStore', params: ofStore },
  hydrate: true,
  collections: {
    Queries: {
      title: 'Queries',
      inline: true,
      operation: 'ListQueries',
      params: ofStore,
      tokens: nextToken,
      items: [
        {
          kind: 'Query',
          path: 'Queries[]',
          identifiers: { EventDataStoreArn: identifier('EventDataStoreArn'), QueryId: 'QueryId' },
        },
      ],
    },
  },
  actions: {
    StartQuery: {
      ...act('Query (Costs per Byte Scanned)', 'D', 'StartQuery', {
        QueryStatement: ask('QueryStatement'),
      }),
      result: {
        kind: 'Query',
        identifiers: { EventDataStoreArn: identifier('EventDataStoreArn'), QueryId: 'QueryId' },
      },
    },
    StartIngestion: act('Start Ingestion', 'W', 'StartEventDataStoreIngestion', ofStore),
    StopIngestion: act('Stop Ingestion', 'D', 'StopEventDataStoreIngestion', ofStore),
    Restore: act('Restore', 'W', 'RestoreEventDataStore', ofStore),
    Delete: act('Delete', 'X', 'DeleteEventDataStore', ofStore),
  },
  has: { EncryptionKey: to('KmsKeyId', 'kms.Key'), Role: to('FederationRoleArn', 'iam.Role') },
};

const Query: Kind = {
  identifiers: ['EventDataStoreArn', 'QueryId'],
  label: ['QueryString', 'QueryId'],
  state: 'QueryStatus',
  description: ['QueryStatus', '{CreationTime|date}'],
  columns: [
    ['Status', 'QueryStatus'],
    ['Query', 'QueryString'],
    ['Matched', 'QueryStatistics.EventsMatched'],
    ['Scanned', '{QueryStatistics.BytesScanned|size}'],
    ['Error', 'ErrorMessage'],
    ['Created', '{CreationTime|date}'],
  ],
  icon: 'search',
  load: { operation: 'DescribeQuery', params: ofQuery },
  actions: {
    GetResults: act('Show Results', 'R', 'GetQueryResults', ofQuery),
    Cancel: act('Cancel', 'D', 'CancelQuery', ofQuery),
  },
};

export const cloudtrail: ServiceKinds = {
  service: 'cloudtrail',
  title: 'CloudTrail',
  icon: 'record',
  collections: {
    Trails: {
      title: 'Trails',
      operation: 'DescribeTrails',
      items: [{ kind: 'Trail', path: 'trailList[]', identifiers: { TrailARN: 'TrailARN' } }],
    },
    EventHistory: {
      title: 'Event History',
      operation: 'LookupEvents',
      note: 'Management events of the last 90 days, newest first.',
      items: [{ kind: 'Event', path: 'Events[]', identifiers: { EventId: 'EventId' } }],
    },
    EventDataStores: {
      title: 'Event Data Stores',
      operation: 'ListEventDataStores',
      tokens: nextToken,
      items: [
        {
          kind: 'EventDataStore',
          path: 'EventDataStores[]',
          identifiers: { EventDataStoreArn: 'EventDataStoreArn' },
        },
      ],
    },
  },
  actions: {
    CreateTrail: {
      ...act('Create Trail', 'W', 'CreateTrail', {
        Name: ask('Name'),
        S3BucketName: ask('S3BucketName'),
      }),
      result: { kind: 'Trail', identifiers: { TrailARN: 'TrailARN' } },
    },
  },
  kinds: { Trail, EventSelector, AdvancedEventSelector, Event, EventDataStore, Query },
};
