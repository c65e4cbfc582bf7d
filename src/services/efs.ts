import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofFileSystem = { FileSystemId: identifier('FileSystemId') };
const ofMountTarget = { MountTargetId: identifier('MountTargetId') };
const ofAccessPoint = { AccessPointId: identifier('AccessPointId') };
const arn = 'arn:{partition}:elasticfilesystem:{region}:{account}';

export const efs: ServiceKinds = {
  service: 'efs',
  title: 'EFS',
  icon: 'file-directory',
  collections: {
    FileSystems: list('File Systems', 'DescribeFileSystems', {}, [
      'FileSystem',
      'FileSystems[]',
      { FileSystemId: 'FileSystemId' },
    ]),
  },
  kinds: {
    FileSystem: {
      identifiers: ['FileSystemId'],
      label: ['Name', 'FileSystemId'],
      state: 'LifeCycleState',
      description: ['LifeCycleState', '{SizeInBytes.Value|size}', 'ThroughputMode'],
      columns: [
        ['File system', 'FileSystemId'],
        ['State', 'LifeCycleState'],
        ['Size', '{SizeInBytes.Value|size}'],
        ['In Infrequent Access', '{SizeInBytes.ValueInIA|size}'],
        ['Throughput', 'ThroughputMode'],
        ['Performance', 'PerformanceMode'],
        ['Mount targets', 'NumberOfMountTargets'],
        ['Encrypted', '{Encrypted|if:yes/no}'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'file-directory',
      arn: 'FileSystemArn',
      arnPattern: `${arn}:file-system/{FileSystemId}`,
      consoleUrl: '{c}/efs/home?region={region}#/file-systems/{FileSystemId}',
      load: { operation: 'DescribeFileSystems', params: ofFileSystem, path: 'FileSystems[0]' },
      collections: {
        MountTargets: list('Mount Targets', 'DescribeMountTargets', ofFileSystem, [
          'MountTarget',
          'MountTargets[]',
          { MountTargetId: 'MountTargetId' },
        ]),
        AccessPoints: list('Access Points', 'DescribeAccessPoints', ofFileSystem, [
          'AccessPoint',
          'AccessPoints[]',
          { AccessPointId: 'AccessPointId' },
        ]),
      },
      actions: {
        GetPolicy: act('Show Policy', 'R', 'DescribeFileSystemPolicy', ofFileSystem),
        GetLifecycle: act('Show Lifecycle', 'R', 'DescribeLifecycleConfiguration', ofFileSystem),
        GetBackupPolicy: act('Show Backup Policy', 'R', 'DescribeBackupPolicy', ofFileSystem),
        GetReplication: act(
          'Show Replication',
          'R',
          'DescribeReplicationConfigurations',
          ofFileSystem,
        ),
        CreateMountTarget: act('Create Mount Target', 'W', 'CreateMountTarget', {
          ...ofFileSystem,
          SubnetId: ask('SubnetId'),
        }),
        CreateAccessPoint: act('Create Access Point', 'W', 'CreateAccessPoint', {
          ...ofFileSystem,
          RootDirectory: askOptional('RootDirectory'),
          PosixUser: askOptional('PosixUser'),
        }),
        PutPolicy: act('Put Policy', 'D', 'PutFileSystemPolicy', {
          ...ofFileSystem,
          Policy: ask('Policy'),
        }),
        SetThroughput: act('Set Throughput', 'D', 'UpdateFileSystem', {
          ...ofFileSystem,
          ThroughputMode: ask('ThroughputMode'),
          ProvisionedThroughputInMibps: askOptional('ProvisionedThroughputInMibps'),
        }),
        Delete: act('Delete', 'X', 'DeleteFileSystem', ofFileSystem),
      },
      has: { Key: to('KmsKeyId', 'kms.Key') },
    },
    MountTarget: {
      identifiers: ['MountTargetId'],
      state: 'LifeCycleState',
      description: ['LifeCycleState', 'AvailabilityZoneName', 'IpAddress'],
      columns: [
        ['State', 'LifeCycleState'],
        ['File system', 'FileSystemId'],
        ['Zone', 'AvailabilityZoneName'],
        ['Subnet', 'SubnetId'],
        ['IP address', 'IpAddress'],
        ['Network interface', 'NetworkInterfaceId'],
      ],
      icon: 'plug',
      idPattern: '^fsmt-[0-9a-f]{8,40}$',
      load: { operation: 'DescribeMountTargets', params: ofMountTarget, path: 'MountTargets[0]' },
      actions: {
        GetSecurityGroups: act(
          'Show Security Groups',
          'R',
          'DescribeMountTargetSecurityGroups',
          ofMountTarget,
        ),
        SetSecurityGroups: act('Set Security Groups', 'D', 'ModifyMountTargetSecurityGroups', {
          ...ofMountTarget,
          SecurityGroups: ask('SecurityGroups'),
        }),
        Delete: act('Delete', 'X', 'DeleteMountTarget', ofMountTarget),
      },
      has: {
        FileSystem: to('FileSystemId', 'FileSystem'),
        Vpc: to('VpcId', 'ec2.Vpc'),
        Subnet: to('SubnetId', 'ec2.Subnet'),
        NetworkInterface: to('NetworkInterfaceId', 'ec2.NetworkInterface'),
      },
    },
    AccessPoint: {
      identifiers: ['AccessPointId'],
      label: ['Name', 'AccessPointId'],
      state: 'LifeCycleState',
      description: ['LifeCycleState', 'RootDirectory.Path'],
      columns: [
        ['Access point', 'AccessPointId'],
        ['State', 'LifeCycleState'],
        ['File system', 'FileSystemId'],
        ['Root', 'RootDirectory.Path'],
        ['User and group', '{PosixUser.Uid}:{PosixUser.Gid}'],
      ],
      icon: 'link',
      arn: 'AccessPointArn',
      arnPattern: `${arn}:access-point/{AccessPointId}`,
      idPattern: '^fsap-[0-9a-f]{8,40}$',
      consoleUrl: '{c}/efs/home?region={region}#/access-points/{AccessPointId}',
      load: { operation: 'DescribeAccessPoints', params: ofAccessPoint, path: 'AccessPoints[0]' },
      actions: { Delete: act('Delete', 'X', 'DeleteAccessPoint', ofAccessPoint) },
      has: { FileSystem: to('FileSystemId', 'FileSystem') },
    },
  },
};
