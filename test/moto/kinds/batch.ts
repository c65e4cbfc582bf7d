import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, roleOf } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    ComputeEnvironment: {
      create: makeEnvironment,
      loaded: { type: 'UNMANAGED', status: 'VALID' },
      actions: [run('SetState', { state: 'DISABLED' })],
      references: { ServiceRole: 1, EcsCluster: 1 },
    },
    JobQueue: {
      create: makeQueue,
      loaded: { state: 'ENABLED', priority: 1 },
      actions: [run('SetState', { state: 'DISABLED' })],
      references: { ComputeEnvironments: 1 },
    },
    JobDefinition: {
      create: (stage) =>
        made(stage, 'JobDefinition', {
          operation: 'RegisterJobDefinition',
          input: {
            jobDefinitionName: stage.unique('job'),
            type: 'container',
            containerProperties: { image: 'busybox', vcpus: 1, memory: 128 },
          },
          from: { jobDefinitionArn: 'jobDefinitionArn' },
        }),
      loaded: { status: 'ACTIVE', revision: 1 },
      remove: run('Deregister'),
    },
    SchedulingPolicy: {
      create: (stage) =>
        made(stage, 'SchedulingPolicy', {
          operation: 'CreateSchedulingPolicy',
          input: { name: stage.unique('policy'), fairsharePolicy: { shareDecaySeconds: 1 } },
          from: { arn: 'arn' },
        }),
      loaded: { fairsharePolicy: { shareDecaySeconds: 1 } },
    },
  },
  unserved: {
    Job: 'moto runs jobs in Docker.',
    'JobQueue.SubmitJob': 'moto runs jobs in Docker.',
    'ComputeEnvironment.SetCapacity': 'Only of managed environments.',
    ...because(notInMoto, 'JobQueue.GetSnapshot'),
  },
};

async function makeEnvironment(stage: Stage): Promise<Resource> {
  return made(stage, 'ComputeEnvironment', {
    operation: 'CreateComputeEnvironment',
    input: {
      computeEnvironmentName: stage.unique('environment'),
      type: 'UNMANAGED',
      state: 'ENABLED',
      serviceRole: await roleOf(stage),
    },
    from: { computeEnvironmentArn: 'computeEnvironmentArn' },
  });
}

async function makeQueue(stage: Stage): Promise<Resource> {
  const computeEnvironment = (await stage.example('ComputeEnvironment')).id;
  return made(stage, 'JobQueue', {
    operation: 'CreateJobQueue',
    input: {
      jobQueueName: stage.unique('queue'),
      state: 'ENABLED',
      priority: 1,
      computeEnvironmentOrder: [{ order: 1, computeEnvironment }],
    },
    from: { jobQueueArn: 'jobQueueArn' },
  });
}
