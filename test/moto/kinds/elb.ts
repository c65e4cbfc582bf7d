import type { Resource } from '../../../src/library.ts';
import { firstOf, instanceOf, made, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    LoadBalancer: {
      create: makeLoadBalancer,
      loaded: { Scheme: 'internet-facing' },
      actions: [
        run('GetAttributes', {}, { LoadBalancerAttributes: {} }),
        run('GetTags'),
        run('RegisterInstances', async (stage) => ({
          Instances: [{ InstanceId: await instanceOf(stage) }],
        })),
      ],
      children: { InstanceHealth: 1 },
      references: { Vpc: 1, Subnets: 1 },
      waits: ['AnyInstanceInService'],
    },
    InstanceHealth: {
      create: async (stage) => {
        const loadBalancer = await stage.example('LoadBalancer');
        const Instances = [{ InstanceId: await instanceOf(stage) }];
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
  unserved: {
    'InstanceHealth.Deregistered': 'moto says Unknown of an instance that was taken away.',
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
