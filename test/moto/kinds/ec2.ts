import { addresses } from '../ec2/addresses.ts';
import { connections } from '../ec2/connections.ts';
import { gateways } from '../ec2/gateways.ts';
import { images } from '../ec2/images.ts';
import { instances } from '../ec2/instances.ts';
import { network } from '../ec2/network.ts';
import { associate, routes } from '../ec2/routes.ts';
import { security } from '../ec2/security.ts';
import { idOf, makes } from '../ec2/shared.ts';
import { storage } from '../ec2/storage.ts';
import { run, type Scenario, type ServiceScenarios, type Stage } from './scenario.ts';

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

const publicKey = Buffer.from(
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f shop',
).toString('base64');

export const scenarios: ServiceScenarios = {
  actions: [
    run(
      'ImportKeyPair',
      (stage) => ({ KeyName: stage.unique('imported'), PublicKeyMaterial: publicKey }),
      makes('KeyPair'),
    ),
    run('RegisterImage', (stage) => ({ Name: stage.unique('registered') }), makes('Image')),
    run('CreateTags', tagsOfVpc),
    run('DeleteTags', tagsOfVpc),
    run('DisassociateRouteTable', async (stage) => ({
      AssociationId: (await associate(stage)).id,
    })),
  ],
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

async function tagsOfVpc(stage: Stage) {
  return { Resources: [await idOf(stage, 'Vpc')], Tags: [{ Key: 'team', Value: 'shop' }] };
}
