import type { ActionRule, Kind } from '../../core/resources/kind.ts';
import { ask } from '../../core/resources/sources.ts';
import { act, asks, offers, to } from '../rules.ts';
import {
  attributes,
  list,
  made,
  many,
  named,
  naming,
  one,
  tagging,
  vpcConsole,
  waits,
  where,
} from './naming.ts';

const ofVpc = one('VpcId');
const ofSubnet = one('SubnetId');
const ofDhcpOptions = one('DhcpOptionsId');

const vpcActions: Readonly<Record<string, ActionRule>> = {
  DescribeDnsSupport: act('Show DNS Support', 'R', 'DescribeVpcAttribute', {
    ...ofVpc,
    Attribute: 'enableDnsSupport',
  }),
  SetDnsHostnames: act('Set DNS Hostnames', 'W', 'ModifyVpcAttribute', {
    ...ofVpc,
    EnableDnsHostnames: { Value: ask('EnableDnsHostnames') },
  }),
  CreateSubnet: {
    ...act('Create Subnet', 'W', 'CreateSubnet', {
      ...ofVpc,
      ...offers('CidrBlock', 'AvailabilityZone'),
    }),
    result: made(naming.subnet, 'Subnet'),
  },
  CreateSecurityGroup: {
    ...act('Create Security Group', 'W', 'CreateSecurityGroup', {
      ...ofVpc,
      ...asks('GroupName', 'Description'),
    }),
    result: made(naming.securityGroup),
  },
  CreateRouteTable: {
    ...act('Create Route Table', 'W', 'CreateRouteTable', ofVpc),
    result: made(naming.routeTable, 'RouteTable'),
  },
  CreateNetworkAcl: {
    ...act('Create Network ACL', 'W', 'CreateNetworkAcl', ofVpc),
    result: made(naming.networkAcl, 'NetworkAcl'),
  },
  RequestVpcPeeringConnection: {
    ...act('Request Peering Connection', 'W', 'CreateVpcPeeringConnection', {
      ...ofVpc,
      ...offers('PeerVpcId', 'PeerOwnerId', 'PeerRegion'),
    }),
    result: made(naming.vpcPeeringConnection, 'VpcPeeringConnection'),
  },
  ...tagging('VpcId'),
  ...attributes(naming.vpc, ['EnableDnsSupport', 'EnableDnsHostnames']),
  AssociateDhcpOptions: act('Set DHCP Options', 'D', 'AssociateDhcpOptions', {
    ...ofVpc,
    ...asks('DhcpOptionsId'),
  }),
  AttachInternetGateway: act('Attach Internet Gateway', 'W', 'AttachInternetGateway', {
    ...ofVpc,
    ...asks('InternetGatewayId'),
  }),
  DetachInternetGateway: act('Detach Internet Gateway', 'D', 'DetachInternetGateway', {
    ...ofVpc,
    ...asks('InternetGatewayId'),
  }),
  AttachClassicLinkInstance: act('Link Instance (EC2-Classic)', 'W', 'AttachClassicLinkVpc', {
    ...ofVpc,
    ...asks('InstanceId', 'Groups'),
  }),
  DetachClassicLinkInstance: act('Unlink Instance (EC2-Classic)', 'D', 'DetachClassicLinkVpc', {
    ...ofVpc,
    ...asks('InstanceId'),
  }),
  EnableClassicLink: act('Enable ClassicLink', 'W', 'EnableVpcClassicLink', ofVpc),
  DisableClassicLink: act('Disable ClassicLink', 'D', 'DisableVpcClassicLink', ofVpc),
  Delete: act('Delete', 'X', 'DeleteVpc', ofVpc),
};

export const networkKinds: Readonly<Record<string, Kind>> = {
  Vpc: {
    ...named(naming.vpc, 'vpc', 'vpc'),
    state: 'State',
    description: ['State', 'CidrBlock', '{IsDefault|if:default}'],
    columns: [
      ['VPC ID', 'VpcId'],
      ['State', 'State'],
      ['IPv4 CIDR', 'CidrBlockAssociationSet[].CidrBlock'],
      ['IPv6 CIDR', 'Ipv6CidrBlockAssociationSet[].Ipv6CidrBlock'],
      ['Default', '{IsDefault|if:yes/no}'],
      ['Tenancy', 'InstanceTenancy'],
      ['DHCP options', 'DhcpOptionsId'],
    ],
    icon: 'globe',
    consoleUrl: vpcConsole('VpcDetails', 'VpcId'),
    collections: {
      Subnets: list(naming.subnet, where('vpc-id', 'VpcId')),
      RouteTables: list(naming.routeTable, where('vpc-id', 'VpcId')),
      InternetGateways: list(naming.internetGateway, where('attachment.vpc-id', 'VpcId')),
      NatGateways: list(naming.natGateway, where('vpc-id', 'VpcId', 'Filter')),
      SecurityGroups: list(naming.securityGroup, where('vpc-id', 'VpcId')),
      Endpoints: list(naming.vpcEndpoint, where('vpc-id', 'VpcId')),
      NetworkAcls: list(naming.networkAcl, where('vpc-id', 'VpcId')),
      Instances: list(naming.instance, where('vpc-id', 'VpcId')),
      NetworkInterfaces: list(naming.networkInterface, where('vpc-id', 'VpcId')),
      FlowLogs: list(naming.flowLog, where('resource-id', 'VpcId', 'Filter')),
      RequestedVpcPeeringConnections: {
        ...list(naming.vpcPeeringConnection, where('requester-vpc-info.vpc-id', 'VpcId')),
        title: 'Requested Peering Connections',
      },
      AcceptedVpcPeeringConnections: {
        ...list(naming.vpcPeeringConnection, where('accepter-vpc-info.vpc-id', 'VpcId')),
        title: 'Accepted Peering Connections',
      },
    },
    actions: vpcActions,
    waiters: waits(many(naming.vpc), { Exists: 'VpcExists', Available: 'VpcAvailable' }),
    has: { DhcpOptions: to('DhcpOptionsId', 'DhcpOptions') },
  },
  Subnet: {
    ...named(naming.subnet, 'subnet', 'subnet'),
    state: 'State',
    description: ['State', 'CidrBlock', 'AvailabilityZone'],
    columns: [
      ['Subnet ID', 'SubnetId'],
      ['CIDR', 'CidrBlock'],
      ['Zone', 'AvailabilityZone'],
      ['VPC', 'VpcId'],
      ['Free addresses', 'AvailableIpAddressCount'],
      ['Public IP on launch', '{MapPublicIpOnLaunch|if:yes/no}'],
    ],
    icon: 'type-hierarchy',
    // Subnets can be shared, so their account may be another one.
    arn: 'SubnetArn',
    arnPattern: 'arn:{partition}:ec2:{region}:{account}:subnet/{SubnetId}',
    consoleUrl: vpcConsole('SubnetDetails', 'SubnetId', 'subnetId'),
    collections: {
      Instances: list(naming.instance, where('subnet-id', 'SubnetId')),
      NetworkInterfaces: list(naming.networkInterface, where('subnet-id', 'SubnetId')),
      RouteTables: list(naming.routeTable, where('association.subnet-id', 'SubnetId')),
    },
    actions: {
      SetPublicIpOnLaunch: act('Set Public IP on Launch', 'W', 'ModifySubnetAttribute', {
        ...ofSubnet,
        MapPublicIpOnLaunch: { Value: ask('MapPublicIpOnLaunch') },
      }),
      CreateInstances: {
        ...act('Launch Instances', 'W', 'RunInstances', {
          ...ofSubnet,
          ...offers('ImageId', 'InstanceType', 'KeyName'),
          ...asks('MinCount', 'MaxCount'),
        }),
        result: made(naming.instance, 'Instances[]'),
      },
      CreateNetworkInterface: {
        ...act('Create Network Interface', 'W', 'CreateNetworkInterface', {
          ...ofSubnet,
          ...offers('Description', 'Groups'),
        }),
        result: made(naming.networkInterface, 'NetworkInterface'),
      },
      ...tagging('SubnetId'),
      Delete: act('Delete', 'X', 'DeleteSubnet', ofSubnet),
    },
    waiters: waits(many(naming.subnet), { Available: 'SubnetAvailable' }),
    has: { Vpc: to('VpcId', 'Vpc') },
    usedBy: ['Instances', 'NetworkInterfaces'],
  },
  DhcpOptions: {
    ...named(naming.dhcpOptions, 'dopt', 'dhcp-options'),
    description: ['{DhcpConfigurations|count:option}'],
    columns: [
      ['DHCP options ID', 'DhcpOptionsId'],
      ['Options', 'DhcpConfigurations[].Key'],
      ['Values', 'DhcpConfigurations[].Values[].Value'],
      ['Owner', 'OwnerId'],
    ],
    icon: 'settings',
    consoleUrl: vpcConsole('DhcpOptionsDetails', 'DhcpOptionsId'),
    collections: { Vpcs: list(naming.vpc, where('dhcp-options-id', 'DhcpOptionsId')) },
    actions: {
      AssociateWithVpc: act('Use in VPC', 'D', 'AssociateDhcpOptions', {
        ...ofDhcpOptions,
        ...asks('VpcId'),
      }),
      ...tagging('DhcpOptionsId'),
      Delete: act('Delete', 'X', 'DeleteDhcpOptions', ofDhcpOptions),
    },
    usedBy: ['Vpcs'],
  },
};
