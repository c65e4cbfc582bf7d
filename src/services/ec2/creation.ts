// What EC2 makes without a resource to make it from.

import type { ActionRule } from '../../core/resources/kind.ts';
import { requested } from '../../core/resources/sources.ts';
import { act, asks, offers } from '../rules.ts';
import { made, naming } from './naming.ts';

export const creation: Readonly<Record<string, ActionRule>> = {
  CreateInstances: {
    ...act('Launch Instances', 'W', 'RunInstances', {
      ...offers('ImageId', 'InstanceType', 'KeyName', 'SubnetId'),
      ...asks('MinCount', 'MaxCount'),
    }),
    result: made(naming.instance, 'Instances[]'),
  },
  CreateVolume: {
    ...act('Create Volume', 'W', 'CreateVolume', offers('AvailabilityZone', 'Size', 'VolumeType')),
    result: made(naming.volume, '@'),
  },
  CreateSnapshot: {
    ...act('Create Snapshot', 'W', 'CreateSnapshot', {
      ...asks('VolumeId'),
      ...offers('Description'),
    }),
    result: made(naming.snapshot, '@'),
  },
  CreateKeyPair: {
    ...act('Create Key Pair', 'S', 'CreateKeyPair', { ...asks('KeyName'), ...offers('KeyType') }),
    result: made(naming.keyPair, '@'),
  },
  ImportKeyPair: {
    ...act('Import Key Pair', 'W', 'ImportKeyPair', asks('KeyName', 'PublicKeyMaterial')),
    result: made(naming.keyPair),
  },
  CreateSecurityGroup: {
    ...act('Create Security Group', 'W', 'CreateSecurityGroup', {
      ...asks('GroupName', 'Description'),
      ...offers('VpcId'),
    }),
    result: made(naming.securityGroup),
  },
  CreateVpc: {
    ...act('Create VPC', 'W', 'CreateVpc', offers('CidrBlock')),
    result: made(naming.vpc, 'Vpc'),
  },
  CreateSubnet: {
    ...act('Create Subnet', 'W', 'CreateSubnet', {
      ...asks('VpcId'),
      ...offers('CidrBlock', 'AvailabilityZone'),
    }),
    result: made(naming.subnet, 'Subnet'),
  },
  CreateRouteTable: {
    ...act('Create Route Table', 'W', 'CreateRouteTable', asks('VpcId')),
    result: made(naming.routeTable, 'RouteTable'),
  },
  CreateInternetGateway: {
    ...act('Create Internet Gateway', 'W', 'CreateInternetGateway'),
    result: made(naming.internetGateway, 'InternetGateway'),
  },
  CreateNetworkInterface: {
    ...act('Create Network Interface', 'W', 'CreateNetworkInterface', asks('SubnetId')),
    result: made(naming.networkInterface, 'NetworkInterface'),
  },
  CreateNetworkAcl: {
    ...act('Create Network ACL', 'W', 'CreateNetworkAcl', asks('VpcId')),
    result: made(naming.networkAcl, 'NetworkAcl'),
  },
  CreateVpcPeeringConnection: {
    ...act('Request Peering Connection', 'W', 'CreateVpcPeeringConnection', {
      ...asks('VpcId'),
      ...offers('PeerVpcId', 'PeerOwnerId', 'PeerRegion'),
    }),
    result: made(naming.vpcPeeringConnection, 'VpcPeeringConnection'),
  },
  CreateDhcpOptions: {
    ...act('Create DHCP Option Set', 'W', 'CreateDhcpOptions', asks('DhcpConfigurations')),
    result: made(naming.dhcpOptions, 'DhcpOptions'),
  },
  CreatePlacementGroup: {
    ...act('Create Placement Group', 'W', 'CreatePlacementGroup', offers('GroupName', 'Strategy')),
    result: { kind: 'PlacementGroup', identifiers: { GroupName: requested('GroupName') } },
  },
  RegisterImage: {
    ...act('Register Image', 'W', 'RegisterImage', asks('Name')),
    result: made(naming.image),
  },
  CreateTags: act('Add Tags', 'W', 'CreateTags', asks('Resources', 'Tags')),
  DeleteTags: act('Delete Tags', 'X', 'DeleteTags', { ...asks('Resources'), ...offers('Tags') }),
  DisassociateRouteTable: act(
    'Disassociate Route Table',
    'D',
    'DisassociateRouteTable',
    asks('AssociationId'),
  ),
};
