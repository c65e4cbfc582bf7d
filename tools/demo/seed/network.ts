import { type Call, textAt } from '../account.ts';
import { named } from './names.ts';

export interface SeededNetwork {
  readonly vpc: string;
  readonly subnet: string;
  readonly group: string;
}

/** A VPC with what leads out of it, and what keeps an eye on it. */
export async function seedNetwork(call: Call): Promise<SeededNetwork> {
  const vpc = textAt(
    await call('ec2', 'CreateVpc', {
      CidrBlock: '10.20.0.0/16',
      TagSpecifications: named('vpc', 'meadow'),
    }),
    ...['Vpc', 'VpcId'],
  );
  const subnet = await seedSubnets(call, vpc);
  await seedGateways(call, vpc, subnet);
  await seedConnections(call, vpc);
  return { vpc, subnet, group: await seedSecurityGroup(call, vpc) };
}

/** Gives the first of two. */
async function seedSubnets(call: Call, vpc: string): Promise<string> {
  const subnets: string[] = [];
  for (const [zone, CidrBlock] of Object.entries({ a: '10.20.0.0/24', b: '10.20.1.0/24' })) {
    const output = await call('ec2', 'CreateSubnet', {
      VpcId: vpc,
      CidrBlock,
      AvailabilityZone: `eu-west-1${zone}`,
      TagSpecifications: named('subnet', `meadow-${zone}`),
    });
    subnets.push(textAt(output, 'Subnet', 'SubnetId'));
  }
  return subnets[0] ?? '';
}

async function seedSecurityGroup(call: Call, vpc: string): Promise<string> {
  const group = await call('ec2', 'CreateSecurityGroup', {
    GroupName: 'meadow-web',
    Description: 'HTTPS from everywhere',
    VpcId: vpc,
  });
  const GroupId = textAt(group, 'GroupId');
  await call('ec2', 'AuthorizeSecurityGroupIngress', {
    GroupId,
    IpPermissions: [
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    ],
  });
  return GroupId;
}

async function seedGateways(call: Call, VpcId: string, SubnetId: string): Promise<void> {
  const internet = await call('ec2', 'CreateInternetGateway', {
    TagSpecifications: named('internet-gateway', 'meadow'),
  });
  const InternetGatewayId = textAt(internet, 'InternetGateway', 'InternetGatewayId');
  await call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId });
  const table = await call('ec2', 'CreateRouteTable', {
    VpcId,
    TagSpecifications: named('route-table', 'meadow-public'),
  });
  const RouteTableId = textAt(table, 'RouteTable', 'RouteTableId');
  const DestinationCidrBlock = '0.0.0.0/0';
  await call('ec2', 'CreateRoute', {
    RouteTableId,
    DestinationCidrBlock,
    GatewayId: InternetGatewayId,
  });
  await call('ec2', 'AssociateRouteTable', { RouteTableId, SubnetId });
  const address = await call('ec2', 'AllocateAddress', { Domain: 'vpc' });
  const AllocationId = textAt(address, 'AllocationId');
  await call('ec2', 'CreateNatGateway', {
    SubnetId,
    AllocationId,
    TagSpecifications: named('natgateway', 'meadow'),
  });
  await call('ec2', 'CreateVpcEndpoint', {
    VpcId,
    ServiceName: 'com.amazonaws.eu-west-1.s3',
    VpcEndpointType: 'Gateway',
    RouteTableIds: [RouteTableId],
  });
}

async function seedConnections(call: Call, VpcId: string): Promise<void> {
  const warehouse = await call('ec2', 'CreateVpc', {
    CidrBlock: '10.30.0.0/16',
    TagSpecifications: named('vpc', 'warehouse'),
  });
  await call('ec2', 'CreateVpcPeeringConnection', {
    VpcId,
    PeerVpcId: textAt(warehouse, 'Vpc', 'VpcId'),
    TagSpecifications: named('vpc-peering-connection', 'meadow to warehouse'),
  });
  await call('ec2', 'CreateFlowLogs', {
    ResourceType: 'VPC',
    ResourceIds: [VpcId],
    TrafficType: 'REJECT',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: '/meadow/vpc',
    DeliverLogsPermissionArn: 'arn:aws:iam::123456789012:role/meadow-app',
  });
  const options = await call('ec2', 'CreateDhcpOptions', {
    DhcpConfigurations: [{ Key: 'domain-name', Values: ['meadow.example.com'] }],
  });
  const DhcpOptionsId = textAt(options, 'DhcpOptions', 'DhcpOptionsId');
  await call('ec2', 'AssociateDhcpOptions', { DhcpOptionsId, VpcId });
}
