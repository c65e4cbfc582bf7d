import { type Call, textAt } from '../account.ts';
import { mailKey } from '../secrets.ts';

/** The network, instances, functions and containers. */
export async function seedCompute(call: Call, roleArn: string): Promise<void> {
  const { subnet, group } = await seedNetwork(call);
  await seedInstances(call, subnet, group);
  await seedFunctions(call, roleArn);
  await seedContainers(call);
}

async function seedNetwork(call: Call): Promise<{ subnet: string; group: string }> {
  const vpc = textAt(
    await call('ec2', 'CreateVpc', {
      CidrBlock: '10.20.0.0/16',
      TagSpecifications: named('vpc', 'meadow'),
    }),
    ...['Vpc', 'VpcId'],
  );
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
  return { subnet: subnets[0] ?? '', group: GroupId };
}

async function seedInstances(call: Call, subnet: string, group: string): Promise<void> {
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
}

function named(type: string, name: string): readonly object[] {
  return [{ ResourceType: type, Tags: [{ Key: 'Name', Value: name }] }];
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
