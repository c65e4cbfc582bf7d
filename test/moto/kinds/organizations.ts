import assert from 'node:assert/strict';
import { ServiceError } from '../../../src/core/errors.ts';
import type { Resource } from '../../../src/library.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const tags = [{ Key: 'team', Value: 'web' }];

export const scenarios: ServiceScenarios = {
  kinds: {
    Root: {
      create: rootOf,
      actions: [
        run('EnablePolicyType', { PolicyType: 'TAG_POLICY' }),
        run('DisablePolicyType', { PolicyType: 'TAG_POLICY' }),
        run(
          'CreateUnit',
          (stage) => ({ Name: stage.unique('unit') }),
          ({ resources }) => {
            assert.equal(resources[0]?.kind, 'OrganizationalUnit');
          },
        ),
      ],
      children: { OrganizationalUnits: 1, Accounts: 1, Policies: 1 },
    },
    OrganizationalUnit: {
      create: async (stage) =>
        stage.make(await rootOf(stage), 'CreateUnit', { Name: stage.unique('unit') }),
      listed: async (stage) => (await rootOf(stage)).collection('OrganizationalUnits'),
      loaded: ({ label }) => assert.match(label, /^test-unit-/),
      actions: [
        run('ListParents', {}, { Parents: [{ Type: 'ROOT' }] }),
        run('CreateUnit', { Name: 'inner' }, async ({ resources }) => {
          assert.equal(resources[0]?.label, 'inner');
        }),
        run('Rename', { Name: 'outer' }, { OrganizationalUnit: { Name: 'outer' } }),
      ],
      children: { OrganizationalUnits: 1 },
      remove: run('Delete', emptied),
    },
    Account: {
      create: async (stage) => {
        await rootOf(stage);
        return stage.make(stage.service, 'CreateAccount', {
          Email: 'web@example.com',
          AccountName: stage.unique('account'),
        });
      },
      loaded: ({ label, state }) => {
        assert.match(label, /^test-account-/);
        assert.equal(state, 'ACTIVE');
      },
      actions: [
        run('Tag', { Tags: tags }),
        run('ListParents', {}, { Parents: [{ Type: 'ROOT' }] }),
        run('Move', async (stage) => ({
          SourceParentId: (await rootOf(stage)).id,
          DestinationParentId: (await stage.example('OrganizationalUnit')).id,
        })),
        run('Move', async (stage) => ({
          SourceParentId: (await stage.example('OrganizationalUnit')).id,
          DestinationParentId: (await rootOf(stage)).id,
        })),
        run('Close'),
      ],
      children: { Tags: 1, Policies: 1 },
      remove: run('Remove'),
    },
    Policy: {
      create: async (stage) => {
        await rootOf(stage);
        return stage.make(stage.service, 'CreatePolicy', {
          Name: stage.unique('policy'),
          Description: 'Denies nothing.',
          Type: 'SERVICE_CONTROL_POLICY',
          Content: '{}',
        });
      },
      loaded: { Type: 'SERVICE_CONTROL_POLICY', Policy: { Content: '{}' } },
      actions: [
        run('Get', {}, { Policy: { Content: '{}' } }),
        run('Update', { Content: '{"a":1}' }),
        run('Attach', unitOf),
        run('Detach', unitOf),
      ],
    },
    PolicyTarget: {
      create: async (stage) => {
        const policy = await stage.example('Policy');
        await stage.act(policy, 'Attach', await unitOf(stage));
        const [target] = (await policy.collection('Targets').page()).items;
        assert.ok(target);
        return target;
      },
      listed: async (stage) => (await stage.example('Policy')).collection('Targets'),
      references: { Target: 1, Policy: 1 },
      remove: run('Detach'),
    },
    Tag: {
      create: async (stage) => {
        const account = await stage.example('Account');
        await stage.act(account, 'Tag', { Tags: tags });
        return stage.service.get('Tag', { ResourceId: account.id, Key: 'team' });
      },
      listed: async (stage) => (await stage.example('Account')).collection('Tags'),
    },
  },
  unserved: {
    'Account.DescribeEffectivePolicy': 'moto works out no effective policies.',
  },
};

/** The root of the account's organization, which is made if there is none. */
async function rootOf(stage: Stage): Promise<Resource> {
  const client = await stage.client();
  try {
    await client.call('CreateOrganization', { FeatureSet: 'ALL' });
  } catch (error) {
    const known = 'AlreadyInOrganizationException';
    if (!(error instanceof ServiceError) || error.code !== known) throw error;
  }
  await stage.act(stage.service, 'DescribeOrganization');
  const [root] = (await stage.service.collection('Roots').page()).items;
  assert.ok(root);
  return root;
}

async function unitOf(stage: Stage) {
  return { TargetId: (await stage.example('OrganizationalUnit')).id };
}

/** A unit is deleted once there is nothing in it. */
async function emptied(stage: Stage, unit: Resource) {
  const { items } = await unit.collection('OrganizationalUnits').page();
  for (const inner of items) await stage.act(inner, 'Delete');
  return {};
}
