import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofWorkgroup = { workgroupName: identifier('workgroupName') };
const ofNamespace = { namespaceName: identifier('namespaceName') };
const ofSnapshot = { snapshotName: identifier('snapshotName') };
const arn = 'arn:{partition}:redshift-serverless:{region}:{account}';

function snapshots(params: Params) {
  return list('Snapshots', 'ListSnapshots', params, [
    'Snapshot',
    'snapshots[]',
    { snapshotName: 'snapshotName' },
  ]);
}

export const redshiftServerless: ServiceKinds = {
  service: 'redshift-serverless',
  title: 'Redshift Serverless',
  icon: 'database',
  collections: {
    Workgroups: list('Workgroups', 'ListWorkgroups', {}, [
      'Workgroup',
      'workgroups[]',
      { workgroupName: 'workgroupName' },
    ]),
    Namespaces: list('Namespaces', 'ListNamespaces', {}, [
      'Namespace',
      'namespaces[]',
      { namespaceName: 'namespaceName' },
    ]),
    Snapshots: snapshots({}),
  },
  kinds: {
    Workgroup: {
      identifiers: ['workgroupName'],
      state: 'status',
      description: ['status', '{baseCapacity} RPU', 'namespaceName'],
      columns: [
        ['Status', 'status'],
        ['Namespace', 'namespaceName'],
        ['Base capacity', '{baseCapacity} RPU'],
        ['Most capacity', '{maxCapacity} RPU'],
        ['Endpoint', '{endpoint.address}:{endpoint.port}'],
        ['Public', '{publiclyAccessible|if:yes/no}'],
        ['Version', 'workgroupVersion'],
        ['Created', '{creationDate|date}'],
      ],
      icon: 'server-process',
      arn: 'workgroupArn',
      arnPattern: `${arn}:workgroup/{workgroupId}`,
      consoleUrl:
        '{c}/redshiftv2/home?region={region}#/serverless-workgroup?workgroup={workgroupName}',
      load: { operation: 'GetWorkgroup', params: ofWorkgroup, path: 'workgroup' },
      actions: {
        ExecuteStatement: {
          ...act('Run SQL Statement', 'D', 'ExecuteStatement', {
            WorkgroupName: identifier('workgroupName'),
            Database: ask('Database'),
            Sql: ask('Sql'),
            SecretArn: askOptional('SecretArn'),
          }),
          service: 'redshift-data',
        },
        GetCredentials: act('Get Temporary Password', 'S', 'GetCredentials', ofWorkgroup),
        SetBaseCapacity: act('Set Base Capacity', 'D', 'UpdateWorkgroup', {
          ...ofWorkgroup,
          baseCapacity: ask('baseCapacity'),
        }),
        Delete: act('Delete', 'X', 'DeleteWorkgroup', ofWorkgroup),
      },
      has: {
        Namespace: to('namespaceName', 'Namespace'),
        SecurityGroups: to('securityGroupIds[]', 'ec2.SecurityGroup'),
        Subnets: to('subnetIds[]', 'ec2.Subnet'),
      },
    },
    Namespace: {
      identifiers: ['namespaceName'],
      state: 'status',
      description: ['status', 'dbName'],
      columns: [
        ['Status', 'status'],
        ['Namespace ID', 'namespaceId'],
        ['Database', 'dbName'],
        ['Log exports', 'logExports'],
        ['Created', '{creationDate|date}'],
      ],
      icon: 'database',
      arn: 'namespaceArn',
      arnPattern: `${arn}:namespace/{namespaceId}`,
      consoleUrl:
        '{c}/redshiftv2/home?region={region}#/serverless-namespace?namespace={namespaceName}',
      load: { operation: 'GetNamespace', params: ofNamespace, path: 'namespace' },
      collections: {
        Snapshots: snapshots(ofNamespace),
        RecoveryPoints: list('Recovery Points', 'ListRecoveryPoints', ofNamespace, [
          'RecoveryPoint',
          'recoveryPoints[]',
          { recoveryPointId: 'recoveryPointId' },
        ]),
      },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateSnapshot', {
          ...ofNamespace,
          snapshotName: ask('snapshotName'),
        }),
        Delete: act('Delete', 'X', 'DeleteNamespace', {
          ...ofNamespace,
          finalSnapshotName: askOptional('finalSnapshotName'),
        }),
      },
      has: {
        Key: to('kmsKeyId', 'kms.Key'),
        Role: to('defaultIamRoleArn', 'iam.Role'),
        Secret: to('adminPasswordSecretArn', 'secretsmanager.Secret'),
      },
    },
    Snapshot: {
      identifiers: ['snapshotName'],
      state: 'status',
      description: ['status', 'namespaceName', '{snapshotCreateTime|date}'],
      columns: [
        ['Status', 'status'],
        ['Namespace', 'namespaceName'],
        ['Size', '{totalBackupSizeInMegaBytes} MB'],
        ['Days left', 'snapshotRemainingDays'],
        ['Created', '{snapshotCreateTime|date}'],
      ],
      icon: 'device-camera',
      arn: 'snapshotArn',
      arnPattern: `${arn}:snapshot/{*}`,
      load: { operation: 'GetSnapshot', params: ofSnapshot, path: 'snapshot' },
      actions: {
        Restore: act('Restore Into Namespace', 'X', 'RestoreFromSnapshot', {
          ...ofSnapshot,
          namespaceName: ask('namespaceName'),
          workgroupName: ask('workgroupName'),
        }),
        Delete: act('Delete', 'X', 'DeleteSnapshot', ofSnapshot),
      },
      has: {
        Namespace: to('namespaceName', 'Namespace'),
        Key: to('kmsKeyId', 'kms.Key'),
      },
    },
    RecoveryPoint: {
      identifiers: ['recoveryPointId'],
      label: ['{recoveryPointCreateTime|date}', 'recoveryPointId'],
      description: ['workgroupName', '{totalSizeInMegaBytes} MB'],
      columns: [
        ['Recovery point', 'recoveryPointId'],
        ['Namespace', 'namespaceName'],
        ['Workgroup', 'workgroupName'],
        ['Size', '{totalSizeInMegaBytes} MB'],
        ['Created', '{recoveryPointCreateTime|date}'],
      ],
      icon: 'history',
      load: {
        operation: 'GetRecoveryPoint',
        params: { recoveryPointId: identifier('recoveryPointId') },
        path: 'recoveryPoint',
      },
      actions: {
        ConvertToSnapshot: act('Keep as Snapshot', 'W', 'ConvertRecoveryPointToSnapshot', {
          recoveryPointId: identifier('recoveryPointId'),
          snapshotName: ask('snapshotName'),
        }),
      },
      has: {
        Namespace: to('namespaceName', 'Namespace'),
        Workgroup: to('workgroupName', 'Workgroup'),
      },
    },
  },
};
