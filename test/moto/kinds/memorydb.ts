import { because, firstOf, notInMoto, under } from '../made.ts';
import { made, run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Cluster: {
      create: (stage) => {
        const ClusterName = stage.unique('cluster');
        const input = { ClusterName, NodeType: 'db.t4g.small', ACLName: 'open-access' };
        return made(stage, 'CreateCluster', input, 'Cluster', { Name: ClusterName });
      },
      loaded: { NodeType: 'db.t4g.small' },
      actions: [run('ModifyNodeType', { NodeType: 'db.r6g.large' })],
      children: { Shards: 1 },
      references: { Acl: 1 },
    },
    Shard: {
      create: async (stage) => firstOf(await stage.example('Cluster'), 'Shards'),
      listed: under('Cluster', 'Shards'),
    },
    Snapshot: {
      create: async (stage) => {
        const cluster = await stage.example('Cluster');
        const SnapshotName = stage.unique('snapshot');
        await stage.act(cluster, 'CreateSnapshot', { SnapshotName });
        return stage.service.get('Snapshot', { Name: SnapshotName });
      },
      references: { Cluster: 1 },
    },
  },
  unserved: {
    ...because(notInMoto, 'Shard.Failover'),
    ...because(notInMoto, 'Cluster.FailoverShard'),
    User: 'moto has no users of MemoryDB.',
    Acl: 'moto has no access control lists.',
  },
};
