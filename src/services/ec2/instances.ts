import type { ActionRule, Kind, Risk } from '../../core/resources/kind.ts';
import { ask, identifier, type Params } from '../../core/resources/sources.ts';
import { act, asks, to } from '../rules.ts';
import {
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

const ofInstance = one('InstanceId');
const ofInstances = many(naming.instance);

function forMany(title: string, risk: Risk, operation: string): ActionRule {
  return { ...act(title, risk, operation, ofInstances), batch: { size: 100 } };
}

function reset(title: string, attribute: string): ActionRule {
  const params: Params = { ...ofInstance, Attribute: attribute };
  return act(title, 'D', 'ResetInstanceAttribute', params);
}

const instanceActions: Readonly<Record<string, ActionRule>> = {
  ConsoleOutput: act('Show Console Output', 'R', 'GetConsoleOutput', ofInstance),
  Screenshot: act('Show Screenshot', 'R', 'GetConsoleScreenshot', ofInstance),
  UserData: act('Show User Data', 'S', 'DescribeInstanceAttribute', {
    ...ofInstance,
    Attribute: 'userData',
  }),
  PasswordData: act('Get Windows Password', 'S', 'GetPasswordData', ofInstance),
  Connect: {
    ...act('Open Shell', 'L', 'StartSession', { Target: identifier('InstanceId') }),
    service: 'ssm',
  },
  Start: forMany('Start', 'W', 'StartInstances'),
  Stop: forMany('Stop', 'D', 'StopInstances'),
  Reboot: forMany('Reboot', 'D', 'RebootInstances'),
  CreateImage: {
    ...act('Create Image', 'W', 'CreateImage', { ...ofInstance, ...asks('Name') }),
    result: made(naming.image),
  },
  ...tagging('InstanceId'),
  ChangeType: act('Change Type', 'D', 'ModifyInstanceAttribute', {
    ...ofInstance,
    InstanceType: { Value: ask('InstanceType') },
  }),
  Monitor: forMany('Monitor in Detail', 'W', 'MonitorInstances'),
  Unmonitor: forMany('Stop Detailed Monitoring', 'W', 'UnmonitorInstances'),
  AttachVolume: act('Attach Volume', 'W', 'AttachVolume', {
    ...ofInstance,
    ...asks('VolumeId', 'Device'),
  }),
  DetachVolume: act('Detach Volume', 'D', 'DetachVolume', { ...ofInstance, ...asks('VolumeId') }),
  // One of the attributes is the user data, in which people keep secrets.
  ...resettable(naming.instance, ['Attribute', 'Value'], 'S'),
  ResetKernel: reset('Reset Kernel', 'kernel'),
  ResetRamdisk: reset('Reset RAM Disk', 'ramdisk'),
  ResetSourceDestCheck: reset('Reset Source and Destination Check', 'sourceDestCheck'),
  ReportStatus: act('Report Status', 'W', 'ReportInstanceStatus', {
    Instances: [identifier('InstanceId')],
    ...asks('Status', 'ReasonCodes'),
  }),
  AttachClassicLinkVpc: act('Link to VPC (EC2-Classic)', 'W', 'AttachClassicLinkVpc', {
    ...ofInstance,
    ...asks('VpcId', 'Groups'),
  }),
  DetachClassicLinkVpc: act('Unlink from VPC (EC2-Classic)', 'D', 'DetachClassicLinkVpc', {
    ...ofInstance,
    ...asks('VpcId'),
  }),
  Terminate: forMany('Terminate', 'X', 'TerminateInstances'),
};

export const instanceKinds: Readonly<Record<string, Kind>> = {
  Instance: {
    ...named(naming.instance, 'i', 'instance'),
    state: 'State.Name',
    description: ['State.Name', 'InstanceType', 'PublicIpAddress'],
    columns: [
      ['Instance ID', 'InstanceId'],
      ['State', 'State.Name'],
      ['Type', 'InstanceType'],
      ['Zone', 'Placement.AvailabilityZone'],
      ['Private IP', 'PrivateIpAddress'],
      ['Public IP', 'PublicIpAddress'],
      ['VPC', 'VpcId'],
      ['Image', 'ImageId'],
      ['Launched', 'LaunchTime'],
      ['Reason', 'StateReason.Message'],
    ],
    icon: {
      by: 'State.Name',
      values: { running: 'vm-running', stopped: 'vm-outline', terminated: 'vm-outline' },
      otherwise: 'vm',
    },
    consoleUrl: ec2Console('InstanceDetails', 'InstanceId', 'instanceId'),
    collections: {
      Volumes: list(naming.volume, where('attachment.instance-id', 'InstanceId')),
      NetworkInterfaces: list(
        naming.networkInterface,
        where('attachment.instance-id', 'InstanceId'),
      ),
      VpcAddresses: list(naming.address, where('instance-id', 'InstanceId')),
      // AWS refuses a page size beside ids.
      StatusChecks: statusChecks(),
    },
    actions: instanceActions,
    waiters: waits(ofInstances, {
      Exists: 'InstanceExists',
      Running: 'InstanceRunning',
      StatusOk: 'InstanceStatusOk',
      Stopped: 'InstanceStopped',
      Terminated: 'InstanceTerminated',
    }),
    has: {
      Vpc: to('VpcId', 'Vpc'),
      Subnet: to('SubnetId', 'Subnet'),
      SecurityGroups: to('SecurityGroups[].GroupId', 'SecurityGroup'),
      NetworkInterfaces: to('NetworkInterfaces[].NetworkInterfaceId', 'NetworkInterface'),
      BlockDevices: to('BlockDeviceMappings[].Ebs.VolumeId', 'Volume'),
      Image: to('ImageId', 'Image'),
      KeyPair: to('KeyName', 'KeyPair'),
      InstanceProfile: to('IamInstanceProfile.Arn', 'iam.InstanceProfile'),
      PlacementGroup: to('Placement.GroupName', 'PlacementGroup'),
      SpotInstanceRequest: to('SpotInstanceRequestId', 'SpotInstanceRequest'),
      ClassicAddress: to('PublicIpAddress', 'ClassicAddress'),
    },
  },
  InstanceStatus: {
    identifiers: ['InstanceId'],
    label: ['instance {InstanceStatus.Status}, system {SystemStatus.Status}', 'InstanceId'],
    state: 'InstanceStatus.Status',
    description: ['{AttachedEbsStatus.Status|swap:ok=}', '{Events|count:event}'],
    columns: [
      ['Instance ID', 'InstanceId'],
      ['State', 'InstanceState.Name'],
      ['Instance', 'InstanceStatus.Status'],
      ['System', 'SystemStatus.Status'],
      ['Volumes', 'AttachedEbsStatus.Status'],
      ['Events', 'Events[].Description'],
    ],
    icon: 'pulse',
    has: { Instance: to('InstanceId', 'Instance') },
  },
  SpotInstanceRequest: {
    ...named(naming.spotInstanceRequest, 'sir', 'spot-instances-request'),
    state: 'State',
    description: ['State', 'LaunchSpecification.InstanceType', 'Status.Code'],
    columns: [
      ['Request ID', 'SpotInstanceRequestId'],
      ['State', 'State'],
      ['Status', 'Status.Message'],
      ['Type', 'LaunchSpecification.InstanceType'],
      ['Instance', 'InstanceId'],
      ['Highest price', 'SpotPrice'],
      ['Persistence', 'Type'],
      ['Created', 'CreateTime'],
    ],
    icon: 'clock',
    actions: {
      ...tagging('SpotInstanceRequestId'),
      Cancel: {
        ...act('Cancel', 'D', 'CancelSpotInstanceRequests', many(naming.spotInstanceRequest)),
        batch: { size: 100 },
      },
    },
    waiters: waits(many(naming.spotInstanceRequest), {
      Fulfilled: 'SpotInstanceRequestFulfilled',
    }),
    has: {
      Instance: to('InstanceId', 'Instance'),
      Image: to('LaunchSpecification.ImageId', 'Image'),
    },
  },
  PlacementGroup: {
    ...describedBy(naming.placementGroup),
    state: 'State',
    description: ['State', 'Strategy'],
    columns: [
      ['Name', 'GroupName'],
      ['Group ID', 'GroupId'],
      ['State', 'State'],
      ['Strategy', 'Strategy'],
      ['Partitions', 'PartitionCount'],
      ['Spread level', 'SpreadLevel'],
    ],
    icon: 'layers',
    arn: 'arn:{partition}:ec2:{region}:{account}:placement-group/{GroupName}',
    consoleUrl: ec2Console('PlacementGroups', 'GroupName', 'search'),
    collections: { Instances: list(naming.instance, where('placement-group-name', 'GroupName')) },
    actions: { Delete: act('Delete', 'X', 'DeletePlacementGroup', one('GroupName')) },
    usedBy: ['Instances'],
  },
};

function statusChecks() {
  const { pageSize: _, ...rule } = list(naming.instanceStatus, {
    ...many(naming.instanceStatus),
    IncludeAllInstances: true,
  });
  return rule;
}
