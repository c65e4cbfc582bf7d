import { because, notInMoto } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';
import { run } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: async (stage) => {
        const { ClusterArn } = await (await stage.client()).call('CreateClusterV2', {
          ClusterName: stage.unique('cluster'),
          Provisioned: {
            BrokerNodeGroupInfo: {
              InstanceType: 'kafka.m5.large',
              ClientSubnets: ['subnet-0bb1c79de3EXAMPLE'],
            },
            KafkaVersion: '3.6.0',
            NumberOfBrokerNodes: 2,
          },
        });
        return stage.service.get('Cluster', { ClusterArn: String(ClusterArn) });
      },
      loaded: { Provisioned: { NumberOfBrokerNodes: 2 } },
      actions: [
        run('GetPolicy', async (stage, { id: ClusterArn }) => {
          const input = { ClusterArn, Policy: '{"Version":"2012-10-17","Statement":[]}' };
          await (await stage.client()).call('PutClusterPolicy', input);
          return {};
        }),
      ],
      references: { Subnets: 1 },
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'Cluster.GetBootstrapBrokers',
      'Cluster.SetBrokerCount',
      'Cluster.RebootBroker',
    ),
    'Cluster.Topics': 'moto has no topics.',
    'Cluster.Nodes': 'moto has no nodes.',
    'Cluster.Operations': 'moto has no operations of clusters.',
    Topic: 'moto has no topics.',
    Node: 'moto has no nodes.',
    ClusterOperation: 'moto has no operations of clusters.',
    Configuration: 'moto has no configurations.',
    ConfigurationRevision: 'moto has no configurations.',
    Replicator: 'moto has no replicators.',
  },
};
