import type { Resource } from '../../../src/library.ts';
import { made, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const user = { Username: 'ann' };
const verified = [
  { Name: 'email', Value: 'ann@example.com' },
  { Name: 'email_verified', Value: 'true' },
];

export const scenarios: ServiceScenarios = {
  kinds: {
    UserPool: {
      create: (stage) =>
        stage.make(stage.service, 'CreateUserPool', { PoolName: stage.unique('people') }),
      loaded: { MfaConfiguration: 'OFF' },
      actions: [
        run('CreateUser', user),
        run('DisableUser', user),
        run('EnableUser', user),
        run('ResetUserPassword', confirmed),
        run('DeleteUser', user),
        run('CreateUser', user),
        run('CreateGroup', { GroupName: 'admins' }),
      ],
      children: { Users: 1, Groups: 1 },
    },
    User: {
      create: makeUser,
      listed: under('UserPool', 'Users'),
      loaded: { UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true },
      actions: [
        run('Disable'),
        run('Enable'),
        run('SetPassword', { Password: 'Example-Passw0rd', Permanent: true }),
        run('SetAttributes', { UserAttributes: verified }),
        run('AddToGroup', groupOf),
        run('RemoveFromGroup', groupOf),
        run('AddToGroup', groupOf),
        run('SignOut'),
        run('ResetPassword'),
      ],
      children: { Groups: 1 },
    },
    Group: {
      create: async (stage) =>
        stage.make(await stage.example('UserPool'), 'CreateGroup', { GroupName: 'admins' }),
      listed: under('UserPool', 'Groups'),
      loaded: { GroupName: 'admins' },
    },
    UserPoolClient: {
      create: (stage) =>
        inPool(stage, 'UserPoolClient', 'CreateUserPoolClient', {
          input: { ClientName: 'web', GenerateSecret: true },
          from: { ClientId: 'UserPoolClient.ClientId' },
        }),
      listed: under('UserPool', 'AppClients'),
      loaded: { ClientName: 'web' },
    },
    IdentityProvider: {
      create: (stage) =>
        inPool(stage, 'IdentityProvider', 'CreateIdentityProvider', {
          input: {
            ProviderName: 'partner',
            ProviderType: 'OIDC',
            ProviderDetails: { client_id: 'a' },
          },
          known: { ProviderName: 'partner' },
        }),
      listed: under('UserPool', 'IdentityProviders'),
      loaded: { ProviderType: 'OIDC' },
    },
    ResourceServer: {
      create: (stage) =>
        inPool(stage, 'ResourceServer', 'CreateResourceServer', {
          input: { Identifier: 'orders', Name: 'Orders' },
          known: { Identifier: 'orders' },
        }),
      listed: under('UserPool', 'ResourceServers'),
      loaded: { Name: 'Orders' },
    },
  },
  unserved: {
    'ResourceServer.Delete': 'moto does not have the operation.',
  },
};

async function makeUser(stage: Stage): Promise<Resource> {
  return stage.make(await stage.example('UserPool'), 'CreateUser', user);
}

async function groupOf(stage: Stage) {
  return { GroupName: (await stage.example('Group')).id };
}

async function inPool(
  stage: Stage,
  kind: string,
  operation: string,
  { input, from, known }: Parts,
): Promise<Resource> {
  const pool = { UserPoolId: (await stage.example('UserPool')).id };
  return made(stage, kind, {
    operation,
    input: { ...pool, ...input },
    ...(from && { from }),
    known: { ...pool, ...known },
  });
}

interface Parts {
  readonly input: Readonly<Record<string, unknown>>;
  readonly from?: Readonly<Record<string, string>>;
  readonly known?: Readonly<Record<string, string>>;
}

/** A password is reset once the user has one. */
async function confirmed(stage: Stage, { id: UserPoolId }: Resource) {
  const password = { Password: 'Example-Passw0rd', Permanent: true };
  const client = await stage.client();
  await client.call('AdminSetUserPassword', { UserPoolId, ...user, ...password });
  const attributes = { UserPoolId, ...user, UserAttributes: verified };
  await client.call('AdminUpdateUserAttributes', attributes);
  return user;
}
