// What IAM makes and sets without a resource.

import type { ActionRule } from '../../core/resources/kind.ts';
import { ask, requested } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';

/** The parameters that have to be given, under their own names. */
function asking(...names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, ask(name)]));
}

export const iamActions: Readonly<Record<string, ActionRule>> = {
  CreateUser: act('Create User', 'W', 'CreateUser', asking('UserName'), {
    result: { kind: 'User', path: 'User', identifiers: { UserName: requested('UserName') } },
  }),
  CreateGroup: act('Create User Group', 'W', 'CreateGroup', asking('GroupName'), {
    result: { kind: 'Group', path: 'Group', identifiers: { GroupName: requested('GroupName') } },
  }),
  CreateRole: act(
    'Create Role',
    'W',
    'CreateRole',
    asking('RoleName', 'AssumeRolePolicyDocument'),
    { result: { kind: 'Role', path: 'Role', identifiers: { RoleName: requested('RoleName') } } },
  ),
  CreatePolicy: act('Create Policy', 'W', 'CreatePolicy', asking('PolicyName', 'PolicyDocument'), {
    result: { kind: 'Policy', identifiers: { Arn: 'Policy.Arn' } },
  }),
  CreateInstanceProfile: act(
    'Create Instance Profile',
    'W',
    'CreateInstanceProfile',
    asking('InstanceProfileName'),
    {
      result: {
        kind: 'InstanceProfile',
        path: 'InstanceProfile',
        identifiers: { InstanceProfileName: requested('InstanceProfileName') },
      },
    },
  ),
  CreateSamlProvider: act(
    'Create SAML Provider',
    'W',
    'CreateSAMLProvider',
    asking('Name', 'SAMLMetadataDocument'),
    { result: { kind: 'SamlProvider', identifiers: { Arn: 'SAMLProviderArn' } } },
  ),
  CreateServerCertificate: act(
    'Upload Server Certificate',
    'W',
    'UploadServerCertificate',
    asking('ServerCertificateName', 'CertificateBody', 'PrivateKey'),
    {
      result: {
        kind: 'ServerCertificate',
        identifiers: { ServerCertificateName: requested('ServerCertificateName') },
      },
    },
  ),
  CreateSigningCertificate: act(
    'Upload Signing Certificate',
    'W',
    'UploadSigningCertificate',
    asking('CertificateBody'),
    {
      result: {
        kind: 'SigningCertificate',
        path: 'Certificate',
        identifiers: { UserName: 'UserName', CertificateId: 'CertificateId' },
      },
    },
  ),
  // The answer has the seed of the codes.
  CreateVirtualMfaDevice: act(
    'Create Virtual MFA Device',
    'S',
    'CreateVirtualMFADevice',
    asking('VirtualMFADeviceName'),
    {
      result: {
        kind: 'VirtualMfaDevice',
        path: 'VirtualMFADevice',
        identifiers: { SerialNumber: 'SerialNumber' },
      },
    },
  ),
  CreateAccountAlias: act('Set Account Alias', 'D', 'CreateAccountAlias', asking('AccountAlias')),
  CreateAccountPasswordPolicy: act(
    'Set Password Policy',
    'D',
    'UpdateAccountPasswordPolicy',
    {},
    {
      result: { kind: 'AccountPasswordPolicy', identifiers: {} },
    },
  ),
  ChangePassword: act(
    'Change Own Password',
    'D',
    'ChangePassword',
    asking('OldPassword', 'NewPassword'),
  ),
};
