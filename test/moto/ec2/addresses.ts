import type { Resource } from '../../../src/library.ts';
import { run, type Scenario, type Stage } from '../kinds/scenario.ts';
import { call, idOf, makeInstance, tagging } from './shared.ts';

async function makeInterface(stage: Stage): Promise<Resource> {
  return stage.make(stage.service, 'CreateNetworkInterface', {
    SubnetId: await idOf(stage, 'Subnet'),
    Description: 'of a test',
  });
}

async function allocate(stage: Stage, Domain: string): Promise<Record<string, string>> {
  return (await call(stage, 'AllocateAddress', { Domain })) as Record<string, string>;
}

export const addresses: Readonly<Record<string, Scenario>> = {
  NetworkInterface: {
    create: makeInterface,
    loaded: { Description: 'of a test' },
    actions: [
      ...tagging,
      run('AssignPrivateIpAddresses', { SecondaryPrivateIpAddressCount: 1 }),
      run('UnassignPrivateIpAddresses', async (_, eni) => {
        const { PrivateIpAddresses } = await eni.load();
        const all = PrivateIpAddresses as { Primary: boolean; PrivateIpAddress: string }[];
        const second = all.filter(({ Primary }) => !Primary);
        return { PrivateIpAddresses: second.map(({ PrivateIpAddress }) => PrivateIpAddress) };
      }),
      run(
        'DescribeAttribute',
        { Attribute: 'description' },
        { Description: { Value: 'of a test' } },
      ),
      run('ModifyAttribute', { Description: { Value: 'changed' } }),
      run('Attach', async (stage) => {
        const instance = await makeInstance(stage);
        stage.after(() => stage.act(instance, 'Terminate'));
        return { InstanceId: instance.id, DeviceIndex: 1 };
      }),
      run('Detach'),
    ],
    references: { Vpc: 1, Subnet: 1, SecurityGroups: 1 },
    waits: ['Available'],
  },
  NetworkInterfaceAssociation: {
    create: async (stage) => {
      const address = await stage.example('Address');
      const eni = await stage.example('NetworkInterface');
      await stage.act(address, 'Associate', { NetworkInterfaceId: eni.id });
      await address.load();
      const AssociationId = String(address.attributes?.AssociationId);
      return stage.service.get('NetworkInterfaceAssociation', { AssociationId });
    },
  },
  Address: {
    create: async (stage) => {
      const { AllocationId = '' } = await allocate(stage, 'vpc');
      return stage.service.get('VpcAddress', { AllocationId });
    },
    loaded: { Domain: 'vpc' },
    actions: [
      ...tagging,
      run('Associate', async (stage) => ({
        NetworkInterfaceId: (await stage.example('NetworkInterface')).id,
      })),
      run('Disassociate'),
    ],
    remove: run('Release'),
  },
  ClassicAddress: {
    create: async (stage) => {
      const { PublicIp = '' } = await allocate(stage, 'standard');
      return stage.service.get('ClassicAddress', { PublicIp });
    },
    actions: [
      run('Associate', async (stage) => {
        const instance = await makeInstance(stage);
        stage.after(() => stage.act(instance, 'Terminate'));
        return { InstanceId: instance.id };
      }),
      run('Disassociate'),
    ],
    remove: run('Release'),
  },
};
