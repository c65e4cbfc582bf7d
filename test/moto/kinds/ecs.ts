import assert from 'node:assert/strict';
import type { ActionOutcome } from '../../../src/core/resources/actions.ts';
import type { Resource } from '../../../src/library.ts';
import { because, instanceOf, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const containerDefinitions = [{ name: 'web', image: 'nginx', memory: 128 }];

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: (stage) =>
        made(stage, 'Cluster', {
          operation: 'CreateCluster',
          input: { clusterName: stage.unique('cluster') },
          from: { clusterArn: 'cluster.clusterArn' },
        }),
      loaded: { status: 'ACTIVE' },
    },
    Service: {
      create: async (stage) => {
        const { id: clusterArn } = await stage.example('Cluster');
        const { id: taskDefinition } = await stage.example('TaskDefinitionRevision');
        const serviceName = stage.unique('service');
        return made(stage, 'Service', {
          operation: 'CreateService',
          input: { cluster: clusterArn, serviceName, taskDefinition, desiredCount: 2 },
          from: { serviceArn: 'service.serviceArn' },
          known: { clusterArn },
        });
      },
      listed: under('Cluster', 'Services'),
      loaded: { status: 'ACTIVE' },
      actions: [
        run('Redeploy'),
        run('UpdateTaskDefinition', async (stage) => ({
          taskDefinition: (await stage.example('TaskDefinitionRevision')).id,
        })),
        run('Scale', { desiredCount: 0 }, { service: { desiredCount: 0 } }),
      ],
      references: { Cluster: 1, TaskDefinition: 1 },
      waits: ['Stable'],
      waitsAfter: ['Inactive'],
    },
    Task: {
      create: async (stage) => {
        const cluster = await stage.example('Cluster');
        await stage.example('ContainerInstance');
        const { id: taskDefinition } = await stage.example('TaskDefinitionRevision');
        return stage.make(cluster, 'RunTask', { taskDefinition });
      },
      listed: under('Cluster', 'Tasks'),
      actions: [
        run('FilterLogEvents', async (stage) => {
          const { logGroupName, logStreamName } = (await stage.example('logs.LogStream'))
            .identifiers;
          return { logGroupName, logStreamNames: [logStreamName] };
        }),
        run('Stop', {}, { task: { desiredStatus: 'STOPPED' } }),
      ],
      references: { Cluster: 1, TaskDefinition: 1, ContainerInstance: 1 },
      waits: ['Stopped'],
      // moto lists it still.
      remove: false,
    },
    ContainerInstance: {
      create: containerInstance,
      listed: under('Cluster', 'ContainerInstances'),
      loaded: { status: 'ACTIVE' },
      actions: [run('UpdateState', { status: 'DRAINING' })],
      references: { Cluster: 1, Instance: 1 },
      remove: run('Deregister', { force: true }),
    },
    TaskDefinition: {
      create: async (stage) => {
        const family = stage.service.get('TaskDefinition', { family: stage.unique('family') });
        await stage.make(family, 'Register', { containerDefinitions });
        return family;
      },
      loaded: { revision: 1 },
      actions: [
        run('Register', { containerDefinitions }, ({ resources }) =>
          assert.match(resources[0]?.id ?? '', /:2$/),
        ),
        run('RunTask', async (stage) => {
          await stage.example('ContainerInstance');
          return { cluster: (await stage.example('Cluster')).id };
        }),
        run('Deregister', (_, { id }) => ({ taskDefinition: `${id}:2` })),
        run('DeleteRevisions', (_, { id }) => ({ taskDefinitions: [`${id}:2`] }), noFailure),
      ],
      children: { Revisions: 1 },
      remove: false,
    },
    TaskDefinitionRevision: {
      create: async (stage) =>
        stage.make(await stage.example('TaskDefinition'), 'Register', { containerDefinitions }),
      listed: under('TaskDefinition', 'Revisions'),
      loaded: { status: 'ACTIVE' },
      remove: run('Delete', deregistered, noFailure),
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'Cluster.UpdateSettings',
      'Service.Deployments',
      'Service.StopDeployment',
      'ServiceDeployment',
      'Task.Execute',
    ),
    'Task.Running': 'moto lets a task end the first time it is described.',
  },
};

async function deregistered(stage: Stage, revision: Resource) {
  await stage.act(revision, 'Deregister');
  return {};
}

function noFailure({ output }: ActionOutcome): void {
  assert.deepEqual(output.failures, []);
}

/** An instance of EC2 that says it is in the cluster. */
async function containerInstance(stage: Stage): Promise<Resource> {
  const { id: clusterArn } = await stage.example('Cluster');
  const instanceIdentityDocument = JSON.stringify({ instanceId: await instanceOf(stage) });
  return made(stage, 'ContainerInstance', {
    operation: 'RegisterContainerInstance',
    input: { cluster: clusterArn, instanceIdentityDocument },
    from: { containerInstanceArn: 'containerInstance.containerInstanceArn' },
    known: { clusterArn },
  });
}
