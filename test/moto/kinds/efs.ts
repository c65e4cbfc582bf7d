import assert from 'node:assert/strict';
import { anySubnet, run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    FileSystem: {
      create: async (stage) => {
        const client = await stage.client();
        const CreationToken = stage.unique('files');
        const { FileSystemId } = await client.call('CreateFileSystem', { CreationToken });
        return stage.service.get('FileSystem', { FileSystemId: String(FileSystemId) });
      },
      loaded: { LifeCycleState: 'available' },
      actions: [
        run('PutPolicy', { Policy: '{"Version":"2012-10-17","Statement":[]}' }),
        run('GetPolicy', {}, ({ output }) => assert.match(String(output.Policy), /2012-10-17/)),
        run('GetLifecycle'),
      ],
    },
    MountTarget: {
      create: async (stage) => {
        const files = await stage.example('FileSystem');
        const { output } = await stage.act(files, 'CreateMountTarget', {
          SubnetId: await anySubnet(stage),
        });
        return stage.service.get('MountTarget', { MountTargetId: String(output.MountTargetId) });
      },
      listed: async (stage) => (await stage.example('FileSystem')).collection('MountTargets'),
      actions: [run('GetSecurityGroups')],
      references: { FileSystem: 1, Subnet: 1 },
    },
    AccessPoint: {
      create: async (stage) => {
        const files = await stage.example('FileSystem');
        const { output } = await stage.act(files, 'CreateAccessPoint', {
          RootDirectory: { Path: '/data' },
        });
        return stage.service.get('AccessPoint', { AccessPointId: String(output.AccessPointId) });
      },
      listed: async (stage) => (await stage.example('FileSystem')).collection('AccessPoints'),
      loaded: { RootDirectory: { Path: '/data' } },
      references: { FileSystem: 1 },
    },
  },
};
