import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';
import { described, inCluster, toCluster } from './rules.ts';

const containerInstanceArn = identifier('containerInstanceArn');

export const containerInstance: Kind = {
  identifiers: ['clusterArn', 'containerInstanceArn'],
  label: ['ec2InstanceId', '{containerInstanceArn|last}'],
  state: 'status',
  description: ['status', '{runningTasksCount|count:task}'],
  columns: [
    ['Status', 'status'],
    ['Instance', 'ec2InstanceId'],
    ['Running tasks', 'runningTasksCount'],
    ['Pending tasks', 'pendingTasksCount'],
    ['Agent', '{agentConnected|if:connected/not connected}'],
    ['Registered', '{registeredAt|date}'],
  ],
  icon: 'server',
  arn: 'containerInstanceArn',
  arnPattern:
    'arn:{partition}:ecs:{region}:{account}:container-instance/{clusterArn|last}/{containerInstanceArn|last}',
  consoleUrl:
    '{c}/ecs/v2/clusters/{clusterArn|last|url}/infrastructure/container-instances/{containerInstanceArn|last|url}?region={region}',
  load: described(
    'DescribeContainerInstances',
    'containerInstanceArn',
    'containerInstances',
    100,
    inCluster,
  ),
  hydrate: true,
  actions: {
    UpdateState: act(
      'Drain or Activate',
      'D',
      'UpdateContainerInstancesState',
      { ...inCluster, containerInstances: [containerInstanceArn], status: ask('status') },
      { failures: 'failures', batch: { size: 10 } },
    ),
    Deregister: act('Deregister', 'X', 'DeregisterContainerInstance', {
      ...inCluster,
      containerInstance: containerInstanceArn,
    }),
  },
  has: { Cluster: toCluster, Instance: to('ec2InstanceId') },
};
