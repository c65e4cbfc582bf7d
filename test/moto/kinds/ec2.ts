import { addresses } from '../ec2/addresses.ts';
import { connections } from '../ec2/connections.ts';
import { gateways } from '../ec2/gateways.ts';
import { images } from '../ec2/images.ts';
import { instances } from '../ec2/instances.ts';
import { network } from '../ec2/network.ts';
import { routes } from '../ec2/routes.ts';
import { security } from '../ec2/security.ts';
import { storage } from '../ec2/storage.ts';
import type { Scenario, ServiceScenarios } from './scenario.ts';

const notInMoto = 'moto does not have the operation.';

const tag: Scenario = {
  create: async (stage) => {
    const [Key, Value] = [stage.unique('key'), 'shop'];
    const { identifiers } = await stage.make(await stage.example('Vpc'), 'CreateTags', {
      Tags: [{ Key, Value }],
    });
    return stage.service.get('Tag', identifiers);
  },
  loaded: { Value: 'shop' },
  references: { Resource: 1 },
};

export const scenarios: ServiceScenarios = {
  kinds: {
    ...network,
    ...instances,
    ...images,
    ...storage,
    ...security,
    ...routes,
    ...gateways,
    ...connections,
    ...addresses,
    Tag: tag,
  },
  unserved: {
    PlacementGroup: notInMoto,
    CreatePlacementGroup: notInMoto,
    'Instance.PlacementGroup': notInMoto,
    'Instance.Screenshot': notInMoto,
    'Instance.Monitor': notInMoto,
    'Instance.Unmonitor': notInMoto,
    'Instance.ResetAttribute': notInMoto,
    'Instance.ResetKernel': notInMoto,
    'Instance.ResetRamdisk': notInMoto,
    'Instance.ResetSourceDestCheck': notInMoto,
    'Instance.ReportStatus': notInMoto,
    'Instance.AttachClassicLinkVpc': notInMoto,
    'Instance.DetachClassicLinkVpc': notInMoto,
    'Instance.Connect': 'It is handed over to a program.',
    'Vpc.AttachClassicLinkInstance': notInMoto,
    'Vpc.DetachClassicLinkInstance': notInMoto,
    'Volume.DescribeStatus': notInMoto,
    'Volume.DescribeAttribute': notInMoto,
    'Volume.ModifyAttribute': notInMoto,
    'Volume.EnableIo': notInMoto,
    'Snapshot.ResetAttribute': notInMoto,
    'Snapshot.Images': 'moto does not know the filter.',
    'Image.ResetAttribute': notInMoto,
    'LaunchTemplateVersion.Delete': notInMoto,
    'NetworkInterface.ResetAttribute': notInMoto,
    'NetworkInterfaceAssociation.load': 'moto does not know the filter.',
    'NetworkInterfaceAssociation.Address': 'moto does not know the filter.',
  },
};
