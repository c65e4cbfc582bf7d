import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofConnection = { connectionId: identifier('connectionId') };
const ofInterface = { virtualInterfaceId: identifier('virtualInterfaceId') };
const ofGateway = { directConnectGatewayId: identifier('directConnectGatewayId') };
const ofAssociation = { associationId: identifier('associationId') };
const ofLag = { lagId: identifier('lagId') };

const tokens = { input: 'nextToken', output: 'nextToken' };
const arns = 'arn:{partition}:directconnect:{region}:{account}';
const consoleUrl = '{c}/directconnect/v2/home?region={region}#';

function virtualInterfaces(params: Params): CollectionRule {
  return {
    ...list('Virtual Interfaces', 'DescribeVirtualInterfaces', params, [
      'VirtualInterface',
      'virtualInterfaces[]',
      { virtualInterfaceId: 'virtualInterfaceId' },
    ]),
    tokens,
  };
}

export const directconnect: ServiceKinds = {
  service: 'directconnect',
  title: 'Direct Connect',
  icon: 'plug',
  collections: {
    Connections: {
      ...list('Connections', 'DescribeConnections', {}, [
        'Connection',
        'connections[]',
        { connectionId: 'connectionId' },
      ]),
      tokens,
    },
    VirtualInterfaces: virtualInterfaces({}),
    Gateways: list('Direct Connect Gateways', 'DescribeDirectConnectGateways', {}, [
      'DirectConnectGateway',
      'directConnectGateways[]',
      { directConnectGatewayId: 'directConnectGatewayId' },
    ]),
    Lags: {
      ...list('LAGs', 'DescribeLags', {}, ['Lag', 'lags[]', { lagId: 'lagId' }]),
      tokens,
    },
  },
  kinds: {
    Connection: {
      identifiers: ['connectionId'],
      label: ['connectionName'],
      state: 'connectionState',
      description: ['connectionState', 'bandwidth', 'location'],
      columns: [
        ['ID', 'connectionId'],
        ['State', 'connectionState'],
        ['Bandwidth', 'bandwidth'],
        ['Location', 'location'],
        ['Partner', 'partnerName'],
        ['VLAN', 'vlan'],
        ['LAG', 'lagId'],
        ['Encryption', 'portEncryptionStatus'],
      ],
      icon: 'plug',
      arn: `${arns}:dxcon/{connectionId}`,
      idPattern: '^dxcon-[0-9a-z]{8}$',
      consoleUrl: `${consoleUrl}/connections/${arns}:dxcon/{connectionId}`,
      load: { operation: 'DescribeConnections', params: ofConnection, path: 'connections[0]' },
      collections: { VirtualInterfaces: virtualInterfaces(ofConnection) },
      actions: {
        GetLetterOfAuthority: act('Show Letter of Authority', 'R', 'DescribeLoa', ofConnection),
        Rename: act('Rename', 'W', 'UpdateConnection', {
          ...ofConnection,
          connectionName: ask('connectionName'),
        }),
        Confirm: act('Accept', 'W', 'ConfirmConnection', ofConnection),
        Delete: act('Delete', 'X', 'DeleteConnection', ofConnection),
      },
      has: { Lag: to('lagId', 'Lag') },
    },
    VirtualInterface: {
      identifiers: ['virtualInterfaceId'],
      label: ['virtualInterfaceName'],
      state: 'virtualInterfaceState',
      description: ['virtualInterfaceState', 'virtualInterfaceType', 'VLAN {vlan}'],
      columns: [
        ['ID', 'virtualInterfaceId'],
        ['State', 'virtualInterfaceState'],
        ['Type', 'virtualInterfaceType'],
        ['VLAN', 'vlan'],
        ['ASN', 'asn'],
        ['Amazon address', 'amazonAddress'],
        ['Own address', 'customerAddress'],
        ['BGP', 'bgpPeers[].bgpStatus'],
        ['MTU', 'mtu'],
      ],
      icon: 'arrow-swap',
      arn: `${arns}:dxvif/{virtualInterfaceId}`,
      idPattern: '^dxvif-[0-9a-z]{8}$',
      consoleUrl: `${consoleUrl}/virtual-interfaces/${arns}:dxvif/{virtualInterfaceId}`,
      load: {
        operation: 'DescribeVirtualInterfaces',
        params: ofInterface,
        path: 'virtualInterfaces[0]',
      },
      actions: {
        SetMtu: act('Set MTU', 'D', 'UpdateVirtualInterfaceAttributes', {
          ...ofInterface,
          mtu: ask('mtu'),
        }),
        TestFailover: act('Test BGP Failover', 'D', 'StartBgpFailoverTest', ofInterface),
        Delete: act('Delete', 'X', 'DeleteVirtualInterface', ofInterface),
      },
      has: {
        Connection: to('connectionId', 'Connection'),
        DirectConnectGateway: to('directConnectGatewayId', 'DirectConnectGateway'),
      },
    },
    DirectConnectGateway: {
      identifiers: ['directConnectGatewayId'],
      label: ['directConnectGatewayName'],
      state: 'directConnectGatewayState',
      description: ['directConnectGatewayState', 'ASN {amazonSideAsn}'],
      columns: [
        ['ID', 'directConnectGatewayId'],
        ['State', 'directConnectGatewayState'],
        ['Error', 'stateChangeError'],
        ['ASN', 'amazonSideAsn'],
        ['Owner', 'ownerAccount'],
      ],
      icon: 'milestone',
      arn: 'arn:{partition}:directconnect::{account}:dx-gateway/{directConnectGatewayId}',
      load: {
        operation: 'DescribeDirectConnectGateways',
        params: ofGateway,
        path: 'directConnectGateways[0]',
      },
      collections: {
        Associations: list('Associations', 'DescribeDirectConnectGatewayAssociations', ofGateway, [
          'GatewayAssociation',
          'directConnectGatewayAssociations[]',
          { associationId: 'associationId' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteDirectConnectGateway', ofGateway) },
    },
    GatewayAssociation: {
      identifiers: ['associationId'],
      label: ['associatedGateway.id', 'associatedCoreNetwork.id', 'associationId'],
      state: 'associationState',
      description: ['associationState', 'associatedGateway.type'],
      columns: [
        ['ID', 'associationId'],
        ['State', 'associationState'],
        ['Error', 'stateChangeError'],
        ['Gateway', 'associatedGateway.id'],
        ['Region', 'associatedGateway.region'],
        ['Prefixes', 'allowedPrefixesToDirectConnectGateway[].cidr'],
      ],
      icon: 'link',
      load: {
        operation: 'DescribeDirectConnectGatewayAssociations',
        params: ofAssociation,
        path: 'directConnectGatewayAssociations[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteDirectConnectGatewayAssociation', ofAssociation),
      },
      has: { DirectConnectGateway: to('directConnectGatewayId', 'DirectConnectGateway') },
    },
    Lag: {
      identifiers: ['lagId'],
      label: ['lagName'],
      state: 'lagState',
      description: ['lagState', '{numberOfConnections|count:connection}', 'location'],
      columns: [
        ['ID', 'lagId'],
        ['State', 'lagState'],
        ['Location', 'location'],
        ['Connections', 'numberOfConnections'],
        ['Bandwidth each', 'connectionsBandwidth'],
        ['Needed', 'minimumLinks'],
      ],
      icon: 'layers',
      arn: `${arns}:dxlag/{lagId}`,
      idPattern: '^dxlag-[0-9a-z]{8}$',
      load: { operation: 'DescribeLags', params: ofLag, path: 'lags[0]' },
      actions: { Delete: act('Delete', 'X', 'DeleteLag', ofLag) },
      has: { Connections: to('connections[].connectionId', 'Connection') },
    },
  },
};
