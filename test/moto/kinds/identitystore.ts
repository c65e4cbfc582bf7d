import assert from 'node:assert/strict';
import type { Collection } from '../../../src/library.ts';
import { identityCenterOf } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    User: {
      create: async (stage) =>
        stage.make(await identityCenterOf(stage), 'CreateUser', {
          UserName: stage.unique('user'),
          DisplayName: 'Ann',
          GivenName: 'Ann',
          FamilyName: 'Example',
        }),
      listed: (stage) => listOf(stage, 'Users'),
      loaded: ({ label, description }) => {
        assert.match(label, /^test-user-/);
        assert.match(description ?? '', /^Ann/);
      },
      actions: [
        run('AddToGroup', async (stage) => ({
          GroupId: (await stage.example('Group')).id,
        })),
      ],
      children: { Groups: 1 },
    },
    Group: {
      create: async (stage) =>
        stage.make(await identityCenterOf(stage), 'CreateGroup', {
          DisplayName: stage.unique('group'),
        }),
      listed: (stage) => listOf(stage, 'Groups'),
      loaded: ({ label }) => assert.match(label, /^test-group-/),
      actions: [run('AddUser', async (stage) => ({ UserId: (await stage.example('User')).id }))],
      children: { Members: 1 },
    },
    GroupMembership: {
      create: async (stage) =>
        stage.make(await stage.example('User'), 'AddToGroup', {
          GroupId: (await stage.example('Group')).id,
        }),
      listed: async (stage) => (await stage.example('User')).collection('Groups'),
      loaded: ({ label }) => assert.match(label, /^test-group-/),
      references: { Group: 1 },
    },
    GroupMember: {
      create: async (stage) => {
        const group = await stage.example('Group');
        await stage.act(group, 'AddUser', { UserId: (await stage.example('User')).id });
        const [member] = (await group.collection('Members').page()).items;
        assert.ok(member);
        return member;
      },
      listed: async (stage) => (await stage.example('Group')).collection('Members'),
      loaded: ({ label }) => assert.match(label, /^test-user-/),
      references: { User: 1 },
    },
  },
};

async function listOf(stage: Stage, name: string): Promise<Collection> {
  return (await identityCenterOf(stage)).collection(name);
}
