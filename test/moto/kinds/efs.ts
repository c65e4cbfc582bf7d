import assert from 'node:assert/strict';
import { because, notInMoto, securityGroupOf } from '../made.ts';
import { anySubnet, run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    FileSystem: {
      create: async (stage) => {
        const client = await stage.client();
        const CreationToken = stage.unique('files');
        const { FileSystemId } = await client.call('CreateFileSystem', {
          CreationToken,
          Backup: true,
        });
        return stage.service.get('FileSystem', { FileSystemId: String(FileSystemId) });
      },
      loaded: { LifeCycleState: 'available' },
      actions: [
        run('PutPolicy', { Policy: '{"Version":"2012-10-17","Statement":[]}' }),
        run('GetPolicy', {}, ({ output }) => assert.match(String(output.Policy), /2012-10-17/)),
        run('GetLifecycle'),
        run('GetBackupPolicy', {}, { BackupPolicy: { Status: 'ENABLED' } }),
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
      actions: [
        run('SetSecurityGroups', async (stage) => ({
          SecurityGroups: [await securityGroupOf(stage)],
        })),
        run('GetSecurityGroups', {}, ({ output }) => assert.ok(output.SecurityGroups)),
      ],
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
  unserved: because(notInMoto, 'FileSystem.GetReplication', 'FileSystem.SetThroughput'),
};
