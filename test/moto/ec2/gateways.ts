import { run, type Scenario } from '../kinds/scenario.ts';
import { call, idOf, tagging } from './shared.ts';

export const gateways: Readonly<Record<string, Scenario>> = {
  InternetGateway: {
    create: (stage) => stage.make(stage.service, 'CreateInternetGateway'),
    actions: [
      ...tagging,
      run('AttachToVpc', async (stage) => ({ VpcId: await idOf(stage, 'Vpc') })),
      run('DetachFromVpc', async (stage) => ({ VpcId: await idOf(stage, 'Vpc') })),
    ],
    waits: ['Exists'],
  },
  NatGateway: {
    create: async (stage) => {
      const output = await call(stage, 'CreateNatGateway', {
        SubnetId: await idOf(stage, 'Subnet'),
        AllocationId: await idOf(stage, 'Address'),
      });
      const { NatGatewayId } = output.NatGateway as { NatGatewayId: string };
      return stage.service.get('NatGateway', { NatGatewayId });
    },
    loaded: { State: 'available' },
    actions: tagging,
    references: { Vpc: 1, Subnet: 1, Addresses: 1, NetworkInterfaces: 1 },
    waits: ['Available'],
    waitsAfter: ['Deleted'],
  },
  VpcEndpoint: {
    create: async (stage) => {
      const output = await call(stage, 'CreateVpcEndpoint', {
        VpcId: await idOf(stage, 'Vpc'),
        ServiceName: 'com.amazonaws.eu-west-1.s3',
        VpcEndpointType: 'Gateway',
      });
      const { VpcEndpointId } = output.VpcEndpoint as { VpcEndpointId: string };
      return stage.service.get('VpcEndpoint', { VpcEndpointId });
    },
    loaded: { VpcEndpointType: 'Gateway' },
    actions: [...tagging, run('PutPolicy', { PolicyDocument: '{"Statement":[]}' })],
    references: { Vpc: 1 },
  },
};
