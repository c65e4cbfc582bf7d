import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, requested } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofApplication = { applicationName: identifier('applicationName') };
const ofGroup = { ...ofApplication, deploymentGroupName: identifier('deploymentGroupName') };
const ofDeployment = { deploymentId: identifier('deploymentId') };
const ofConfig = { deploymentConfigName: identifier('deploymentConfigName') };
const made = { kind: 'Deployment', identifiers: { deploymentId: 'deploymentId' } };

const Application: Kind = {
  identifiers: ['applicationName'],
  description: ['computePlatform', '{createTime|date}'],
  columns: [
    ['Platform', 'computePlatform'],
    ['ID', 'applicationId'],
    ['GitHub account', 'gitHubAccountName'],
    ['Created', '{createTime|date}'],
  ],
  icon: 'package',
  arn: 'arn:{partition}:codedeploy:{region}:{account}:application:{applicationName}',
  consoleUrl: '{c}/codesuite/codedeploy/applications/{applicationName}?region={region}',
  load: {
    operation: 'BatchGetApplications',
    params: { applicationNames: [identifier('applicationName')] },
    path: 'applicationsInfo[0]',
    batch: {
      size: 100,
      param: 'applicationNames',
      identifier: 'applicationName',
      path: 'applicationsInfo[]',
      member: 'applicationName',
    },
  },
  hydrate: true,
  collections: {
    DeploymentGroups: {
      title: 'Deployment Groups',
      operation: 'ListDeploymentGroups',
      params: ofApplication,
      items: [
        {
          kind: 'DeploymentGroup',
          path: 'deploymentGroups[]',
          identifiers: { ...ofApplication, deploymentGroupName: '@' },
        },
      ],
    },
  },
  actions: {
    ListRevisions: act('Show Revisions', 'R', 'ListApplicationRevisions', {
      ...ofApplication,
      sortBy: 'registerTime',
      sortOrder: 'descending',
    }),
    CreateDeployment: {
      ...act('Create Deployment', 'D', 'CreateDeployment', {
        ...ofApplication,
        deploymentGroupName: ask('deploymentGroupName'),
        revision: askOptional('revision'),
      }),
      result: made,
    },
    StopDeployment: act('Stop Deployment', 'D', 'StopDeployment', {
      deploymentId: ask('deploymentId'),
    }),
    Delete: act('Delete', 'X', 'DeleteApplication', ofApplication),
  },
};

const DeploymentGroup: Kind = {
  identifiers: ['applicationName', 'deploymentGroupName'],
  description: ['lastAttemptedDeployment.status', 'computePlatform'],
  columns: [
    ['Platform', 'computePlatform'],
    ['Type', 'deploymentStyle.deploymentType'],
    ['Configuration', 'deploymentConfigName'],
    ['Last deployment', 'lastAttemptedDeployment.status'],
    ['Last success', '{lastSuccessfulDeployment.endTime|date}'],
    ['Auto Scaling groups', 'autoScalingGroups[].name'],
    ['Role', '{serviceRoleArn|last}'],
  ],
  icon: 'server-environment',
  arn: 'arn:{partition}:codedeploy:{region}:{account}:deploymentgroup:{applicationName}/{deploymentGroupName}',
  consoleUrl:
    '{c}/codesuite/codedeploy/applications/{applicationName}/deployment-groups/{deploymentGroupName}?region={region}',
  load: {
    operation: 'BatchGetDeploymentGroups',
    params: { ...ofApplication, deploymentGroupNames: [identifier('deploymentGroupName')] },
    path: 'deploymentGroupsInfo[0]',
    batch: {
      size: 100,
      param: 'deploymentGroupNames',
      identifier: 'deploymentGroupName',
      path: 'deploymentGroupsInfo[]',
      member: 'deploymentGroupName',
    },
  },
  hydrate: true,
  collections: {
    Deployments: {
      title: 'Deployments',
      inline: true,
      operation: 'ListDeployments',
      params: ofGroup,
      items: [{ kind: 'Deployment', path: 'deployments[]', identifiers: { deploymentId: '@' } }],
    },
  },
  actions: {
    CreateDeployment: {
      ...act('Create Deployment', 'D', 'CreateDeployment', {
        ...ofGroup,
        revision: askOptional('revision'),
      }),
      result: made,
    },
    Delete: act('Delete', 'X', 'DeleteDeploymentGroup', ofGroup),
  },
  has: {
    Application: { kind: 'Application', identifiers: ofApplication },
    ServiceRole: to('serviceRoleArn', 'iam.Role'),
    DeploymentConfig: to('deploymentConfigName', 'DeploymentConfig'),
    LastDeployment: to('lastAttemptedDeployment.deploymentId', 'Deployment'),
    AutoScalingGroups: to('autoScalingGroups[].name', 'autoscaling.AutoScalingGroup'),
    Topics: to('triggerConfigurations[].triggerTargetArn', 'sns.Topic'),
  },
};

const Deployment: Kind = {
  identifiers: ['deploymentId'],
  idPattern: '^d-[0-9A-Z]{9}$',
  state: 'status',
  description: ['status', 'deploymentGroupName', '{createTime|date}'],
  columns: [
    ['Status', 'status'],
    ['Application', 'applicationName'],
    ['Deployment group', 'deploymentGroupName'],
    ['Configuration', 'deploymentConfigName'],
    ['Error', 'errorInformation.message'],
    ['Started by', 'creator'],
    ['Created', '{createTime|date}'],
    ['Completed', '{completeTime|date}'],
  ],
  icon: 'rocket',
  consoleUrl: '{c}/codesuite/codedeploy/deployments/{deploymentId}?region={region}',
  load: {
    operation: 'BatchGetDeployments',
    params: { deploymentIds: [identifier('deploymentId')] },
    path: 'deploymentsInfo[0]',
    batch: {
      size: 25,
      param: 'deploymentIds',
      identifier: 'deploymentId',
      path: 'deploymentsInfo[]',
      member: 'deploymentId',
    },
  },
  hydrate: true,
  collections: {
    Targets: {
      title: 'Targets',
      inline: true,
      operation: 'ListDeploymentTargets',
      params: ofDeployment,
      items: [
        {
          kind: 'DeploymentTarget',
          path: 'targetIds[]',
          identifiers: { ...ofDeployment, targetId: '@' },
        },
      ],
    },
  },
  actions: {
    Continue: act('Continue', 'D', 'ContinueDeployment', {
      ...ofDeployment,
      deploymentWaitType: ask('deploymentWaitType'),
    }),
    Stop: act('Stop', 'D', 'StopDeployment', { ...ofDeployment, autoRollbackEnabled: false }),
    Rollback: act('Stop and Roll Back', 'D', 'StopDeployment', {
      ...ofDeployment,
      autoRollbackEnabled: true,
    }),
  },
  waiters: { Successful: { waiter: 'DeploymentSuccessful', params: ofDeployment } },
  has: {
    Application: to('applicationName', 'Application'),
    DeploymentConfig: to('deploymentConfigName', 'DeploymentConfig'),
    RevisionBucket: to('revision.s3Location.bucket', 's3.Bucket'),
    RolledBackTo: to('rollbackInfo.rollbackDeploymentId', 'Deployment'),
  },
};

const DeploymentTarget: Kind = {
  identifiers: ['deploymentId', 'targetId'],
  description: [
    'instanceTarget.status',
    'lambdaTarget.status',
    'ecsTarget.status',
    'cloudFormationTarget.status',
  ],
  columns: [
    ['Type', 'deploymentTargetType'],
    ['Instance', '{instanceTarget.targetArn|last}'],
    ['Instance label', 'instanceTarget.instanceLabel'],
    ['Function', 'lambdaTarget.lambdaFunctionInfo.functionName'],
    ['ECS service', '{ecsTarget.targetArn|last}'],
    ['Resource type', 'cloudFormationTarget.resourceType'],
  ],
  icon: 'server',
  load: {
    operation: 'GetDeploymentTarget',
    params: { ...ofDeployment, targetId: identifier('targetId') },
    path: 'deploymentTarget',
  },
  hydrate: true,
  has: {
    // Those on the premises have ARNs of their own.
    Instance: to('instanceTarget.targetArn'),
    Function: to('lambdaTarget.lambdaFunctionInfo.functionName', 'lambda.Function'),
    EcsService: to('ecsTarget.targetArn'),
  },
};

const DeploymentConfig: Kind = {
  identifiers: ['deploymentConfigName'],
  description: ['computePlatform', 'trafficRoutingConfig.type'],
  columns: [
    ['Platform', 'computePlatform'],
    ['Healthy hosts', '{minimumHealthyHosts.type} {minimumHealthyHosts.value}'],
    ['Traffic', 'trafficRoutingConfig.type'],
    ['Created', '{createTime|date}'],
  ],
  icon: 'settings-gear',
  arn: 'arn:{partition}:codedeploy:{region}:{account}:deploymentconfig:{deploymentConfigName}',
  load: { operation: 'GetDeploymentConfig', params: ofConfig, path: 'deploymentConfigInfo' },
  actions: { Delete: act('Delete', 'X', 'DeleteDeploymentConfig', ofConfig) },
};

export const codedeploy: ServiceKinds = {
  service: 'codedeploy',
  title: 'CodeDeploy',
  icon: 'rocket',
  collections: {
    Applications: {
      title: 'Applications',
      operation: 'ListApplications',
      items: [
        { kind: 'Application', path: 'applications[]', identifiers: { applicationName: '@' } },
      ],
    },
    // By application alone AWS refuses to list them: it wants the deployment group too, or neither.
    Deployments: {
      title: 'Deployments',
      operation: 'ListDeployments',
      items: [{ kind: 'Deployment', path: 'deployments[]', identifiers: { deploymentId: '@' } }],
    },
    DeploymentConfigs: {
      title: 'Deployment Configurations',
      operation: 'ListDeploymentConfigs',
      items: [
        {
          kind: 'DeploymentConfig',
          path: 'deploymentConfigsList[]',
          identifiers: { deploymentConfigName: '@' },
        },
      ],
    },
  },
  actions: {
    CreateApplication: {
      ...act('Create Application', 'W', 'CreateApplication', {
        applicationName: ask('applicationName'),
        computePlatform: askOptional('computePlatform'),
      }),
      result: {
        kind: 'Application',
        identifiers: { applicationName: requested('applicationName') },
      },
    },
  },
  kinds: { Application, DeploymentGroup, Deployment, DeploymentTarget, DeploymentConfig },
};
