import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofExecution = { AutomationExecutionId: identifier('AutomationExecutionId') };

export const automationExecution: Kind = {
  identifiers: ['AutomationExecutionId'],
  label: ['DocumentName', 'AutomationExecutionId'],
  state: 'AutomationExecutionStatus',
  description: ['AutomationExecutionStatus', '{ExecutionStartTime|date}'],
  columns: [
    ['Document', 'DocumentName'],
    ['Status', 'AutomationExecutionStatus'],
    ['Failure', 'FailureMessage'],
    ['Step', 'CurrentStepName'],
    ['By', 'ExecutedBy'],
    ['Started', '{ExecutionStartTime|date}'],
    ['Ended', '{ExecutionEndTime|date}'],
  ],
  icon: 'run-all',
  arn: 'arn:{partition}:ssm:{region}:{account}:automation-execution/{AutomationExecutionId}',
  consoleUrl: '{c}/systems-manager/automation/execution/{AutomationExecutionId}?region={region}',
  load: {
    operation: 'GetAutomationExecution',
    params: ofExecution,
    path: 'AutomationExecution',
  },
  actions: { Stop: act('Stop', 'D', 'StopAutomationExecution', ofExecution) },
  has: {
    Document: to('DocumentName', 'Document'),
    Parent: to('ParentAutomationExecutionId', 'AutomationExecution'),
  },
};
