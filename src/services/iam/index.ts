import type { ServiceKinds } from '../../core/resources/kind.ts';
import { list } from '../rules.ts';
import { usEast1 } from '../scopes.ts';
import { accountPasswordPolicy, accountSummary, currentUser } from './account.ts';
import { iamActions } from './actions.ts';
import { serverCertificate, signingCertificate } from './certificates.ts';
import { accessKey, loginProfile, mfaDevice, virtualMfaDevice } from './credentials.ts';
import { group } from './group.ts';
import { instanceProfile } from './instanceProfile.ts';
import { policy, policyVersion } from './policy.ts';
import { openIdConnectProvider, samlProvider } from './providers.ts';
import { assumeRolePolicy, role, roleTag } from './role.ts';
import { inlinePolicy, named } from './rules.ts';
import { user } from './user.ts';

export const iam: ServiceKinds = {
  service: 'iam',
  title: 'IAM',
  icon: 'shield',
  scope: usEast1,
  // boto3 names a new key apart, for its secret. Here a secret is no part of what names a thing.
  aliases: { AccessKeyPair: 'AccessKey' },
  collections: {
    Users: named('Users', 'ListUsers', 'User'),
    Groups: named('User Groups', 'ListGroups', 'Group'),
    Roles: named('Roles', 'ListRoles', 'Role'),
    // Without the scope, more than a thousand policies managed by AWS come first.
    Policies: list('Policies', 'ListPolicies', { Scope: 'Local' }, [
      'Policy',
      'Policies[]',
      { Arn: 'Arn' },
    ]),
    InstanceProfiles: named('Instance Profiles', 'ListInstanceProfiles', 'InstanceProfile'),
    OpenIDConnectProviders: list('OpenID Connect Providers', 'ListOpenIDConnectProviders', {}, [
      'OpenIDConnectProvider',
      'OpenIDConnectProviderList[]',
      { Arn: 'Arn' },
    ]),
    SamlProviders: list('SAML Providers', 'ListSAMLProviders', {}, [
      'SamlProvider',
      'SAMLProviderList[]',
      { Arn: 'Arn' },
    ]),
    ServerCertificates: list('Server Certificates', 'ListServerCertificates', {}, [
      'ServerCertificate',
      'ServerCertificateMetadataList[]',
      { ServerCertificateName: 'ServerCertificateName' },
    ]),
    VirtualMfaDevices: list('Virtual MFA Devices', 'ListVirtualMFADevices', {}, [
      'VirtualMfaDevice',
      'VirtualMFADevices[]',
      { SerialNumber: 'SerialNumber' },
    ]),
  },
  actions: iamActions,
  kinds: {
    User: user,
    AccessKey: accessKey,
    LoginProfile: loginProfile,
    MfaDevice: mfaDevice,
    VirtualMfaDevice: virtualMfaDevice,
    SigningCertificate: signingCertificate,
    UserPolicy: inlinePolicy('User'),
    Group: group,
    GroupPolicy: inlinePolicy('Group'),
    Role: role,
    RolePolicy: inlinePolicy('Role'),
    RoleTag: roleTag,
    AssumeRolePolicy: assumeRolePolicy,
    InstanceProfile: instanceProfile,
    Policy: policy,
    PolicyVersion: policyVersion,
    SamlProvider: samlProvider,
    OpenIDConnectProvider: openIdConnectProvider,
    ServerCertificate: serverCertificate,
    AccountPasswordPolicy: accountPasswordPolicy,
    AccountSummary: accountSummary,
    CurrentUser: currentUser,
  },
};
