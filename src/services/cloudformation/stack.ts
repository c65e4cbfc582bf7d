import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofStack = { StackName: identifier('StackName') };

export const stack: Kind = {
  identifiers: ['StackName'],
  state: 'StackStatus',
  description: ['StackStatus', '{LastUpdatedTime|date}'],
  columns: [
    ['Description', 'Description'],
    ['Status', 'StackStatus'],
    ['Reason', 'StackStatusReason'],
    ['Created', '{CreationTime|date}'],
    ['Updated', '{LastUpdatedTime|date}'],
    ['Drift', 'DriftInformation.StackDriftStatus'],
    ['Termination protection', '{EnableTerminationProtection|if:on/off}'],
  ],
  icon: 'layers',
  arn: 'StackId',
  arnPattern: 'arn:{partition}:cloudformation:{region}:{account}:stack/{StackName}/{*}',
  consoleUrl: '{c}/cloudformation/home?region={region}#/stacks/stackinfo?stackId={StackId}',
  load: { operation: 'DescribeStacks', params: ofStack, path: 'Stacks[0]' },
  collections: {
    ResourceSummaries: list('Resources', 'ListStackResources', ofStack, [
      'StackResource',
      'StackResourceSummaries[]',
      { ...ofStack, LogicalResourceId: 'LogicalResourceId' },
    ]),
    Events: list('Events', 'DescribeStackEvents', ofStack, [
      'Event',
      'StackEvents[]',
      { EventId: 'EventId' },
    ]),
    ChangeSets: list('Change Sets', 'ListChangeSets', ofStack, [
      'ChangeSet',
      'Summaries[]',
      { ChangeSetId: 'ChangeSetId' },
    ]),
    Drifts: list('Drifts', 'DescribeStackResourceDrifts', ofStack, [
      'StackResourceDrift',
      'StackResourceDrifts[]',
      { ...ofStack, LogicalResourceId: 'LogicalResourceId' },
    ]),
  },
  actions: {
    GetTemplate: act('Show Template', 'R', 'GetTemplate', ofStack),
    DetectDrift: act('Detect Drift', 'W', 'DetectStackDrift', ofStack),
    CreateChangeSet: act(
      'Create Change Set',
      'W',
      'CreateChangeSet',
      {
        ...ofStack,
        ChangeSetName: ask('ChangeSetName'),
        TemplateBody: ask('TemplateBody'),
      },
      { result: { kind: 'ChangeSet', identifiers: { ChangeSetId: 'Id' } } },
    ),
    ExecuteChangeSet: act('Execute Change Set', 'D', 'ExecuteChangeSet', {
      ...ofStack,
      ChangeSetName: ask('ChangeSetName'),
    }),
    Update: act('Update', 'D', 'UpdateStack', ofStack),
    CancelUpdate: act('Cancel Update', 'D', 'CancelUpdateStack', ofStack),
    ContinueRollback: act('Continue Rollback', 'D', 'ContinueUpdateRollback', ofStack),
    SetTerminationProtection: act(
      'Set Termination Protection',
      'W',
      'UpdateTerminationProtection',
      { ...ofStack, EnableTerminationProtection: ask('EnableTerminationProtection') },
    ),
    Delete: act('Delete', 'X', 'DeleteStack', ofStack),
  },
  waiters: {
    Exists: { waiter: 'StackExists', params: ofStack },
    CreateComplete: { waiter: 'StackCreateComplete', params: ofStack },
    UpdateComplete: { waiter: 'StackUpdateComplete', params: ofStack },
    DeleteComplete: { waiter: 'StackDeleteComplete', params: ofStack },
  },
  has: {
    Resource: {
      kind: 'StackResource',
      identifiers: { ...ofStack, LogicalResourceId: ask('LogicalResourceId') },
    },
    Role: to('RoleARN', 'iam.Role'),
    Parent: to('ParentId', 'Stack'),
    Root: to('RootId', 'Stack'),
    Topics: to('NotificationARNs[]', 'sns.Topic'),
  },
};
