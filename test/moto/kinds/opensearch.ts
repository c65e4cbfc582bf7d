import { because, notInMoto } from '../made.ts';
import { made, run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Domain: {
      create: (stage) => {
        const DomainName = stage.unique('domain').slice(0, 28);
        const input = { DomainName, EngineVersion: 'OpenSearch_2.11' };
        return made(stage, 'CreateDomain', input, 'Domain', { DomainName });
      },
      loaded: { EngineVersion: 'OpenSearch_2.11' },
      actions: [run('UpdateCluster', { ClusterConfig: { InstanceCount: 2 } })],
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'Domain.GetHealth',
      'Domain.GetChangeProgress',
      'Domain.UpdateSoftware',
      'Domain.Upgrade',
    ),
    'Domain.Packages': 'moto has no packages.',
    'Domain.VpcEndpoints': 'moto has no endpoints of domains.',
    DomainPackage: 'moto has no packages.',
    VpcEndpoint: 'moto has no endpoints of domains.',
  },
};
