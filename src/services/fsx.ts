import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofFileSystem = { FileSystemId: identifier('FileSystemId') };
const inFileSystem = {
  Filters: [{ Name: 'file-system-id', Values: [identifier('FileSystemId')] }],
};
const inMachine = {
  Filters: [
    { Name: 'storage-virtual-machine-id', Values: [identifier('StorageVirtualMachineId')] },
  ],
};
const inVolume = { Filters: [{ Name: 'volume-id', Values: [identifier('VolumeId')] }] };
const arn = 'arn:{partition}:fsx:{region}:{account}';

function volumes(params: Params) {
  return list('Volumes', 'DescribeVolumes', params, [
    'Volume',
    'Volumes[]',
    { VolumeId: 'VolumeId' },
  ]);
}

function backups(params: Params) {
  return list('Backups', 'DescribeBackups', params, [
    'Backup',
    'Backups[]',
    { BackupId: 'BackupId' },
  ]);
}

function snapshots(params: Params) {
  return list('Snapshots', 'DescribeSnapshots', params, [
    'Snapshot',
    'Snapshots[]',
    { SnapshotId: 'SnapshotId' },
  ]);
}

export const fsx: ServiceKinds = {
  service: 'fsx',
  title: 'FSx',
  icon: 'file-directory',
  collections: {
    FileSystems: list('File Systems', 'DescribeFileSystems', {}, [
      'FileSystem',
      'FileSystems[]',
      { FileSystemId: 'FileSystemId' },
    ]),
    Backups: backups({}),
  },
  kinds: {
    FileSystem: {
      identifiers: ['FileSystemId'],
      label: ['tag:Name', 'FileSystemId'],
      state: 'Lifecycle',
      description: ['Lifecycle', 'FileSystemType', '{StorageCapacity} GiB'],
      columns: [
        ['File system', 'FileSystemId'],
        ['State', 'Lifecycle'],
        ['Failure', 'FailureDetails.Message'],
        ['Type', 'FileSystemType'],
        ['Storage', '{StorageCapacity} GiB {StorageType}'],
        ['DNS name', 'DNSName'],
        ['VPC', 'VpcId'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'file-directory',
      arn: 'ResourceARN',
      arnPattern: `${arn}:file-system/{FileSystemId}`,
      consoleUrl: '{c}/fsx/home?region={region}#file-system-details/{FileSystemId}',
      load: {
        operation: 'DescribeFileSystems',
        params: { FileSystemIds: [identifier('FileSystemId')] },
        path: 'FileSystems[0]',
      },
      collections: {
        Volumes: volumes(inFileSystem),
        StorageVirtualMachines: list(
          'Storage Virtual Machines',
          'DescribeStorageVirtualMachines',
          inFileSystem,
          [
            'StorageVirtualMachine',
            'StorageVirtualMachines[]',
            { StorageVirtualMachineId: 'StorageVirtualMachineId' },
          ],
        ),
        Snapshots: snapshots(inFileSystem),
        Backups: backups(inFileSystem),
      },
      actions: {
        CreateBackup: act('Create Backup', 'W', 'CreateBackup', ofFileSystem),
        SetStorageCapacity: act('Increase Storage', 'D', 'UpdateFileSystem', {
          ...ofFileSystem,
          StorageCapacity: ask('StorageCapacity'),
        }),
        Delete: act('Delete', 'X', 'DeleteFileSystem', ofFileSystem),
      },
      has: {
        Vpc: to('VpcId', 'ec2.Vpc'),
        Subnets: to('SubnetIds[]', 'ec2.Subnet'),
        NetworkInterfaces: to('NetworkInterfaceIds[]', 'ec2.NetworkInterface'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
    Volume: {
      identifiers: ['VolumeId'],
      label: ['Name', 'VolumeId'],
      state: 'Lifecycle',
      description: ['Lifecycle', 'VolumeType'],
      columns: [
        ['Volume', 'VolumeId'],
        ['State', 'Lifecycle'],
        ['Type', 'VolumeType'],
        ['File system', 'FileSystemId'],
        ['Junction path', 'OntapConfiguration.JunctionPath'],
        ['Path', 'OpenZFSConfiguration.VolumePath'],
        ['Size', '{OntapConfiguration.SizeInBytes|size}'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'vm',
      arn: 'ResourceARN',
      arnPattern: `${arn}:volume/{FileSystemId}/{VolumeId}`,
      idPattern: '^fsvol-[0-9a-f]{17}$',
      consoleUrl: '{c}/fsx/home?region={region}#volume-details/{VolumeId}',
      load: {
        operation: 'DescribeVolumes',
        params: { VolumeIds: [identifier('VolumeId')] },
        path: 'Volumes[0]',
      },
      collections: { Snapshots: snapshots(inVolume), Backups: backups(inVolume) },
      actions: {
        CreateBackup: act('Create Backup', 'W', 'CreateBackup', {
          VolumeId: identifier('VolumeId'),
        }),
        Delete: act('Delete', 'X', 'DeleteVolume', { VolumeId: identifier('VolumeId') }),
      },
      has: {
        FileSystem: to('FileSystemId', 'FileSystem'),
        StorageVirtualMachine: to(
          'OntapConfiguration.StorageVirtualMachineId',
          'StorageVirtualMachine',
        ),
      },
    },
    StorageVirtualMachine: {
      identifiers: ['StorageVirtualMachineId'],
      label: ['Name', 'StorageVirtualMachineId'],
      state: 'Lifecycle',
      description: ['Lifecycle', 'Subtype'],
      columns: [
        ['Machine', 'StorageVirtualMachineId'],
        ['State', 'Lifecycle'],
        ['File system', 'FileSystemId'],
        ['NFS', 'Endpoints.Nfs.DNSName'],
        ['SMB', 'Endpoints.Smb.DNSName'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'server',
      arn: 'ResourceARN',
      arnPattern: `${arn}:storage-virtual-machine/{FileSystemId}/{StorageVirtualMachineId}`,
      idPattern: '^svm-[0-9a-f]{17}$',
      load: {
        operation: 'DescribeStorageVirtualMachines',
        params: { StorageVirtualMachineIds: [identifier('StorageVirtualMachineId')] },
        path: 'StorageVirtualMachines[0]',
      },
      collections: { Volumes: volumes(inMachine) },
      actions: {
        Delete: act('Delete', 'X', 'DeleteStorageVirtualMachine', {
          StorageVirtualMachineId: identifier('StorageVirtualMachineId'),
        }),
      },
      has: { FileSystem: to('FileSystemId', 'FileSystem') },
    },
    Snapshot: {
      identifiers: ['SnapshotId'],
      label: ['Name', 'SnapshotId'],
      state: 'Lifecycle',
      description: ['Lifecycle', '{CreationTime|date}'],
      columns: [
        ['Snapshot', 'SnapshotId'],
        ['State', 'Lifecycle'],
        ['Volume', 'VolumeId'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'device-camera',
      arn: 'ResourceARN',
      arnPattern: `${arn}:snapshot/{VolumeId}/{SnapshotId}`,
      idPattern: '^fsvolsnap-[0-9a-f]{17}$',
      load: {
        operation: 'DescribeSnapshots',
        params: { SnapshotIds: [identifier('SnapshotId')] },
        path: 'Snapshots[0]',
      },
      actions: {
        RestoreVolume: act('Restore Volume', 'X', 'RestoreVolumeFromSnapshot', {
          VolumeId: data('VolumeId'),
          SnapshotId: identifier('SnapshotId'),
        }),
        Delete: act('Delete', 'X', 'DeleteSnapshot', { SnapshotId: identifier('SnapshotId') }),
      },
      has: { Volume: to('VolumeId', 'Volume') },
    },
    Backup: {
      identifiers: ['BackupId'],
      label: ['tag:Name', 'BackupId'],
      state: 'Lifecycle',
      description: ['Lifecycle', 'Type', '{CreationTime|date}'],
      columns: [
        ['Backup', 'BackupId'],
        ['State', 'Lifecycle'],
        ['Failure', 'FailureDetails.Message'],
        ['Type', 'Type'],
        ['Size', '{SizeInBytes|size}'],
        ['File system', 'FileSystem.FileSystemId'],
        ['Volume', 'Volume.VolumeId'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'archive',
      arn: 'ResourceARN',
      arnPattern: `${arn}:backup/{BackupId}`,
      consoleUrl: '{c}/fsx/home?region={region}#backup-details/{BackupId}',
      load: {
        operation: 'DescribeBackups',
        params: { BackupIds: [identifier('BackupId')] },
        path: 'Backups[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteBackup', { BackupId: identifier('BackupId') }),
      },
      has: {
        FileSystem: to('FileSystem.FileSystemId', 'FileSystem'),
        Volume: to('Volume.VolumeId', 'Volume'),
        Key: to('KmsKeyId', 'kms.Key'),
      },
    },
  },
};
