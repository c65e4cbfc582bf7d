import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { nextToken, to } from './rules.ts';

const ofSecret = { SecretId: identifier('ARN') };

/** Nothing here reads a value except the action that says so. */
export const secretsmanager: ServiceKinds = {
  service: 'secretsmanager',
  title: 'Secrets Manager',
  icon: 'lock',
  collections: {
    Secrets: {
      title: 'Secrets',
      operation: 'ListSecrets',
      pageSize: 100,
      items: [{ kind: 'Secret', path: 'SecretList[]', identifiers: { ARN: 'ARN' } }],
    },
  },
  kinds: {
    Secret: {
      identifiers: ['ARN'],
      label: ['Name', '{ARN|last}'],
      description: [
        'deleted on {DeletedDate|day}',
        '{RotationEnabled|if:rotates}',
        'changed {LastChangedDate|day}',
      ],
      columns: [
        ['Description', 'Description'],
        ['Changed', '{LastChangedDate|date}'],
        ['Last read', '{LastAccessedDate|day}'],
        ['Rotation', '{RotationEnabled|if:on/off}'],
        ['Owner', 'OwningService'],
      ],
      icon: 'lock',
      arn: 'ARN',
      arnPattern: 'arn:{partition}:secretsmanager:{region}:{account}:secret:{*}',
      consoleUrl: '{c}/secretsmanager/secret?name={Name}&region={region}',
      load: { operation: 'DescribeSecret', params: ofSecret },
      collections: {
        Versions: {
          title: 'Versions',
          operation: 'ListSecretVersionIds',
          params: ofSecret,
          tokens: nextToken,
          items: [
            {
              kind: 'Version',
              path: 'Versions[]',
              identifiers: { ARN: identifier('ARN'), VersionId: 'VersionId' },
            },
          ],
        },
      },
      actions: {
        GetValue: {
          title: 'Show Value (Costs per Call)',
          risk: 'S',
          operation: 'GetSecretValue',
          params: ofSecret,
        },
        GetPolicy: {
          title: 'Show Policy',
          risk: 'R',
          operation: 'GetResourcePolicy',
          params: ofSecret,
        },
        PutValue: {
          title: 'Put Value',
          risk: 'D',
          operation: 'PutSecretValue',
          params: { ...ofSecret, SecretString: ask('SecretString') },
        },
        Rotate: { title: 'Rotate', risk: 'D', operation: 'RotateSecret', params: ofSecret },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteSecret',
          params: { ...ofSecret, RecoveryWindowInDays: askOptional('RecoveryWindowInDays') },
        },
        Restore: { title: 'Restore', risk: 'W', operation: 'RestoreSecret', params: ofSecret },
      },
      has: {
        KmsKey: to('KmsKeyId', 'kms.Key'),
        Rotator: to('RotationLambdaARN', 'lambda.Function'),
      },
    },
    Version: {
      identifiers: ['ARN', 'VersionId'],
      description: ['VersionStages', '{CreatedDate|date}'],
      columns: [
        ['Stages', 'VersionStages'],
        ['Created', '{CreatedDate|date}'],
        ['Last read', '{LastAccessedDate|day}'],
      ],
      icon: 'versions',
      has: { Secret: { kind: 'Secret', identifiers: { ARN: identifier('ARN') } } },
    },
  },
};
