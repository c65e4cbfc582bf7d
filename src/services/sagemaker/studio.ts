import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofNotebook = { NotebookInstanceName: identifier('NotebookInstanceName') };
const ofDomain = { DomainId: identifier('DomainId') };
const inDomain = { DomainIdEquals: identifier('DomainId') };
const ofProfile = { ...ofDomain, UserProfileName: identifier('UserProfileName') };
const arn = 'arn:{partition}:sagemaker:{region}:{account}';

/** Where people work: notebooks and Studio. */
export const studioKinds: Readonly<Record<string, Kind>> = {
  NotebookInstance: {
    identifiers: ['NotebookInstanceName'],
    state: 'NotebookInstanceStatus',
    description: ['NotebookInstanceStatus', 'InstanceType'],
    columns: [
      ['Status', 'NotebookInstanceStatus'],
      ['Failure', 'FailureReason'],
      ['Instance type', 'InstanceType'],
      ['Address', 'Url'],
      ['Volume', '{VolumeSizeInGB} GB'],
      ['Internet access', 'DirectInternetAccess'],
      ['Created', '{CreationTime|date}'],
      ['Modified', '{LastModifiedTime|date}'],
    ],
    icon: 'notebook',
    arn: 'NotebookInstanceArn',
    arnPattern: `${arn}:notebook-instance/{NotebookInstanceName}`,
    consoleUrl: '{c}/sagemaker/home?region={region}#/notebook-instances/{NotebookInstanceName}',
    load: { operation: 'DescribeNotebookInstance', params: ofNotebook },
    actions: {
      Open: act('Open in Browser', 'L', 'CreatePresignedNotebookInstanceUrl', ofNotebook),
      Start: act('Start', 'W', 'StartNotebookInstance', ofNotebook),
      Stop: act('Stop', 'D', 'StopNotebookInstance', ofNotebook),
      Delete: act('Delete', 'X', 'DeleteNotebookInstance', ofNotebook),
    },
    waiters: {
      InService: { waiter: 'NotebookInstanceInService', params: ofNotebook },
      Stopped: { waiter: 'NotebookInstanceStopped', params: ofNotebook },
      Deleted: { waiter: 'NotebookInstanceDeleted', params: ofNotebook },
    },
    has: {
      Role: to('RoleArn', 'iam.Role'),
      Subnet: to('SubnetId', 'ec2.Subnet'),
      SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
      NetworkInterface: to('NetworkInterfaceId', 'ec2.NetworkInterface'),
      Key: to('KmsKeyId', 'kms.Key'),
    },
  },
  Domain: {
    identifiers: ['DomainId'],
    label: ['DomainName', 'DomainId'],
    state: 'Status',
    description: ['Status', 'AuthMode'],
    columns: [
      ['Domain ID', 'DomainId'],
      ['Status', 'Status'],
      ['Failure', 'FailureReason'],
      ['Sign-in', 'AuthMode'],
      ['Address', 'Url'],
      ['VPC', 'VpcId'],
      ['Created', '{CreationTime|date}'],
    ],
    icon: 'organization',
    arn: 'DomainArn',
    arnPattern: `${arn}:domain/{DomainId}`,
    idPattern: '^d-[0-9a-z]{12}$',
    consoleUrl: '{c}/sagemaker/home?region={region}#/studio/{DomainId}',
    load: { operation: 'DescribeDomain', params: ofDomain },
    collections: {
      UserProfiles: list('User Profiles', 'ListUserProfiles', inDomain, [
        'UserProfile',
        'UserProfiles[]',
        { ...ofDomain, UserProfileName: 'UserProfileName' },
      ]),
      Apps: list('Apps', 'ListApps', inDomain, [
        'App',
        'Apps[]',
        { ...ofDomain, AppType: 'AppType', AppName: 'AppName' },
      ]),
    },
    actions: { Delete: act('Delete', 'X', 'DeleteDomain', ofDomain) },
    has: {
      Vpc: to('VpcId', 'ec2.Vpc'),
      Subnets: to('SubnetIds[]', 'ec2.Subnet'),
      FileSystem: to('HomeEfsFileSystemId', 'efs.FileSystem'),
      Role: to('DefaultUserSettings.ExecutionRole', 'iam.Role'),
      Key: to('KmsKeyId', 'kms.Key'),
    },
  },
  UserProfile: {
    identifiers: ['DomainId', 'UserProfileName'],
    state: 'Status',
    description: ['Status', '{LastModifiedTime|date}'],
    columns: [
      ['Status', 'Status'],
      ['Failure', 'FailureReason'],
      ['Created', '{CreationTime|date}'],
      ['Modified', '{LastModifiedTime|date}'],
    ],
    icon: 'person',
    arn: 'UserProfileArn',
    arnPattern: `${arn}:user-profile/{DomainId}/{UserProfileName}`,
    load: { operation: 'DescribeUserProfile', params: ofProfile },
    actions: { Delete: act('Delete', 'X', 'DeleteUserProfile', ofProfile) },
    has: { Role: to('UserSettings.ExecutionRole', 'iam.Role') },
  },
  App: {
    identifiers: ['DomainId', 'AppType', 'AppName'],
    // Each user, and each space, may have an app of the same type and name.
    distinguishedBy: ['UserProfileName', 'SpaceName'],
    label: ['{AppType}/{AppName}'],
    state: 'Status',
    description: ['Status', 'UserProfileName', 'SpaceName'],
    columns: [
      ['Status', 'Status'],
      ['Type', 'AppType'],
      ['User', 'UserProfileName'],
      ['Space', 'SpaceName'],
      ['Instance type', 'ResourceSpec.InstanceType'],
      ['Created', '{CreationTime|date}'],
    ],
    icon: 'window',
    has: {
      UserProfile: {
        kind: 'UserProfile',
        identifiers: { ...ofDomain, UserProfileName: 'UserProfileName' },
      },
    },
  },
};
