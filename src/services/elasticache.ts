import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofGroup = { ReplicationGroupId: identifier('ReplicationGroupId') };
const ofCluster = { CacheClusterId: identifier('CacheClusterId') };
const ofServerless = { ServerlessCacheName: identifier('ServerlessCacheName') };
const ofSnapshot = { SnapshotName: identifier('SnapshotName') };
const ofServerlessSnapshot = {
  ServerlessCacheSnapshotName: identifier('ServerlessCacheSnapshotName'),
};
const ofUser = { UserId: identifier('UserId') };
const arn = 'arn:{partition}:elasticache:{region}:{account}';

function snapshots(params: Params) {
  return list('Snapshots', 'DescribeSnapshots', params, [
    'Snapshot',
    'Snapshots[]',
    { SnapshotName: 'SnapshotName' },
  ]);
}

function serverlessSnapshots(title: string, params: Params) {
  return list(title, 'DescribeServerlessCacheSnapshots', params, [
    'ServerlessCacheSnapshot',
    'ServerlessCacheSnapshots[]',
    { ServerlessCacheSnapshotName: 'ServerlessCacheSnapshotName' },
  ]);
}

export const elasticache: ServiceKinds = {
  service: 'elasticache',
  title: 'ElastiCache',
  icon: 'dashboard',
  collections: {
    ReplicationGroups: list('Replication Groups', 'DescribeReplicationGroups', {}, [
      'ReplicationGroup',
      'ReplicationGroups[]',
      { ReplicationGroupId: 'ReplicationGroupId' },
    ]),
    CacheClusters: list('Cache Clusters', 'DescribeCacheClusters', { ShowCacheNodeInfo: true }, [
      'CacheCluster',
      'CacheClusters[]',
      { CacheClusterId: 'CacheClusterId' },
    ]),
    ServerlessCaches: list('Serverless Caches', 'DescribeServerlessCaches', {}, [
      'ServerlessCache',
      'ServerlessCaches[]',
      { ServerlessCacheName: 'ServerlessCacheName' },
    ]),
    Snapshots: snapshots({}),
    ServerlessCacheSnapshots: serverlessSnapshots('Serverless Snapshots', {}),
    Users: list('Users', 'DescribeUsers', {}, ['User', 'Users[]', { UserId: 'UserId' }]),
  },
  kinds: {
    ReplicationGroup: {
      identifiers: ['ReplicationGroupId'],
      state: 'Status',
      description: ['Status', 'Engine', 'CacheNodeType', '{MemberClusters|count:node}'],
      columns: [
        ['Status', 'Status'],
        ['Description', 'Description'],
        ['Engine', 'Engine'],
        ['Node type', 'CacheNodeType'],
        ['Nodes', '{MemberClusters|length}'],
        ['Shards', '{NodeGroups|length}'],
        ['Multi-AZ', 'MultiAZ'],
        ['Automatic failover', 'AutomaticFailover'],
        ['Created', '{ReplicationGroupCreateTime|date}'],
      ],
      icon: 'dashboard',
      arn: 'ARN',
      arnPattern: `${arn}:replicationgroup:{ReplicationGroupId}`,
      consoleUrl: '{c}/elasticache/home?region={region}#/{Engine}/{ReplicationGroupId}',
      load: {
        operation: 'DescribeReplicationGroups',
        params: ofGroup,
        path: 'ReplicationGroups[0]',
      },
      collections: {
        NodeGroups: list('Shards', 'DescribeReplicationGroups', ofGroup, [
          'NodeGroup',
          'ReplicationGroups[].NodeGroups[]',
          { ...ofGroup, NodeGroupId: 'NodeGroupId' },
        ]),
        Snapshots: snapshots(ofGroup),
      },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateSnapshot', {
          ...ofGroup,
          SnapshotName: ask('SnapshotName'),
        }),
        TestFailover: act('Test Failover', 'D', 'TestFailover', {
          ...ofGroup,
          NodeGroupId: ask('NodeGroupId'),
        }),
        ModifyNodeType: act('Change Node Type', 'D', 'ModifyReplicationGroup', {
          ...ofGroup,
          CacheNodeType: ask('CacheNodeType'),
          ApplyImmediately: true,
        }),
        Delete: act('Delete', 'X', 'DeleteReplicationGroup', {
          ...ofGroup,
          FinalSnapshotIdentifier: askOptional('FinalSnapshotIdentifier'),
        }),
      },
      waiters: {
        Available: { waiter: 'ReplicationGroupAvailable', params: ofGroup },
        Deleted: { waiter: 'ReplicationGroupDeleted', params: ofGroup },
      },
      has: {
        Clusters: to('MemberClusters[]', 'CacheCluster'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    NodeGroup: {
      identifiers: ['ReplicationGroupId', 'NodeGroupId'],
      label: ['Shard {NodeGroupId}'],
      state: 'Status',
      description: ['Status', '{NodeGroupMembers|count:node}', 'Slots'],
      columns: [
        ['Status', 'Status'],
        ['Slots', 'Slots'],
        ['Primary endpoint', '{PrimaryEndpoint.Address}:{PrimaryEndpoint.Port}'],
        ['Reader endpoint', '{ReaderEndpoint.Address}:{ReaderEndpoint.Port}'],
        ['Clusters', 'NodeGroupMembers[].CacheClusterId'],
      ],
      icon: 'layers',
      actions: {
        TestFailover: act('Test Failover', 'D', 'TestFailover', {
          ...ofGroup,
          NodeGroupId: identifier('NodeGroupId'),
        }),
      },
      has: { Clusters: to('NodeGroupMembers[].CacheClusterId', 'CacheCluster') },
    },
    CacheCluster: {
      identifiers: ['CacheClusterId'],
      state: 'CacheClusterStatus',
      description: ['CacheClusterStatus', '{Engine} {EngineVersion}', 'CacheNodeType'],
      columns: [
        ['Status', 'CacheClusterStatus'],
        ['Engine', '{Engine} {EngineVersion}'],
        ['Node type', 'CacheNodeType'],
        ['Nodes', 'NumCacheNodes'],
        ['Zone', 'PreferredAvailabilityZone'],
        ['Replication group', 'ReplicationGroupId'],
        ['Subnet group', 'CacheSubnetGroupName'],
        ['Created', '{CacheClusterCreateTime|date}'],
      ],
      icon: 'server',
      arn: 'ARN',
      arnPattern: `${arn}:cluster:{CacheClusterId}`,
      consoleUrl: '{c}/elasticache/home?region={region}#/{Engine}/{CacheClusterId}',
      load: {
        operation: 'DescribeCacheClusters',
        params: { ...ofCluster, ShowCacheNodeInfo: true },
        path: 'CacheClusters[0]',
      },
      collections: {
        CacheNodes: list(
          'Nodes',
          'DescribeCacheClusters',
          { ...ofCluster, ShowCacheNodeInfo: true },
          [
            'CacheNode',
            'CacheClusters[].CacheNodes[]',
            { ...ofCluster, CacheNodeId: 'CacheNodeId' },
          ],
        ),
        Snapshots: snapshots(ofCluster),
      },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateSnapshot', {
          ...ofCluster,
          SnapshotName: ask('SnapshotName'),
        }),
        Reboot: act('Reboot', 'D', 'RebootCacheCluster', {
          ...ofCluster,
          CacheNodeIdsToReboot: ask('CacheNodeIdsToReboot'),
        }),
        Delete: act('Delete', 'X', 'DeleteCacheCluster', {
          ...ofCluster,
          FinalSnapshotIdentifier: askOptional('FinalSnapshotIdentifier'),
        }),
      },
      waiters: {
        Available: { waiter: 'CacheClusterAvailable', params: ofCluster },
        Deleted: { waiter: 'CacheClusterDeleted', params: ofCluster },
      },
      has: {
        ReplicationGroup: to('ReplicationGroupId', 'ReplicationGroup'),
        SecurityGroups: to('SecurityGroups[].SecurityGroupId', 'ec2.SecurityGroup'),
        Topic: to('NotificationConfiguration.TopicArn', 'sns.Topic'),
      },
    },
    CacheNode: {
      identifiers: ['CacheClusterId', 'CacheNodeId'],
      state: 'CacheNodeStatus',
      description: ['CacheNodeStatus', 'CustomerAvailabilityZone'],
      columns: [
        ['Status', 'CacheNodeStatus'],
        ['Endpoint', '{Endpoint.Address}:{Endpoint.Port}'],
        ['Zone', 'CustomerAvailabilityZone'],
        ['Created', '{CacheNodeCreateTime|date}'],
      ],
      icon: 'chip',
      actions: {
        Reboot: act('Reboot', 'D', 'RebootCacheCluster', {
          ...ofCluster,
          CacheNodeIdsToReboot: [identifier('CacheNodeId')],
        }),
      },
    },
    ServerlessCache: {
      identifiers: ['ServerlessCacheName'],
      state: 'Status',
      description: ['Status', '{Engine} {MajorEngineVersion}'],
      columns: [
        ['Status', 'Status'],
        ['Description', 'Description'],
        ['Engine', '{Engine} {FullEngineVersion}'],
        ['Endpoint', '{Endpoint.Address}:{Endpoint.Port}'],
        ['Snapshots kept', '{SnapshotRetentionLimit|count:day}'],
        ['Created', '{CreateTime|date}'],
      ],
      icon: 'cloud',
      arn: 'ARN',
      arnPattern: `${arn}:serverlesscache:{ServerlessCacheName}`,
      consoleUrl: '{c}/elasticache/home?region={region}#/{Engine}/serverless/{ServerlessCacheName}',
      load: {
        operation: 'DescribeServerlessCaches',
        params: ofServerless,
        path: 'ServerlessCaches[0]',
      },
      collections: { Snapshots: serverlessSnapshots('Snapshots', ofServerless) },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateServerlessCacheSnapshot', {
          ...ofServerless,
          ServerlessCacheSnapshotName: ask('ServerlessCacheSnapshotName'),
        }),
        Delete: act('Delete', 'X', 'DeleteServerlessCache', {
          ...ofServerless,
          FinalSnapshotName: askOptional('FinalSnapshotName'),
        }),
      },
      has: {
        SecurityGroups: to('SecurityGroupIds[]', 'ec2.SecurityGroup'),
        Subnets: to('SubnetIds[]', 'ec2.Subnet'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    Snapshot: {
      identifiers: ['SnapshotName'],
      state: 'SnapshotStatus',
      description: ['SnapshotStatus', 'SnapshotSource', '{Engine} {EngineVersion}'],
      columns: [
        ['Status', 'SnapshotStatus'],
        ['Source', 'SnapshotSource'],
        ['Replication group', 'ReplicationGroupId'],
        ['Cluster', 'CacheClusterId'],
        ['Engine', '{Engine} {EngineVersion}'],
        ['Size', 'NodeSnapshots[].CacheSize'],
        ['Created', '{NodeSnapshots[0].SnapshotCreateTime|date}'],
      ],
      icon: 'device-camera',
      arn: 'ARN',
      arnPattern: `${arn}:snapshot:{SnapshotName}`,
      load: { operation: 'DescribeSnapshots', params: ofSnapshot, path: 'Snapshots[0]' },
      actions: {
        Copy: act('Copy', 'W', 'CopySnapshot', {
          SourceSnapshotName: identifier('SnapshotName'),
          TargetSnapshotName: ask('TargetSnapshotName'),
        }),
        Delete: act('Delete', 'X', 'DeleteSnapshot', ofSnapshot),
      },
      has: {
        ReplicationGroup: to('ReplicationGroupId', 'ReplicationGroup'),
        Cluster: to('CacheClusterId', 'CacheCluster'),
        Vpc: to('VpcId', 'ec2.Vpc'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    ServerlessCacheSnapshot: {
      identifiers: ['ServerlessCacheSnapshotName'],
      state: 'Status',
      description: ['Status', 'SnapshotType', '{CreateTime|date}'],
      columns: [
        ['Status', 'Status'],
        ['Type', 'SnapshotType'],
        ['Cache', 'ServerlessCacheConfiguration.ServerlessCacheName'],
        ['Size', 'BytesUsedForCache'],
        ['Created', '{CreateTime|date}'],
        ['Expires', '{ExpiryTime|date}'],
      ],
      icon: 'device-camera',
      arn: 'ARN',
      arnPattern: `${arn}:serverlesscachesnapshot:{ServerlessCacheSnapshotName}`,
      load: {
        operation: 'DescribeServerlessCacheSnapshots',
        params: ofServerlessSnapshot,
        path: 'ServerlessCacheSnapshots[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteServerlessCacheSnapshot', ofServerlessSnapshot),
      },
      has: {
        Cache: to('ServerlessCacheConfiguration.ServerlessCacheName', 'ServerlessCache'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    User: {
      identifiers: ['UserId'],
      label: ['UserName', 'UserId'],
      state: 'Status',
      description: ['Status', 'Authentication.Type'],
      columns: [
        ['User ID', 'UserId'],
        ['Status', 'Status'],
        ['Engine', 'Engine'],
        ['Access', 'AccessString'],
        ['Authentication', 'Authentication.Type'],
        ['Groups', 'UserGroupIds'],
      ],
      icon: 'person',
      arn: 'ARN',
      arnPattern: `${arn}:user:{UserId}`,
      load: { operation: 'DescribeUsers', params: ofUser, path: 'Users[0]' },
      actions: { Delete: act('Delete', 'X', 'DeleteUser', ofUser) },
    },
  },
};
