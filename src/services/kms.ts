import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { list, to } from './rules.ts';

const ofKey = { KeyId: identifier('KeyId') };
const toKey = { kind: 'Key', identifiers: ofKey };

export const kms: ServiceKinds = {
  service: 'kms',
  title: 'KMS',
  icon: 'key',
  collections: {
    Keys: {
      title: 'Keys',
      operation: 'ListKeys',
      items: [{ kind: 'Key', path: 'Keys[]', identifiers: { KeyId: 'KeyId' } }],
      join: {
        operation: 'ListAliases',
        path: 'Aliases[]',
        on: 'TargetKeyId',
        equals: 'KeyId',
        as: 'Aliases',
      },
    },
    Aliases: list('Aliases', 'ListAliases', {}, ['Alias', 'Aliases[]', { AliasName: 'AliasName' }]),
  },
  kinds: {
    Key: {
      identifiers: ['KeyId'],
      label: ['Aliases[0].AliasName', 'KeyId'],
      state: 'KeyState',
      description: ['KeyState', 'KeySpec', '{KeyManager|swap:CUSTOMER=}'],
      columns: [
        ['Key ID', 'KeyId'],
        ['Aliases', 'Aliases[].AliasName'],
        ['Description', 'Description'],
        ['Usage', 'KeyUsage'],
        ['Managed by', 'KeyManager'],
        ['Created', '{CreationDate|date}'],
        ['Deletion', '{DeletionDate|date}'],
      ],
      icon: 'key',
      arn: 'arn:{partition}:kms:{region}:{account}:key/{KeyId}',
      idPattern: '^mrk-[0-9a-f]{32}$',
      consoleUrl: '{c}/kms/home?region={region}#/kms/keys/{KeyId}',
      load: { operation: 'DescribeKey', params: ofKey, path: 'KeyMetadata' },
      hydrate: true,
      collections: {
        Aliases: {
          title: 'Aliases',
          operation: 'ListAliases',
          params: ofKey,
          items: [{ kind: 'Alias', path: 'Aliases[]', identifiers: { AliasName: 'AliasName' } }],
        },
        Grants: {
          title: 'Grants',
          operation: 'ListGrants',
          params: ofKey,
          items: [
            { kind: 'Grant', path: 'Grants[]', identifiers: { ...ofKey, GrantId: 'GrantId' } },
          ],
        },
      },
      actions: {
        GetPolicy: {
          title: 'Show Policy',
          risk: 'R',
          operation: 'GetKeyPolicy',
          params: { ...ofKey, PolicyName: 'default' },
        },
        GetRotationStatus: {
          title: 'Show Rotation',
          risk: 'R',
          operation: 'GetKeyRotationStatus',
          params: ofKey,
        },
        Encrypt: {
          title: 'Encrypt',
          risk: 'R',
          operation: 'Encrypt',
          params: { ...ofKey, Plaintext: ask('Plaintext') },
        },
        Decrypt: {
          title: 'Decrypt',
          risk: 'S',
          operation: 'Decrypt',
          params: { ...ofKey, CiphertextBlob: ask('CiphertextBlob') },
        },
        Enable: { title: 'Enable', risk: 'W', operation: 'EnableKey', params: ofKey },
        Disable: { title: 'Disable', risk: 'D', operation: 'DisableKey', params: ofKey },
        EnableRotation: {
          title: 'Enable Rotation',
          risk: 'W',
          operation: 'EnableKeyRotation',
          params: ofKey,
        },
        PutPolicy: {
          title: 'Put Policy',
          risk: 'D',
          operation: 'PutKeyPolicy',
          params: { ...ofKey, PolicyName: 'default', Policy: ask('Policy') },
        },
        ScheduleDeletion: {
          title: 'Schedule Deletion',
          risk: 'X',
          operation: 'ScheduleKeyDeletion',
          params: { ...ofKey, PendingWindowInDays: askOptional('PendingWindowInDays') },
        },
        CancelDeletion: {
          title: 'Cancel Deletion',
          risk: 'W',
          operation: 'CancelKeyDeletion',
          params: ofKey,
        },
      },
    },
    Alias: {
      identifiers: ['AliasName'],
      description: ['TargetKeyId', '{LastUpdatedDate|day}'],
      columns: [
        ['Key', 'TargetKeyId'],
        ['Key state', 'KeyMetadata.KeyState'],
        ['Created', '{CreationDate|date}'],
        ['Updated', '{LastUpdatedDate|date}'],
      ],
      icon: 'tag',
      arn: 'arn:{partition}:kms:{region}:{account}:{AliasName}',
      idPattern: '^alias/.+$',
      // The key's description is kept apart: it has the dates of the key, not those of the alias.
      load: {
        operation: 'DescribeKey',
        params: { KeyId: identifier('AliasName') },
        listedAs: { TargetKeyId: 'KeyMetadata.KeyId' },
      },
      actions: {
        Update: {
          title: 'Point to Key',
          risk: 'D',
          operation: 'UpdateAlias',
          params: { AliasName: identifier('AliasName'), TargetKeyId: ask('TargetKeyId') },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteAlias',
          params: { AliasName: identifier('AliasName') },
        },
      },
      has: { Key: to('TargetKeyId', 'Key') },
    },
    Grant: {
      identifiers: ['KeyId', 'GrantId'],
      label: ['Name', 'GrantId'],
      description: ['{GranteePrincipal|last}', 'Operations'],
      columns: [
        ['Grantee', 'GranteePrincipal'],
        ['Operations', 'Operations'],
        ['Issued by', 'IssuingAccount'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'shield',
      actions: {
        Revoke: {
          title: 'Revoke',
          risk: 'X',
          operation: 'RevokeGrant',
          params: { KeyId: identifier('KeyId'), GrantId: identifier('GrantId') },
        },
      },
      has: { Key: toKey, Grantee: to('GranteePrincipal') },
    },
  },
};
