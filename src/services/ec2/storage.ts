import type { Kind } from '../../core/resources/kind.ts';
import { identifier, region } from '../../core/resources/sources.ts';
import { act, asks, offers, to } from '../rules.ts';
import {
  attributes,
  ec2Console,
  list,
  made,
  many,
  named,
  naming,
  one,
  resettable,
  tagging,
  waits,
  where,
} from './naming.ts';

const ofVolume = one('VolumeId');
const ofSnapshot = one('SnapshotId');

export const storageKinds: Readonly<Record<string, Kind>> = {
  Volume: {
    ...named(naming.volume, 'vol', 'volume'),
    state: 'State',
    description: ['State', '{Size} GiB', 'VolumeType'],
    columns: [
      ['Volume ID', 'VolumeId'],
      ['State', 'State'],
      ['Size', '{Size} GiB'],
      ['Type', 'VolumeType'],
      ['Zone', 'AvailabilityZone'],
      ['Attached to', 'Attachments[].InstanceId'],
      ['Encrypted', '{Encrypted|if:yes/no}'],
      ['Created', 'CreateTime'],
    ],
    icon: 'save',
    consoleUrl: ec2Console('VolumeDetails', 'VolumeId', 'volumeId'),
    collections: {
      // Without an owner, snapshots of every account that made theirs public are listed.
      Snapshots: {
        ...list(naming.snapshot, { OwnerIds: ['self'], ...where('volume-id', 'VolumeId') }),
        inline: true,
      },
    },
    actions: {
      CreateSnapshot: {
        ...act('Create Snapshot', 'W', 'CreateSnapshot', { ...ofVolume, ...offers('Description') }),
        result: made(naming.snapshot, '@'),
      },
      Modify: act('Modify', 'W', 'ModifyVolume', { ...ofVolume, ...offers('Size', 'VolumeType') }),
      ...tagging('VolumeId'),
      AttachToInstance: act('Attach to Instance', 'W', 'AttachVolume', {
        ...ofVolume,
        ...asks('InstanceId', 'Device'),
      }),
      DetachFromInstance: act('Detach from Instance', 'D', 'DetachVolume', ofVolume),
      DescribeStatus: act('Show Status', 'R', 'DescribeVolumeStatus', many(naming.volume)),
      ...attributes(naming.volume, ['AutoEnableIO']),
      EnableIo: act('Enable I/O', 'D', 'EnableVolumeIO', ofVolume),
      Delete: act('Delete', 'X', 'DeleteVolume', ofVolume),
    },
    waiters: waits(many(naming.volume), {
      Available: 'VolumeAvailable',
      InUse: 'VolumeInUse',
      Deleted: 'VolumeDeleted',
    }),
    has: {
      Instances: to('Attachments[].InstanceId', 'Instance'),
      Snapshot: to('SnapshotId', 'Snapshot'),
      Key: to('KmsKeyId', 'kms.Key'),
    },
  },
  Snapshot: {
    ...named(naming.snapshot, 'snap', 'snapshot'),
    state: 'State',
    description: ['State', '{VolumeSize} GiB', '{StartTime|date}'],
    columns: [
      ['Snapshot ID', 'SnapshotId'],
      ['Description', 'Description'],
      ['State', 'State'],
      ['Size', '{VolumeSize} GiB'],
      ['Volume', 'VolumeId'],
      ['Progress', 'Progress'],
      ['Encrypted', '{Encrypted|if:yes/no}'],
      ['Started', 'StartTime'],
    ],
    icon: 'device-camera',
    arn: 'arn:{partition}:ec2:{region}::snapshot/{SnapshotId}',
    consoleUrl: ec2Console('SnapshotDetails', 'SnapshotId', 'snapshotId'),
    collections: {
      Volumes: list(naming.volume, where('snapshot-id', 'SnapshotId')),
      Images: list(naming.image, {
        Owners: ['self'],
        ...where('block-device-mapping.snapshot-id', 'SnapshotId'),
      }),
    },
    actions: {
      CreateVolume: {
        ...act('Create Volume', 'W', 'CreateVolume', {
          ...ofSnapshot,
          ...asks('AvailabilityZone'),
        }),
        result: made(naming.volume, '@'),
      },
      Copy: {
        ...act('Copy', 'W', 'CopySnapshot', {
          SourceSnapshotId: identifier('SnapshotId'),
          SourceRegion: region,
        }),
        result: made(naming.snapshot),
      },
      ...tagging('SnapshotId'),
      ...resettable(naming.snapshot, ['Attribute', 'CreateVolumePermission']),
      Delete: act('Delete', 'X', 'DeleteSnapshot', ofSnapshot),
    },
    waiters: waits(many(naming.snapshot), { Completed: 'SnapshotCompleted' }),
    has: { Volume: to('VolumeId', 'Volume'), Key: to('KmsKeyId', 'kms.Key') },
    usedBy: ['Volumes', 'Images'],
  },
};
