import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { identityCenterOf } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const ManagedPolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const InlinePolicy = '{"Version":"2012-10-17","Statement":[]}';

export const scenarios: ServiceScenarios = {
  kinds: {
    Instance: {
      create: async (stage) => {
        // Done to an object of its own: a change makes the instance be described anew, and moto has no DescribeInstance.
        const other = await identityCenterOf(stage);
        const group = await stage.make(other, 'CreateGroup', {
          DisplayName: stage.unique('group'),
        });
        stage.after(() => group.act('Delete', {}, { confirm: group.confirmation }));
        await stage.act(other, 'ProvisionPermissionSet', {
          PermissionSetArn: (await stage.example('PermissionSet')).id,
          TargetType: 'ALL_PROVISIONED_ACCOUNTS',
        });
        return identityCenterOf(stage);
      },
      actions: [
        run('DescribePermissionSet', async (stage) => ({
          PermissionSetArn: (await stage.example('PermissionSet')).id,
        })),
        run('ListProvisionedAccounts', async (stage) => ({
          PermissionSetArn: (await stage.example('PermissionSet')).id,
        })),
      ],
      children: { PermissionSets: 1 },
      references: { Owner: 1 },
    },
    PermissionSet: {
      create: async (stage) =>
        stage.make(await identityCenterOf(stage), 'CreatePermissionSet', {
          Name: stage.unique('set').slice(0, 32),
        }),
      listed: async (stage) => (await identityCenterOf(stage)).collection('PermissionSets'),
      loaded: ({ label }) => assert.match(label, /^test-set-/),
      actions: [
        run('AttachPolicy', { ManagedPolicyArn }),
        run('PutInlinePolicy', { InlinePolicy }),
        run('GetInlinePolicy', {}, { InlinePolicy }),
        run('ListCustomerPolicies', {}, { CustomerManagedPolicyReferences: [] }),
        run('Provision'),
      ],
      children: { ManagedPolicies: 1 },
      references: { Instance: 1 },
      remove: run('Delete', detached),
    },
    ManagedPolicy: {
      create: async (stage) => {
        const set = await stage.example('PermissionSet');
        await stage.act(set, 'AttachPolicy', { ManagedPolicyArn });
        return stage.service.get('ManagedPolicy', { ...set.identifiers, Arn: ManagedPolicyArn });
      },
      listed: async (stage) => (await stage.example('PermissionSet')).collection('ManagedPolicies'),
      remove: run('Detach'),
    },
    ProvisionedAccount: {
      create: async (stage) => (await assign(stage)).account,
      listed: async (stage) => (await stage.example('PermissionSet')).collection('Accounts'),
      actions: [run('Provision')],
      children: { Assignments: 1 },
      references: { Account: 1 },
      remove: false,
    },
    AccountAssignment: {
      create: async (stage) => {
        const { account, user } = await assign(stage);
        return stage.service.get('AccountAssignment', {
          ...account.identifiers,
          PrincipalType: 'USER',
          PrincipalId: user.id,
        });
      },
      listed: async ({ service }, { identifiers }) => {
        const { PrincipalType: _, PrincipalId: __, ...account } = identifiers;
        return service.get('ProvisionedAccount', account).collection('Assignments');
      },
    },
  },
  unserved: {
    'Instance.load': 'moto has no DescribeInstance.',
    'Instance.Applications': 'moto has no applications.',
    'PermissionSet.GetBoundary': 'moto has no permissions boundaries.',
    Application: 'moto has no applications.',
  },
};

/** A user who has the permission set in the account. */
async function assign(stage: Stage) {
  const set = await stage.example('PermissionSet');
  const user = await stage.example('identitystore.User');
  const AccountId = '123456789012';
  await stage.act(set, 'Assign', {
    TargetId: AccountId,
    PrincipalType: 'USER',
    PrincipalId: user.id,
  });
  await stage.act(set, 'Provision');
  const account = stage.service.get('ProvisionedAccount', { ...set.identifiers, AccountId });
  return { account, user };
}

async function detached(stage: Stage, set: Resource) {
  const { items } = await set.collection('ManagedPolicies').page();
  for (const policy of items) await stage.act(policy, 'Detach');
  return {};
}
