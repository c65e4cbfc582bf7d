import { because, notInMoto } from '../made.ts';
import { anySubnet, made, run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: (stage) => {
        const ClusterIdentifier = stage.unique('cluster');
        const input = {
          ClusterIdentifier,
          NodeType: 'ra3.xlplus',
          MasterUsername: 'admin',
          MasterUserPassword: 'Example-1-password',
          DBName: 'sales',
        };
        return made(stage, 'CreateCluster', input, 'Cluster', { ClusterIdentifier });
      },
      loaded: { DBName: 'sales' },
      actions: [
        run('ExecuteStatement', { Database: 'sales', Sql: 'SELECT 1' }, { Database: 'sales' }),
        run('GetCredentials', { DbUser: 'admin' }, { DbUser: 'IAM:admin' }),
        run('Pause'),
        run('Resume'),
      ],
      waits: ['Available'],
      remove: run('Delete', (stage) => ({
        FinalClusterSnapshotIdentifier: stage.unique('final'),
      })),
      waitsAfter: ['Deleted'],
    },
    Snapshot: {
      create: async (stage) => {
        const cluster = await stage.example('Cluster');
        const SnapshotIdentifier = stage.unique('snapshot');
        await stage.act(cluster, 'CreateSnapshot', { SnapshotIdentifier });
        return stage.service.get('Snapshot', { ...cluster.identifiers, SnapshotIdentifier });
      },
      loaded: { DBName: 'sales' },
      actions: [run('Restore', (_, { id }) => ({ ClusterIdentifier: `${id}-restored` }))],
      waits: ['Available'],
      references: { Cluster: 1 },
      remove: run('Delete', async (stage, { id }) => {
        const cluster = stage.service.get('Cluster', { ClusterIdentifier: `${id}-restored` });
        await stage.wait(cluster, 'Restored');
        await stage.act(cluster, 'DeleteWithoutSnapshot');
        return {};
      }),
    },
    SubnetGroup: {
      create: async (stage) => {
        const ClusterSubnetGroupName = stage.unique('subnets');
        const input = {
          ClusterSubnetGroupName,
          Description: 'Private',
          SubnetIds: [await anySubnet(stage)],
        };
        return made(stage, 'CreateClusterSubnetGroup', input, 'SubnetGroup', {
          ClusterSubnetGroupName,
        });
      },
      loaded: { Description: 'Private' },
      references: { Vpc: 1, Subnets: 1 },
    },
  },
  unserved: because(notInMoto, 'Cluster.Resize', 'Cluster.Reboot'),
};
