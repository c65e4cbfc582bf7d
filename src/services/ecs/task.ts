import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';
import { described, inCluster, toCluster } from './rules.ts';

const taskArn = identifier('taskArn');
const ofTask = { ...inCluster, task: taskArn };
const ofTasks = { ...inCluster, tasks: [taskArn] };

export const task: Kind = {
  identifiers: ['clusterArn', 'taskArn'],
  label: ['{taskArn|last}'],
  state: 'lastStatus',
  description: ['lastStatus', '{taskDefinitionArn|segment}', 'launchType'],
  columns: [
    ['Status', '{lastStatus}, to be {desiredStatus}'],
    ['Task definition', '{taskDefinitionArn|segment}'],
    ['Health', 'healthStatus'],
    ['Size', '{cpu} CPU units, {memory} MiB'],
    ['Started', '{startedAt|date}'],
    ['Stopped because', 'stoppedReason'],
  ],
  icon: 'run-all',
  arn: 'taskArn',
  arnPattern: 'arn:{partition}:ecs:{region}:{account}:task/{clusterArn|last}/{taskArn|last}',
  consoleUrl:
    '{c}/ecs/v2/clusters/{clusterArn|last|url}/tasks/{taskArn|last|url}/configuration?region={region}',
  load: described('DescribeTasks', 'taskArn', 'tasks', 100, inCluster),
  hydrate: true,
  actions: {
    FilterLogEvents: act(
      'Show Log Events',
      'R',
      'FilterLogEvents',
      { logGroupName: ask('logGroupName'), logStreamNames: ask('logStreamNames') },
      { service: 'logs' },
    ),
    Execute: act('Open Shell', 'L', 'ExecuteCommand', {
      ...ofTask,
      command: ask('command'),
      interactive: true,
    }),
    Stop: act('Stop', 'D', 'StopTask', ofTask),
  },
  waiters: {
    Running: { waiter: 'TasksRunning', params: ofTasks },
    Stopped: { waiter: 'TasksStopped', params: ofTasks },
  },
  has: {
    Cluster: toCluster,
    TaskDefinition: to('taskDefinitionArn', 'TaskDefinitionRevision'),
    ContainerInstance: {
      member: 'containerInstanceArn',
      kind: 'ContainerInstance',
      identifiers: { clusterArn: data('clusterArn') },
    },
  },
};
