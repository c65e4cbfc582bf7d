import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { Resource } from '../../../src/library.ts';
import { run, type Scenario, type Stage } from '../kinds/scenario.ts';
import { call, idOf, tagging } from './shared.ts';

async function requestPeering(stage: Stage): Promise<Resource> {
  const other = await stage.make(stage.service, 'CreateVpc', { CidrBlock: '10.80.0.0/16' });
  return stage.make(stage.service, 'CreateVpcPeeringConnection', {
    VpcId: await idOf(stage, 'Vpc'),
    PeerVpcId: other.id,
  });
}

export const connections: Readonly<Record<string, Scenario>> = {
  VpcPeeringConnection: {
    create: async (stage) => {
      await stage.act(await requestPeering(stage), 'Reject');
      return requestPeering(stage);
    },
    actions: [...tagging, run('Accept')],
    references: { AccepterVpc: 1, RequesterVpc: 1 },
    waits: ['Exists'],
    waitsAfter: ['Deleted'],
  },
  VpnConnection: {
    create: async (stage) => {
      const customer = await call(stage, 'CreateCustomerGateway', {
        Type: 'ipsec.1',
        IpAddress: '203.0.113.7',
        BgpAsn: 65000,
      });
      const output = await call(stage, 'CreateVpnConnection', {
        Type: 'ipsec.1',
        CustomerGatewayId: member(customer, 'CustomerGateway', 'CustomerGatewayId'),
        TransitGatewayId: await idOf(stage, 'TransitGateway'),
      });
      const VpnConnectionId = member(output, 'VpnConnection', 'VpnConnectionId');
      return stage.service.get('VpnConnection', { VpnConnectionId });
    },
    actions: tagging,
    references: { TransitGateway: 1 },
    waits: ['Available'],
    waitsAfter: ['Deleted'],
  },
  TransitGateway: {
    create: async (stage) => {
      const output = await call(stage, 'CreateTransitGateway', { Description: 'hub' });
      const TransitGatewayId = member(output, 'TransitGateway', 'TransitGatewayId');
      return stage.service.get('TransitGateway', { TransitGatewayId });
    },
    loaded: { Description: 'hub' },
    actions: tagging,
    children: {},
  },
  TransitGatewayAttachment: {
    create: async (stage) => {
      const output = await call(stage, 'CreateTransitGatewayVpcAttachment', {
        TransitGatewayId: await idOf(stage, 'TransitGateway'),
        VpcId: await idOf(stage, 'Vpc'),
        SubnetIds: [await idOf(stage, 'Subnet')],
      });
      const name = 'TransitGatewayAttachmentId';
      const id = member(output, 'TransitGatewayVpcAttachment', name);
      return stage.service.get('TransitGatewayAttachment', { [name]: id });
    },
    listed: async (stage) => (await stage.example('TransitGateway')).collection('Attachments'),
    loaded: { ResourceType: 'vpc' },
    actions: tagging,
    references: { TransitGateway: 1, Resource: 1 },
  },
  TransitGatewayRouteTable: {
    create: async (stage) => {
      const output = await call(stage, 'CreateTransitGatewayRouteTable', {
        TransitGatewayId: await idOf(stage, 'TransitGateway'),
      });
      const name = 'TransitGatewayRouteTableId';
      const id = member(output, 'TransitGatewayRouteTable', name);
      return stage.service.get('TransitGatewayRouteTable', { [name]: id });
    },
    listed: async (stage) => (await stage.example('TransitGateway')).collection('RouteTables'),
    actions: tagging,
    references: { TransitGateway: 1 },
  },
  FlowLog: {
    create: async (stage) => {
      const output = await call(stage, 'CreateFlowLogs', {
        ResourceType: 'VPC',
        ResourceIds: [await idOf(stage, 'Vpc')],
        TrafficType: 'ALL',
        LogDestinationType: 'cloud-watch-logs',
        LogGroupName: stage.unique('flow'),
        DeliverLogsPermissionArn: 'arn:aws:iam::123456789012:role/flow-logs',
      });
      const [FlowLogId = ''] = output.FlowLogIds as string[];
      return stage.service.get('FlowLog', { FlowLogId });
    },
    loaded: { TrafficType: 'ALL' },
    actions: tagging,
    references: { Resource: 1, LogGroup: 1, Role: 1 },
  },
};

function member(output: Document, part: string, name: string): string {
  return String((output[part] as Document)[name]);
}
