import type { Kind } from '../../core/resources/kind.ts';
import { ask } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { arns, cluster, described, inCluster } from './rules.ts';

export const ecsCluster: Kind = {
  identifiers: ['clusterArn'],
  label: ['{clusterArn|last}'],
  state: 'status',
  description: ['status', '{activeServicesCount|count:service}', '{runningTasksCount|count:task}'],
  columns: [
    ['Status', 'status'],
    ['Services', 'activeServicesCount'],
    ['Running tasks', 'runningTasksCount'],
    ['Pending tasks', 'pendingTasksCount'],
    ['Container instances', 'registeredContainerInstancesCount'],
  ],
  icon: 'server-environment',
  arn: 'clusterArn',
  arnPattern: 'arn:{partition}:ecs:{region}:{account}:cluster/{*}',
  consoleUrl: '{c}/ecs/v2/clusters/{clusterArn|last|url}/services?region={region}',
  load: described('DescribeClusters', 'clusterArn', 'clusters', 100, {
    include: ['STATISTICS', 'TAGS'],
  }),
  hydrate: true,
  collections: {
    Services: arns('Services', 'ListServices', 'Service', 'serviceArn'),
    Tasks: arns('Tasks', 'ListTasks', 'Task', 'taskArn'),
    ContainerInstances: arns(
      'Container Instances',
      'ListContainerInstances',
      'ContainerInstance',
      'containerInstanceArn',
    ),
  },
  actions: {
    RunTask: act(
      'Run Task',
      'W',
      'RunTask',
      { ...inCluster, taskDefinition: ask('taskDefinition') },
      {
        failures: 'failures',
        result: {
          kind: 'Task',
          path: 'tasks[]',
          identifiers: { clusterArn: cluster, taskArn: 'taskArn' },
        },
      },
    ),
    UpdateSettings: act('Update Settings', 'W', 'UpdateClusterSettings', {
      ...inCluster,
      settings: ask('settings'),
    }),
    Delete: act('Delete', 'X', 'DeleteCluster', inCluster),
  },
};
