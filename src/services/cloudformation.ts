import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';

const ofStack = { StackName: identifier('StackName') };

export const cloudformation: ServiceKinds = {
  service: 'cloudformation',
  title: 'CloudFormation',
  icon: 'layers',
  collections: {
    Stacks: {
      title: 'Stacks',
      // Not ListStacks, which goes on for 90 days about stacks that were deleted.
      operation: 'DescribeStacks',
      items: [{ kind: 'Stack', path: 'Stacks[]', identifiers: { StackName: 'StackName' } }],
    },
  },
  kinds: {
    Stack: {
      identifiers: ['StackName'],
      state: 'StackStatus',
      description: ['StackStatus', '{LastUpdatedTime|date}'],
      columns: [
        ['Description', 'Description'],
        ['Status', 'StackStatus'],
        ['Reason', 'StackStatusReason'],
        ['Created', 'CreationTime'],
        ['Updated', 'LastUpdatedTime'],
        ['Drift', 'DriftInformation.StackDriftStatus'],
      ],
      icon: 'layers',
      arn: 'StackId',
      consoleUrl: '{c}/cloudformation/home?region={region}#/stacks/stackinfo?stackId={StackId}',
      load: { operation: 'DescribeStacks', params: ofStack, path: 'Stacks[0]' },
      collections: {
        Resources: {
          title: 'Resources',
          operation: 'ListStackResources',
          params: ofStack,
          items: [
            {
              kind: 'StackResource',
              path: 'StackResourceSummaries[]',
              identifiers: { ...ofStack, LogicalResourceId: 'LogicalResourceId' },
            },
          ],
        },
        Events: {
          title: 'Events',
          operation: 'DescribeStackEvents',
          params: ofStack,
          items: [
            {
              kind: 'StackEvent',
              path: 'StackEvents[]',
              identifiers: { ...ofStack, EventId: 'EventId' },
            },
          ],
        },
        ChangeSets: {
          title: 'Change Sets',
          operation: 'ListChangeSets',
          params: ofStack,
          items: [
            { kind: 'ChangeSet', path: 'Summaries[]', identifiers: { ChangeSetId: 'ChangeSetId' } },
          ],
        },
      },
      actions: {
        GetTemplate: {
          title: 'Show Template',
          risk: 'R',
          operation: 'GetTemplate',
          params: ofStack,
        },
        DetectDrift: {
          title: 'Detect Drift',
          risk: 'W',
          operation: 'DetectStackDrift',
          params: ofStack,
        },
        CreateChangeSet: {
          title: 'Create Change Set',
          risk: 'W',
          operation: 'CreateChangeSet',
          params: {
            ...ofStack,
            ChangeSetName: ask('ChangeSetName'),
            TemplateBody: ask('TemplateBody'),
          },
        },
        ExecuteChangeSet: {
          title: 'Execute Change Set',
          risk: 'D',
          operation: 'ExecuteChangeSet',
          params: { ...ofStack, ChangeSetName: ask('ChangeSetName') },
        },
        CancelUpdate: {
          title: 'Cancel Update',
          risk: 'D',
          operation: 'CancelUpdateStack',
          params: ofStack,
        },
        ContinueRollback: {
          title: 'Continue Rollback',
          risk: 'D',
          operation: 'ContinueUpdateRollback',
          params: ofStack,
        },
        SetTerminationProtection: {
          title: 'Set Termination Protection',
          risk: 'W',
          operation: 'UpdateTerminationProtection',
          params: {
            ...ofStack,
            EnableTerminationProtection: ask('EnableTerminationProtection'),
          },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteStack', params: ofStack },
      },
      waiters: {
        Exists: { waiter: 'StackExists', params: ofStack },
        CreateComplete: { waiter: 'StackCreateComplete', params: ofStack },
        UpdateComplete: { waiter: 'StackUpdateComplete', params: ofStack },
        DeleteComplete: { waiter: 'StackDeleteComplete', params: ofStack },
      },
    },
    StackResource: {
      identifiers: ['StackName', 'LogicalResourceId'],
      id: 'PhysicalResourceId',
      label: ['LogicalResourceId'],
      state: 'ResourceStatus',
      description: ['ResourceType', 'ResourceStatus'],
      columns: [
        ['Type', 'ResourceType'],
        ['Physical ID', 'PhysicalResourceId'],
        ['Status', 'ResourceStatus'],
        ['Reason', 'ResourceStatusReason'],
        ['Updated', 'LastUpdatedTimestamp'],
      ],
      icon: 'extensions',
      load: {
        operation: 'DescribeStackResource',
        params: { ...ofStack, LogicalResourceId: identifier('LogicalResourceId') },
        path: 'StackResourceDetail',
      },
    },
    StackEvent: {
      identifiers: ['StackName', 'EventId'],
      label: ['LogicalResourceId', 'EventId'],
      state: 'ResourceStatus',
      description: ['ResourceStatus', '{Timestamp|date}'],
      columns: [
        ['Type', 'ResourceType'],
        ['Status', 'ResourceStatus'],
        ['Reason', 'ResourceStatusReason'],
        ['Time', 'Timestamp'],
      ],
      icon: 'pulse',
    },
    ChangeSet: {
      identifiers: ['ChangeSetId'],
      label: ['ChangeSetName', 'ChangeSetId'],
      state: 'Status',
      description: ['Status', 'ExecutionStatus', '{CreationTime|date}'],
      columns: [
        ['Status', 'Status'],
        ['Reason', 'StatusReason'],
        ['Description', 'Description'],
      ],
      icon: 'diff',
      arn: 'ChangeSetId',
      load: {
        operation: 'DescribeChangeSet',
        params: { ChangeSetName: identifier('ChangeSetId') },
      },
      actions: {
        Execute: {
          title: 'Execute',
          risk: 'D',
          operation: 'ExecuteChangeSet',
          params: { ChangeSetName: identifier('ChangeSetId') },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteChangeSet',
          params: { ChangeSetName: identifier('ChangeSetId') },
        },
      },
    },
  },
};
