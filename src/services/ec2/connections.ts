import type { Kind } from '../../core/resources/kind.ts';
import { act, to } from '../rules.ts';
import { list, many, named, naming, one, tagging, vpcConsole, waits, where } from './naming.ts';

const ofPeering = one('VpcPeeringConnectionId');

export const connectionKinds: Readonly<Record<string, Kind>> = {
  VpcPeeringConnection: {
    ...named(naming.vpcPeeringConnection, 'pcx', 'vpc-peering-connection'),
    state: 'Status.Code',
    description: ['Status.Code', '{RequesterVpcInfo.VpcId} → {AccepterVpcInfo.VpcId}'],
    columns: [
      ['Peering connection ID', 'VpcPeeringConnectionId'],
      ['State', 'Status.Message'],
      ['Requester', 'RequesterVpcInfo.VpcId'],
      ['Requester CIDR', 'RequesterVpcInfo.CidrBlock'],
      ['Accepter', 'AccepterVpcInfo.VpcId'],
      ['Accepter CIDR', 'AccepterVpcInfo.CidrBlock'],
      ['Accepter account', 'AccepterVpcInfo.OwnerId'],
      ['Expires', 'ExpirationTime'],
    ],
    icon: 'arrow-both',
    consoleUrl: vpcConsole('PeeringConnectionDetails', 'VpcPeeringConnectionId'),
    actions: {
      Accept: act('Accept', 'W', 'AcceptVpcPeeringConnection', ofPeering),
      Reject: act('Reject', 'D', 'RejectVpcPeeringConnection', ofPeering),
      ...tagging('VpcPeeringConnectionId'),
      Delete: act('Delete', 'X', 'DeleteVpcPeeringConnection', ofPeering),
    },
    waiters: waits(many(naming.vpcPeeringConnection), {
      Exists: 'VpcPeeringConnectionExists',
      Deleted: 'VpcPeeringConnectionDeleted',
    }),
    has: {
      AccepterVpc: to('AccepterVpcInfo.VpcId', 'Vpc'),
      RequesterVpc: to('RequesterVpcInfo.VpcId', 'Vpc'),
    },
  },
  VpnConnection: {
    ...named(naming.vpnConnection, 'vpn', 'vpn-connection'),
    state: 'State',
    description: ['State', 'VgwTelemetry[].OutsideIpAddress'],
    columns: [
      ['VPN connection ID', 'VpnConnectionId'],
      ['State', 'State'],
      ['Tunnels', 'VgwTelemetry[].Status'],
      ['Tunnel addresses', 'VgwTelemetry[].OutsideIpAddress'],
      ['Customer gateway', 'CustomerGatewayId'],
      ['Virtual private gateway', 'VpnGatewayId'],
      ['Transit gateway', 'TransitGatewayId'],
    ],
    icon: 'lock',
    consoleUrl: vpcConsole('VpnConnectionDetails', 'VpnConnectionId'),
    actions: {
      ...tagging('VpnConnectionId'),
      Delete: act('Delete', 'X', 'DeleteVpnConnection', one('VpnConnectionId')),
    },
    waiters: waits(many(naming.vpnConnection), {
      Available: 'VpnConnectionAvailable',
      Deleted: 'VpnConnectionDeleted',
    }),
    has: { TransitGateway: to('TransitGatewayId', 'TransitGateway') },
  },
  TransitGateway: {
    ...named(naming.transitGateway, 'tgw', 'transit-gateway'),
    state: 'State',
    description: ['State', 'Description'],
    columns: [
      ['Transit gateway ID', 'TransitGatewayId'],
      ['State', 'State'],
      ['Description', 'Description'],
      ['Owner', 'OwnerId'],
      ['ASN', 'Options.AmazonSideAsn'],
      ['Created', 'CreationTime'],
    ],
    icon: 'type-hierarchy-sub',
    // Transit gateways can be shared, so their account may be another one.
    arn: 'TransitGatewayArn',
    arnPattern: 'arn:{partition}:ec2:{region}:{account}:transit-gateway/{TransitGatewayId}',
    consoleUrl: vpcConsole('TransitGatewayDetails', 'TransitGatewayId', 'transitGatewayId'),
    collections: {
      Attachments: list(
        naming.transitGatewayAttachment,
        where('transit-gateway-id', 'TransitGatewayId'),
      ),
      RouteTables: list(
        naming.transitGatewayRouteTable,
        where('transit-gateway-id', 'TransitGatewayId'),
      ),
    },
    actions: {
      ...tagging('TransitGatewayId'),
      Delete: act('Delete', 'X', 'DeleteTransitGateway', one('TransitGatewayId')),
    },
    has: {
      DefaultRouteTable: to('Options.AssociationDefaultRouteTableId', 'TransitGatewayRouteTable'),
    },
    usedBy: ['Attachments'],
  },
  TransitGatewayAttachment: {
    ...named(naming.transitGatewayAttachment, 'tgw-attach', 'transit-gateway-attachment'),
    state: 'State',
    description: ['State', 'ResourceType', 'ResourceId'],
    columns: [
      ['Attachment ID', 'TransitGatewayAttachmentId'],
      ['State', 'State'],
      ['Type', 'ResourceType'],
      ['Resource', 'ResourceId'],
      ['Owner', 'ResourceOwnerId'],
      ['Route table', 'Association.TransitGatewayRouteTableId'],
      ['Created', 'CreationTime'],
    ],
    icon: 'plug',
    actions: { ...tagging('TransitGatewayAttachmentId') },
    has: {
      TransitGateway: to('TransitGatewayId', 'TransitGateway'),
      RouteTable: to('Association.TransitGatewayRouteTableId', 'TransitGatewayRouteTable'),
      Resource: to('ResourceId'),
    },
  },
  TransitGatewayRouteTable: {
    ...named(naming.transitGatewayRouteTable, 'tgw-rtb', 'transit-gateway-route-table'),
    state: 'State',
    description: ['State', '{DefaultAssociationRouteTable|if:default}'],
    columns: [
      ['Route table ID', 'TransitGatewayRouteTableId'],
      ['State', 'State'],
      ['Default association', '{DefaultAssociationRouteTable|if:yes/no}'],
      ['Default propagation', '{DefaultPropagationRouteTable|if:yes/no}'],
      ['Created', 'CreationTime'],
    ],
    icon: 'milestone',
    actions: {
      ...tagging('TransitGatewayRouteTableId'),
      Delete: act(
        'Delete',
        'X',
        'DeleteTransitGatewayRouteTable',
        one('TransitGatewayRouteTableId'),
      ),
    },
    has: { TransitGateway: to('TransitGatewayId', 'TransitGateway') },
  },
  FlowLog: {
    ...named(naming.flowLog, 'fl', 'vpc-flow-log'),
    state: 'FlowLogStatus',
    description: ['FlowLogStatus', 'ResourceId', '{TrafficType|lower}'],
    columns: [
      ['Flow log ID', 'FlowLogId'],
      ['State', 'FlowLogStatus'],
      ['Resource', 'ResourceId'],
      ['Traffic', 'TrafficType'],
      ['Destination', 'LogDestination'],
      ['Log group', 'LogGroupName'],
      ['Error', 'DeliverLogsErrorMessage'],
      ['Created', 'CreationTime'],
    ],
    icon: 'output',
    actions: {
      ...tagging('FlowLogId'),
      Delete: {
        ...act('Delete', 'X', 'DeleteFlowLogs', many(naming.flowLog)),
        failures: 'Unsuccessful',
        batch: { size: 1000 },
      },
    },
    has: {
      Resource: to('ResourceId'),
      LogGroup: to('LogGroupName', 'logs.LogGroup'),
      Destination: to('LogDestination'),
      Role: to('DeliverLogsPermissionArn', 'iam.Role'),
    },
  },
};
