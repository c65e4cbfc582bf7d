import type { Resource } from '../../../src/library.ts';
import { firstOf, imageOf, made, textAt, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    LoadBalancer: {
      create: makeLoadBalancer,
      loaded: { Scheme: 'internet-facing' },
      actions: [
        run('GetAttributes', {}, { LoadBalancerAttributes: {} }),
        run('GetTags'),
        run('RegisterInstances', async (stage) => ({ Instances: [await instanceOf(stage)] })),
      ],
      children: { InstanceHealth: 1 },
      references: { Vpc: 1, Subnets: 1 },
      waits: ['AnyInstanceInService'],
    },
    InstanceHealth: {
      create: async (stage) => {
        const loadBalancer = await stage.example('LoadBalancer');
        const Instances = [await instanceOf(stage)];
        await stage.act(loadBalancer, 'RegisterInstances', { Instances });
        return firstOf(loadBalancer, 'InstanceHealth');
      },
      listed: under('LoadBalancer', 'InstanceHealth'),
      loaded: { State: 'InService' },
      references: { Instance: 1 },
      waits: ['InService'],
      remove: run('Deregister'),
    },
  },
};

async function makeLoadBalancer(stage: Stage): Promise<Resource> {
  const known = { LoadBalancerName: stage.unique('old') };
  return made(stage, 'LoadBalancer', {
    operation: 'CreateLoadBalancer',
    input: {
      ...known,
      Listeners: [{ Protocol: 'http', LoadBalancerPort: 80, InstancePort: 80 }],
      AvailabilityZones: [`${stage.session.region}a`],
    },
    known,
  });
}

/** An instance for the time of the scenario. */
async function instanceOf(stage: Stage) {
  const ec2 = await stage.client('ec2');
  const output = await ec2.call('RunInstances', {
    ImageId: await imageOf(stage),
    MinCount: 1,
    MaxCount: 1,
  });
  const InstanceId = textAt(output, 'Instances[0].InstanceId');
  stage.after(() => ec2.call('TerminateInstances', { InstanceIds: [InstanceId] }));
  return { InstanceId };
}
