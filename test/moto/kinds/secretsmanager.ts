import assert from 'node:assert/strict';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Secret: {
      create: async (stage) => {
        const { ARN } = await (await stage.client()).call('CreateSecret', {
          Name: stage.unique('secret'),
          SecretString: 'first',
        });
        return stage.service.get('Secret', { ARN: String(ARN) });
      },
      loaded: ({ attributes }) => assert.equal(attributes?.SecretString, undefined),
      actions: [
        run('GetValue', {}, { SecretString: 'first' }),
        run('PutValue', { SecretString: 'second' }),
        run('GetValue', {}, { SecretString: 'second' }),
        run('GetPolicy'),
        run('Rotate'),
        run('Delete', { RecoveryWindowInDays: 7 }),
        run('Restore'),
      ],
      children: { Versions: 1 },
      remove: false,
    },
    Version: {
      create: async (stage) => {
        const versions = (await stage.example('Secret')).collection('Versions');
        const [version] = (await versions.page()).items;
        assert.ok(version);
        return version;
      },
      listed: async (stage) => (await stage.example('Secret')).collection('Versions'),
      references: { Secret: 1 },
    },
  },
};
