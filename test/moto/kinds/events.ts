import type { Resource } from '../../../src/library.ts';
import { because, foundIn, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const queue = 'arn:aws:sqs:eu-west-1:123456789012:orders';
const span = { EventStartTime: '2024-01-01T00:00:00Z', EventEndTime: '2024-01-02T00:00:00Z' };

export const scenarios: ServiceScenarios = {
  kinds: {
    EventBus: {
      create: (stage) => stage.make(stage.service, 'CreateEventBus', { Name: stage.unique('bus') }),
      actions: [
        run(
          'PutEvent',
          { Source: 'shop', DetailType: 'Order', Detail: '{}' },
          {
            FailedEntryCount: 0,
          },
        ),
      ],
    },
    Rule: {
      create: makeRule,
      listed: under('EventBus', 'Rules'),
      loaded: { State: 'ENABLED' },
      actions: [run('Disable'), run('Enable'), run('TestPattern', { Event: '{}' })],
      references: { EventBus: 1 },
    },
    Target: {
      create: async (stage) => {
        const rule = await stage.example('Rule');
        const { EventBusName, Name } = rule.identifiers;
        const events = await stage.client();
        const Targets = [{ Id: 'queue', Arn: queue }];
        await events.call('PutTargets', { EventBusName, Rule: Name, Targets });
        return foundIn(rule.collection('Targets'), 'queue');
      },
      listed: under('Rule', 'Targets'),
      loaded: { Arn: queue },
      references: { Target: 1 },
      remove: run('Remove'),
    },
    Archive: {
      create: async (stage) => {
        const known = { ArchiveName: stage.unique('archive') };
        const EventSourceArn = await (await stage.example('EventBus')).arn();
        return made(stage, 'Archive', {
          operation: 'CreateArchive',
          input: { ...known, EventSourceArn },
          known,
        });
      },
      loaded: { State: 'ENABLED' },
      actions: [run('Replay', (stage) => ({ ReplayName: stage.unique('replay'), ...span }))],
      references: { EventBus: 1 },
    },
    Replay: {
      create: async (stage) => {
        const ReplayName = stage.unique('replay');
        await stage.act(await stage.example('Archive'), 'Replay', { ReplayName, ...span });
        return stage.service.get('Replay', { ReplayName });
      },
      loaded: { State: 'COMPLETED' },
      references: { Archive: 1, EventBus: 1 },
    },
    Connection: {
      create: makeConnection,
      loaded: { AuthorizationType: 'API_KEY' },
      references: { Secret: 1 },
    },
    ApiDestination: {
      create: async (stage) => {
        const known = { Name: stage.unique('shop') };
        const ConnectionArn = await (await stage.example('Connection')).arn();
        return made(stage, 'ApiDestination', {
          operation: 'CreateApiDestination',
          input: {
            ...known,
            ConnectionArn,
            InvocationEndpoint: 'https://example.com',
            HttpMethod: 'POST',
          },
          known,
        });
      },
      loaded: { HttpMethod: 'POST' },
      references: { Connection: 1 },
    },
  },
  unserved: {
    'Replay.Cancel': 'In moto a replay is over at once.',
    ...because(notInMoto, 'Connection.Deauthorize'),
  },
};

async function makeRule(stage: Stage): Promise<Resource> {
  const known = {
    EventBusName: (await stage.example('EventBus')).id,
    Name: stage.unique('rule'),
  };
  return made(stage, 'Rule', {
    operation: 'PutRule',
    input: { ...known, EventPattern: '{"source":["shop"]}' },
    known,
  });
}

function makeConnection(stage: Stage): Promise<Resource> {
  const known = { Name: stage.unique('connection') };
  return made(stage, 'Connection', {
    operation: 'CreateConnection',
    input: {
      ...known,
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'n', ApiKeyValue: 'v' } },
    },
    known,
  });
}
