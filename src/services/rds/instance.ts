import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofInstance = { DBInstanceIdentifier: identifier('DBInstanceIdentifier') };
const ofLogFile = { ...ofInstance, LogFileName: identifier('LogFileName') };

export function instances(title: string, params: Params = {}): CollectionRule {
  return list(title, 'DescribeDBInstances', params, [
    'DBInstance',
    'DBInstances[]',
    { DBInstanceIdentifier: 'DBInstanceIdentifier' },
  ]);
}

export const dbInstance: Kind = {
  identifiers: ['DBInstanceIdentifier'],
  state: 'DBInstanceStatus',
  description: ['DBInstanceStatus', '{Engine} {EngineVersion}', 'DBInstanceClass'],
  columns: [
    ['Status', 'DBInstanceStatus'],
    ['Engine', '{Engine} {EngineVersion}'],
    ['Class', 'DBInstanceClass'],
    ['Endpoint', '{Endpoint.Address}:{Endpoint.Port}'],
    ['Storage', '{AllocatedStorage} GiB {StorageType}'],
    ['Multi-AZ', '{MultiAZ|if:yes/no}'],
    ['Cluster', 'DBClusterIdentifier'],
    ['Created', '{InstanceCreateTime|date}'],
  ],
  icon: 'database',
  arn: 'DBInstanceArn',
  arnPattern: 'arn:{partition}:rds:{region}:{account}:db:{DBInstanceIdentifier}',
  consoleUrl: '{c}/rds/home?region={region}#database:id={DBInstanceIdentifier};is-cluster=false',
  load: { operation: 'DescribeDBInstances', params: ofInstance, path: 'DBInstances[0]' },
  collections: {
    Snapshots: list('Snapshots', 'DescribeDBSnapshots', ofInstance, [
      'DBSnapshot',
      'DBSnapshots[]',
      { DBSnapshotIdentifier: 'DBSnapshotIdentifier' },
    ]),
    LogFiles: list('Log Files', 'DescribeDBLogFiles', ofInstance, [
      'DBLogFile',
      'DescribeDBLogFiles[]',
      { ...ofInstance, LogFileName: 'LogFileName' },
    ]),
    // In minutes: two weeks, all that RDS keeps.
    Events: list(
      'Events',
      'DescribeEvents',
      {
        SourceIdentifier: identifier('DBInstanceIdentifier'),
        SourceType: 'db-instance',
        Duration: 20_160,
      },
      ['Event', 'Events[]', { SourceIdentifier: 'SourceIdentifier', Message: 'Message' }],
    ),
  },
  actions: {
    DescribePendingMaintenance: act(
      'Show Pending Maintenance',
      'R',
      'DescribePendingMaintenanceActions',
      { ResourceIdentifier: data('DBInstanceArn') },
    ),
    DownloadLogFile: act('Show Log File', 'R', 'DownloadDBLogFilePortion', {
      ...ofInstance,
      LogFileName: ask('LogFileName'),
    }),
    Start: act('Start', 'W', 'StartDBInstance', ofInstance),
    Stop: act('Stop', 'D', 'StopDBInstance', ofInstance),
    Reboot: act('Reboot', 'D', 'RebootDBInstance', ofInstance),
    CreateSnapshot: act(
      'Create Snapshot',
      'W',
      'CreateDBSnapshot',
      { ...ofInstance, DBSnapshotIdentifier: ask('DBSnapshotIdentifier') },
      {
        result: {
          kind: 'DBSnapshot',
          path: 'DBSnapshot',
          identifiers: { DBSnapshotIdentifier: 'DBSnapshotIdentifier' },
        },
      },
    ),
    Modify: act('Modify', 'D', 'ModifyDBInstance', {
      ...ofInstance,
      DBInstanceClass: askOptional('DBInstanceClass'),
      ApplyImmediately: askOptional('ApplyImmediately'),
    }),
    Delete: act('Delete', 'X', 'DeleteDBInstance', {
      ...ofInstance,
      FinalDBSnapshotIdentifier: askOptional('FinalDBSnapshotIdentifier'),
      SkipFinalSnapshot: askOptional('SkipFinalSnapshot'),
    }),
  },
  waiters: {
    Available: { waiter: 'DBInstanceAvailable', params: ofInstance },
    Deleted: { waiter: 'DBInstanceDeleted', params: ofInstance },
  },
  has: {
    Cluster: to('DBClusterIdentifier', 'DBCluster'),
    SubnetGroup: to('DBSubnetGroup.DBSubnetGroupName', 'DBSubnetGroup'),
    ParameterGroups: to('DBParameterGroups[].DBParameterGroupName', 'DBParameterGroup'),
    Vpc: to('DBSubnetGroup.VpcId', 'ec2.Vpc'),
    SecurityGroups: to('VpcSecurityGroups[].VpcSecurityGroupId', 'ec2.SecurityGroup'),
    KmsKey: to('KmsKeyId', 'kms.Key'),
    Secret: to('MasterUserSecret.SecretArn', 'secretsmanager.Secret'),
    Source: to('ReadReplicaSourceDBInstanceIdentifier', 'DBInstance'),
    Replicas: to('ReadReplicaDBInstanceIdentifiers[]', 'DBInstance'),
  },
};

export const dbLogFile: Kind = {
  identifiers: ['DBInstanceIdentifier', 'LogFileName'],
  label: ['LogFileName'],
  description: ['{Size|size}', '{LastWritten|date}'],
  columns: [
    ['Database', 'DBInstanceIdentifier'],
    ['Size', '{Size|size}'],
    ['Written', '{LastWritten|date}'],
  ],
  icon: 'output',
  actions: { Download: act('Show', 'R', 'DownloadDBLogFilePortion', ofLogFile) },
};

/** Something that happened to a database. */
export const event: Kind = {
  identifiers: ['SourceIdentifier', 'Message'],
  distinguishedBy: ['Date'],
  description: ['{Date|date}'],
  columns: [
    ['Message', 'Message'],
    ['Categories', 'EventCategories'],
    ['Source', 'SourceIdentifier'],
    ['Time', '{Date|date}'],
  ],
  icon: 'pulse',
  has: { Source: to('SourceArn') },
};
