import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofCluster = { ClusterName: identifier('Name') };
const withShards = { ...ofCluster, ShowShardDetails: true };
const arn = 'arn:{partition}:memorydb:{region}:{account}';

function snapshots(params: Params) {
  return list('Snapshots', 'DescribeSnapshots', params, [
    'Snapshot',
    'Snapshots[]',
    { Name: 'Name' },
  ]);
}

export const memorydb: ServiceKinds = {
  service: 'memorydb',
  title: 'MemoryDB',
  icon: 'dashboard',
  collections: {
    Clusters: list('Clusters', 'DescribeClusters', {}, ['Cluster', 'Clusters[]', { Name: 'Name' }]),
    Snapshots: snapshots({}),
    Users: list('Users', 'DescribeUsers', {}, ['User', 'Users[]', { Name: 'Name' }]),
    Acls: list('Access Control Lists', 'DescribeACLs', {}, ['Acl', 'ACLs[]', { Name: 'Name' }]),
  },
  kinds: {
    Cluster: {
      identifiers: ['Name'],
      state: 'Status',
      description: ['Status', '{Engine} {EngineVersion}', '{NumberOfShards|count:shard}'],
      columns: [
        ['Status', 'Status'],
        ['Description', 'Description'],
        ['Engine', '{Engine} {EngineVersion}'],
        ['Node type', 'NodeType'],
        ['Shards', 'NumberOfShards'],
        ['Endpoint', '{ClusterEndpoint.Address}:{ClusterEndpoint.Port}'],
        ['Access control list', 'ACLName'],
        ['Availability', 'AvailabilityMode'],
      ],
      icon: 'dashboard',
      arn: 'ARN',
      arnPattern: `${arn}:cluster/{Name}`,
      consoleUrl: '{c}/memorydb/home?region={region}#/clusters/{Name}',
      load: { operation: 'DescribeClusters', params: withShards, path: 'Clusters[0]' },
      collections: {
        Shards: list('Shards', 'DescribeClusters', withShards, [
          'Shard',
          'Clusters[].Shards[]',
          { ...ofCluster, Name: 'Name' },
        ]),
        Snapshots: snapshots(ofCluster),
      },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateSnapshot', {
          ...ofCluster,
          SnapshotName: ask('SnapshotName'),
        }),
        ModifyNodeType: act('Change Node Type', 'D', 'UpdateCluster', {
          ...ofCluster,
          NodeType: ask('NodeType'),
        }),
        FailoverShard: act('Fail Over Shard', 'D', 'FailoverShard', {
          ...ofCluster,
          ShardName: ask('ShardName'),
        }),
        Delete: act('Delete', 'X', 'DeleteCluster', {
          ...ofCluster,
          FinalSnapshotName: askOptional('FinalSnapshotName'),
        }),
      },
      has: {
        SecurityGroups: to('SecurityGroups[].SecurityGroupId', 'ec2.SecurityGroup'),
        Key: to('KmsKeyId', 'kms.Key'),
        Acl: to('ACLName', 'Acl'),
        Topic: to('SnsTopicArn', 'sns.Topic'),
      },
    },
    Shard: {
      identifiers: ['ClusterName', 'Name'],
      state: 'Status',
      description: ['Status', '{NumberOfNodes|count:node}', 'Slots'],
      columns: [
        ['Status', 'Status'],
        ['Slots', 'Slots'],
        ['Nodes', 'Nodes[].Name'],
        ['Zones', 'Nodes[].AvailabilityZone'],
      ],
      icon: 'layers',
      actions: {
        Failover: act('Fail Over', 'D', 'FailoverShard', {
          ClusterName: identifier('ClusterName'),
          ShardName: identifier('Name'),
        }),
      },
    },
    Snapshot: {
      identifiers: ['Name'],
      state: 'Status',
      description: ['Status', 'Source', 'ClusterConfiguration.Name'],
      columns: [
        ['Status', 'Status'],
        ['Source', 'Source'],
        ['Cluster', 'ClusterConfiguration.Name'],
        ['Engine', '{ClusterConfiguration.Engine} {ClusterConfiguration.EngineVersion}'],
        ['Shards', 'ClusterConfiguration.NumShards'],
      ],
      icon: 'device-camera',
      arn: 'ARN',
      arnPattern: `${arn}:snapshot/{Name}`,
      load: {
        operation: 'DescribeSnapshots',
        params: { SnapshotName: identifier('Name') },
        path: 'Snapshots[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteSnapshot', { SnapshotName: identifier('Name') }),
      },
      has: {
        Cluster: to('ClusterConfiguration.Name', 'Cluster'),
        Vpc: to('ClusterConfiguration.VpcId', 'ec2.Vpc'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    User: {
      identifiers: ['Name'],
      state: 'Status',
      description: ['Status', 'Authentication.Type'],
      columns: [
        ['Status', 'Status'],
        ['Access', 'AccessString'],
        ['Authentication', 'Authentication.Type'],
        ['Access control lists', 'ACLNames'],
      ],
      icon: 'person',
      arn: 'ARN',
      arnPattern: `${arn}:user/{Name}`,
      load: {
        operation: 'DescribeUsers',
        params: { UserName: identifier('Name') },
        path: 'Users[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteUser', { UserName: identifier('Name') }) },
      has: { Acls: to('ACLNames[]', 'Acl') },
    },
    Acl: {
      identifiers: ['Name'],
      state: 'Status',
      description: ['Status', '{UserNames|count:user}'],
      columns: [
        ['Status', 'Status'],
        ['Users', 'UserNames'],
        ['Clusters', 'Clusters'],
      ],
      icon: 'shield',
      arn: 'ARN',
      arnPattern: `${arn}:acl/{Name}`,
      load: { operation: 'DescribeACLs', params: { ACLName: identifier('Name') }, path: 'ACLs[0]' },
      actions: { Delete: act('Delete', 'X', 'DeleteACL', { ACLName: identifier('Name') }) },
      has: { Users: to('UserNames[]', 'User'), Clusters: to('Clusters[]', 'Cluster') },
    },
  },
};
