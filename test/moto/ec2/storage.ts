import { run, type Scenario } from '../kinds/scenario.ts';
import { makeInstance, makes, tagging, zone } from './shared.ts';

export const storage: Readonly<Record<string, Scenario>> = {
  Volume: {
    create: (stage) =>
      stage.make(stage.service, 'CreateVolume', {
        AvailabilityZone: zone,
        Size: 8,
        VolumeType: 'gp3',
      }),
    loaded: { Size: 8, VolumeType: 'gp3' },
    actions: [
      ...tagging,
      run('CreateSnapshot', { Description: 'nightly' }, makes('Snapshot')),
      run('Modify', { Size: 16 }),
      run('AttachToInstance', async (stage) => {
        const instance = await makeInstance(stage);
        stage.after(() => stage.act(instance, 'Terminate'));
        return { InstanceId: instance.id, Device: '/dev/sdh' };
      }),
      // moto wants to be told the instance, which AWS knows.
      run('DetachFromInstance', async (stage, volume) => {
        await stage.wait(volume, 'InUse');
        const { Attachments } = await volume.load();
        return { InstanceId: (Attachments as { InstanceId: string }[])[0]?.InstanceId };
      }),
    ],
    children: { Snapshots: 1 },
    waits: ['Available'],
    waitsAfter: ['Deleted'],
  },
  Snapshot: {
    create: async (stage) =>
      stage.make(stage.service, 'CreateSnapshot', {
        VolumeId: (await stage.example('Volume')).id,
        Description: 'weekly',
      }),
    loaded: { Description: 'weekly' },
    actions: [
      ...tagging,
      run('Copy', {}, makes('Snapshot')),
      run('CreateVolume', { AvailabilityZone: zone }, makes('Volume')),
      run('ModifyAttribute', {
        Attribute: 'createVolumePermission',
        OperationType: 'add',
        UserIds: ['210987654321'],
      }),
      run('DescribeAttribute', { Attribute: 'createVolumePermission' }),
    ],
    children: { Volumes: 1 },
    references: { Volume: 1 },
    waits: ['Completed'],
  },
};
