import type { Resource } from '../../../src/library.ts';
import { run, type Scenario, type Stage } from '../kinds/scenario.ts';
import { idOf, makes, tagging } from './shared.ts';

const everywhere = { DestinationCidrBlock: '0.0.0.0/0' };

async function toInternet(stage: Stage) {
  return { ...everywhere, GatewayId: await attachedGateway(stage) };
}

/** An internet gateway at the example's VPC. */
async function attachedGateway(stage: Stage): Promise<string> {
  const gateway = await stage.example('InternetGateway');
  const VpcId = await idOf(stage, 'Vpc');
  if ((await gateway.load()).Attachments?.toString() === '') {
    await stage.act(gateway, 'AttachToVpc', { VpcId });
    stage.after(() => stage.act(gateway, 'DetachFromVpc', { VpcId }));
  }
  return gateway.id;
}

export async function associate(stage: Stage): Promise<Resource> {
  const table = await stage.example('RouteTable');
  return stage.make(table, 'AssociateWithSubnet', { SubnetId: await idOf(stage, 'Subnet') });
}

export const routes: Readonly<Record<string, Scenario>> = {
  RouteTable: {
    create: async (stage) =>
      stage.make(stage.service, 'CreateRouteTable', { VpcId: await idOf(stage, 'Vpc') }),
    loaded: { Routes: [{ State: 'active' }] },
    actions: [
      ...tagging,
      run('CreateRoute', toInternet, makes('Route')),
      run('ReplaceRoute', toInternet),
      run('DeleteRoute', everywhere),
    ],
    children: { Routes: 1 },
    references: { Vpc: 1, Routes: 1 },
  },
  Route: {
    create: async (stage) =>
      stage.make(await stage.example('RouteTable'), 'CreateRoute', await toInternet(stage)),
    listed: async (stage) => (await stage.example('RouteTable')).collection('Routes'),
    actions: [run('Replace', async (stage) => ({ GatewayId: await attachedGateway(stage) }))],
    references: { RouteTable: 1 },
  },
  RouteTableAssociation: {
    create: async (stage) => {
      const { id: RouteTableId } = await stage.example('RouteTable');
      const VpcId = await idOf(stage, 'Vpc');
      const other = await stage.make(stage.service, 'CreateRouteTable', { VpcId });
      stage.after(() => stage.act(other, 'Delete'));
      const moved = await stage.make(await associate(stage), 'ReplaceSubnet', {
        RouteTableId: other.id,
      });
      return stage.make(moved, 'ReplaceSubnet', { RouteTableId });
    },
    listed: async (stage) => (await stage.example('RouteTable')).collection('Associations'),
  },
};
