import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { foundIn, made, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const plaintext = Buffer.from('plain').toString('base64');

export const scenarios: ServiceScenarios = {
  kinds: {
    Key: {
      create: (stage) =>
        made(stage, 'Key', {
          operation: 'CreateKey',
          input: { Description: 'Orders' },
          from: { KeyId: 'KeyMetadata.KeyId' },
        }),
      loaded: { Description: 'Orders', KeyState: 'Enabled' },
      actions: [
        run('GetPolicy', {}, ({ output }) => assert.match(String(output.Policy), /kms:\*/)),
        run('PutPolicy', async (stage, key) => {
          const { output } = await stage.act(key, 'GetPolicy');
          return { Policy: output.Policy };
        }),
        run('EnableRotation'),
        run('GetRotationStatus', {}, { KeyRotationEnabled: true }),
        run('Encrypt', { Plaintext: plaintext }, ({ output }) => assert.ok(output.CiphertextBlob)),
        run(
          'Decrypt',
          async (stage, key) => {
            const { output } = await stage.act(key, 'Encrypt', { Plaintext: plaintext });
            return { CiphertextBlob: output.CiphertextBlob };
          },
          { Plaintext: new Uint8Array(Buffer.from('plain')) },
        ),
        run('Disable', {}, isNow('Disabled')),
        run('Enable', {}, isNow('Enabled')),
        run('ScheduleDeletion', { PendingWindowInDays: 7 }, isNow('PendingDeletion')),
        run('CancelDeletion', {}, isNow('Disabled')),
        run('Enable'),
      ],
      // KMS keeps a key for a week at least.
      remove: run('ScheduleDeletion'),
    },
    Alias: {
      create: async (stage) => {
        const AliasName = `alias/${stage.unique('key')}`;
        const TargetKeyId = (await stage.example('Key')).id;
        const input = { AliasName, TargetKeyId };
        return made(stage, 'Alias', { operation: 'CreateAlias', input, known: { AliasName } });
      },
      loaded: { KeyMetadata: { KeyState: 'Enabled' } },
      actions: [run('Update', async (stage) => ({ TargetKeyId: (await stage.example('Key')).id }))],
      references: { Key: 1 },
    },
    Grant: {
      create: async (stage) => {
        const { id: KeyId } = await stage.example('Key');
        const { id } = await made(stage, 'Grant', {
          operation: 'CreateGrant',
          input: {
            KeyId,
            GranteePrincipal: 'arn:aws:iam::123456789012:role/receipts',
            Operations: ['Decrypt'],
          },
          from: { GrantId: 'GrantId' },
          known: { KeyId },
        });
        return foundIn((await stage.example('Key')).collection('Grants'), id);
      },
      listed: under('Key', 'Grants'),
      references: { Key: 1, Grantee: 1 },
      remove: run('Revoke'),
    },
  },
};

/** The state it is described with after an action. */
function isNow(state: string) {
  return async (_: unknown, key: Resource) => assert.equal((await key.load()).KeyState, state);
}
