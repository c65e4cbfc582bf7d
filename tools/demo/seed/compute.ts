import { type Call, textAt } from '../account.ts';
import { mailKey } from '../secrets.ts';
import { named } from './names.ts';
import { seedNetwork } from './network.ts';

/** The network, instances, functions and containers. */
export async function seedCompute(call: Call, roleArn: string): Promise<void> {
  const { subnet, group } = await seedNetwork(call);
  const instance = await seedInstances(call, subnet, group);
  await seedLaunching(call, instance);
  await seedFunctions(call, roleArn);
  await seedContainers(call);
}

/** Gives the first one. */
async function seedInstances(call: Call, subnet: string, group: string): Promise<string> {
  const images = await call('ec2', 'DescribeImages', { Owners: ['amazon'] });
  const ImageId = textAt(images, 'Images', 0, 'ImageId');
  const ids: string[] = [];
  for (const name of ['web-1', 'web-2', 'nightly-reports']) {
    const output = await call('ec2', 'RunInstances', {
      ImageId,
      InstanceType: name === 'nightly-reports' ? 'm7i.large' : 't3.small',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: subnet,
      SecurityGroupIds: [group],
      TagSpecifications: named('instance', name),
    });
    ids.push(textAt(output, 'Instances', 0, 'InstanceId'));
  }
  await call('ec2', 'StopInstances', { InstanceIds: ids.slice(2) });
  await call('ec2', 'CreateVolume', {
    AvailabilityZone: 'eu-west-1a',
    Size: 200,
    VolumeType: 'gp3',
    TagSpecifications: named('volume', 'reports-scratch'),
  });
  return ids[0] ?? '';
}

/** What instances are launched from. */
async function seedLaunching(call: Call, instance: string): Promise<void> {
  await call('ec2', 'CreateKeyPair', { KeyName: 'meadow-admin', KeyType: 'ed25519' });
  const image = await call('ec2', 'CreateImage', { InstanceId: instance, Name: 'meadow-web-1' });
  await call('ec2', 'CreateLaunchTemplate', {
    LaunchTemplateName: 'meadow-web',
    LaunchTemplateData: {
      ImageId: textAt(image, 'ImageId'),
      InstanceType: 't3.small',
      KeyName: 'meadow-admin',
    },
  });
}

async function seedFunctions(call: Call, roleArn: string): Promise<void> {
  for (const [name, description] of [
    ['resize-cover', 'Makes thumbnails of new covers.'],
    ['send-receipt', 'Mails the receipt of an order.'],
    ['sync-stock', 'Reads the stock of the warehouse.'],
  ]) {
    await call('lambda', 'CreateFunction', {
      FunctionName: name,
      Description: description,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: roleArn,
      Code: { ZipFile: functionZip },
      Environment: { Variables: { TABLE: 'orders', MAIL_KEY: mailKey } },
    });
  }
}

/** A zip with an index.mjs of one line. */
const functionZip =
  'UEsDBBQAAAAAAAAAIVreJymlKQAAACkAAAAJAAAAaW5kZXgubWpzZXhwb3J0IGNvbnN0IGhhbmRsZXIgPSBhc3lu' +
  'YyAoKSA9PiAnb2snOwpQSwECFAMUAAAAAAAAACFa3icppSkAAAApAAAACQAAAAAAAAAAAAAAgAEAAAAAaW5kZXgu' +
  'bWpzUEsFBgAAAAABAAEANwAAAFAAAAAAAA==';

async function seedContainers(call: Call): Promise<void> {
  await call('ecs', 'CreateCluster', { clusterName: 'meadow' });
  await call('ecs', 'RegisterTaskDefinition', {
    family: 'web',
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'web', image: 'nginx:stable', memory: 256, essential: true }],
  });
  const web = { cluster: 'meadow', taskDefinition: 'web', launchType: 'FARGATE' };
  await call('ecs', 'CreateService', { ...web, serviceName: 'web', desiredCount: 2 });
  // moto starts no tasks for a service, so these stand for its own.
  await call('ecs', 'RunTask', { ...web, count: 2, group: 'service:web', startedBy: 'web' });
}
