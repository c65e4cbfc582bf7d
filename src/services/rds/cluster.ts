import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';
import { instances } from './instance.ts';

const ofCluster = { DBClusterIdentifier: identifier('DBClusterIdentifier') };
const ofEndpoint = { DBClusterEndpointIdentifier: identifier('DBClusterEndpointIdentifier') };

export const dbCluster: Kind = {
  identifiers: ['DBClusterIdentifier'],
  state: 'Status',
  description: ['Status', '{Engine} {EngineVersion}', '{DBClusterMembers|count:instance}'],
  columns: [
    ['Status', 'Status'],
    ['Engine', '{Engine} {EngineVersion}'],
    ['Endpoint', '{Endpoint}:{Port}'],
    ['Reader endpoint', 'ReaderEndpoint'],
    ['Multi-AZ', '{MultiAZ|if:yes/no}'],
    ['Created', '{ClusterCreateTime|date}'],
  ],
  icon: 'server-environment',
  arn: 'DBClusterArn',
  arnPattern: 'arn:{partition}:rds:{region}:{account}:cluster:{DBClusterIdentifier}',
  consoleUrl: '{c}/rds/home?region={region}#database:id={DBClusterIdentifier};is-cluster=true',
  load: { operation: 'DescribeDBClusters', params: ofCluster, path: 'DBClusters[0]' },
  collections: {
    Instances: instances('DB Instances', {
      Filters: [{ Name: 'db-cluster-id', Values: [identifier('DBClusterIdentifier')] }],
    }),
    Snapshots: list('Snapshots', 'DescribeDBClusterSnapshots', ofCluster, [
      'DBClusterSnapshot',
      'DBClusterSnapshots[]',
      { DBClusterSnapshotIdentifier: 'DBClusterSnapshotIdentifier' },
    ]),
    Endpoints: list('Endpoints', 'DescribeDBClusterEndpoints', ofCluster, [
      'DBClusterEndpoint',
      'DBClusterEndpoints[]',
      {
        ...ofCluster,
        DBClusterEndpointIdentifier: 'DBClusterEndpointIdentifier',
      },
    ]),
  },
  actions: {
    Start: act('Start', 'W', 'StartDBCluster', ofCluster),
    Stop: act('Stop', 'D', 'StopDBCluster', ofCluster),
    Reboot: act('Reboot', 'D', 'RebootDBCluster', ofCluster),
    Failover: act('Fail Over', 'D', 'FailoverDBCluster', ofCluster),
    CreateSnapshot: act(
      'Create Snapshot',
      'W',
      'CreateDBClusterSnapshot',
      { ...ofCluster, DBClusterSnapshotIdentifier: ask('DBClusterSnapshotIdentifier') },
      {
        result: {
          kind: 'DBClusterSnapshot',
          path: 'DBClusterSnapshot',
          identifiers: { DBClusterSnapshotIdentifier: 'DBClusterSnapshotIdentifier' },
        },
      },
    ),
    ExecuteStatement: act(
      'Execute SQL',
      'D',
      'ExecuteStatement',
      { resourceArn: data('DBClusterArn'), secretArn: ask('secretArn'), sql: ask('sql') },
      { service: 'rds-data' },
    ),
    Delete: act('Delete', 'X', 'DeleteDBCluster', {
      ...ofCluster,
      FinalDBSnapshotIdentifier: askOptional('FinalDBSnapshotIdentifier'),
      SkipFinalSnapshot: askOptional('SkipFinalSnapshot'),
    }),
  },
  waiters: {
    Available: { waiter: 'DBClusterAvailable', params: ofCluster },
    Deleted: { waiter: 'DBClusterDeleted', params: ofCluster },
  },
  has: {
    Members: to('DBClusterMembers[].DBInstanceIdentifier', 'DBInstance'),
    SubnetGroup: to('DBSubnetGroup', 'DBSubnetGroup'),
    SecurityGroups: to('VpcSecurityGroups[].VpcSecurityGroupId', 'ec2.SecurityGroup'),
    KmsKey: to('KmsKeyId', 'kms.Key'),
    Secret: to('MasterUserSecret.SecretArn', 'secretsmanager.Secret'),
  },
};

export const dbClusterEndpoint: Kind = {
  identifiers: ['DBClusterIdentifier', 'DBClusterEndpointIdentifier'],
  label: ['DBClusterEndpointIdentifier', 'EndpointType'],
  distinguishedBy: ['EndpointType'],
  state: 'Status',
  description: ['EndpointType', 'Status'],
  columns: [
    ['Address', 'Endpoint'],
    ['Type', 'EndpointType'],
    ['Custom type', 'CustomEndpointType'],
    ['Status', 'Status'],
    ['Members', 'StaticMembers[]'],
  ],
  icon: 'plug',
  arn: 'DBClusterEndpointArn',
  actions: { Delete: act('Delete', 'X', 'DeleteDBClusterEndpoint', ofEndpoint) },
  has: { Cluster: { kind: 'DBCluster', identifiers: ofCluster } },
};
