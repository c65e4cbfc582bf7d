import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier, text } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';
import { arns, described, inCluster, toCluster } from './rules.ts';

const service = identifier('serviceArn');
const ofService = { ...inCluster, service };
const ofDeployment = { serviceDeploymentArn: identifier('serviceDeploymentArn') };

export const ecsService: Kind = {
  identifiers: ['clusterArn', 'serviceArn'],
  label: ['{serviceArn|last}'],
  state: 'status',
  description: ['status', '{runningCount}/{desiredCount} running', 'launchType'],
  columns: [
    ['Status', 'status'],
    ['Running', '{runningCount} of {desiredCount}'],
    ['Pending', 'pendingCount'],
    ['Task definition', '{taskDefinition|segment}'],
    ['Launch type', 'launchType'],
    ['Created', '{createdAt|date}'],
  ],
  icon: 'server-process',
  arn: 'serviceArn',
  arnPattern: 'arn:{partition}:ecs:{region}:{account}:service/{clusterArn|last}/{serviceArn|last}',
  consoleUrl:
    '{c}/ecs/v2/clusters/{clusterArn|last|url}/services/{serviceArn|last|url}/health?region={region}',
  load: described('DescribeServices', 'serviceArn', 'services', 10, inCluster),
  hydrate: true,
  collections: {
    Tasks: {
      ...arns('Tasks', 'ListTasks', 'Task', 'taskArn', { serviceName: text('{serviceArn|last}') }),
      inline: true,
    },
    Deployments: {
      ...list('Deployments', 'ListServiceDeployments', ofService, [
        'ServiceDeployment',
        'serviceDeployments[]',
        { serviceDeploymentArn: 'serviceDeploymentArn' },
      ]),
      tokens: { input: 'nextToken', output: 'nextToken' },
    },
  },
  actions: {
    Scale: act('Scale', 'D', 'UpdateService', { ...ofService, desiredCount: ask('desiredCount') }),
    Redeploy: act('Force New Deployment', 'D', 'UpdateService', {
      ...ofService,
      forceNewDeployment: true,
    }),
    UpdateTaskDefinition: act('Change Task Definition', 'D', 'UpdateService', {
      ...ofService,
      taskDefinition: ask('taskDefinition'),
    }),
    StopDeployment: act('Stop Deployment', 'D', 'StopServiceDeployment', {
      serviceDeploymentArn: ask('serviceDeploymentArn'),
    }),
    Delete: act('Delete', 'X', 'DeleteService', ofService),
  },
  waiters: {
    Stable: { waiter: 'ServicesStable', params: { ...inCluster, services: [service] } },
    Inactive: { waiter: 'ServicesInactive', params: { ...inCluster, services: [service] } },
  },
  has: {
    Cluster: toCluster,
    TaskDefinition: to('taskDefinition', 'TaskDefinitionRevision'),
    TargetGroups: to('loadBalancers[].targetGroupArn', 'elbv2.TargetGroup'),
    Role: to('roleArn', 'iam.Role'),
    Subnets: to('networkConfiguration.awsvpcConfiguration.subnets[]', 'ec2.Subnet'),
    SecurityGroups: to(
      'networkConfiguration.awsvpcConfiguration.securityGroups[]',
      'ec2.SecurityGroup',
    ),
  },
};

export const serviceDeployment: Kind = {
  identifiers: ['serviceDeploymentArn'],
  label: ['{createdAt|date}', '{serviceDeploymentArn|last}'],
  state: 'status',
  description: ['status', 'statusReason'],
  columns: [
    ['Status', 'status'],
    ['Reason', 'statusReason'],
    ['Revision', '{targetServiceRevisionArn|last}'],
    ['Created', '{createdAt|date}'],
    ['Finished', '{finishedAt|date}'],
  ],
  icon: 'rocket',
  arn: 'serviceDeploymentArn',
  arnPattern: 'arn:{partition}:ecs:{region}:{account}:service-deployment/{*}/{*}/{*}',
  load: {
    operation: 'DescribeServiceDeployments',
    params: { serviceDeploymentArns: [identifier('serviceDeploymentArn')] },
    path: 'serviceDeployments[0]',
  },
  actions: { Stop: act('Stop', 'D', 'StopServiceDeployment', ofDeployment) },
  has: {
    Service: {
      member: 'serviceArn',
      kind: 'Service',
      identifiers: { clusterArn: data('clusterArn') },
    },
  },
};
