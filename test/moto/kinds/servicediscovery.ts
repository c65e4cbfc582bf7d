import { foundIn, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const attributes = { Attributes: { AWS_INSTANCE_IPV4: '10.0.0.1' } };

export const scenarios: ServiceScenarios = {
  kinds: {
    Namespace: {
      create: async (stage) => {
        const Name = stage.unique('space');
        await stage.act(stage.service, 'CreateHttpNamespace', { Name });
        for await (const one of stage.service.collection('Namespaces')) {
          if (one.label === Name) return one;
        }
        throw new Error(`${Name} is not listed.`);
      },
      loaded: { Type: 'HTTP' },
    },
    Service: {
      create: async (stage) =>
        stage.make(await stage.example('Namespace'), 'CreateService', { Name: 'orders' }),
      listed: under('Namespace', 'Services'),
      loaded: { Name: 'orders' },
      actions: [run('GetHealth')],
    },
    Instance: {
      create: async (stage) => {
        const service = await stage.example('Service');
        await stage.act(service, 'RegisterInstance', { InstanceId: 'one', ...attributes });
        return foundIn(service.collection('Instances'), 'one');
      },
      listed: under('Service', 'Instances'),
      loaded: attributes,
      actions: [run('SetHealth', { Status: 'HEALTHY' })],
      references: { Service: 1 },
      remove: run('Deregister'),
    },
  },
};
