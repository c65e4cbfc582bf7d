import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { because, firstOf, made, notInMoto, roleOf, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const definition = JSON.stringify({
  StartAt: 'Done',
  States: { Done: { Type: 'Pass', End: true } },
});

export const scenarios: ServiceScenarios = {
  kinds: {
    StateMachine: {
      create: makeMachine,
      loaded: { status: 'ACTIVE', definition },
      actions: [
        run('Start', { input: '{}' }, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'Execution');
        }),
        run('Update', { definition }),
      ],
      children: { Executions: 1 },
      references: { Role: 1 },
    },
    Execution: {
      create: async (stage) =>
        stage.make(await stage.example('StateMachine'), 'Start', { input: '{}' }),
      listed: under('StateMachine', 'Executions'),
      loaded: { input: '{}' },
      actions: [run('GetDefinition', {}, { definition }), run('Stop')],
      children: { History: 1 },
      references: { StateMachine: 1 },
    },
    HistoryEvent: {
      create: async (stage) => firstOf(await stage.example('Execution'), 'History'),
      listed: under('Execution', 'History'),
    },
    Alias: {
      create: async (stage) => {
        const machine = await stage.example('StateMachine');
        return made(stage, 'Alias', {
          operation: 'CreateStateMachineAlias',
          input: { name: stage.unique('live'), routingConfiguration: toVersion(machine.id, '1') },
          from: { stateMachineAliasArn: 'stateMachineAliasArn' },
        });
      },
      listed: under('StateMachine', 'Aliases'),
      loaded: { routingConfiguration: [{ weight: 100 }] },
      actions: [
        run('Update', (_, { attributes }) => ({
          routingConfiguration: attributes?.routingConfiguration,
        })),
      ],
    },
    Activity: {
      create: (stage) =>
        made(stage, 'Activity', {
          operation: 'CreateActivity',
          input: { name: stage.unique('activity') },
          from: { activityArn: 'activityArn' },
        }),
    },
  },
  unserved: {
    MapRun: 'moto runs no maps.',
    'Alias.Start': 'moto starts machines by their own ARNs only.',
    ...because(
      notInMoto,
      'Version',
      'ValidateDefinition',
      'StateMachine.Validate',
      'StateMachine.Versions',
      'StateMachine.PublishVersion',
      'Execution.Redrive',
    ),
  },
};

async function makeMachine(stage: Stage): Promise<Resource> {
  return made(stage, 'StateMachine', {
    operation: 'CreateStateMachine',
    input: {
      name: stage.unique('machine'),
      definition,
      roleArn: await roleOf(stage),
      publish: true,
    },
    from: { stateMachineArn: 'stateMachineArn' },
  });
}

function toVersion(machine: string, version: string) {
  return [{ stateMachineVersionArn: `${machine}:${version}`, weight: 100 }];
}
