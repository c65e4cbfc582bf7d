import { because, notInMoto } from '../made.ts';
import { anySubnet, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    FileSystem: {
      create: async (stage) => {
        const { FileSystem } = await (await stage.client()).call('CreateFileSystem', {
          FileSystemType: 'LUSTRE',
          StorageCapacity: 1200,
          SubnetIds: [await anySubnet(stage)],
        });
        const { FileSystemId } = FileSystem as { readonly FileSystemId: string };
        return stage.service.get('FileSystem', { FileSystemId });
      },
      loaded: { FileSystemType: 'LUSTRE', StorageCapacity: 1200 },
      references: { Subnets: 1 },
    },
    Backup: {
      create: async (stage) => {
        const files = await stage.example('FileSystem');
        const { output } = await stage.act(files, 'CreateBackup');
        const { BackupId } = output.Backup as { readonly BackupId: string };
        return stage.service.get('Backup', { BackupId });
      },
    },
  },
  unserved: {
    ...because(notInMoto, 'FileSystem.SetStorageCapacity'),
    'FileSystem.Volumes': 'moto has no volumes.',
    'FileSystem.StorageVirtualMachines': 'moto has no storage virtual machines.',
    'FileSystem.Snapshots': 'moto has no snapshots of volumes.',
    Volume: 'moto has no volumes.',
    StorageVirtualMachine: 'moto has no storage virtual machines.',
    Snapshot: 'moto has no snapshots of volumes.',
  },
};
