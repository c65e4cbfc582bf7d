import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';

const ofInstance = { DBInstanceIdentifier: identifier('DBInstanceIdentifier') };
const ofCluster = { DBClusterIdentifier: identifier('DBClusterIdentifier') };
const ofSnapshot = { DBSnapshotIdentifier: identifier('DBSnapshotIdentifier') };
const ofClusterSnapshot = {
  DBClusterSnapshotIdentifier: identifier('DBClusterSnapshotIdentifier'),
};

function instances(title: string, params: Params): CollectionRule {
  return {
    title,
    operation: 'DescribeDBInstances',
    params,
    items: [
      {
        kind: 'DBInstance',
        path: 'DBInstances[]',
        identifiers: { DBInstanceIdentifier: 'DBInstanceIdentifier' },
      },
    ],
  };
}

/** Neptune and DocumentDB are listed here too; the engine in the description tells. */
export const rds: ServiceKinds = {
  service: 'rds',
  title: 'RDS',
  icon: 'database',
  collections: {
    DBInstances: instances('DB Instances', {}),
    DBClusters: {
      title: 'DB Clusters',
      operation: 'DescribeDBClusters',
      items: [
        {
          kind: 'DBCluster',
          path: 'DBClusters[]',
          identifiers: { DBClusterIdentifier: 'DBClusterIdentifier' },
        },
      ],
    },
  },
  kinds: {
    DBInstance: {
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
        ['Created', 'InstanceCreateTime'],
      ],
      icon: 'database',
      arn: 'DBInstanceArn',
      consoleUrl:
        '{c}/rds/home?region={region}#database:id={DBInstanceIdentifier};is-cluster=false',
      load: { operation: 'DescribeDBInstances', params: ofInstance, path: 'DBInstances[0]' },
      collections: {
        Snapshots: {
          title: 'Snapshots',
          operation: 'DescribeDBSnapshots',
          params: ofInstance,
          items: [
            {
              kind: 'DBSnapshot',
              path: 'DBSnapshots[]',
              identifiers: { DBSnapshotIdentifier: 'DBSnapshotIdentifier' },
            },
          ],
        },
        LogFiles: {
          title: 'Log Files',
          operation: 'DescribeDBLogFiles',
          params: ofInstance,
          items: [
            {
              kind: 'DBLogFile',
              path: 'DescribeDBLogFiles[]',
              identifiers: { ...ofInstance, LogFileName: 'LogFileName' },
            },
          ],
        },
      },
      actions: {
        DescribePendingMaintenance: {
          title: 'Show Pending Maintenance',
          risk: 'R',
          operation: 'DescribePendingMaintenanceActions',
          params: { ResourceIdentifier: data('DBInstanceArn') },
        },
        Start: { title: 'Start', risk: 'W', operation: 'StartDBInstance', params: ofInstance },
        Stop: { title: 'Stop', risk: 'D', operation: 'StopDBInstance', params: ofInstance },
        Reboot: { title: 'Reboot', risk: 'D', operation: 'RebootDBInstance', params: ofInstance },
        CreateSnapshot: {
          title: 'Create Snapshot',
          risk: 'W',
          operation: 'CreateDBSnapshot',
          params: { ...ofInstance, DBSnapshotIdentifier: ask('DBSnapshotIdentifier') },
        },
        Modify: {
          title: 'Modify',
          risk: 'D',
          operation: 'ModifyDBInstance',
          params: {
            ...ofInstance,
            DBInstanceClass: askOptional('DBInstanceClass'),
            ApplyImmediately: askOptional('ApplyImmediately'),
          },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteDBInstance',
          params: {
            ...ofInstance,
            FinalDBSnapshotIdentifier: askOptional('FinalDBSnapshotIdentifier'),
            SkipFinalSnapshot: askOptional('SkipFinalSnapshot'),
          },
        },
      },
      waiters: {
        Available: { waiter: 'DBInstanceAvailable', params: ofInstance },
        Deleted: { waiter: 'DBInstanceDeleted', params: ofInstance },
      },
    },
    DBCluster: {
      identifiers: ['DBClusterIdentifier'],
      state: 'Status',
      description: ['Status', '{Engine} {EngineVersion}', '{DBClusterMembers|count:instance}'],
      columns: [
        ['Status', 'Status'],
        ['Engine', '{Engine} {EngineVersion}'],
        ['Endpoint', '{Endpoint}:{Port}'],
        ['Reader endpoint', 'ReaderEndpoint'],
        ['Multi-AZ', '{MultiAZ|if:yes/no}'],
        ['Created', 'ClusterCreateTime'],
      ],
      icon: 'server-environment',
      arn: 'DBClusterArn',
      consoleUrl: '{c}/rds/home?region={region}#database:id={DBClusterIdentifier};is-cluster=true',
      load: { operation: 'DescribeDBClusters', params: ofCluster, path: 'DBClusters[0]' },
      collections: {
        Instances: instances('DB Instances', {
          Filters: [{ Name: 'db-cluster-id', Values: [identifier('DBClusterIdentifier')] }],
        }),
        Snapshots: {
          title: 'Snapshots',
          operation: 'DescribeDBClusterSnapshots',
          params: ofCluster,
          items: [
            {
              kind: 'DBClusterSnapshot',
              path: 'DBClusterSnapshots[]',
              identifiers: { DBClusterSnapshotIdentifier: 'DBClusterSnapshotIdentifier' },
            },
          ],
        },
      },
      actions: {
        Start: { title: 'Start', risk: 'W', operation: 'StartDBCluster', params: ofCluster },
        Stop: { title: 'Stop', risk: 'D', operation: 'StopDBCluster', params: ofCluster },
        Reboot: { title: 'Reboot', risk: 'D', operation: 'RebootDBCluster', params: ofCluster },
        Failover: {
          title: 'Fail Over',
          risk: 'D',
          operation: 'FailoverDBCluster',
          params: ofCluster,
        },
        CreateSnapshot: {
          title: 'Create Snapshot',
          risk: 'W',
          operation: 'CreateDBClusterSnapshot',
          params: {
            ...ofCluster,
            DBClusterSnapshotIdentifier: ask('DBClusterSnapshotIdentifier'),
          },
        },
        ExecuteStatement: {
          title: 'Execute SQL',
          risk: 'D',
          service: 'rds-data',
          operation: 'ExecuteStatement',
          params: {
            resourceArn: data('DBClusterArn'),
            secretArn: ask('secretArn'),
            sql: ask('sql'),
          },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteDBCluster',
          params: {
            ...ofCluster,
            FinalDBSnapshotIdentifier: askOptional('FinalDBSnapshotIdentifier'),
            SkipFinalSnapshot: askOptional('SkipFinalSnapshot'),
          },
        },
      },
      waiters: {
        Available: { waiter: 'DBClusterAvailable', params: ofCluster },
        Deleted: { waiter: 'DBClusterDeleted', params: ofCluster },
      },
    },
    DBSnapshot: {
      identifiers: ['DBSnapshotIdentifier'],
      state: 'Status',
      description: ['Status', 'SnapshotType', '{SnapshotCreateTime|date}'],
      columns: [
        ['Database', 'DBInstanceIdentifier'],
        ['Engine', '{Engine} {EngineVersion}'],
        ['Storage', '{AllocatedStorage} GiB'],
        ['Created', 'SnapshotCreateTime'],
      ],
      icon: 'history',
      arn: 'DBSnapshotArn',
      consoleUrl: '{c}/rds/home?region={region}#db-snapshot:id={DBSnapshotIdentifier}',
      load: { operation: 'DescribeDBSnapshots', params: ofSnapshot, path: 'DBSnapshots[0]' },
      actions: {
        Restore: {
          title: 'Restore to DB Instance',
          risk: 'W',
          operation: 'RestoreDBInstanceFromDBSnapshot',
          params: { ...ofSnapshot, DBInstanceIdentifier: ask('DBInstanceIdentifier') },
        },
        Copy: {
          title: 'Copy',
          risk: 'W',
          operation: 'CopyDBSnapshot',
          params: {
            SourceDBSnapshotIdentifier: data('DBSnapshotArn'),
            TargetDBSnapshotIdentifier: ask('TargetDBSnapshotIdentifier'),
          },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteDBSnapshot', params: ofSnapshot },
      },
    },
    DBClusterSnapshot: {
      identifiers: ['DBClusterSnapshotIdentifier'],
      state: 'Status',
      description: ['Status', 'SnapshotType', '{SnapshotCreateTime|date}'],
      icon: 'history',
      arn: 'DBClusterSnapshotArn',
      load: {
        operation: 'DescribeDBClusterSnapshots',
        params: ofClusterSnapshot,
        path: 'DBClusterSnapshots[0]',
      },
      actions: {
        Restore: {
          title: 'Restore to DB Cluster',
          risk: 'W',
          operation: 'RestoreDBClusterFromSnapshot',
          params: {
            DBClusterIdentifier: ask('DBClusterIdentifier'),
            SnapshotIdentifier: identifier('DBClusterSnapshotIdentifier'),
            Engine: data('Engine'),
          },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteDBClusterSnapshot',
          params: ofClusterSnapshot,
        },
      },
    },
    DBLogFile: {
      identifiers: ['DBInstanceIdentifier', 'LogFileName'],
      label: ['LogFileName'],
      description: ['{Size|size}', '{LastWritten|date}'],
      icon: 'output',
      actions: {
        Download: {
          title: 'Show',
          risk: 'R',
          operation: 'DownloadDBLogFilePortion',
          params: { ...ofInstance, LogFileName: identifier('LogFileName') },
        },
      },
    },
  },
};
