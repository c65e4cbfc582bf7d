import assert from 'node:assert/strict';
import { run, type Scenario } from '../kinds/scenario.ts';
import { imageOf } from '../made.ts';
import { call, idOf, makeInstance, makes, tagging } from './shared.ts';

export const images: Readonly<Record<string, Scenario>> = {
  Image: {
    create: async (stage) => {
      const instance = await makeInstance(stage);
      stage.after(() => stage.act(instance, 'Terminate'));
      return stage.make(instance, 'CreateImage', { Name: stage.unique('image') });
    },
    loaded: { State: 'available' },
    actions: [
      ...tagging,
      run('DescribeAttribute', { Attribute: 'launchPermission' }),
      run('ModifyAttribute', { LaunchPermission: { Add: [{ Group: 'all' }] } }),
      run('Copy', (stage) => ({ Name: stage.unique('copy') }), makes('Image')),
      run('Launch', { InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }, makes('Instance')),
    ],
    children: { Instances: 1 },
    references: { Snapshots: 1 },
    waits: ['Exists', 'Available'],
    remove: run('Deregister'),
  },
  KeyPair: {
    create: async (stage) => {
      const made = await stage.make(stage.service, 'CreateKeyPair', {
        KeyName: stage.unique('key'),
        KeyType: 'ed25519',
      });
      assert.equal(typeof made.attributes?.KeyMaterial, 'string');
      return made;
    },
    loaded: { KeyType: 'ed25519' },
    actions: [run('PublicKey')],
    waits: ['Exists'],
  },
  LaunchTemplate: {
    create: async (stage) => {
      const output = await call(stage, 'CreateLaunchTemplate', {
        LaunchTemplateName: stage.unique('template'),
        LaunchTemplateData: { ImageId: await imageOf(stage), InstanceType: 't3.micro' },
      });
      const { LaunchTemplateId } = output.LaunchTemplate as { LaunchTemplateId: string };
      return stage.service.get('LaunchTemplate', { LaunchTemplateId });
    },
    loaded: { LaunchTemplateData: { InstanceType: 't3.micro' } },
    actions: [
      ...tagging,
      run('SetDefaultVersion', { DefaultVersion: '1' }),
      run('Launch', { MinCount: 1, MaxCount: 1 }, makes('Instance')),
    ],
    children: { Versions: 1 },
    references: { Image: 1 },
  },
  LaunchTemplateVersion: {
    create: async (stage) =>
      stage.service.get('LaunchTemplateVersion', {
        LaunchTemplateId: await idOf(stage, 'LaunchTemplate'),
        VersionNumber: '1',
      }),
    listed: async (stage) => (await stage.example('LaunchTemplate')).collection('Versions'),
    loaded: { DefaultVersion: true },
    references: { LaunchTemplate: 1, Image: 1 },
    remove: false,
  },
};
