import { because, firstOf, notInMoto, under } from '../made.ts';
import { made, run, type ServiceScenarios } from './scenario.ts';

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
      actions: [run('CreateSnapshot', (stage) => ({ SnapshotName: stage.unique('snapshot') }))],
      references: { Clusters: 1 },
      waits: ['Available'],
    },
    NodeGroup: {
      create: async (stage) => firstOf(await stage.example('ReplicationGroup'), 'NodeGroups'),
      listed: under('ReplicationGroup', 'NodeGroups'),
    },
    CacheCluster: {
      create: (stage) => {
        const CacheClusterId = stage.unique('cluster').slice(0, 40);
        const input = { ...node, CacheClusterId, NumCacheNodes: 1 };
        return made(stage, 'CreateCacheCluster', input, 'CacheCluster', { CacheClusterId });
      },
      loaded: { NumCacheNodes: 1 },
      waits: ['Available'],
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
    ...because(notInMoto, 'NodeGroup.TestFailover'),
    ...because(
      'moto goes on saying that it is being deleted.',
      'ReplicationGroup.Deleted',
      'CacheCluster.Deleted',
    ),
    ...because(
      notInMoto,
      'ReplicationGroup.TestFailover',
      'ReplicationGroup.ModifyNodeType',
      'CacheCluster.Reboot',
      'Snapshot.Copy',
    ),
    ServerlessCache: 'moto has no serverless caches.',
    ServerlessCacheSnapshot: 'moto has no serverless caches.',
    CacheNode: 'moto describes no nodes of a cluster.',
  },
};
