import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, requested } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';
import { attachedPolicies, inlinePolicies, named, ofUser } from './rules.ts';

const keyGiven = { ...ofUser, AccessKeyId: ask('AccessKeyId') };

export const user: Kind = {
  identifiers: ['UserName'],
  description: ['created {CreateDate|day}'],
  columns: [
    ['User ID', 'UserId'],
    ['Path', 'Path'],
    ['Created', '{CreateDate|date}'],
    ['Password last used', '{PasswordLastUsed|date}'],
    ['Boundary', 'PermissionsBoundary.PermissionsBoundaryArn'],
  ],
  icon: 'person',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:user{*}/{UserName}',
  consoleUrl: '{c}/iam/home#/users/details/{UserName}',
  load: { operation: 'GetUser', params: ofUser, path: 'User' },
  collections: {
    Groups: named('Groups', 'ListGroupsForUser', 'Group', ofUser),
    AttachedPolicies: attachedPolicies('ListAttachedUserPolicies', ofUser),
    Policies: inlinePolicies('ListUserPolicies', 'UserPolicy', ofUser),
    AccessKeys: list('Access Keys', 'ListAccessKeys', ofUser, [
      'AccessKey',
      'AccessKeyMetadata[]',
      { ...ofUser, AccessKeyId: 'AccessKeyId' },
    ]),
    MfaDevices: list('MFA Devices', 'ListMFADevices', ofUser, [
      'MfaDevice',
      'MFADevices[]',
      { ...ofUser, SerialNumber: 'SerialNumber' },
    ]),
    SigningCertificates: list('Signing Certificates', 'ListSigningCertificates', ofUser, [
      'SigningCertificate',
      'Certificates[]',
      { ...ofUser, CertificateId: 'CertificateId' },
    ]),
  },
  actions: {
    Simulate: act('Simulate Permissions', 'R', 'SimulatePrincipalPolicy', {
      PolicySourceArn: data('Arn'),
      ActionNames: ask('ActionNames'),
    }),
    Create: act('Create', 'W', 'CreateUser', ofUser, {
      result: { kind: 'User', path: 'User', identifiers: { UserName: requested('UserName') } },
    }),
    CreateAccessKeyPair: act('Create Access Key', 'S', 'CreateAccessKey', ofUser, {
      result: {
        kind: 'AccessKey',
        identifiers: { ...ofUser, AccessKeyId: 'AccessKey.AccessKeyId' },
      },
    }),
    CreateLoginProfile: act('Allow Sign-In With Password', 'S', 'CreateLoginProfile', ofUser, {
      result: {
        kind: 'LoginProfile',
        path: 'LoginProfile',
        identifiers: { UserName: 'UserName' },
      },
    }),
    AddGroup: act('Add to Group', 'W', 'AddUserToGroup', {
      ...ofUser,
      GroupName: ask('GroupName'),
    }),
    RemoveGroup: act('Remove From Group', 'D', 'RemoveUserFromGroup', {
      ...ofUser,
      GroupName: ask('GroupName'),
    }),
    AttachPolicy: act('Attach Policy', 'W', 'AttachUserPolicy', {
      ...ofUser,
      PolicyArn: ask('PolicyArn'),
    }),
    DetachPolicy: act('Detach Policy', 'D', 'DetachUserPolicy', {
      ...ofUser,
      PolicyArn: ask('PolicyArn'),
    }),
    CreatePolicy: act(
      'Put Inline Policy',
      'D',
      'PutUserPolicy',
      { ...ofUser, PolicyName: ask('PolicyName'), PolicyDocument: ask('PolicyDocument') },
      {
        result: {
          kind: 'UserPolicy',
          identifiers: { ...ofUser, PolicyName: requested('PolicyName') },
        },
      },
    ),
    EnableMfa: act(
      'Enable MFA',
      'W',
      'EnableMFADevice',
      {
        ...ofUser,
        SerialNumber: ask('SerialNumber'),
        AuthenticationCode1: ask('AuthenticationCode1'),
        AuthenticationCode2: ask('AuthenticationCode2'),
      },
      {
        result: {
          kind: 'MfaDevice',
          identifiers: { ...ofUser, SerialNumber: requested('SerialNumber') },
        },
      },
    ),
    UpdateAccessKey: act('Activate or Deactivate Access Key', 'D', 'UpdateAccessKey', {
      ...keyGiven,
      Status: ask('Status'),
    }),
    DeleteAccessKey: act('Delete Access Key', 'X', 'DeleteAccessKey', keyGiven),
    Update: act('Rename or Move', 'D', 'UpdateUser', ofUser, {
      result: { kind: 'User', identifiers: { UserName: requested('NewUserName') } },
    }),
    Delete: act('Delete', 'X', 'DeleteUser', ofUser),
  },
  waiters: { Exists: { waiter: 'UserExists', params: ofUser } },
  has: {
    AccessKey: { kind: 'AccessKey', identifiers: keyGiven },
    LoginProfile: { kind: 'LoginProfile', identifiers: ofUser },
    MfaDevice: {
      kind: 'MfaDevice',
      identifiers: { ...ofUser, SerialNumber: ask('SerialNumber') },
    },
    Policy: { kind: 'UserPolicy', identifiers: { ...ofUser, PolicyName: ask('PolicyName') } },
    SigningCertificate: {
      kind: 'SigningCertificate',
      identifiers: { ...ofUser, CertificateId: ask('CertificateId') },
    },
    PermissionsBoundary: to('PermissionsBoundary.PermissionsBoundaryArn', 'Policy'),
  },
};
