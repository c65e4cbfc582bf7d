import assert from 'node:assert/strict';
import { run, type ServiceScenarios } from './scenario.ts';

const archive = { body: Buffer.from('archive').toString('base64'), archiveDescription: 'a' };
const multipart = 'moto does not serve uploads in parts.';
const notifications = 'moto does not serve notifications.';

export const scenarios: ServiceScenarios = {
  kinds: {
    Account: {
      create: async (stage) => stage.service.get('Account', { accountId: '-' }),
      actions: [
        run(
          'CreateVault',
          (stage) => ({ vaultName: stage.unique('vault') }),
          ({ resources }) => {
            assert.equal(resources[0]?.identifiers.accountId, '-');
          },
        ),
      ],
      children: { Vaults: 1 },
    },
    Vault: {
      create: (stage) =>
        stage.make(stage.service, 'CreateVault', { vaultName: stage.unique('vault') }),
      loaded: { NumberOfArchives: 0 },
      actions: [
        run('Create'),
        run('UploadArchive', archive, ({ resources }) => assert.ok(resources[0]?.id)),
        run('InitiateInventoryRetrieval', {}, ({ resources }) => assert.ok(resources[0]?.id)),
      ],
      children: { Jobs: 1 },
      references: { Account: 1, Notification: 1 },
      waits: ['Exists'],
    },
    Archive: {
      create: async (stage) => stage.make(await stage.example('Vault'), 'UploadArchive', archive),
      actions: [
        run('InitiateArchiveRetrieval', {}, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'Job');
        }),
      ],
      references: { Vault: 1 },
    },
    Job: {
      create: async (stage) =>
        stage.make(await stage.example('Vault'), 'InitiateInventoryRetrieval'),
      listed: async (stage) => (await stage.example('Vault')).collection('Jobs'),
      loaded: { Action: 'InventoryRetrieval' },
      references: { Vault: 1 },
    },
  },
  unserved: {
    'Vault.NotExists':
      'moto calls the error VaultNotFound, where AWS says ResourceNotFoundException.',
    'Account.load': 'moto does not serve retrieval policies.',
    'Job.GetOutput': 'moto finishes a job after some time only.',
    'Vault.MultipartUploads': multipart,
    'Vault.InitiateMultipartUpload': multipart,
    MultipartUpload: multipart,
    Notification: notifications,
  },
};
