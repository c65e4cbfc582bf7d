import type { Kind } from '../../core/resources/kind.ts';
import { identifier, region } from '../../core/resources/sources.ts';
import { act, asks, offers, to } from '../rules.ts';
import {
  arn,
  describedBy,
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

const ofImage = one('ImageId');
const ofTemplate = one('LaunchTemplateId');

export const imageKinds: Readonly<Record<string, Kind>> = {
  Image: {
    ...named(naming.image, 'ami', 'image'),
    label: ['Name', 'ImageId'],
    state: 'State',
    description: ['State', 'Architecture', 'PlatformDetails', '{CreationDate|day}'],
    columns: [
      ['AMI ID', 'ImageId'],
      ['State', 'State'],
      ['Description', 'Description'],
      ['Platform', 'PlatformDetails'],
      ['Architecture', 'Architecture'],
      ['Owner', 'OwnerId'],
      ['Public', '{Public|if:yes/no}'],
      ['Created', '{CreationDate|date}'],
      ['Deprecated', '{DeprecationTime|date}'],
    ],
    icon: 'package',
    arn: 'arn:{partition}:ec2:{region}::image/{ImageId}',
    consoleUrl: ec2Console('ImageDetails', 'ImageId', 'imageId'),
    collections: { Instances: list(naming.instance, where('image-id', 'ImageId')) },
    actions: {
      Launch: {
        ...act('Launch Instances', 'W', 'RunInstances', {
          ...ofImage,
          ...asks('MinCount', 'MaxCount', 'InstanceType'),
          ...offers('KeyName', 'SubnetId', 'SecurityGroupIds'),
        }),
        result: made(naming.instance, 'Instances[]'),
      },
      Copy: {
        ...act('Copy', 'W', 'CopyImage', {
          SourceImageId: identifier('ImageId'),
          SourceRegion: region,
          ...asks('Name'),
        }),
        result: made(naming.image),
      },
      ...tagging('ImageId'),
      ...resettable(naming.image, ['Attribute', 'Value', 'LaunchPermission']),
      Deregister: act('Deregister', 'X', 'DeregisterImage', ofImage),
    },
    waiters: waits(many(naming.image), { Exists: 'ImageExists', Available: 'ImageAvailable' }),
    has: {
      Snapshots: to('BlockDeviceMappings[].Ebs.SnapshotId', 'Snapshot'),
      SourceInstance: to('SourceInstanceId', 'Instance'),
    },
    usedBy: ['Instances'],
  },
  KeyPair: {
    ...describedBy(naming.keyPair),
    description: ['KeyType', '{CreateTime|day}'],
    columns: [
      ['Name', 'KeyName'],
      ['Key pair ID', 'KeyPairId'],
      ['Type', 'KeyType'],
      ['Fingerprint', 'KeyFingerprint'],
      ['Created', 'CreateTime'],
    ],
    icon: 'key',
    arn: arn('key-pair', 'KeyName'),
    consoleUrl: ec2Console('KeyPairs', 'KeyName', 'search'),
    collections: { Instances: list(naming.instance, where('key-name', 'KeyName')) },
    actions: {
      PublicKey: act('Show Public Key', 'R', 'DescribeKeyPairs', {
        ...many(naming.keyPair),
        IncludePublicKey: true,
      }),
      Delete: act('Delete', 'X', 'DeleteKeyPair', one('KeyName')),
    },
    waiters: waits(many(naming.keyPair), { Exists: 'KeyPairExists' }),
    usedBy: ['Instances'],
  },
  LaunchTemplate: {
    ...named(naming.launchTemplate, 'lt', 'launch-template'),
    label: ['LaunchTemplateName', 'LaunchTemplateId'],
    description: ['default version {DefaultVersionNumber}', 'latest {LatestVersionNumber}'],
    columns: [
      ['Template ID', 'LaunchTemplateId'],
      ['Default version', 'DefaultVersionNumber'],
      ['Latest version', 'LatestVersionNumber'],
      ['Created by', 'CreatedBy'],
      ['Created', 'CreateTime'],
    ],
    icon: 'rocket',
    consoleUrl: ec2Console('LaunchTemplateDetails', 'LaunchTemplateId', 'launchTemplateId'),
    // The list tells all but what the template launches, which its default version does.
    load: {
      operation: 'DescribeLaunchTemplateVersions',
      params: { ...ofTemplate, Versions: ['$Default'] },
      path: 'LaunchTemplateVersions[0]',
    },
    collections: {
      Versions: {
        title: 'Versions',
        operation: 'DescribeLaunchTemplateVersions',
        params: ofTemplate,
        pageSize: 200,
        inline: true,
        items: [
          {
            kind: 'LaunchTemplateVersion',
            path: 'LaunchTemplateVersions[]',
            identifiers: {
              LaunchTemplateId: 'LaunchTemplateId',
              VersionNumber: 'VersionNumber',
            },
          },
        ],
      },
    },
    actions: {
      Launch: {
        ...act('Launch Instances', 'W', 'RunInstances', {
          LaunchTemplate: ofTemplate,
          ...asks('MinCount', 'MaxCount'),
        }),
        result: made(naming.instance, 'Instances[]'),
      },
      SetDefaultVersion: act('Set Default Version', 'D', 'ModifyLaunchTemplate', {
        ...ofTemplate,
        ...asks('DefaultVersion'),
      }),
      ...tagging('LaunchTemplateId'),
      Delete: act('Delete', 'X', 'DeleteLaunchTemplate', ofTemplate),
    },
    has: {
      Image: to('LaunchTemplateData.ImageId', 'Image'),
      KeyPair: to('LaunchTemplateData.KeyName', 'KeyPair'),
      SecurityGroups: to('LaunchTemplateData.SecurityGroupIds[]', 'SecurityGroup'),
      InstanceProfile: to('LaunchTemplateData.IamInstanceProfile.Arn', 'iam.InstanceProfile'),
    },
  },
  LaunchTemplateVersion: {
    identifiers: ['LaunchTemplateId', 'VersionNumber'],
    label: ['version {VersionNumber}'],
    description: [
      '{DefaultVersion|if:default}',
      'LaunchTemplateData.InstanceType',
      'VersionDescription',
    ],
    columns: [
      ['Description', 'VersionDescription'],
      ['Type', 'LaunchTemplateData.InstanceType'],
      ['Image', 'LaunchTemplateData.ImageId'],
      ['Key pair', 'LaunchTemplateData.KeyName'],
      ['Created by', 'CreatedBy'],
      ['Created', 'CreateTime'],
    ],
    icon: 'versions',
    load: {
      operation: 'DescribeLaunchTemplateVersions',
      params: { ...ofTemplate, Versions: [identifier('VersionNumber')] },
      path: 'LaunchTemplateVersions[0]',
    },
    actions: {
      Delete: act(
        'Delete',
        'X',
        'DeleteLaunchTemplateVersions',
        {
          ...ofTemplate,
          Versions: [identifier('VersionNumber')],
        },
        { failures: 'UnsuccessfullyDeletedLaunchTemplateVersions' },
      ),
    },
    has: {
      LaunchTemplate: to('LaunchTemplateId', 'LaunchTemplate'),
      Image: to('LaunchTemplateData.ImageId', 'Image'),
      KeyPair: to('LaunchTemplateData.KeyName', 'KeyPair'),
      SecurityGroups: to('LaunchTemplateData.SecurityGroupIds[]', 'SecurityGroup'),
    },
  },
};
