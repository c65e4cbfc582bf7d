import { because, firstOf, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const step = {
  Name: 'count',
  ActionOnFailure: 'CONTINUE',
  HadoopJarStep: { Jar: 'command-runner.jar', Args: ['count'] },
};

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: async (stage) => {
        const { JobFlowId } = await (await stage.client()).call('RunJobFlow', {
          Name: stage.unique('cluster'),
          ReleaseLabel: 'emr-7.0.0',
          ServiceRole: 'EMR_DefaultRole',
          JobFlowRole: 'EMR_EC2_DefaultRole',
          Instances: {
            InstanceGroups: [
              { InstanceRole: 'MASTER', InstanceType: 'm5.xlarge', InstanceCount: 1 },
              { InstanceRole: 'CORE', InstanceType: 'm5.xlarge', InstanceCount: 2 },
            ],
            KeepJobFlowAliveWhenNoSteps: true,
          },
        });
        return stage.service.get('Cluster', { Id: String(JobFlowId) });
      },
      loaded: { ReleaseLabel: 'emr-7.0.0' },
      actions: [
        run('AddSteps', { Steps: [step] }),
        run('SetTerminationProtection', { TerminationProtected: false }),
      ],
      children: { Steps: 1, InstanceGroups: 2, Instances: 3 },
      waits: ['Running'],
      remove: run('Terminate'),
      waitsAfter: ['Terminated'],
    },
    Step: {
      create: async (stage) => {
        const cluster = await stage.example('Cluster');
        const { output } = await stage.act(cluster, 'AddSteps', { Steps: [step] });
        const [Id = ''] = output.StepIds as readonly string[];
        return stage.service.get('Step', { ClusterId: cluster.identifiers.Id ?? '', Id });
      },
      listed: async (stage) => (await stage.example('Cluster')).collection('Steps'),
      loaded: { Name: 'count' },
    },
    Instance: {
      create: async (stage) => firstOf(await stage.example('Cluster'), 'Instances'),
      listed: under('Cluster', 'Instances'),
    },
    InstanceGroup: {
      create: async (stage) => {
        const cluster = await stage.example('Cluster');
        const { items } = await cluster.collection('InstanceGroups').page();
        const [first] = items;
        if (!first) throw new Error('A cluster without groups.');
        return first;
      },
      listed: async (stage) => (await stage.example('Cluster')).collection('InstanceGroups'),
      actions: [run('Resize', { InstanceCount: 2 })],
    },
  },
  unserved: {
    'Step.Complete': 'moto does not end steps.',
    ...because(notInMoto, 'Cluster.CancelSteps', 'Step.Cancel'),
    'Cluster.InstanceFleets': 'moto has no fleets.',
    InstanceFleet: 'moto has no fleets.',
    Studio: 'moto has no studios.',
  },
};
