import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { run, type Scenario, type Stage } from '../kinds/scenario.ts';
import { imageOf } from '../made.ts';
import { idOf, makes, tagging, zone } from './shared.ts';

const endpoint = { CidrBlock: '10.77.9.0/24', AvailabilityZone: zone };

export const network: Readonly<Record<string, Scenario>> = {
  Vpc: {
    create: (stage) => stage.make(stage.service, 'CreateVpc', { CidrBlock: '10.77.0.0/16' }),
    loaded: { CidrBlock: '10.77.0.0/16' },
    actions: [
      ...tagging,
      run('DescribeDnsSupport', {}, { EnableDnsSupport: { Value: true } }),
      run('DescribeAttribute', { Attribute: 'enableDnsHostnames' }),
      run('SetDnsHostnames', { EnableDnsHostnames: true }),
      run('ModifyAttribute', { EnableDnsSupport: { Value: true } }),
      run('CreateSubnet', endpoint, makes('Subnet')),
      run('CreateSecurityGroup', { GroupName: 'web', Description: 'web' }, makes('SecurityGroup')),
      run('CreateRouteTable', {}, makes('RouteTable')),
      run('CreateNetworkAcl', {}, makes('NetworkAcl')),
      run('AssociateDhcpOptions', async (stage) => ({
        DhcpOptionsId: await idOf(stage, 'DhcpOptions'),
      })),
      run('AssociateDhcpOptions', { DhcpOptionsId: 'default' }),
      run('AttachInternetGateway', async (stage) => ({
        InternetGatewayId: await idOf(stage, 'InternetGateway'),
      })),
      run('DetachInternetGateway', async (stage) => ({
        InternetGatewayId: await idOf(stage, 'InternetGateway'),
      })),
      run('RequestVpcPeeringConnection', async (stage) => ({
        PeerVpcId: (await stage.make(stage.service, 'CreateVpc', { CidrBlock: '10.78.0.0/16' })).id,
      })),
      run('EnableClassicLink'),
      run('DisableClassicLink'),
    ],
    children: {
      RouteTables: 1,
      SecurityGroups: 1,
      NetworkAcls: 1,
      RequestedVpcPeeringConnections: 1,
    },
    waits: ['Exists', 'Available'],
    remove: run('Delete', emptied),
  },
  Subnet: {
    create: async (stage) =>
      stage.make(stage.service, 'CreateSubnet', {
        VpcId: await idOf(stage, 'Vpc'),
        CidrBlock: '10.77.1.0/24',
        AvailabilityZone: zone,
      }),
    loaded: { CidrBlock: '10.77.1.0/24' },
    actions: [
      ...tagging,
      run('SetPublicIpOnLaunch', { MapPublicIpOnLaunch: true }),
      run('CreateNetworkInterface', { Description: 'spare' }, makes('NetworkInterface')),
      run(
        'CreateInstances',
        async (stage) => ({
          ImageId: await imageOf(stage),
          InstanceType: 't3.micro',
          MinCount: 2,
          MaxCount: 2,
        }),
        ({ resources }) => assert.equal(resources.length, 2),
      ),
    ],
    children: { Instances: 2, NetworkInterfaces: 1 },
    references: { Vpc: 1 },
    waits: ['Available'],
  },
  DhcpOptions: {
    create: (stage) =>
      stage.make(stage.service, 'CreateDhcpOptions', {
        DhcpConfigurations: [{ Key: 'domain-name', Values: ['example.com'] }],
      }),
    loaded: { DhcpConfigurations: [{ Key: 'domain-name' }] },
    actions: [
      ...tagging,
      run('AssociateWithVpc', async (stage) => {
        const vpc = await stage.make(stage.service, 'CreateVpc', { CidrBlock: '10.79.0.0/16' });
        return { VpcId: vpc.id };
      }),
    ],
    children: { Vpcs: 1 },
    remove: run('Delete', async (stage, options) => {
      for await (const vpc of options.collection('Vpcs')) {
        await stage.act(vpc, 'AssociateDhcpOptions', { DhcpOptionsId: 'default' });
      }
      return {};
    }),
  },
};

/** A VPC is deleted once it has no subnets, and no route table but its main one. */
async function emptied(stage: Stage, vpc: Resource) {
  for await (const subnet of vpc.collection('Subnets')) await stage.act(subnet, 'Delete');
  for await (const table of vpc.collection('RouteTables')) {
    const associations = table.attributes?.Associations as { readonly Main?: boolean }[];
    if (!associations.some(({ Main }) => Main)) await stage.act(table, 'Delete');
  }
  return {};
}
