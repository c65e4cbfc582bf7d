import assert from 'node:assert/strict';
import { firstOf, foundIn } from '../made.ts';
import { made, run, type ServiceScenarios } from './scenario.ts';

const record = { Data: Buffer.from('hello').toString('base64'), PartitionKey: 'a' };

export const scenarios: ServiceScenarios = {
  kinds: {
    Stream: {
      create: (stage) => {
        const StreamName = stage.unique('stream');
        return made(stage, 'CreateStream', { StreamName, ShardCount: 2 }, 'Stream', { StreamName });
      },
      loaded: { OpenShardCount: 2 },
      actions: [
        run('PutRecord', record, ({ output }) => assert.ok(output.SequenceNumber)),
        run('IncreaseRetention', { RetentionPeriodHours: 48 }),
        run('DecreaseRetention', { RetentionPeriodHours: 24 }),
        run('RegisterConsumer', { ConsumerName: 'reader' }),
        run('GetRecords', async (stage, stream) => {
          const { output } = await stage.act(stream, 'GetShardIterator', {
            ShardId: 'shardId-000000000000',
            ShardIteratorType: 'TRIM_HORIZON',
          });
          return { ShardIterator: String(output.ShardIterator) };
        }),
        run('UpdateShardCount', { TargetShardCount: 4 }),
      ],
      children: { Shards: 2, Consumers: 1 },
      waits: ['Exists'],
      waitsAfter: ['NotExists'],
    },
    Shard: {
      create: async (stage) => {
        const stream = await stage.example('Stream');
        await stage.act(await firstOf(stream, 'Shards'), 'Split', { NewStartingHashKey: '5' });
        return foundIn(stream.collection('Shards'), 'shardId-000000000002');
      },
      listed: async (stage) => (await stage.example('Stream')).collection('Shards'),
      actions: [
        run('GetShardIterator', { ShardIteratorType: 'LATEST' }),
        run('Merge', { AdjacentShardToMerge: 'shardId-000000000003' }),
      ],
    },
    Consumer: {
      create: async (stage) => {
        const stream = await stage.example('Stream');
        const { output } = await stage.act(stream, 'RegisterConsumer', { ConsumerName: 'reader' });
        const { ConsumerARN } = output.Consumer as { readonly ConsumerARN: string };
        return stage.service.get('Consumer', { ConsumerARN });
      },
      listed: async (stage) => (await stage.example('Stream')).collection('Consumers'),
      loaded: { ConsumerName: 'reader' },
      references: { Stream: 1 },
      remove: { name: 'Deregister' },
    },
  },
};
