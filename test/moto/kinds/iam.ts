import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { documents } from '../iam/documents.ts';
import { emptied, itemsOf, policyArn } from '../iam/emptied.ts';
import { roles } from '../iam/roles.ts';
import { takenAway } from '../made.ts';
import { run, type Scenario, type ServiceScenarios, type Stage } from './scenario.ts';

const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '234567' };
const document = { PolicyDocument: documents.policy };

export const scenarios: ServiceScenarios = {
  actions: [
    run('CreateUser', (stage) => ({ UserName: stage.unique('user') }), takenAway),
    run('CreateGroup', (stage) => ({ GroupName: stage.unique('group') }), takenAway),
  ],
  kinds: {
    User: {
      create: (stage) =>
        stage.make(stage.service.get('User', { UserName: stage.unique('user') }), 'Create'),
      loaded: { Path: '/' },
      actions: [
        run('AddGroup', async (stage) => (await stage.example('Group')).identifiers),
        run('AttachPolicy', policyArn),
        run('CreatePolicy', { PolicyName: 'inline', ...document }, ({ resources }) => {
          assert.equal(resources[0]?.identifiers.PolicyName, 'inline');
        }),
        run('CreateLoginProfile', { Password: 'Example-1-password' }),
        run('CreateAccessKeyPair', {}, ({ output, resources }) => {
          assert.ok((output.AccessKey as { SecretAccessKey: string }).SecretAccessKey);
          assert.equal(resources[0]?.attributes?.SecretAccessKey, undefined);
        }),
        run('UpdateAccessKey', async (_, user) => ({ ...(await keyOf(user)), Status: 'Inactive' })),
        run('DeleteAccessKey', (_, user) => keyOf(user)),
        run('CreateAccessKeyPair'),
        run('EnableMfa', async (stage) => ({ ...codes, ...(await deviceOf(stage)) })),
        run('Update', { NewPath: '/team/' }),
      ],
      children: { Groups: 1, AttachedPolicies: 1, Policies: 1, AccessKeys: 1, MfaDevices: 1 },
      references: { LoginProfile: 1 },
      waits: ['Exists'],
      remove: run('Delete', emptied),
    },
    AccessKey: {
      create: async (stage) => stage.make(await stage.example('User'), 'CreateAccessKeyPair'),
      listed: async (stage) => (await stage.example('User')).collection('AccessKeys'),
      actions: [run('Deactivate'), run('Activate'), run('GetLastUsed')],
      references: { User: 1 },
    },
    LoginProfile: {
      create: async (stage) => {
        const [profile] = await (await stage.example('User')).follow('LoginProfile');
        assert.ok(profile);
        return stage.make(profile, 'Create', { Password: 'Example-1-password' });
      },
      loaded: { PasswordResetRequired: false },
      actions: [run('Update', { Password: 'Example-2-password', PasswordResetRequired: true })],
      references: { User: 1 },
    },
    MfaDevice: {
      create: async (stage) => {
        const { identifiers } = await stage.example('User');
        const device = stage.service.get('MfaDevice', {
          ...identifiers,
          ...(await deviceOf(stage)),
        });
        await stage.act(device, 'Associate', codes);
        return device;
      },
      listed: async (stage) => (await stage.example('User')).collection('MfaDevices'),
      references: { User: 1 },
      remove: run('Disassociate'),
    },
    VirtualMfaDevice: {
      create: (stage) =>
        stage.make(stage.service, 'CreateVirtualMfaDevice', {
          VirtualMFADeviceName: stage.unique('device'),
        }),
    },
    SigningCertificate: {
      create: async (stage) => {
        const { identifiers } = await stage.example('User');
        const certificate = { ...identifiers, CertificateBody: documents.certificate };
        return stage.make(stage.service, 'CreateSigningCertificate', certificate);
      },
      listed: async (stage) => (await stage.example('User')).collection('SigningCertificates'),
      actions: [run('Deactivate'), run('Activate')],
      references: { User: 1 },
    },
    UserPolicy: inlinePolicy('User'),
    Group: {
      create: (stage) =>
        stage.make(stage.service.get('Group', { GroupName: stage.unique('group') }), 'Create'),
      loaded: { Path: '/' },
      actions: [
        run('AddUser', async (stage) => (await stage.example('User')).identifiers),
        run('AttachPolicy', policyArn),
        run('CreatePolicy', { PolicyName: 'inline', ...document }),
        run('Update', { NewPath: '/team/' }),
      ],
      children: { Users: 1, AttachedPolicies: 1, Policies: 1 },
      remove: run('Delete', emptied),
    },
    GroupPolicy: inlinePolicy('Group'),
    ...roles,
    Policy: {
      create: (stage) =>
        stage.make(stage.service, 'CreatePolicy', {
          PolicyName: stage.unique('policy'),
          ...document,
        }),
      loaded: { DefaultVersionId: 'v1' },
      actions: [
        run('GetDocument', {}, { PolicyVersion: { VersionId: 'v1' } }),
        run('CreateVersion', document, ({ resources }) => {
          assert.equal(resources[0]?.identifiers.VersionId, 'v2');
        }),
        run('SetDefaultVersion', { VersionId: 'v2' }),
        ...(['Role', 'User', 'Group'] as const).map((kind) =>
          run(`Attach${kind}`, async (stage) => (await stage.example(kind)).identifiers),
        ),
      ],
      children: { Versions: 2, AttachedRoles: 1, AttachedUsers: 1, AttachedGroups: 1 },
      references: { DefaultVersion: 1 },
      waits: ['Exists'],
      remove: run('Delete', emptied),
    },
    PolicyVersion: {
      create: async (stage) => stage.make(await stage.example('Policy'), 'CreateVersion', document),
      listed: async (stage) => (await stage.example('Policy')).collection('Versions'),
      loaded: { IsDefaultVersion: false },
      actions: [run('SetAsDefault')],
      references: { Policy: 1 },
      remove: run('Delete', async (stage, version) => {
        const [policy] = await version.follow('Policy');
        if (policy) await stage.act(policy, 'SetDefaultVersion', { VersionId: 'v1' });
        return {};
      }),
    },
    SamlProvider: {
      create: (stage) =>
        stage.make(stage.service, 'CreateSamlProvider', {
          Name: stage.unique('saml'),
          SAMLMetadataDocument: documents.saml,
        }),
      actions: [run('Update', { SAMLMetadataDocument: documents.saml })],
    },
    OpenIDConnectProvider: {
      create: async (stage) => {
        const client = await stage.client();
        const { OpenIDConnectProviderArn: Arn } = await client.call('CreateOpenIDConnectProvider', {
          Url: `https://${stage.unique('oidc')}.example.com`,
          ThumbprintList: ['a'.repeat(40)],
        });
        return stage.service.get('OpenIDConnectProvider', { Arn: String(Arn) });
      },
      loaded: { ThumbprintList: ['a'.repeat(40)] },
    },
    ServerCertificate: {
      create: (stage) =>
        stage.make(stage.service, 'CreateServerCertificate', {
          ServerCertificateName: stage.unique('certificate'),
          CertificateBody: documents.certificate,
          PrivateKey: 'not a key',
        }),
      loaded: { CertificateBody: documents.certificate },
    },
    AccountPasswordPolicy: {
      create: (stage) => stage.make(stage.service, 'CreateAccountPasswordPolicy'),
      loaded: { MinimumPasswordLength: 6 },
      actions: [run('Update', { MinimumPasswordLength: 12 })],
    },
    AccountSummary: {
      create: async (stage) => stage.service.get('AccountSummary', {}),
      loaded: ({ attributes }) => assert.ok(attributes?.SummaryMap),
    },
    CurrentUser: {
      create: async (stage) => stage.service.get('CurrentUser', {}),
      loaded: ({ attributes }) => assert.ok(attributes?.UserName),
    },
  },
  unserved: {
    ChangePassword: 'moto does not serve it.',
    'User.Simulate': 'moto does not serve it.',
    'Role.Simulate': 'moto does not serve it.',
    'Role.GenerateLastAccessed': 'moto does not serve it.',
    'MfaDevice.Resync': 'moto does not serve it.',
    'OpenIDConnectProvider.AddClientId': 'moto does not serve it.',
    'ServerCertificate.Update': 'moto does not serve it.',
    'CurrentUser.AccessKeys': 'moto has no user for the keys of the test.',
    'CurrentUser.MfaDevices': 'moto has no user for the keys of the test.',
    'CurrentUser.SigningCertificates': 'moto has no user for the keys of the test.',
    'CurrentUser.User': 'moto has no user for the keys of the test.',
    CreateAccountAlias: 'An account has one alias, which is the demo’s.',
  },
};

function inlinePolicy(of: 'User' | 'Group'): Scenario {
  return {
    create: async (stage) =>
      stage.make(await stage.example(of), 'CreatePolicy', { PolicyName: 'inline', ...document }),
    listed: async (stage) => (await stage.example(of)).collection('Policies'),
    loaded: { PolicyName: 'inline' },
    actions: [run('Put', document)],
    references: { [of]: 1 },
  };
}

async function deviceOf(stage: Stage) {
  return (await stage.example('VirtualMfaDevice')).identifiers;
}

async function keyOf(user: Resource) {
  const [key] = await itemsOf(user, 'AccessKeys');
  return { AccessKeyId: key?.identifiers.AccessKeyId };
}
