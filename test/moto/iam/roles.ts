import assert from 'node:assert/strict';
import { run, type Scenario } from '../kinds/scenario.ts';
import { documents } from './documents.ts';
import { emptied, itemsOf, policyArn } from './emptied.ts';

const document = { PolicyDocument: documents.policy };

export const roles: Readonly<Record<string, Scenario>> = {
  Role: {
    create: (stage) =>
      stage.make(stage.service, 'CreateRole', {
        RoleName: stage.unique('role'),
        AssumeRolePolicyDocument: documents.trust,
        Tags: [{ Key: 'team', Value: 'web' }],
      }),
    loaded: { Path: '/', MaxSessionDuration: 3600 },
    actions: [
      run('AttachPolicy', policyArn),
      run('UpdateTrust', { PolicyDocument: documents.trust }),
      run('Assume', { RoleSessionName: 'test' }),
    ],
    children: { AttachedPolicies: 1, Tags: 1 },
    references: { AssumeRolePolicy: 1 },
    waits: ['Exists'],
    remove: run('Delete', emptied),
  },
  RolePolicy: {
    create: async (stage) => {
      const [policy] = await (await stage.example('Role')).follow('Policy', { PolicyName: 'p' });
      assert.ok(policy);
      await stage.act(policy, 'Put', document);
      return policy;
    },
    listed: async (stage) => (await stage.example('Role')).collection('Policies'),
    actions: [
      run('Put', async (stage, policy) => {
        const [role] = await policy.follow('Role');
        if (role) await stage.act(role, 'GetPolicy', { PolicyName: 'p' });
        return document;
      }),
    ],
    references: { Role: 1 },
  },
  RoleTag: {
    create: async (stage) => {
      const [tag] = await itemsOf(await stage.example('Role'), 'Tags');
      assert.equal(tag?.label, 'team');
      return tag;
    },
    listed: async (stage) => (await stage.example('Role')).collection('Tags'),
  },
  AssumeRolePolicy: {
    create: async (stage) => {
      const [policy] = await (await stage.example('Role')).follow('AssumeRolePolicy');
      assert.ok(policy);
      return policy;
    },
    loaded: ({ attributes }) => assert.ok(attributes?.AssumeRolePolicyDocument),
    actions: [run('Update', { PolicyDocument: documents.trust })],
    references: { Role: 1 },
  },
  InstanceProfile: {
    create: async (stage) => {
      const profile = await stage.make(stage.service, 'CreateInstanceProfile', {
        InstanceProfileName: stage.unique('profile'),
      });
      await stage.act(profile, 'AddRole', (await stage.example('Role')).identifiers);
      return profile;
    },
    references: { Roles: 1 },
    remove: run('Delete', async (stage, profile) => {
      for (const role of await profile.follow('Roles')) {
        await stage.act(profile, 'RemoveRole', role.identifiers);
      }
      return {};
    }),
  },
};
