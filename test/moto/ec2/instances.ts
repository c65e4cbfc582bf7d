import assert from 'node:assert/strict';
import { run, type Scenario } from '../kinds/scenario.ts';
import { imageOf } from '../made.ts';
import { call, idOf, makeInstance, makes, tagging } from './shared.ts';

export const instances: Readonly<Record<string, Scenario>> = {
  Instance: {
    create: async (stage) => {
      const made = await stage.make(stage.service, 'CreateInstances', {
        ImageId: await imageOf(stage),
        InstanceType: 't3.micro',
        KeyName: await idOf(stage, 'KeyPair'),
        SubnetId: await idOf(stage, 'Subnet'),
        SecurityGroupIds: [await idOf(stage, 'SecurityGroup')],
        MinCount: 1,
        MaxCount: 1,
        Monitoring: { Enabled: false },
      });
      assert.equal(made.attributes?.InstanceType, 't3.micro');
      return made;
    },
    loaded: { InstanceType: 't3.micro' },
    actions: [
      ...tagging,
      run('ConsoleOutput'),
      run('UserData'),
      run('PasswordData'),
      run(
        'DescribeAttribute',
        { Attribute: 'instanceType' },
        { InstanceType: { Value: 't3.micro' } },
      ),
      run('AttachVolume', async (stage) => ({
        VolumeId: await idOf(stage, 'Volume'),
        Device: '/dev/sdh',
      })),
      run('DetachVolume', async (stage) => ({ VolumeId: await idOf(stage, 'Volume') })),
      run('CreateImage', (stage) => ({ Name: stage.unique('image') }), makes('Image')),
      run('Reboot'),
      run('Stop'),
      run('ChangeType', async (stage, instance) => {
        await stage.wait(instance, 'Stopped');
        return { InstanceType: 't3.small' };
      }),
      run('ModifyAttribute', { Attribute: 'disableApiTermination', Value: 'false' }),
      run('Start'),
    ],
    children: { Volumes: 1, NetworkInterfaces: 1, StatusChecks: 1 },
    references: { Vpc: 1, Subnet: 1, Image: 1, KeyPair: 1, SecurityGroups: 1, BlockDevices: 1 },
    waits: ['Exists', 'Running', 'StatusOk'],
    remove: run('Terminate', {}, (_, instance) => assert.equal(instance.state, 'running')),
    waitsAfter: ['Terminated'],
  },
  InstanceStatus: {
    create: async (stage) => {
      const instance = await makeInstance(stage);
      stage.after(() => stage.act(instance, 'Terminate'));
      return stage.service.get('InstanceStatus', { InstanceId: instance.id });
    },
    listed: (stage, { id }) =>
      stage.service.get('Instance', { InstanceId: id }).collection('StatusChecks'),
    references: { Instance: 1 },
  },
  SpotInstanceRequest: {
    create: async (stage) => {
      const output = await call(stage, 'RequestSpotInstances', {
        SpotPrice: '0.05',
        LaunchSpecification: { ImageId: await imageOf(stage), InstanceType: 't3.micro' },
      });
      const [request] = output.SpotInstanceRequests as { SpotInstanceRequestId: string }[];
      const SpotInstanceRequestId = request?.SpotInstanceRequestId ?? '';
      return stage.service.get('SpotInstanceRequest', { SpotInstanceRequestId });
    },
    actions: tagging,
    references: { Image: 1 },
    waits: ['Fulfilled'],
    remove: run('Cancel'),
  },
};
