import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier, type Params, text } from '../core/resources/sources.ts';

const cluster = identifier('clusterArn');
const inCluster = { cluster };
const ofService = { cluster, service: identifier('serviceArn') };

function tasks(params: Params): CollectionRule {
  return {
    title: 'Tasks',
    operation: 'ListTasks',
    params: { ...inCluster, ...params },
    pageSize: 100,
    items: [
      { kind: 'Task', path: 'taskArns[]', identifiers: { clusterArn: cluster, taskArn: '@' } },
    ],
  };
}

/** The listings give only ARNs; rows are described together, as many as an operation takes. */
export const ecs: ServiceKinds = {
  service: 'ecs',
  title: 'ECS',
  icon: 'package',
  collections: {
    Clusters: {
      title: 'Clusters',
      operation: 'ListClusters',
      pageSize: 100,
      items: [{ kind: 'Cluster', path: 'clusterArns[]', identifiers: { clusterArn: '@' } }],
    },
  },
  kinds: {
    Cluster: {
      identifiers: ['clusterArn'],
      label: ['{clusterArn|last}'],
      state: 'status',
      description: [
        'status',
        '{activeServicesCount|count:service}',
        '{runningTasksCount|count:task}',
      ],
      columns: [
        ['Status', 'status'],
        ['Services', 'activeServicesCount'],
        ['Running tasks', 'runningTasksCount'],
        ['Pending tasks', 'pendingTasksCount'],
        ['Container instances', 'registeredContainerInstancesCount'],
      ],
      icon: 'server-environment',
      arn: 'clusterArn',
      consoleUrl: '{c}/ecs/v2/clusters/{clusterArn|last|url}/services?region={region}',
      load: {
        operation: 'DescribeClusters',
        params: { clusters: [cluster], include: ['STATISTICS', 'TAGS'] },
        path: 'clusters[0]',
        batch: {
          size: 100,
          param: 'clusters',
          identifier: 'clusterArn',
          path: 'clusters[]',
          member: 'clusterArn',
        },
      },
      hydrate: true,
      collections: {
        Services: {
          title: 'Services',
          operation: 'ListServices',
          params: inCluster,
          pageSize: 100,
          items: [
            {
              kind: 'Service',
              path: 'serviceArns[]',
              identifiers: { clusterArn: cluster, serviceArn: '@' },
            },
          ],
        },
        Tasks: tasks({}),
        ContainerInstances: {
          title: 'Container Instances',
          operation: 'ListContainerInstances',
          params: inCluster,
          pageSize: 100,
          items: [
            {
              kind: 'ContainerInstance',
              path: 'containerInstanceArns[]',
              identifiers: { clusterArn: cluster, containerInstanceArn: '@' },
            },
          ],
        },
      },
      actions: {
        RunTask: {
          title: 'Run Task',
          risk: 'W',
          operation: 'RunTask',
          params: { ...inCluster, taskDefinition: ask('taskDefinition') },
        },
        UpdateSettings: {
          title: 'Update Settings',
          risk: 'W',
          operation: 'UpdateClusterSettings',
          params: { ...inCluster, settings: ask('settings') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteCluster', params: inCluster },
      },
    },
    Service: {
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
        ['Created', 'createdAt'],
      ],
      icon: 'server-process',
      arn: 'serviceArn',
      consoleUrl:
        '{c}/ecs/v2/clusters/{clusterArn|last|url}/services/{serviceArn|last|url}/health?region={region}',
      load: {
        operation: 'DescribeServices',
        params: { ...inCluster, services: [identifier('serviceArn')] },
        path: 'services[0]',
        batch: {
          size: 10,
          param: 'services',
          identifier: 'serviceArn',
          path: 'services[]',
          member: 'serviceArn',
        },
      },
      hydrate: true,
      collections: {
        Tasks: { ...tasks({ serviceName: text('{serviceArn|last}') }), inline: true },
      },
      actions: {
        Scale: {
          title: 'Scale',
          risk: 'D',
          operation: 'UpdateService',
          params: { ...ofService, desiredCount: ask('desiredCount') },
        },
        Redeploy: {
          title: 'Force New Deployment',
          risk: 'D',
          operation: 'UpdateService',
          params: { ...ofService, forceNewDeployment: true },
        },
        UpdateTaskDefinition: {
          title: 'Change Task Definition',
          risk: 'D',
          operation: 'UpdateService',
          params: { ...ofService, taskDefinition: ask('taskDefinition') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteService', params: ofService },
      },
      waiters: {
        Stable: {
          waiter: 'ServicesStable',
          params: { ...inCluster, services: [identifier('serviceArn')] },
        },
      },
    },
    Task: {
      identifiers: ['clusterArn', 'taskArn'],
      label: ['{taskArn|last}'],
      state: 'lastStatus',
      description: ['lastStatus', '{taskDefinitionArn|segment}', 'launchType'],
      columns: [
        ['Status', '{lastStatus}, to be {desiredStatus}'],
        ['Task definition', '{taskDefinitionArn|segment}'],
        ['Health', 'healthStatus'],
        ['Size', '{cpu} CPU units, {memory} MiB'],
        ['Started', 'startedAt'],
        ['Stopped because', 'stoppedReason'],
      ],
      icon: 'run-all',
      arn: 'taskArn',
      consoleUrl:
        '{c}/ecs/v2/clusters/{clusterArn|last|url}/tasks/{taskArn|last|url}/configuration?region={region}',
      load: {
        operation: 'DescribeTasks',
        params: { ...inCluster, tasks: [identifier('taskArn')] },
        path: 'tasks[0]',
        batch: {
          size: 100,
          param: 'tasks',
          identifier: 'taskArn',
          path: 'tasks[]',
          member: 'taskArn',
        },
      },
      hydrate: true,
      actions: {
        Execute: {
          title: 'Open Shell',
          risk: 'L',
          operation: 'ExecuteCommand',
          params: {
            ...inCluster,
            task: identifier('taskArn'),
            command: ask('command'),
            interactive: true,
          },
        },
        Stop: {
          title: 'Stop',
          risk: 'D',
          operation: 'StopTask',
          params: { ...inCluster, task: identifier('taskArn') },
        },
      },
      waiters: {
        Running: {
          waiter: 'TasksRunning',
          params: { ...inCluster, tasks: [identifier('taskArn')] },
        },
        Stopped: {
          waiter: 'TasksStopped',
          params: { ...inCluster, tasks: [identifier('taskArn')] },
        },
      },
    },
    ContainerInstance: {
      identifiers: ['clusterArn', 'containerInstanceArn'],
      label: ['ec2InstanceId', '{containerInstanceArn|last}'],
      state: 'status',
      description: ['status', '{runningTasksCount|count:task}'],
      icon: 'server',
      arn: 'containerInstanceArn',
      load: {
        operation: 'DescribeContainerInstances',
        params: { ...inCluster, containerInstances: [identifier('containerInstanceArn')] },
        path: 'containerInstances[0]',
        batch: {
          size: 100,
          param: 'containerInstances',
          identifier: 'containerInstanceArn',
          path: 'containerInstances[]',
          member: 'containerInstanceArn',
        },
      },
      hydrate: true,
      actions: {
        UpdateState: {
          title: 'Drain or Activate',
          risk: 'D',
          operation: 'UpdateContainerInstancesState',
          params: {
            ...inCluster,
            containerInstances: [identifier('containerInstanceArn')],
            status: ask('status'),
          },
        },
        Deregister: {
          title: 'Deregister',
          risk: 'X',
          operation: 'DeregisterContainerInstance',
          params: { ...inCluster, containerInstance: identifier('containerInstanceArn') },
        },
      },
    },
  },
};
