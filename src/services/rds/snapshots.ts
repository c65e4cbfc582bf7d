import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';

const ofSnapshot = { DBSnapshotIdentifier: identifier('DBSnapshotIdentifier') };
const ofClusterSnapshot = {
  DBClusterSnapshotIdentifier: identifier('DBClusterSnapshotIdentifier'),
};

export const dbSnapshot: Kind = {
  identifiers: ['DBSnapshotIdentifier'],
  state: 'Status',
  description: ['Status', 'SnapshotType', '{SnapshotCreateTime|date}'],
  columns: [
    ['Database', 'DBInstanceIdentifier'],
    ['Status', 'Status'],
    ['Engine', '{Engine} {EngineVersion}'],
    ['Storage', '{AllocatedStorage} GiB'],
    ['Created', '{SnapshotCreateTime|date}'],
  ],
  icon: 'history',
  arn: 'DBSnapshotArn',
  arnPattern: 'arn:{partition}:rds:{region}:{account}:snapshot:{DBSnapshotIdentifier}',
  consoleUrl: '{c}/rds/home?region={region}#db-snapshot:id={DBSnapshotIdentifier}',
  load: { operation: 'DescribeDBSnapshots', params: ofSnapshot, path: 'DBSnapshots[0]' },
  actions: {
    Restore: act(
      'Restore to DB Instance',
      'W',
      'RestoreDBInstanceFromDBSnapshot',
      { ...ofSnapshot, DBInstanceIdentifier: ask('DBInstanceIdentifier') },
      {
        result: {
          kind: 'DBInstance',
          path: 'DBInstance',
          identifiers: { DBInstanceIdentifier: 'DBInstanceIdentifier' },
        },
      },
    ),
    Copy: act(
      'Copy',
      'W',
      'CopyDBSnapshot',
      {
        SourceDBSnapshotIdentifier: data('DBSnapshotArn'),
        TargetDBSnapshotIdentifier: ask('TargetDBSnapshotIdentifier'),
      },
      {
        result: {
          kind: 'DBSnapshot',
          path: 'DBSnapshot',
          identifiers: { DBSnapshotIdentifier: 'DBSnapshotIdentifier' },
        },
      },
    ),
    Delete: act('Delete', 'X', 'DeleteDBSnapshot', ofSnapshot),
  },
  waiters: { Available: { waiter: 'DBSnapshotAvailable', params: ofSnapshot } },
  has: {
    Instance: to('DBInstanceIdentifier', 'DBInstance'),
    Vpc: to('VpcId', 'ec2.Vpc'),
    KmsKey: to('KmsKeyId', 'kms.Key'),
  },
};

export const dbClusterSnapshot: Kind = {
  identifiers: ['DBClusterSnapshotIdentifier'],
  state: 'Status',
  description: ['Status', 'SnapshotType', '{SnapshotCreateTime|date}'],
  columns: [
    ['Cluster', 'DBClusterIdentifier'],
    ['Status', 'Status'],
    ['Engine', '{Engine} {EngineVersion}'],
    ['Created', '{SnapshotCreateTime|date}'],
  ],
  icon: 'history',
  arn: 'DBClusterSnapshotArn',
  arnPattern:
    'arn:{partition}:rds:{region}:{account}:cluster-snapshot:{DBClusterSnapshotIdentifier}',
  consoleUrl: '{c}/rds/home?region={region}#db-snapshot:id={DBClusterSnapshotIdentifier}',
  load: {
    operation: 'DescribeDBClusterSnapshots',
    params: ofClusterSnapshot,
    path: 'DBClusterSnapshots[0]',
  },
  actions: {
    Restore: act(
      'Restore to DB Cluster',
      'W',
      'RestoreDBClusterFromSnapshot',
      {
        DBClusterIdentifier: ask('DBClusterIdentifier'),
        SnapshotIdentifier: identifier('DBClusterSnapshotIdentifier'),
        Engine: data('Engine'),
      },
      {
        result: {
          kind: 'DBCluster',
          path: 'DBCluster',
          identifiers: { DBClusterIdentifier: 'DBClusterIdentifier' },
        },
      },
    ),
    Delete: act('Delete', 'X', 'DeleteDBClusterSnapshot', ofClusterSnapshot),
  },
  waiters: {
    Available: { waiter: 'DBClusterSnapshotAvailable', params: ofClusterSnapshot },
  },
  has: {
    Cluster: to('DBClusterIdentifier', 'DBCluster'),
    KmsKey: to('KmsKeyId', 'kms.Key'),
  },
};
