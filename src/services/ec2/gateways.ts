import type { Kind } from '../../core/resources/kind.ts';
import { act, asks, to } from '../rules.ts';
import { many, named, naming, one, tagging, vpcConsole, waits } from './naming.ts';

const ofInternetGateway = one('InternetGatewayId');

export const gatewayKinds: Readonly<Record<string, Kind>> = {
  InternetGateway: {
    ...named(naming.internetGateway, 'igw', 'internet-gateway'),
    state: 'Attachments[0].State',
    description: ['Attachments[0].State', 'Attachments[0].VpcId'],
    columns: [
      ['Internet gateway ID', 'InternetGatewayId'],
      ['State', 'Attachments[].State'],
      ['VPC', 'Attachments[].VpcId'],
      ['Owner', 'OwnerId'],
    ],
    icon: 'cloud',
    consoleUrl: vpcConsole('InternetGateway', 'InternetGatewayId', 'internetGatewayId'),
    actions: {
      AttachToVpc: act('Attach to VPC', 'W', 'AttachInternetGateway', {
        ...ofInternetGateway,
        ...asks('VpcId'),
      }),
      DetachFromVpc: act('Detach from VPC', 'D', 'DetachInternetGateway', {
        ...ofInternetGateway,
        ...asks('VpcId'),
      }),
      ...tagging('InternetGatewayId'),
      Delete: act('Delete', 'X', 'DeleteInternetGateway', ofInternetGateway),
    },
    waiters: waits(many(naming.internetGateway), { Exists: 'InternetGatewayExists' }),
    has: { Vpcs: to('Attachments[].VpcId', 'Vpc') },
  },
  NatGateway: {
    ...named(naming.natGateway, 'nat', 'natgateway'),
    state: 'State',
    description: ['State', 'NatGatewayAddresses[].PublicIp'],
    columns: [
      ['NAT gateway ID', 'NatGatewayId'],
      ['State', 'State'],
      ['VPC', 'VpcId'],
      ['Subnet', 'SubnetId'],
      ['Public IP', 'NatGatewayAddresses[].PublicIp'],
      ['Private IP', 'NatGatewayAddresses[].PrivateIp'],
      ['Failure', 'FailureMessage'],
      ['Created', 'CreateTime'],
    ],
    icon: 'arrow-swap',
    consoleUrl: vpcConsole('NatGatewayDetails', 'NatGatewayId', 'natGatewayId'),
    actions: {
      ...tagging('NatGatewayId'),
      Delete: act('Delete', 'X', 'DeleteNatGateway', one('NatGatewayId')),
    },
    waiters: waits(many(naming.natGateway), {
      Available: 'NatGatewayAvailable',
      Deleted: 'NatGatewayDeleted',
    }),
    has: {
      Vpc: to('VpcId', 'Vpc'),
      Subnet: to('SubnetId', 'Subnet'),
      Addresses: to('NatGatewayAddresses[].AllocationId', 'Address'),
      NetworkInterfaces: to('NatGatewayAddresses[].NetworkInterfaceId', 'NetworkInterface'),
    },
  },
  VpcEndpoint: {
    ...named(naming.vpcEndpoint, 'vpce', 'vpc-endpoint'),
    label: ['tag:Name', 'ServiceName', 'VpcEndpointId'],
    state: 'State',
    description: ['State', 'VpcEndpointType', 'VpcEndpointId'],
    columns: [
      ['Endpoint ID', 'VpcEndpointId'],
      ['State', 'State'],
      ['Service', 'ServiceName'],
      ['Type', 'VpcEndpointType'],
      ['VPC', 'VpcId'],
      ['Subnets', 'SubnetIds'],
      ['Created', 'CreationTimestamp'],
    ],
    icon: 'plug',
    consoleUrl: vpcConsole('EndpointDetails', 'VpcEndpointId', 'vpcEndpointId'),
    actions: {
      PutPolicy: act('Put Policy', 'D', 'ModifyVpcEndpoint', {
        ...one('VpcEndpointId'),
        ...asks('PolicyDocument'),
      }),
      ...tagging('VpcEndpointId'),
      Delete: {
        ...act('Delete', 'X', 'DeleteVpcEndpoints', many(naming.vpcEndpoint)),
        failures: 'Unsuccessful',
        batch: { size: 25 },
      },
    },
    has: {
      Vpc: to('VpcId', 'Vpc'),
      Subnets: to('SubnetIds[]', 'Subnet'),
      SecurityGroups: to('Groups[].GroupId', 'SecurityGroup'),
      RouteTables: to('RouteTableIds[]', 'RouteTable'),
      NetworkInterfaces: to('NetworkInterfaceIds[]', 'NetworkInterface'),
    },
  },
};
