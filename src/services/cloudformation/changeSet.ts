import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofChangeSet = { ChangeSetName: identifier('ChangeSetId') };

export const changeSet: Kind = {
  identifiers: ['ChangeSetId'],
  label: ['ChangeSetName', 'ChangeSetId'],
  state: 'Status',
  description: ['Status', 'ExecutionStatus', '{CreationTime|date}'],
  columns: [
    ['Status', 'Status'],
    ['Reason', 'StatusReason'],
    ['Execution', 'ExecutionStatus'],
    ['Description', 'Description'],
    ['Created', '{CreationTime|date}'],
  ],
  icon: 'diff',
  arn: 'ChangeSetId',
  arnPattern: 'arn:{partition}:cloudformation:{region}:{account}:changeSet/{*}',
  consoleUrl:
    '{c}/cloudformation/home?region={region}#/stacks/changesets/changes?stackId={StackId}&changeSetId={ChangeSetId}',
  load: { operation: 'DescribeChangeSet', params: ofChangeSet },
  actions: {
    Execute: act('Execute', 'D', 'ExecuteChangeSet', ofChangeSet),
    Delete: act('Delete', 'X', 'DeleteChangeSet', ofChangeSet),
  },
  waiters: { CreateComplete: { waiter: 'ChangeSetCreateComplete', params: ofChangeSet } },
  has: { Stack: to('StackId', 'Stack') },
};
