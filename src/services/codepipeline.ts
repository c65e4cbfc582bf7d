import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofPipeline = { name: identifier('name') };
const inPipeline = { pipelineName: identifier('pipelineName') };
const ofExecution = { ...inPipeline, pipelineExecutionId: identifier('pipelineExecutionId') };
const ofStage = { ...inPipeline, stageName: identifier('stageName') };
const named = { pipelineName: identifier('name') };

const Pipeline: Kind = {
  identifiers: ['name'],
  description: ['pipelineType', '{updated|date}'],
  columns: [
    ['Version', 'version'],
    ['Type', 'pipelineType'],
    ['Execution mode', 'executionMode'],
    ['Stages', 'stages[].name'],
    ['Role', '{roleArn|last}'],
    ['Created', '{created|date}'],
    ['Updated', '{updated|date}'],
  ],
  icon: 'type-hierarchy-sub',
  arn: 'arn:{partition}:codepipeline:{region}:{account}:{name}',
  consoleUrl: '{c}/codesuite/codepipeline/pipelines/{name}/view?region={region}',
  load: {
    operation: 'GetPipeline',
    params: ofPipeline,
    path: 'pipeline',
    beside: ['metadata'],
  },
  collections: {
    Executions: {
      title: 'Executions',
      operation: 'ListPipelineExecutions',
      params: named,
      items: [
        {
          kind: 'Execution',
          path: 'pipelineExecutionSummaries[]',
          identifiers: { ...named, pipelineExecutionId: 'pipelineExecutionId' },
        },
      ],
    },
    Stages: {
      title: 'Stages',
      operation: 'GetPipelineState',
      params: ofPipeline,
      items: [
        {
          kind: 'Stage',
          path: 'stageStates[]',
          identifiers: { ...named, stageName: 'stageName' },
        },
      ],
    },
  },
  actions: {
    Start: {
      ...act('Release Change', 'D', 'StartPipelineExecution', ofPipeline),
      result: {
        kind: 'Execution',
        identifiers: { ...named, pipelineExecutionId: 'pipelineExecutionId' },
      },
    },
    Stop: act('Stop Execution', 'D', 'StopPipelineExecution', {
      ...named,
      pipelineExecutionId: ask('pipelineExecutionId'),
    }),
    RetryStage: act('Retry Stage', 'D', 'RetryStageExecution', {
      ...named,
      stageName: ask('stageName'),
      pipelineExecutionId: ask('pipelineExecutionId'),
      retryMode: ask('retryMode'),
    }),
    PutApproval: act('Approve or Reject', 'D', 'PutApprovalResult', {
      ...named,
      stageName: ask('stageName'),
      actionName: ask('actionName'),
      result: ask('result'),
      token: ask('token'),
    }),
    DisableTransition: act('Disable Transition', 'D', 'DisableStageTransition', {
      ...named,
      stageName: ask('stageName'),
      transitionType: ask('transitionType'),
      reason: ask('reason'),
    }),
    EnableTransition: act('Enable Transition', 'D', 'EnableStageTransition', {
      ...named,
      stageName: ask('stageName'),
      transitionType: ask('transitionType'),
    }),
    Delete: act('Delete', 'X', 'DeletePipeline', ofPipeline),
  },
  has: {
    Role: to('roleArn', 'iam.Role'),
    ArtifactBucket: to('artifactStore.location', 's3.Bucket'),
    EncryptionKey: to('artifactStore.encryptionKey.id', 'kms.Key'),
  },
};

const Execution: Kind = {
  identifiers: ['pipelineName', 'pipelineExecutionId'],
  state: 'status',
  description: ['status', '{startTime|date}'],
  columns: [
    ['Status', 'status'],
    ['Summary', 'statusSummary'],
    ['Trigger', 'trigger.triggerType'],
    ['Source revisions', 'sourceRevisions[].revisionSummary'],
    ['Execution mode', 'executionMode'],
    ['Type', 'executionType'],
    ['Started', '{startTime|date}'],
    ['Updated', '{lastUpdateTime|date}'],
  ],
  icon: 'run-all',
  consoleUrl:
    '{c}/codesuite/codepipeline/pipelines/{pipelineName}/executions/{pipelineExecutionId}/timeline?region={region}',
  load: { operation: 'GetPipelineExecution', params: ofExecution, path: 'pipelineExecution' },
  collections: {
    Actions: {
      title: 'Actions',
      inline: true,
      operation: 'ListActionExecutions',
      params: {
        ...inPipeline,
        filter: { pipelineExecutionId: identifier('pipelineExecutionId') },
      },
      items: [
        {
          kind: 'ActionExecution',
          path: 'actionExecutionDetails[]',
          identifiers: { ...inPipeline, actionExecutionId: 'actionExecutionId' },
        },
      ],
    },
  },
  actions: {
    Stop: act('Stop and Wait', 'D', 'StopPipelineExecution', {
      ...ofExecution,
      reason: askOptional('reason'),
    }),
    Abandon: act('Stop and Abandon', 'D', 'StopPipelineExecution', {
      ...ofExecution,
      abandon: true,
      reason: askOptional('reason'),
    }),
  },
  has: {
    Pipeline: { kind: 'Pipeline', identifiers: { name: identifier('pipelineName') } },
    RollbackTarget: {
      member: 'rollbackMetadata.rollbackTargetPipelineExecutionId',
      kind: 'Execution',
      identifiers: inPipeline,
    },
  },
};

const Stage: Kind = {
  identifiers: ['pipelineName', 'stageName'],
  state: 'latestExecution.status',
  description: ['latestExecution.status', '{inboundTransitionState.enabled|if:/transition off}'],
  columns: [
    ['Status', 'latestExecution.status'],
    ['Execution', 'latestExecution.pipelineExecutionId'],
    ['Actions', 'actionStates[].actionName'],
    ['Transition', '{inboundTransitionState.enabled|if:enabled/disabled}'],
    ['Disabled because', 'inboundTransitionState.disabledReason'],
    ['Transition changed', '{inboundTransitionState.lastChangedAt|date}'],
  ],
  icon: 'layers',
  arn: 'arn:{partition}:codepipeline:{region}:{account}:{pipelineName}/{stageName}',
  load: {
    operation: 'GetPipelineState',
    params: { name: identifier('pipelineName') },
    path: 'stageStates[]',
    match: { stageName: 'stageName' },
  },
  actions: {
    Retry: act('Retry', 'D', 'RetryStageExecution', {
      ...ofStage,
      pipelineExecutionId: data('latestExecution.pipelineExecutionId'),
      retryMode: ask('retryMode'),
    }),
    Rollback: act('Roll Back', 'D', 'RollbackStage', {
      ...ofStage,
      targetPipelineExecutionId: ask('targetPipelineExecutionId'),
    }),
    PutApproval: act('Approve or Reject', 'D', 'PutApprovalResult', {
      ...ofStage,
      actionName: ask('actionName'),
      result: ask('result'),
      token: ask('token'),
    }),
    DisableTransition: act('Disable Transition', 'D', 'DisableStageTransition', {
      ...ofStage,
      transitionType: 'Inbound',
      reason: ask('reason'),
    }),
    EnableTransition: act('Enable Transition', 'D', 'EnableStageTransition', {
      ...ofStage,
      transitionType: 'Inbound',
    }),
  },
  has: {
    LatestExecution: {
      member: 'latestExecution.pipelineExecutionId',
      kind: 'Execution',
      identifiers: inPipeline,
    },
  },
};

const ActionExecution: Kind = {
  identifiers: ['pipelineName', 'actionExecutionId'],
  label: ['{stageName}/{actionName}'],
  state: 'status',
  description: ['status', 'input.actionTypeId.provider', '{startTime|date}'],
  columns: [
    ['Status', 'status'],
    ['Provider', 'input.actionTypeId.provider'],
    ['Category', 'input.actionTypeId.category'],
    ['Summary', 'output.executionResult.externalExecutionSummary'],
    ['Error', 'output.executionResult.errorDetails.message'],
    ['Started', '{startTime|date}'],
    ['Updated', '{lastUpdateTime|date}'],
  ],
  icon: 'play-circle',
};

export const codepipeline: ServiceKinds = {
  service: 'codepipeline',
  title: 'CodePipeline',
  icon: 'type-hierarchy-sub',
  collections: {
    Pipelines: {
      title: 'Pipelines',
      operation: 'ListPipelines',
      items: [{ kind: 'Pipeline', path: 'pipelines[]', identifiers: { name: 'name' } }],
    },
  },
  kinds: { Pipeline, Execution, Stage, ActionExecution },
};
