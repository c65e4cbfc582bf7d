import type { Kind } from '../../core/resources/kind.ts';
import { data, identifier } from '../../core/resources/sources.ts';
import { act, asks, offers, to } from '../rules.ts';
import { describedBy, ec2Console, many, named, naming, one, tagging, waits } from './naming.ts';

const ofInterface = one('NetworkInterfaceId');
const ofAddress = one('AllocationId');
const ofClassicAddress = one('PublicIp');

export const addressKinds: Readonly<Record<string, Kind>> = {
  NetworkInterface: {
    ...named(naming.networkInterface, 'eni', 'network-interface'),
    label: ['Description', 'NetworkInterfaceId'],
    state: 'Status',
    description: ['Status', 'PrivateIpAddress', 'InterfaceType'],
    columns: [
      ['Network interface ID', 'NetworkInterfaceId'],
      ['State', 'Status'],
      ['Private IP', 'PrivateIpAddress'],
      ['Public IP', 'Association.PublicIp'],
      ['Attached to', 'Attachment.InstanceId'],
      ['Security groups', 'Groups[].GroupName'],
      ['Subnet', 'SubnetId'],
      ['Requester', 'RequesterId'],
    ],
    icon: 'circuit-board',
    consoleUrl: ec2Console('NetworkInterface', 'NetworkInterfaceId', 'networkInterfaceId'),
    actions: {
      Attach: act('Attach', 'W', 'AttachNetworkInterface', {
        ...ofInterface,
        ...asks('InstanceId', 'DeviceIndex'),
      }),
      Detach: act('Detach', 'D', 'DetachNetworkInterface', {
        AttachmentId: data('Attachment.AttachmentId'),
      }),
      AssignPrivateIpAddresses: act('Assign Private IPs', 'W', 'AssignPrivateIpAddresses', {
        ...ofInterface,
        ...offers('PrivateIpAddresses', 'SecondaryPrivateIpAddressCount'),
      }),
      UnassignPrivateIpAddresses: act('Unassign Private IPs', 'D', 'UnassignPrivateIpAddresses', {
        ...ofInterface,
        ...offers('PrivateIpAddresses'),
      }),
      ...tagging('NetworkInterfaceId'),
      DescribeAttribute: act('Show Attribute', 'R', 'DescribeNetworkInterfaceAttribute', {
        ...ofInterface,
        ...offers('Attribute'),
      }),
      ModifyAttribute: act('Change Attribute', 'D', 'ModifyNetworkInterfaceAttribute', {
        ...ofInterface,
        ...offers('Groups', 'SourceDestCheck', 'Description'),
      }),
      ResetAttribute: act('Reset Attribute', 'D', 'ResetNetworkInterfaceAttribute', {
        ...ofInterface,
        ...offers('SourceDestCheck'),
      }),
      Delete: act('Delete', 'X', 'DeleteNetworkInterface', ofInterface),
    },
    waiters: waits(many(naming.networkInterface), { Available: 'NetworkInterfaceAvailable' }),
    has: {
      Vpc: to('VpcId', 'Vpc'),
      Subnet: to('SubnetId', 'Subnet'),
      SecurityGroups: to('Groups[].GroupId', 'SecurityGroup'),
      Instance: to('Attachment.InstanceId', 'Instance'),
      Association: {
        kind: 'NetworkInterfaceAssociation',
        path: 'Association',
        identifiers: { AssociationId: 'AssociationId' },
      },
    },
  },
  NetworkInterfaceAssociation: {
    identifiers: ['AssociationId'],
    label: ['PublicIp', 'AssociationId'],
    description: ['PublicDnsName'],
    columns: [
      ['Association ID', 'AssociationId'],
      ['Public IP', 'PublicIp'],
      ['Public name', 'PublicDnsName'],
      ['Owner', 'IpOwnerId'],
    ],
    icon: 'link',
    load: {
      operation: 'DescribeNetworkInterfaces',
      params: {
        Filters: [{ Name: 'association.association-id', Values: [identifier('AssociationId')] }],
      },
      path: 'NetworkInterfaces[0].Association',
    },
    actions: { Delete: act('Disassociate', 'D', 'DisassociateAddress', one('AssociationId')) },
    has: { Address: to('AllocationId', 'Address') },
  },
  Address: {
    ...named(naming.address, 'eipalloc', 'elastic-ip'),
    label: ['tag:Name', 'PublicIp', 'AllocationId'],
    description: ['PublicIp', 'InstanceId', 'NetworkInterfaceId'],
    columns: [
      ['Public IP', 'PublicIp'],
      ['Allocation ID', 'AllocationId'],
      ['Instance', 'InstanceId'],
      ['Network interface', 'NetworkInterfaceId'],
      ['Private IP', 'PrivateIpAddress'],
      ['Managed by', 'ServiceManaged'],
    ],
    icon: 'location',
    consoleUrl: ec2Console('ElasticIpDetails', 'AllocationId', 'AllocationId'),
    actions: {
      Associate: act('Associate', 'W', 'AssociateAddress', {
        ...ofAddress,
        ...offers('InstanceId', 'NetworkInterfaceId'),
      }),
      Disassociate: act('Disassociate', 'D', 'DisassociateAddress', {
        AssociationId: data('AssociationId'),
      }),
      ...tagging('AllocationId'),
      Release: act('Release', 'X', 'ReleaseAddress', ofAddress),
    },
    has: {
      Instance: to('InstanceId', 'Instance'),
      NetworkInterface: to('NetworkInterfaceId', 'NetworkInterface'),
      Association: to('AssociationId', 'NetworkInterfaceAssociation'),
    },
  },
  ClassicAddress: {
    ...describedBy(naming.classicAddress),
    description: ['InstanceId'],
    columns: [
      ['Public IP', 'PublicIp'],
      ['Instance', 'InstanceId'],
    ],
    icon: 'location',
    actions: {
      Associate: act('Associate', 'W', 'AssociateAddress', {
        ...ofClassicAddress,
        ...offers('InstanceId'),
      }),
      Disassociate: act('Disassociate', 'D', 'DisassociateAddress', ofClassicAddress),
      Release: act('Release', 'X', 'ReleaseAddress', ofClassicAddress),
    },
    has: { Instance: to('InstanceId', 'Instance') },
  },
};
