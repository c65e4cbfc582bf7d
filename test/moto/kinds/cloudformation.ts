import assert from 'node:assert/strict';
import { because, firstOf, foundIn, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const topics = { Orders: { Type: 'AWS::SNS::Topic' } };
const moreTopics = template({ ...topics, Returns: { Type: 'AWS::SNS::Topic' } });
const change = { ChangeSetType: 'UPDATE', TemplateBody: moreTopics };
const instances = { Accounts: ['123456789012'], Regions: ['eu-west-1'] };

export const scenarios: ServiceScenarios = {
  kinds: {
    Stack: {
      create: async (stage) => {
        const StackName = stage.unique('stack');
        const Outputs = { Topic: { Value: { Ref: 'Orders' }, Export: { Name: StackName } } };
        const TemplateBody = template(topics, { Outputs });
        const stack = await stage.make(stage.service, 'CreateStack', { StackName, TemplateBody });
        await stage.wait(stack, 'CreateComplete');
        return stack;
      },
      loaded: { StackStatus: 'CREATE_COMPLETE' },
      actions: [
        run('GetTemplate', {}, ({ output }) => assert.ok(output.TemplateBody)),
        run('CreateChangeSet', { ChangeSetName: 'more', ...change }, ({ resources: [one] }) => {
          assert.equal(one?.kind, 'ChangeSet');
        }),
        run('ExecuteChangeSet', { ChangeSetName: 'more' }),
        run('Update', { TemplateBody: moreTopics.replace('Returns', 'Refunds') }),
      ],
      children: { ResourceSummaries: 2, Events: 1, ChangeSets: 1 },
      waits: ['Exists', 'UpdateComplete'],
      waitsAfter: ['DeleteComplete'],
    },
    StackResource: {
      create: async (stage) => firstOf(await stage.example('Stack'), 'ResourceSummaries'),
      listed: under('Stack', 'ResourceSummaries'),
      loaded: { ResourceType: 'AWS::SNS::Topic' },
      references: { Stack: 1, Physical: 1 },
    },
    Event: {
      create: async (stage) => firstOf(await stage.example('Stack'), 'Events'),
      listed: under('Stack', 'Events'),
      references: { Stack: 1 },
    },
    ChangeSet: {
      create: async (stage) => {
        const stack = await stage.example('Stack');
        return stage.make(stack, 'CreateChangeSet', { ChangeSetName: 'next', ...change });
      },
      listed: under('Stack', 'ChangeSets'),
      loaded: { ChangeSetName: 'next' },
      actions: [run('Execute')],
      references: { Stack: 1 },
      waits: ['CreateComplete'],
    },
    Export: {
      create: async (stage) =>
        foundIn(stage.service.collection('Exports'), (await stage.example('Stack')).id),
      references: { Stack: 1 },
    },
    StackSet: {
      create: (stage) => {
        const known = { StackSetName: stage.unique('set') };
        const Orders = { Type: 'AWS::SNS::Topic', Properties: { TopicName: known.StackSetName } };
        const input = { ...known, Description: 'Topics', TemplateBody: template({ Orders }) };
        return made(stage, 'StackSet', { operation: 'CreateStackSet', input, known });
      },
      loaded: { Status: 'ACTIVE', Description: 'Topics' },
      actions: [
        run('CreateInstances', instances, ({ output }) => assert.ok(output.OperationId)),
        run('Update', { Description: 'More topics' }),
      ],
      children: { Instances: 1, Operations: 2 },
      references: { AdministrationRole: 1, ExecutionRole: 1 },
      remove: run('Delete', async (stage, set) => {
        await stage.act(set, 'DeleteInstances', { ...instances, RetainStacks: false });
        return {};
      }),
    },
    StackInstance: {
      create: (stage) => firstInSet(stage, 'Instances'),
      listed: under('StackSet', 'Instances'),
      loaded: { Account: '123456789012' },
      references: { StackSet: 1, Stack: 1 },
    },
    StackSetOperation: {
      create: (stage) => firstInSet(stage, 'Operations'),
      listed: under('StackSet', 'Operations'),
      loaded: { Action: 'CREATE' },
      actions: [run('Stop')],
      references: { StackSet: 1 },
    },
  },
  unserved: because(
    notInMoto,
    'Stack.DetectDrift',
    'Stack.Drifts',
    'Stack.CancelUpdate',
    'Stack.ContinueRollback',
    'Stack.SetTerminationProtection',
    'StackResourceDrift',
    'StackSet.DetectDrift',
    'Export.Imports',
  ),
};

function template(Resources: object, more = {}): string {
  return JSON.stringify({ Resources, ...more });
}

async function firstInSet(stage: Stage, collection: string) {
  const set = await stage.example('StackSet');
  await stage.act(set, 'CreateInstances', instances);
  return firstOf(set, collection);
}
