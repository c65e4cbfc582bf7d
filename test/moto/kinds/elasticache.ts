import { made, type ServiceScenarios } from './scenario.ts';

const node = { CacheNodeType: 'cache.t4g.micro', Engine: 'redis' };

export const scenarios: ServiceScenarios = {
  kinds: {
    ReplicationGroup: {
      create: (stage) => {
        const ReplicationGroupId = stage.unique('group');
        const input = { ...node, ReplicationGroupId, ReplicationGroupDescription: 'Sessions' };
        return made(stage, 'CreateReplicationGroup', input, 'ReplicationGroup', {
          ReplicationGroupId,
        });
      },
      loaded: { Description: 'Sessions' },
      children: { NodeGroups: 1 },
      references: { Clusters: 1 },
    },
    CacheCluster: {
      create: (stage) => {
        const CacheClusterId = stage.unique('cluster').slice(0, 40);
        const input = { ...node, CacheClusterId, NumCacheNodes: 1 };
        return made(stage, 'CreateCacheCluster', input, 'CacheCluster', { CacheClusterId });
      },
      loaded: { NumCacheNodes: 1 },
    },
    Snapshot: {
      create: async (stage) => {
        const cluster = await stage.example('CacheCluster');
        const SnapshotName = stage.unique('snapshot');
        await stage.act(cluster, 'CreateSnapshot', { SnapshotName });
        return stage.service.get('Snapshot', { SnapshotName });
      },
      references: { Cluster: 1 },
    },
    User: {
      create: (stage) => {
        const UserId = stage.unique('user');
        const input = {
          UserId,
          UserName: UserId,
          Engine: 'redis',
          AccessString: 'on ~* +@all',
          NoPasswordRequired: true,
        };
        return made(stage, 'CreateUser', input, 'User', { UserId });
      },
      loaded: { AccessString: 'on ~* +@all' },
    },
  },
  unserved: {
    ServerlessCache: 'moto has no serverless caches.',
    ServerlessCacheSnapshot: 'moto has no serverless caches.',
    NodeGroup: 'Shards are a part of a replication group, where its scenario opens them.',
    CacheNode: 'moto describes no nodes of a cluster.',
  },
};
