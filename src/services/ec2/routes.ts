import type { Kind } from '../../core/resources/kind.ts';
import { identifier, requested } from '../../core/resources/sources.ts';
import { act, asks, offers, to } from '../rules.ts';
import { many, named, naming, one, tagging, vpcConsole } from './naming.ts';

const ofRouteTable = one('RouteTableId');
const ofRoute = { ...ofRouteTable, ...one('DestinationCidrBlock') };
const ofAssociation = { AssociationId: identifier('RouteTableAssociationId') };

/** What a route may go to, of the many kinds AWS has. */
const targets = offers('GatewayId', 'NatGatewayId', 'TransitGatewayId', 'NetworkInterfaceId');

const routes = {
  kind: 'Route',
  identifiers: {
    RouteTableId: identifier('RouteTableId'),
    DestinationCidrBlock: 'DestinationCidrBlock',
  },
};

const associations = {
  kind: 'RouteTableAssociation',
  identifiers: { RouteTableAssociationId: 'RouteTableAssociationId' },
};

export const routeKinds: Readonly<Record<string, Kind>> = {
  RouteTable: {
    ...named(naming.routeTable, 'rtb', 'route-table'),
    description: ['{Routes|count:route}', '{Associations|count:association}'],
    columns: [
      ['Route table ID', 'RouteTableId'],
      ['VPC', 'VpcId'],
      ['Destinations', 'Routes[].DestinationCidrBlock'],
      ['Subnets', 'Associations[].SubnetId'],
    ],
    icon: 'milestone',
    consoleUrl: vpcConsole('RouteTableDetails', 'RouteTableId'),
    collections: {
      Routes: {
        title: 'Routes',
        operation: 'DescribeRouteTables',
        params: many(naming.routeTable),
        items: [{ ...routes, path: 'RouteTables[].Routes[]' }],
      },
      Associations: {
        title: 'Associations',
        operation: 'DescribeRouteTables',
        params: many(naming.routeTable),
        items: [{ ...associations, path: 'RouteTables[].Associations[]' }],
      },
    },
    actions: {
      CreateRoute: {
        ...act('Add Route', 'W', 'CreateRoute', {
          ...ofRouteTable,
          ...offers('DestinationCidrBlock'),
          ...targets,
        }),
        result: {
          kind: 'Route',
          identifiers: {
            RouteTableId: identifier('RouteTableId'),
            DestinationCidrBlock: requested('DestinationCidrBlock'),
          },
        },
      },
      ReplaceRoute: act('Replace Route', 'D', 'ReplaceRoute', {
        ...ofRouteTable,
        ...asks('DestinationCidrBlock'),
        ...targets,
      }),
      DeleteRoute: act('Delete Route', 'D', 'DeleteRoute', {
        ...ofRouteTable,
        ...asks('DestinationCidrBlock'),
      }),
      AssociateWithSubnet: {
        ...act('Associate with Subnet', 'D', 'AssociateRouteTable', {
          ...ofRouteTable,
          ...offers('SubnetId', 'GatewayId'),
        }),
        result: {
          kind: 'RouteTableAssociation',
          identifiers: { RouteTableAssociationId: 'AssociationId' },
        },
      },
      ...tagging('RouteTableId'),
      Delete: act('Delete', 'X', 'DeleteRouteTable', ofRouteTable),
    },
    has: {
      Vpc: to('VpcId', 'Vpc'),
      Subnets: to('Associations[].SubnetId', 'Subnet'),
      Routes: { ...routes, path: 'Routes[]' },
      Associations: { ...associations, path: 'Associations[]' },
      NatGateways: to('Routes[].NatGatewayId', 'NatGateway'),
      // Internet gateways, but also endpoints, virtual private gateways, and the word "local".
      Gateways: to('Routes[].GatewayId'),
      TransitGateways: to('Routes[].TransitGatewayId', 'TransitGateway'),
      PeeringConnections: to('Routes[].VpcPeeringConnectionId', 'VpcPeeringConnection'),
    },
  },
  Route: {
    identifiers: ['RouteTableId', 'DestinationCidrBlock'],
    // A route for IPv6 or for a prefix list has no such block.
    distinguishedBy: ['DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
    label: ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
    state: 'State',
    description: [
      'State',
      'GatewayId',
      'NatGatewayId',
      'TransitGatewayId',
      'VpcPeeringConnectionId',
      'NetworkInterfaceId',
      'EgressOnlyInternetGatewayId',
    ],
    columns: [
      ['State', 'State'],
      ['Gateway', 'GatewayId'],
      ['NAT gateway', 'NatGatewayId'],
      ['Transit gateway', 'TransitGatewayId'],
      ['Peering connection', 'VpcPeeringConnectionId'],
      ['Network interface', 'NetworkInterfaceId'],
      ['Origin', 'Origin'],
    ],
    icon: 'arrow-right',
    actions: {
      Replace: act('Replace', 'D', 'ReplaceRoute', { ...ofRoute, ...targets }),
      Delete: act('Delete', 'X', 'DeleteRoute', ofRoute),
    },
    has: {
      RouteTable: {
        kind: 'RouteTable',
        identifiers: { RouteTableId: identifier('RouteTableId') },
      },
      Gateway: to('GatewayId'),
      NatGateway: to('NatGatewayId', 'NatGateway'),
      TransitGateway: to('TransitGatewayId', 'TransitGateway'),
      VpcPeeringConnection: to('VpcPeeringConnectionId', 'VpcPeeringConnection'),
      NetworkInterface: to('NetworkInterfaceId', 'NetworkInterface'),
    },
  },
  RouteTableAssociation: {
    identifiers: ['RouteTableAssociationId'],
    label: ['SubnetId', 'GatewayId', '{Main|if:main}', 'RouteTableAssociationId'],
    state: 'AssociationState.State',
    description: ['AssociationState.State', '{Main|if:main}'],
    columns: [
      ['Association ID', 'RouteTableAssociationId'],
      ['Subnet', 'SubnetId'],
      ['Gateway', 'GatewayId'],
      ['Main', '{Main|if:yes/no}'],
    ],
    icon: 'link',
    idPattern: '^rtbassoc-(?:[0-9a-f]{8}|[0-9a-f]{17})$',
    actions: {
      ReplaceSubnet: {
        ...act('Use Another Route Table', 'D', 'ReplaceRouteTableAssociation', {
          ...ofAssociation,
          ...asks('RouteTableId'),
        }),
        result: {
          kind: 'RouteTableAssociation',
          identifiers: { RouteTableAssociationId: 'NewAssociationId' },
        },
      },
      Delete: act('Disassociate', 'D', 'DisassociateRouteTable', ofAssociation),
    },
    has: {
      RouteTable: to('RouteTableId', 'RouteTable'),
      Subnet: to('SubnetId', 'Subnet'),
    },
  },
};
