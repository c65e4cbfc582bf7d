import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofVault = { BackupVaultName: identifier('BackupVaultName') };
const ofPoint = { ...ofVault, RecoveryPointArn: identifier('RecoveryPointArn') };
const ofPlan = { BackupPlanId: identifier('BackupPlanId') };
const ofSelection = { ...ofPlan, SelectionId: identifier('SelectionId') };
const arn = 'arn:{partition}:backup:{region}:{account}';

function jobs(params: Params) {
  return list('Backup Jobs', 'ListBackupJobs', params, [
    'BackupJob',
    'BackupJobs[]',
    { BackupJobId: 'BackupJobId' },
  ]);
}

export const backup: ServiceKinds = {
  service: 'backup',
  title: 'Backup',
  icon: 'archive',
  collections: {
    BackupVaults: list('Vaults', 'ListBackupVaults', {}, [
      'BackupVault',
      'BackupVaultList[]',
      { BackupVaultName: 'BackupVaultName' },
    ]),
    BackupPlans: list('Plans', 'ListBackupPlans', {}, [
      'BackupPlan',
      'BackupPlansList[]',
      { BackupPlanId: 'BackupPlanId' },
    ]),
    BackupJobs: jobs({}),
    RestoreJobs: list('Restore Jobs', 'ListRestoreJobs', {}, [
      'RestoreJob',
      'RestoreJobs[]',
      { RestoreJobId: 'RestoreJobId' },
    ]),
    CopyJobs: list('Copy Jobs', 'ListCopyJobs', {}, [
      'CopyJob',
      'CopyJobs[]',
      { CopyJobId: 'CopyJobId' },
    ]),
    ProtectedResources: list('Protected Resources', 'ListProtectedResources', {}, [
      'ProtectedResource',
      'Results[]',
      { ResourceArn: 'ResourceArn' },
    ]),
  },
  kinds: {
    BackupVault: {
      identifiers: ['BackupVaultName'],
      state: 'VaultState',
      description: ['{NumberOfRecoveryPoints|count:recovery point}', '{Locked|if:locked/}'],
      columns: [
        ['State', 'VaultState'],
        ['Type', 'VaultType'],
        ['Recovery points', 'NumberOfRecoveryPoints'],
        ['Locked', '{Locked|if:yes/no}'],
        ['Retention', '{MinRetentionDays} to {MaxRetentionDays} days'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'archive',
      arn: 'BackupVaultArn',
      arnPattern: `${arn}:backup-vault:{BackupVaultName}`,
      consoleUrl: '{c}/backup/home?region={region}#/backupvaults/details/{BackupVaultName}',
      load: { operation: 'DescribeBackupVault', params: ofVault },
      collections: {
        RecoveryPoints: list('Recovery Points', 'ListRecoveryPointsByBackupVault', ofVault, [
          'RecoveryPoint',
          'RecoveryPoints[]',
          { ...ofVault, RecoveryPointArn: 'RecoveryPointArn' },
        ]),
        BackupJobs: jobs({ ByBackupVaultName: identifier('BackupVaultName') }),
      },
      actions: {
        GetPolicy: act('Show Policy', 'R', 'GetBackupVaultAccessPolicy', ofVault),
        StartBackupJob: act('Back Up a Resource', 'W', 'StartBackupJob', {
          ...ofVault,
          ResourceArn: ask('ResourceArn'),
          IamRoleArn: ask('IamRoleArn'),
        }),
        StartRestoreJob: act('Restore a Recovery Point', 'W', 'StartRestoreJob', {
          RecoveryPointArn: ask('RecoveryPointArn'),
          Metadata: ask('Metadata'),
          IamRoleArn: askOptional('IamRoleArn'),
        }),
        DeleteRecoveryPoint: act('Delete a Recovery Point', 'X', 'DeleteRecoveryPoint', {
          ...ofVault,
          RecoveryPointArn: ask('RecoveryPointArn'),
        }),
        Delete: act('Delete', 'X', 'DeleteBackupVault', ofVault),
      },
      has: { Key: to('EncryptionKeyArn', 'kms.Key') },
    },
    RecoveryPoint: {
      identifiers: ['BackupVaultName', 'RecoveryPointArn'],
      label: ['ResourceName', '{ResourceArn|last}', 'RecoveryPointArn'],
      state: 'Status',
      description: ['Status', 'ResourceType', '{CreationDate|date}'],
      columns: [
        ['Status', 'Status'],
        ['Message', 'StatusMessage'],
        ['Resource', 'ResourceArn'],
        ['Type', 'ResourceType'],
        ['Size', '{BackupSizeInBytes|size}'],
        ['Plan', 'CreatedBy.BackupPlanId'],
        ['Encrypted', '{IsEncrypted|if:yes/no}'],
        ['Deleted on', '{CalculatedLifecycle.DeleteAt|date}'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'history',
      arn: 'RecoveryPointArn',
      load: { operation: 'DescribeRecoveryPoint', params: ofPoint },
      actions: {
        GetRestoreMetadata: act(
          'Show Restore Metadata',
          'R',
          'GetRecoveryPointRestoreMetadata',
          ofPoint,
        ),
        Restore: act('Restore', 'W', 'StartRestoreJob', {
          RecoveryPointArn: identifier('RecoveryPointArn'),
          Metadata: ask('Metadata'),
          IamRoleArn: data('IamRoleArn'),
        }),
        Delete: act('Delete', 'X', 'DeleteRecoveryPoint', ofPoint),
      },
      has: {
        Vault: to('BackupVaultName', 'BackupVault'),
        Resource: to('ResourceArn'),
        Plan: to('CreatedBy.BackupPlanId', 'BackupPlan'),
        Role: to('IamRoleArn', 'iam.Role'),
        Key: to('EncryptionKeyArn', 'kms.Key'),
      },
    },
    BackupPlan: {
      identifiers: ['BackupPlanId'],
      label: ['BackupPlanName', 'BackupPlan.BackupPlanName', 'BackupPlanId'],
      description: ['{LastExecutionDate|date}'],
      columns: [
        ['Plan ID', 'BackupPlanId'],
        ['Version', 'VersionId'],
        ['Rules', 'BackupPlan.Rules[].RuleName'],
        ['Last run', '{LastExecutionDate|date}'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'checklist',
      arn: 'BackupPlanArn',
      arnPattern: `${arn}:backup-plan:{BackupPlanId}`,
      consoleUrl: '{c}/backup/home?region={region}#/backupplan/details/{BackupPlanId}',
      load: { operation: 'GetBackupPlan', params: ofPlan },
      collections: {
        Selections: list('Selections', 'ListBackupSelections', ofPlan, [
          'BackupSelection',
          'BackupSelectionsList[]',
          { ...ofPlan, SelectionId: 'SelectionId' },
        ]),
      },
      actions: {
        AddSelection: act('Assign Resources', 'W', 'CreateBackupSelection', {
          ...ofPlan,
          BackupSelection: ask('BackupSelection'),
        }),
        Delete: act('Delete', 'X', 'DeleteBackupPlan', ofPlan),
      },
    },
    BackupSelection: {
      identifiers: ['BackupPlanId', 'SelectionId'],
      label: ['SelectionName', 'BackupSelection.SelectionName', 'SelectionId'],
      description: ['{IamRoleArn|last}'],
      columns: [
        ['Selection ID', 'SelectionId'],
        ['Role', 'IamRoleArn'],
        ['Resources', 'BackupSelection.Resources'],
        ['Created', '{CreationDate|date}'],
      ],
      icon: 'list-selection',
      load: { operation: 'GetBackupSelection', params: ofSelection },
      actions: { Delete: act('Delete', 'X', 'DeleteBackupSelection', ofSelection) },
      has: {
        Plan: to('BackupPlanId', 'BackupPlan'),
        Role: to('IamRoleArn', 'iam.Role'),
        Resources: to('BackupSelection.Resources[]'),
      },
    },
    BackupJob: {
      identifiers: ['BackupJobId'],
      label: ['ResourceName', '{ResourceArn|last}', 'BackupJobId'],
      state: 'State',
      description: ['State', 'ResourceType', '{CreationDate|date}'],
      columns: [
        ['Job ID', 'BackupJobId'],
        ['State', 'State'],
        ['Message', 'StatusMessage'],
        ['Done', '{PercentDone} %'],
        ['Resource', 'ResourceArn'],
        ['Vault', 'BackupVaultName'],
        ['Size', '{BackupSizeInBytes|size}'],
        ['Created', '{CreationDate|date}'],
        ['Completed', '{CompletionDate|date}'],
      ],
      icon: 'sync',
      arn: `${arn}:backup-job:{BackupJobId}`,
      consoleUrl: '{c}/backup/home?region={region}#/jobs/backup/details/{BackupJobId}',
      load: {
        operation: 'DescribeBackupJob',
        params: { BackupJobId: identifier('BackupJobId') },
      },
      actions: {
        Stop: act('Stop', 'D', 'StopBackupJob', { BackupJobId: identifier('BackupJobId') }),
      },
      has: {
        Role: to('IamRoleArn', 'iam.Role'),
        Vault: to('BackupVaultName', 'BackupVault'),
        Resource: to('ResourceArn'),
        Plan: to('CreatedBy.BackupPlanId', 'BackupPlan'),
      },
    },
    RestoreJob: {
      identifiers: ['RestoreJobId'],
      state: 'Status',
      description: ['Status', 'ResourceType', '{CreationDate|date}'],
      columns: [
        ['Status', 'Status'],
        ['Message', 'StatusMessage'],
        ['Done', 'PercentDone'],
        ['Recovery point', 'RecoveryPointArn'],
        ['Made', 'CreatedResourceArn'],
        ['Size', '{BackupSizeInBytes|size}'],
        ['Created', '{CreationDate|date}'],
        ['Completed', '{CompletionDate|date}'],
      ],
      icon: 'debug-restart',
      consoleUrl: '{c}/backup/home?region={region}#/jobs/restore/details/{RestoreJobId}',
      load: {
        operation: 'DescribeRestoreJob',
        params: { RestoreJobId: identifier('RestoreJobId') },
      },
      has: {
        Role: to('IamRoleArn', 'iam.Role'),
        Source: to('SourceResourceArn'),
        CreatedResource: to('CreatedResourceArn'),
      },
    },
    CopyJob: {
      identifiers: ['CopyJobId'],
      label: ['ResourceName', '{ResourceArn|last}', 'CopyJobId'],
      state: 'State',
      description: ['State', 'ResourceType', '{CreationDate|date}'],
      columns: [
        ['Job ID', 'CopyJobId'],
        ['State', 'State'],
        ['Message', 'StatusMessage'],
        ['From', '{SourceBackupVaultArn|last}'],
        ['To', 'DestinationBackupVaultArn'],
        ['Size', '{BackupSizeInBytes|size}'],
        ['Created', '{CreationDate|date}'],
        ['Completed', '{CompletionDate|date}'],
      ],
      icon: 'copy',
      consoleUrl: '{c}/backup/home?region={region}#/jobs/copy/details/{CopyJobId}',
      load: {
        operation: 'DescribeCopyJob',
        params: { CopyJobId: identifier('CopyJobId') },
        path: 'CopyJob',
      },
      has: {
        Role: to('IamRoleArn', 'iam.Role'),
        Resource: to('ResourceArn'),
        SourceVault: to('SourceBackupVaultArn', 'BackupVault'),
        DestinationVault: to('DestinationBackupVaultArn', 'BackupVault'),
      },
    },
    ProtectedResource: {
      identifiers: ['ResourceArn'],
      label: ['ResourceName', '{ResourceArn|last}'],
      description: ['ResourceType', '{LastBackupTime|date}'],
      columns: [
        ['Resource', 'ResourceArn'],
        ['Type', 'ResourceType'],
        ['Last backup', '{LastBackupTime|date}'],
        ['Vault', '{LastBackupVaultArn|last}'],
      ],
      icon: 'shield',
      load: {
        operation: 'DescribeProtectedResource',
        params: { ResourceArn: identifier('ResourceArn') },
      },
      collections: {
        RecoveryPoints: list(
          'Recovery Points',
          'ListRecoveryPointsByResource',
          { ResourceArn: identifier('ResourceArn') },
          [
            'RecoveryPoint',
            'RecoveryPoints[]',
            { BackupVaultName: 'BackupVaultName', RecoveryPointArn: 'RecoveryPointArn' },
          ],
        ),
      },
      actions: {
        BackUp: act('Back Up', 'W', 'StartBackupJob', {
          ResourceArn: identifier('ResourceArn'),
          BackupVaultName: ask('BackupVaultName'),
          IamRoleArn: ask('IamRoleArn'),
        }),
      },
      has: { Resource: to('ResourceArn'), Vault: to('LastBackupVaultArn', 'BackupVault') },
    },
  },
};
