import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofCluster = { ClusterIdentifier: identifier('ClusterIdentifier') };
const ofSnapshot = {
  SnapshotIdentifier: identifier('SnapshotIdentifier'),
  SnapshotClusterIdentifier: identifier('ClusterIdentifier'),
};

function snapshots(params: Params) {
  return list('Snapshots', 'DescribeClusterSnapshots', params, [
    'Snapshot',
    'Snapshots[]',
    { ClusterIdentifier: 'ClusterIdentifier', SnapshotIdentifier: 'SnapshotIdentifier' },
  ]);
}

export const redshift: ServiceKinds = {
  service: 'redshift',
  title: 'Redshift',
  icon: 'database',
  collections: {
    Clusters: list('Clusters', 'DescribeClusters', {}, [
      'Cluster',
      'Clusters[]',
      { ClusterIdentifier: 'ClusterIdentifier' },
    ]),
    Snapshots: snapshots({}),
    SubnetGroups: list('Subnet Groups', 'DescribeClusterSubnetGroups', {}, [
      'SubnetGroup',
      'ClusterSubnetGroups[]',
      { ClusterSubnetGroupName: 'ClusterSubnetGroupName' },
    ]),
  },
  kinds: {
    Cluster: {
      identifiers: ['ClusterIdentifier'],
      state: 'ClusterStatus',
      description: ['ClusterStatus', 'NodeType', '{NumberOfNodes|count:node}'],
      columns: [
        ['Status', 'ClusterStatus'],
        ['Availability', 'ClusterAvailabilityStatus'],
        ['Nodes', '{NumberOfNodes} of {NodeType}'],
        ['Database', 'DBName'],
        ['Endpoint', '{Endpoint.Address}:{Endpoint.Port}'],
        ['Version', 'ClusterVersion'],
        ['Encrypted', '{Encrypted|if:yes/no}'],
        ['Public', '{PubliclyAccessible|if:yes/no}'],
        ['Created', '{ClusterCreateTime|date}'],
      ],
      icon: 'database',
      arn: 'arn:{partition}:redshift:{region}:{account}:cluster:{ClusterIdentifier}',
      consoleUrl:
        '{c}/redshiftv2/home?region={region}#/cluster-details?cluster={ClusterIdentifier}',
      load: { operation: 'DescribeClusters', params: ofCluster, path: 'Clusters[0]' },
      collections: { Snapshots: snapshots(ofCluster) },
      actions: {
        ExecuteStatement: {
          ...act('Run SQL Statement', 'D', 'ExecuteStatement', {
            ...ofCluster,
            Database: ask('Database'),
            Sql: ask('Sql'),
            DbUser: askOptional('DbUser'),
            SecretArn: askOptional('SecretArn'),
          }),
          service: 'redshift-data',
        },
        GetCredentials: act('Get Temporary Password', 'S', 'GetClusterCredentials', {
          ...ofCluster,
          DbUser: ask('DbUser'),
        }),
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateClusterSnapshot', {
          ...ofCluster,
          SnapshotIdentifier: ask('SnapshotIdentifier'),
        }),
        Resize: act('Resize', 'D', 'ResizeCluster', {
          ...ofCluster,
          NodeType: askOptional('NodeType'),
          NumberOfNodes: askOptional('NumberOfNodes'),
        }),
        Pause: act('Pause', 'D', 'PauseCluster', ofCluster),
        Resume: act('Resume', 'W', 'ResumeCluster', ofCluster),
        Reboot: act('Reboot', 'D', 'RebootCluster', ofCluster),
        Delete: act('Delete', 'X', 'DeleteCluster', {
          ...ofCluster,
          FinalClusterSnapshotIdentifier: ask('FinalClusterSnapshotIdentifier'),
        }),
        DeleteWithoutSnapshot: act('Delete Without Snapshot', 'X', 'DeleteCluster', {
          ...ofCluster,
          SkipFinalClusterSnapshot: true,
        }),
      },
      waiters: {
        Available: { waiter: 'ClusterAvailable', params: ofCluster },
        Deleted: { waiter: 'ClusterDeleted', params: ofCluster },
        Restored: { waiter: 'ClusterRestored', params: ofCluster },
      },
      has: {
        Vpc: to('VpcId', 'ec2.Vpc'),
        SecurityGroups: to('VpcSecurityGroups[].VpcSecurityGroupId', 'ec2.SecurityGroup'),
        SubnetGroup: to('ClusterSubnetGroupName', 'SubnetGroup'),
        Key: to('KmsKeyId', 'kms.Key'),
        Roles: to('IamRoles[].IamRoleArn', 'iam.Role'),
        Secret: to('MasterPasswordSecretArn', 'secretsmanager.Secret'),
      },
    },
    Snapshot: {
      identifiers: ['ClusterIdentifier', 'SnapshotIdentifier'],
      state: 'Status',
      description: ['Status', 'SnapshotType', '{SnapshotCreateTime|date}'],
      columns: [
        ['Status', 'Status'],
        ['Type', 'SnapshotType'],
        ['Cluster', 'ClusterIdentifier'],
        ['Nodes', '{NumberOfNodes} of {NodeType}'],
        ['Database', 'DBName'],
        ['Size', '{TotalBackupSizeInMegaBytes} MB'],
        ['Encrypted', '{Encrypted|if:yes/no}'],
        ['Created', '{SnapshotCreateTime|date}'],
      ],
      icon: 'device-camera',
      arn: 'SnapshotArn',
      arnPattern:
        'arn:{partition}:redshift:{region}:{account}:snapshot:{ClusterIdentifier}/{SnapshotIdentifier}',
      load: {
        operation: 'DescribeClusterSnapshots',
        params: { ...ofCluster, SnapshotIdentifier: identifier('SnapshotIdentifier') },
        path: 'Snapshots[0]',
      },
      actions: {
        Restore: act('Restore as New Cluster', 'W', 'RestoreFromClusterSnapshot', {
          ...ofSnapshot,
          ClusterIdentifier: ask('ClusterIdentifier'),
        }),
        Delete: act('Delete', 'X', 'DeleteClusterSnapshot', ofSnapshot),
      },
      waiters: {
        Available: {
          waiter: 'SnapshotAvailable',
          params: { SnapshotIdentifier: identifier('SnapshotIdentifier') },
        },
      },
      has: {
        Cluster: to('ClusterIdentifier', 'Cluster'),
        Vpc: to('VpcId', 'ec2.Vpc'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    SubnetGroup: {
      identifiers: ['ClusterSubnetGroupName'],
      state: 'SubnetGroupStatus',
      description: ['SubnetGroupStatus', 'VpcId'],
      columns: [
        ['Status', 'SubnetGroupStatus'],
        ['Description', 'Description'],
        ['VPC', 'VpcId'],
        ['Subnets', 'Subnets[].SubnetIdentifier'],
      ],
      icon: 'type-hierarchy',
      arn: 'arn:{partition}:redshift:{region}:{account}:subnetgroup:{ClusterSubnetGroupName}',
      load: {
        operation: 'DescribeClusterSubnetGroups',
        params: { ClusterSubnetGroupName: identifier('ClusterSubnetGroupName') },
        path: 'ClusterSubnetGroups[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteClusterSubnetGroup', {
          ClusterSubnetGroupName: identifier('ClusterSubnetGroupName'),
        }),
      },
      has: {
        Vpc: to('VpcId', 'ec2.Vpc'),
        Subnets: to('Subnets[].SubnetIdentifier', 'ec2.Subnet'),
      },
    },
  },
};
