import type { ServiceKinds } from '../../core/resources/kind.ts';
import { ask, requested } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';
import { changeSet } from './changeSet.ts';
import { exportedValue } from './exportedValue.ts';
import { stack } from './stack.ts';
import { stackEvent, stackResource, stackResourceDrift } from './stackParts.ts';
import { stackInstance, stackSet, stackSetOperation } from './stackSet.ts';

export const cloudformation: ServiceKinds = {
  service: 'cloudformation',
  title: 'CloudFormation',
  icon: 'layers',
  aliases: { StackResourceSummary: 'StackResource' },
  collections: {
    // Not ListStacks, which goes on for 90 days about stacks that were deleted.
    Stacks: list('Stacks', 'DescribeStacks', {}, ['Stack', 'Stacks[]', { StackName: 'StackName' }]),
    StackSets: list('StackSets', 'ListStackSets', { Status: 'ACTIVE' }, [
      'StackSet',
      'Summaries[]',
      { StackSetName: 'StackSetName' },
    ]),
    Exports: list('Exports', 'ListExports', {}, ['Export', 'Exports[]', { Name: 'Name' }]),
  },
  actions: {
    CreateStack: act(
      'Create Stack',
      'W',
      'CreateStack',
      { StackName: ask('StackName') },
      {
        result: { kind: 'Stack', identifiers: { StackName: requested('StackName') } },
      },
    ),
  },
  kinds: {
    Stack: stack,
    StackResource: stackResource,
    Event: stackEvent,
    ChangeSet: changeSet,
    StackResourceDrift: stackResourceDrift,
    StackSet: stackSet,
    StackInstance: stackInstance,
    StackSetOperation: stackSetOperation,
    Export: exportedValue,
  },
};
