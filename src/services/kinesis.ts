import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofStream = { StreamName: identifier('StreamName') };
const ofShard = { ...ofStream, ShardId: identifier('ShardId') };
const ofConsumer = { ConsumerARN: identifier('ConsumerARN') };
const arn = 'arn:{partition}:kinesis:{region}:{account}:stream';

export const kinesis: ServiceKinds = {
  service: 'kinesis',
  title: 'Kinesis Data Streams',
  icon: 'pulse',
  collections: {
    Streams: list('Streams', 'ListStreams', {}, [
      'Stream',
      'StreamSummaries[]',
      { StreamName: 'StreamName' },
    ]),
  },
  kinds: {
    Stream: {
      identifiers: ['StreamName'],
      state: 'StreamStatus',
      description: ['StreamStatus', 'StreamModeDetails.StreamMode', '{OpenShardCount|count:shard}'],
      columns: [
        ['Status', 'StreamStatus'],
        ['Mode', 'StreamModeDetails.StreamMode'],
        ['Open shards', 'OpenShardCount'],
        ['Consumers', 'ConsumerCount'],
        ['Retention', '{RetentionPeriodHours|count:hour}'],
        ['Encryption', 'EncryptionType'],
        ['Created', '{StreamCreationTimestamp|date}'],
      ],
      icon: 'pulse',
      arn: 'StreamARN',
      arnPattern: `${arn}/{StreamName}`,
      consoleUrl: '{c}/kinesis/home?region={region}#/streams/details/{StreamName}/monitoring',
      load: {
        operation: 'DescribeStreamSummary',
        params: ofStream,
        path: 'StreamDescriptionSummary',
      },
      collections: {
        Shards: list('Shards', 'ListShards', ofStream, [
          'Shard',
          'Shards[]',
          { ...ofStream, ShardId: 'ShardId' },
        ]),
        Consumers: list('Consumers', 'ListStreamConsumers', { StreamARN: data('StreamARN') }, [
          'Consumer',
          'Consumers[]',
          { ConsumerARN: 'ConsumerARN' },
        ]),
      },
      actions: {
        GetShardIterator: act('Get Shard Iterator', 'R', 'GetShardIterator', {
          ...ofStream,
          ShardId: ask('ShardId'),
          ShardIteratorType: ask('ShardIteratorType'),
        }),
        GetRecords: act('Show Records From Iterator', 'R', 'GetRecords', {
          ShardIterator: ask('ShardIterator'),
          Limit: askOptional('Limit'),
        }),
        PutRecord: act('Put Record', 'W', 'PutRecord', {
          ...ofStream,
          Data: ask('Data'),
          PartitionKey: ask('PartitionKey'),
        }),
        RegisterConsumer: act('Register Consumer', 'W', 'RegisterStreamConsumer', {
          StreamARN: data('StreamARN'),
          ConsumerName: ask('ConsumerName'),
        }),
        UpdateShardCount: act('Change Number of Shards', 'D', 'UpdateShardCount', {
          ...ofStream,
          TargetShardCount: ask('TargetShardCount'),
          ScalingType: 'UNIFORM_SCALING',
        }),
        IncreaseRetention: act('Increase Retention', 'W', 'IncreaseStreamRetentionPeriod', {
          ...ofStream,
          RetentionPeriodHours: ask('RetentionPeriodHours'),
        }),
        DecreaseRetention: act('Decrease Retention', 'X', 'DecreaseStreamRetentionPeriod', {
          ...ofStream,
          RetentionPeriodHours: ask('RetentionPeriodHours'),
        }),
        Delete: act('Delete', 'X', 'DeleteStream', ofStream),
      },
      waiters: {
        Exists: { waiter: 'StreamExists', params: ofStream },
        NotExists: { waiter: 'StreamNotExists', params: ofStream },
      },
      has: { Key: to('KeyId', 'kms.Key') },
    },
    Shard: {
      identifiers: ['StreamName', 'ShardId'],
      columns: [
        ['First hash key', 'HashKeyRange.StartingHashKey'],
        ['Last hash key', 'HashKeyRange.EndingHashKey'],
        ['First number', 'SequenceNumberRange.StartingSequenceNumber'],
        ['Last number', 'SequenceNumberRange.EndingSequenceNumber'],
        ['Made from', 'ParentShardId'],
      ],
      icon: 'split-horizontal',
      actions: {
        GetShardIterator: act('Get Shard Iterator', 'R', 'GetShardIterator', {
          ...ofShard,
          ShardIteratorType: ask('ShardIteratorType'),
        }),
        Split: act('Split', 'D', 'SplitShard', {
          ...ofStream,
          ShardToSplit: identifier('ShardId'),
          NewStartingHashKey: ask('NewStartingHashKey'),
        }),
        Merge: act('Merge With Next', 'D', 'MergeShards', {
          ...ofStream,
          ShardToMerge: identifier('ShardId'),
          AdjacentShardToMerge: ask('AdjacentShardToMerge'),
        }),
      },
      has: {
        Parent: {
          kind: 'Shard',
          identifiers: { ...ofStream, ShardId: 'ParentShardId' },
        },
      },
    },
    Consumer: {
      identifiers: ['ConsumerARN'],
      label: ['ConsumerName', 'ConsumerARN'],
      state: 'ConsumerStatus',
      description: ['ConsumerStatus', '{ConsumerCreationTimestamp|date}'],
      columns: [
        ['Status', 'ConsumerStatus'],
        ['Stream', '{StreamARN|last}'],
        ['Created', '{ConsumerCreationTimestamp|date}'],
      ],
      icon: 'person',
      arn: 'ConsumerARN',
      arnPattern: `${arn}/{*}/consumer/{*}`,
      load: {
        operation: 'DescribeStreamConsumer',
        params: ofConsumer,
        path: 'ConsumerDescription',
      },
      actions: { Deregister: act('Deregister', 'X', 'DeregisterStreamConsumer', ofConsumer) },
      has: { Stream: to('StreamARN', 'Stream') },
    },
  },
};
