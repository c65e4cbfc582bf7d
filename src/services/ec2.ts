import type {
  ActionRule,
  CollectionRule,
  LoadRule,
  Risk,
  ServiceKinds,
} from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';

/** EC2 names things alike: the items of `DescribeVpcs` are in `Vpcs`, and `VpcId` identifies one. */
interface Naming {
  readonly title: string;
  readonly kind: string;
  readonly operation: string;
  readonly path: string;
  readonly id: string;
  /** The operation's parameter that takes a list of ids. */
  readonly ids: string;
}

const naming = {
  instance: name('Instances', 'Instance', 'Reservations[].Instances[]'),
  volume: name('Volumes', 'Volume'),
  snapshot: name('Snapshots', 'Snapshot'),
  vpc: name('VPCs', 'Vpc'),
  subnet: name('Subnets', 'Subnet'),
  routeTable: name('Route Tables', 'RouteTable'),
  internetGateway: name('Internet Gateways', 'InternetGateway'),
  natGateway: name('NAT Gateways', 'NatGateway'),
  vpcEndpoint: name('Endpoints', 'VpcEndpoint'),
  networkAcl: name('Network ACLs', 'NetworkAcl'),
  networkInterface: name('Network Interfaces', 'NetworkInterface'),
  securityGroupRule: name('Rules', 'SecurityGroupRule'),
  securityGroup: {
    ...name('Security Groups', 'SecurityGroup'),
    id: 'GroupId',
    ids: 'GroupIds',
  },
} satisfies Readonly<Record<string, Naming>>;

function name(title: string, kind: string, path = `${kind}s[]`): Naming {
  return { title, kind, operation: `Describe${kind}s`, path, id: `${kind}Id`, ids: `${kind}Ids` };
}

/** Without a size EC2 answers with everything at once. */
function list(of: Naming, params: Params = {}): CollectionRule {
  return {
    title: of.title,
    operation: of.operation,
    params,
    pageSize: 200,
    items: [{ kind: of.kind, path: of.path, identifiers: { [of.id]: of.id } }],
  };
}

function where(filter: string, id: string, member = 'Filters'): Params {
  return { [member]: [{ Name: filter, Values: [identifier(id)] }] };
}

function load(of: Naming): LoadRule {
  return {
    operation: of.operation,
    params: { [of.ids]: [identifier(of.id)] },
    path: of.path.replaceAll('[]', '[0]'),
  };
}

function act(title: string, risk: Risk, operation: string, params: Params): ActionRule {
  return { title, risk, operation, params };
}

function arn(type: string, id: string): string {
  return `arn:{partition}:ec2:{region}:{account}:${type}/{${id}}`;
}

function vpcConsole(page: string, id: string, key = id): string {
  return `{c}/vpcconsole/home?region={region}#${page}:${key}={${id}}`;
}

const ofInstance = { InstanceId: identifier('InstanceId') };
const ofInstances = { InstanceIds: [identifier('InstanceId')] };
const ofVolume = { VolumeId: identifier('VolumeId') };
const ofSnapshot = { SnapshotId: identifier('SnapshotId') };
const ofVpc = { VpcId: identifier('VpcId') };
const ofGroup = { GroupId: identifier('GroupId') };
const ofRouteTable = { RouteTableId: identifier('RouteTableId') };
const ofInternetGateway = { InternetGatewayId: identifier('InternetGatewayId') };

export const ec2: ServiceKinds = {
  service: 'ec2',
  title: 'EC2',
  icon: 'server',
  collections: {
    Instances: list(naming.instance),
    Volumes: list(naming.volume),
    SecurityGroups: list(naming.securityGroup),
    Vpcs: list(naming.vpc),
  },
  kinds: {
    Instance: {
      identifiers: ['InstanceId'],
      label: ['tag:Name', 'InstanceId'],
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
      arn: arn('instance', 'InstanceId'),
      consoleUrl: '{c}/ec2/home?region={region}#InstanceDetails:instanceId={InstanceId}',
      load: load(naming.instance),
      collections: {
        Volumes: list(naming.volume, where('attachment.instance-id', 'InstanceId')),
        NetworkInterfaces: list(
          naming.networkInterface,
          where('attachment.instance-id', 'InstanceId'),
        ),
      },
      actions: {
        ConsoleOutput: act('Show Console Output', 'R', 'GetConsoleOutput', ofInstance),
        Screenshot: act('Show Screenshot', 'R', 'GetConsoleScreenshot', ofInstance),
        UserData: act('Show User Data', 'S', 'DescribeInstanceAttribute', {
          ...ofInstance,
          Attribute: 'userData',
        }),
        PasswordData: act('Get Windows Password', 'S', 'GetPasswordData', ofInstance),
        Connect: {
          title: 'Open Shell',
          risk: 'L',
          service: 'ssm',
          operation: 'StartSession',
          params: { Target: identifier('InstanceId') },
        },
        Start: act('Start', 'W', 'StartInstances', ofInstances),
        Stop: act('Stop', 'D', 'StopInstances', ofInstances),
        Reboot: act('Reboot', 'D', 'RebootInstances', ofInstances),
        CreateImage: act('Create Image', 'W', 'CreateImage', { ...ofInstance, Name: ask('Name') }),
        CreateTags: act('Add Tags', 'W', 'CreateTags', {
          Resources: [identifier('InstanceId')],
          Tags: ask('Tags'),
        }),
        ChangeType: act('Change Type', 'D', 'ModifyInstanceAttribute', {
          ...ofInstance,
          InstanceType: ask('InstanceType'),
        }),
        Terminate: act('Terminate', 'X', 'TerminateInstances', ofInstances),
      },
      waiters: {
        Exists: { waiter: 'InstanceExists', params: ofInstances },
        Running: { waiter: 'InstanceRunning', params: ofInstances },
        Stopped: { waiter: 'InstanceStopped', params: ofInstances },
        Terminated: { waiter: 'InstanceTerminated', params: ofInstances },
      },
    },
    Volume: {
      identifiers: ['VolumeId'],
      label: ['tag:Name', 'VolumeId'],
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
      arn: arn('volume', 'VolumeId'),
      consoleUrl: '{c}/ec2/home?region={region}#VolumeDetails:volumeId={VolumeId}',
      load: load(naming.volume),
      collections: {
        // Without an owner, snapshots of every account that made theirs public are listed.
        Snapshots: {
          ...list(naming.snapshot, { OwnerIds: ['self'], ...where('volume-id', 'VolumeId') }),
          inline: true,
        },
      },
      actions: {
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateSnapshot', ofVolume),
        Modify: act('Modify', 'W', 'ModifyVolume', {
          ...ofVolume,
          Size: askOptional('Size'),
          VolumeType: askOptional('VolumeType'),
        }),
        Attach: act('Attach', 'W', 'AttachVolume', {
          ...ofVolume,
          InstanceId: ask('InstanceId'),
          Device: ask('Device'),
        }),
        Detach: act('Detach', 'D', 'DetachVolume', ofVolume),
        Delete: act('Delete', 'X', 'DeleteVolume', ofVolume),
      },
      waiters: {
        Available: { waiter: 'VolumeAvailable', params: { VolumeIds: [identifier('VolumeId')] } },
        InUse: { waiter: 'VolumeInUse', params: { VolumeIds: [identifier('VolumeId')] } },
        Deleted: { waiter: 'VolumeDeleted', params: { VolumeIds: [identifier('VolumeId')] } },
      },
    },
    Snapshot: {
      identifiers: ['SnapshotId'],
      label: ['tag:Name', 'SnapshotId'],
      state: 'State',
      description: ['State', '{VolumeSize} GiB', '{StartTime|date}'],
      columns: [
        ['Snapshot ID', 'SnapshotId'],
        ['Description', 'Description'],
        ['Volume', 'VolumeId'],
        ['Progress', 'Progress'],
        ['Started', 'StartTime'],
      ],
      icon: 'device-camera',
      arn: 'arn:{partition}:ec2:{region}::snapshot/{SnapshotId}',
      consoleUrl: '{c}/ec2/home?region={region}#SnapshotDetails:snapshotId={SnapshotId}',
      load: load(naming.snapshot),
      actions: {
        Copy: act('Copy', 'W', 'CopySnapshot', {
          SourceSnapshotId: identifier('SnapshotId'),
          SourceRegion: { from: 'region' },
        }),
        CreateVolume: act('Create Volume', 'W', 'CreateVolume', {
          ...ofSnapshot,
          AvailabilityZone: ask('AvailabilityZone'),
        }),
        Delete: act('Delete', 'X', 'DeleteSnapshot', ofSnapshot),
      },
      waiters: {
        Completed: {
          waiter: 'SnapshotCompleted',
          params: { SnapshotIds: [identifier('SnapshotId')] },
        },
      },
    },
    SecurityGroup: {
      identifiers: ['GroupId'],
      label: ['GroupName', 'GroupId'],
      description: ['GroupId', 'Description'],
      columns: [
        ['Group ID', 'GroupId'],
        ['Description', 'Description'],
        ['VPC', 'VpcId'],
        ['Inbound', '{IpPermissions|count:permission}'],
        ['Outbound', '{IpPermissionsEgress|count:permission}'],
      ],
      icon: 'shield',
      arn: arn('security-group', 'GroupId'),
      consoleUrl: '{c}/ec2/home?region={region}#SecurityGroup:groupId={GroupId}',
      load: load(naming.securityGroup),
      collections: {
        Rules: list(naming.securityGroupRule, where('group-id', 'GroupId')),
        NetworkInterfaces: list(naming.networkInterface, where('group-id', 'GroupId')),
      },
      actions: {
        AuthorizeIngress: act('Add Inbound Rule', 'W', 'AuthorizeSecurityGroupIngress', {
          ...ofGroup,
          IpPermissions: ask('IpPermissions'),
        }),
        AuthorizeEgress: act('Add Outbound Rule', 'W', 'AuthorizeSecurityGroupEgress', {
          ...ofGroup,
          IpPermissions: ask('IpPermissions'),
        }),
        RevokeIngress: act('Remove Inbound Rule', 'D', 'RevokeSecurityGroupIngress', {
          ...ofGroup,
          SecurityGroupRuleIds: ask('SecurityGroupRuleIds'),
        }),
        RevokeEgress: act('Remove Outbound Rule', 'D', 'RevokeSecurityGroupEgress', {
          ...ofGroup,
          SecurityGroupRuleIds: ask('SecurityGroupRuleIds'),
        }),
        Delete: act('Delete', 'X', 'DeleteSecurityGroup', ofGroup),
      },
      waiters: {
        Exists: { waiter: 'SecurityGroupExists', params: { GroupIds: [identifier('GroupId')] } },
      },
    },
    SecurityGroupRule: {
      identifiers: ['SecurityGroupRuleId'],
      label: ['tag:Name', 'SecurityGroupRuleId'],
      description: [
        '{IsEgress|if:outbound/inbound}',
        '{IpProtocol|swap:-1=all traffic}',
        '{FromPort|swap:-1=}–{ToPort|swap:-1=}',
        'CidrIpv4',
        'CidrIpv6',
        'PrefixListId',
        'ReferencedGroupInfo.GroupId',
        'Description',
      ],
      columns: [['Description', 'Description']],
      icon: { by: 'IsEgress', values: { true: 'arrow-right' }, otherwise: 'arrow-left' },
      load: load(naming.securityGroupRule),
    },
    Vpc: {
      identifiers: ['VpcId'],
      label: ['tag:Name', 'VpcId'],
      state: 'State',
      description: ['State', 'CidrBlock', '{IsDefault|if:default}'],
      columns: [
        ['VPC ID', 'VpcId'],
        ['State', 'State'],
        ['IPv4 CIDR', 'CidrBlockAssociationSet[].CidrBlock'],
        ['Default', '{IsDefault|if:yes/no}'],
        ['Tenancy', 'InstanceTenancy'],
      ],
      icon: 'globe',
      arn: arn('vpc', 'VpcId'),
      consoleUrl: vpcConsole('VpcDetails', 'VpcId'),
      load: load(naming.vpc),
      collections: {
        Subnets: list(naming.subnet, where('vpc-id', 'VpcId')),
        RouteTables: list(naming.routeTable, where('vpc-id', 'VpcId')),
        InternetGateways: list(naming.internetGateway, where('attachment.vpc-id', 'VpcId')),
        NatGateways: list(naming.natGateway, where('vpc-id', 'VpcId', 'Filter')),
        SecurityGroups: list(naming.securityGroup, where('vpc-id', 'VpcId')),
        Endpoints: list(naming.vpcEndpoint, where('vpc-id', 'VpcId')),
        NetworkAcls: list(naming.networkAcl, where('vpc-id', 'VpcId')),
        Instances: list(naming.instance, where('vpc-id', 'VpcId')),
      },
      actions: {
        DescribeDnsSupport: act('Show DNS Support', 'R', 'DescribeVpcAttribute', {
          ...ofVpc,
          Attribute: 'enableDnsSupport',
        }),
        SetDnsHostnames: act('Set DNS Hostnames', 'W', 'ModifyVpcAttribute', {
          ...ofVpc,
          EnableDnsHostnames: ask('EnableDnsHostnames'),
        }),
        Delete: act('Delete', 'X', 'DeleteVpc', ofVpc),
      },
      waiters: { Available: { waiter: 'VpcAvailable', params: { VpcIds: [identifier('VpcId')] } } },
    },
    Subnet: {
      identifiers: ['SubnetId'],
      label: ['tag:Name', 'SubnetId'],
      state: 'State',
      description: ['State', 'CidrBlock', 'AvailabilityZone'],
      columns: [
        ['Subnet ID', 'SubnetId'],
        ['CIDR', 'CidrBlock'],
        ['Zone', 'AvailabilityZone'],
        ['Free addresses', 'AvailableIpAddressCount'],
        ['Public IP on launch', '{MapPublicIpOnLaunch|if:yes/no}'],
      ],
      icon: 'type-hierarchy',
      arn: arn('subnet', 'SubnetId'),
      consoleUrl: vpcConsole('SubnetDetails', 'SubnetId', 'subnetId'),
      load: load(naming.subnet),
      collections: {
        Instances: list(naming.instance, where('subnet-id', 'SubnetId')),
        NetworkInterfaces: list(naming.networkInterface, where('subnet-id', 'SubnetId')),
        RouteTables: list(naming.routeTable, where('association.subnet-id', 'SubnetId')),
      },
      actions: {
        SetPublicIpOnLaunch: act('Set Public IP on Launch', 'W', 'ModifySubnetAttribute', {
          SubnetId: identifier('SubnetId'),
          MapPublicIpOnLaunch: ask('MapPublicIpOnLaunch'),
        }),
        Delete: act('Delete', 'X', 'DeleteSubnet', { SubnetId: identifier('SubnetId') }),
      },
    },
    RouteTable: {
      identifiers: ['RouteTableId'],
      label: ['tag:Name', 'RouteTableId'],
      description: ['{Routes|count:route}', '{Associations|count:association}'],
      columns: [
        ['Route table ID', 'RouteTableId'],
        ['Destinations', 'Routes[].DestinationCidrBlock'],
        ['Subnets', 'Associations[].SubnetId'],
      ],
      icon: 'milestone',
      arn: arn('route-table', 'RouteTableId'),
      consoleUrl: vpcConsole('RouteTableDetails', 'RouteTableId'),
      load: load(naming.routeTable),
      actions: {
        CreateRoute: act('Add Route', 'W', 'CreateRoute', {
          ...ofRouteTable,
          DestinationCidrBlock: ask('DestinationCidrBlock'),
          GatewayId: ask('GatewayId'),
        }),
        ReplaceRoute: act('Replace Route', 'D', 'ReplaceRoute', {
          ...ofRouteTable,
          DestinationCidrBlock: ask('DestinationCidrBlock'),
          GatewayId: ask('GatewayId'),
        }),
        DeleteRoute: act('Delete Route', 'D', 'DeleteRoute', {
          ...ofRouteTable,
          DestinationCidrBlock: ask('DestinationCidrBlock'),
        }),
        Delete: act('Delete', 'X', 'DeleteRouteTable', ofRouteTable),
      },
    },
    InternetGateway: {
      identifiers: ['InternetGatewayId'],
      label: ['tag:Name', 'InternetGatewayId'],
      state: 'Attachments[0].State',
      description: ['Attachments[0].State', 'Attachments[0].VpcId'],
      icon: 'cloud',
      arn: arn('internet-gateway', 'InternetGatewayId'),
      consoleUrl: vpcConsole('InternetGateway', 'InternetGatewayId', 'internetGatewayId'),
      load: load(naming.internetGateway),
      actions: {
        Attach: act('Attach', 'W', 'AttachInternetGateway', {
          ...ofInternetGateway,
          VpcId: ask('VpcId'),
        }),
        Detach: act('Detach', 'D', 'DetachInternetGateway', {
          ...ofInternetGateway,
          VpcId: ask('VpcId'),
        }),
        Delete: act('Delete', 'X', 'DeleteInternetGateway', ofInternetGateway),
      },
    },
    NatGateway: {
      identifiers: ['NatGatewayId'],
      label: ['tag:Name', 'NatGatewayId'],
      state: 'State',
      description: ['State', 'NatGatewayAddresses[].PublicIp'],
      columns: [
        ['NAT gateway ID', 'NatGatewayId'],
        ['Subnet', 'SubnetId'],
        ['Public IP', 'NatGatewayAddresses[].PublicIp'],
        ['Failure', 'FailureMessage'],
        ['Created', 'CreateTime'],
      ],
      icon: 'arrow-swap',
      arn: arn('natgateway', 'NatGatewayId'),
      consoleUrl: vpcConsole('NatGatewayDetails', 'NatGatewayId', 'natGatewayId'),
      load: load(naming.natGateway),
      actions: {
        Delete: act('Delete', 'X', 'DeleteNatGateway', {
          NatGatewayId: identifier('NatGatewayId'),
        }),
      },
    },
    VpcEndpoint: {
      identifiers: ['VpcEndpointId'],
      label: ['tag:Name', 'ServiceName', 'VpcEndpointId'],
      state: 'State',
      description: ['State', 'VpcEndpointType', 'VpcEndpointId'],
      icon: 'plug',
      arn: arn('vpc-endpoint', 'VpcEndpointId'),
      consoleUrl: vpcConsole('EndpointDetails', 'VpcEndpointId', 'vpcEndpointId'),
      load: load(naming.vpcEndpoint),
      actions: {
        PutPolicy: act('Put Policy', 'D', 'ModifyVpcEndpoint', {
          VpcEndpointId: identifier('VpcEndpointId'),
          PolicyDocument: ask('PolicyDocument'),
        }),
        Delete: act('Delete', 'X', 'DeleteVpcEndpoints', {
          VpcEndpointIds: [identifier('VpcEndpointId')],
        }),
      },
    },
    NetworkAcl: {
      identifiers: ['NetworkAclId'],
      label: ['tag:Name', 'NetworkAclId'],
      description: [
        '{IsDefault|if:default}',
        '{Entries|count:rule}',
        '{Associations|count:subnet}',
      ],
      icon: 'checklist',
      arn: arn('network-acl', 'NetworkAclId'),
      consoleUrl: vpcConsole('NetworkAclDetails', 'NetworkAclId', 'networkAclId'),
      load: load(naming.networkAcl),
      actions: {
        DeleteEntry: act('Delete Rule', 'D', 'DeleteNetworkAclEntry', {
          NetworkAclId: identifier('NetworkAclId'),
          RuleNumber: ask('RuleNumber'),
          Egress: ask('Egress'),
        }),
        Delete: act('Delete', 'X', 'DeleteNetworkAcl', {
          NetworkAclId: identifier('NetworkAclId'),
        }),
      },
    },
    NetworkInterface: {
      identifiers: ['NetworkInterfaceId'],
      label: ['Description', 'NetworkInterfaceId'],
      state: 'Status',
      description: ['Status', 'PrivateIpAddress', 'InterfaceType'],
      columns: [
        ['Network interface ID', 'NetworkInterfaceId'],
        ['Private IP', 'PrivateIpAddress'],
        ['Public IP', 'Association.PublicIp'],
        ['Attached to', 'Attachment.InstanceId'],
        ['Security groups', 'Groups[].GroupName'],
        ['Subnet', 'SubnetId'],
      ],
      icon: 'circuit-board',
      arn: arn('network-interface', 'NetworkInterfaceId'),
      consoleUrl:
        '{c}/ec2/home?region={region}#NetworkInterface:networkInterfaceId={NetworkInterfaceId}',
      load: load(naming.networkInterface),
      actions: {
        Detach: act('Detach', 'D', 'DetachNetworkInterface', {
          AttachmentId: data('Attachment.AttachmentId'),
        }),
        Delete: act('Delete', 'X', 'DeleteNetworkInterface', {
          NetworkInterfaceId: identifier('NetworkInterfaceId'),
        }),
      },
    },
  },
};
