// EC2 with its networks: the service's lists in the order people want them, and the kinds of all subjects.

import type { ServiceKinds } from '../../core/resources/kind.ts';
import { addressKinds } from './addresses.ts';
import { connectionKinds } from './connections.ts';
import { creation } from './creation.ts';
import { gatewayKinds } from './gateways.ts';
import { imageKinds } from './images.ts';
import { instanceKinds } from './instances.ts';
import { list, naming } from './naming.ts';
import { networkKinds } from './network.ts';
import { routeKinds } from './routes.ts';
import { securityKinds } from './security.ts';
import { storageKinds } from './storage.ts';
import { tagKinds } from './tags.ts';

export const ec2: ServiceKinds = {
  service: 'ec2',
  title: 'EC2',
  icon: 'server',
  collections: {
    Instances: list(naming.instance),
    Volumes: list(naming.volume),
    SecurityGroups: list(naming.securityGroup),
    Vpcs: list(naming.vpc),
    Subnets: list(naming.subnet),
    VpcAddresses: list(naming.address, domain('vpc')),
    KeyPairs: list(naming.keyPair),
    LaunchTemplates: list(naming.launchTemplate),
    // Without an owner, images and snapshots of every account that made theirs public are listed.
    Images: list(naming.image, { Owners: ['self'] }),
    Snapshots: list(naming.snapshot, { OwnerIds: ['self'] }),
    NetworkInterfaces: list(naming.networkInterface),
    RouteTables: list(naming.routeTable),
    InternetGateways: list(naming.internetGateway),
    NatGateways: list(naming.natGateway),
    VpcEndpoints: list(naming.vpcEndpoint),
    NetworkAcls: list(naming.networkAcl),
    VpcPeeringConnections: list(naming.vpcPeeringConnection),
    TransitGateways: list(naming.transitGateway),
    VpnConnections: list(naming.vpnConnection),
    FlowLogs: list(naming.flowLog),
    SpotInstanceRequests: list(naming.spotInstanceRequest),
    PlacementGroups: list(naming.placementGroup),
    DhcpOptionsSets: list(naming.dhcpOptions),
    Tags: {
      title: 'Tags',
      operation: 'DescribeTags',
      pageSize: 200,
      items: [
        {
          kind: 'Tag',
          path: 'Tags[]',
          identifiers: { ResourceId: 'ResourceId', Key: 'Key', Value: 'Value' },
        },
      ],
    },
    ClassicAddresses: list(naming.classicAddress, domain('standard')),
  },
  kinds: {
    ...instanceKinds,
    ...storageKinds,
    ...imageKinds,
    ...securityKinds,
    ...networkKinds,
    ...routeKinds,
    ...gatewayKinds,
    ...connectionKinds,
    ...addressKinds,
    ...tagKinds,
  },
  actions: creation,
  aliases: { KeyPairInfo: 'KeyPair', VpcAddress: 'Address' },
};

function domain(value: string) {
  return { Filters: [{ Name: 'domain', Values: [value] }] };
}
