import { because, notInMoto } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';
import { made } from './scenario.ts';

const noJobs = 'moto backs up nothing, so it has no jobs and no recovery points.';

export const scenarios: ServiceScenarios = {
  kinds: {
    BackupVault: {
      create: (stage) => {
        const BackupVaultName = stage.unique('vault');
        return made(stage, 'CreateBackupVault', { BackupVaultName }, 'BackupVault', {
          BackupVaultName,
        });
      },
    },
    BackupPlan: {
      create: async (stage) => {
        const vault = await stage.example('BackupVault');
        const { BackupPlanId } = await (await stage.client()).call('CreateBackupPlan', {
          BackupPlan: {
            BackupPlanName: stage.unique('plan'),
            Rules: [{ RuleName: 'daily', TargetBackupVaultName: vault.id }],
          },
        });
        return stage.service.get('BackupPlan', { BackupPlanId: String(BackupPlanId) });
      },
      loaded: { BackupPlan: { Rules: [{ RuleName: 'daily' }] } },
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'BackupVault.GetPolicy',
      'BackupVault.StartBackupJob',
      'BackupVault.StartRestoreJob',
      'BackupVault.DeleteRecoveryPoint',
      'BackupPlan.AddSelection',
    ),
    'BackupVault.RecoveryPoints': noJobs,
    'BackupVault.BackupJobs': noJobs,
    'BackupPlan.Selections': 'moto has no selections.',
    RecoveryPoint: noJobs,
    BackupSelection: 'moto has no selections.',
    BackupJob: noJobs,
    RestoreJob: noJobs,
    CopyJob: noJobs,
    ProtectedResource: noJobs,
  },
};
