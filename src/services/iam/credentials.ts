// What a user signs in and signs requests with.

import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { ofUser, toUser } from './rules.ts';

const ofKey = { ...ofUser, AccessKeyId: identifier('AccessKeyId') };
const ofDevice = { ...ofUser, SerialNumber: identifier('SerialNumber') };
const codes = {
  AuthenticationCode1: ask('AuthenticationCode1'),
  AuthenticationCode2: ask('AuthenticationCode2'),
};

export const accessKey: Kind = {
  identifiers: ['UserName', 'AccessKeyId'],
  state: 'Status',
  description: ['Status', 'created {CreateDate|day}'],
  columns: [
    ['User', 'UserName'],
    ['Status', 'Status'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'key',
  actions: {
    Activate: act('Activate', 'W', 'UpdateAccessKey', { ...ofKey, Status: 'Active' }),
    Deactivate: act('Deactivate', 'D', 'UpdateAccessKey', { ...ofKey, Status: 'Inactive' }),
    GetLastUsed: act('Show Last Use', 'R', 'GetAccessKeyLastUsed', {
      AccessKeyId: identifier('AccessKeyId'),
    }),
    Delete: act('Delete', 'X', 'DeleteAccessKey', ofKey),
  },
  has: { User: toUser },
};

/** The password a user signs in to the console with. */
export const loginProfile: Kind = {
  identifiers: ['UserName'],
  label: ['Password of {UserName}'],
  columns: [
    ['User', 'UserName'],
    ['Created', '{CreateDate|date}'],
    ['To be changed', '{PasswordResetRequired|if:yes/no}'],
  ],
  icon: 'sign-in',
  load: { operation: 'GetLoginProfile', params: ofUser, path: 'LoginProfile' },
  actions: {
    Create: act(
      'Create',
      'S',
      'CreateLoginProfile',
      { ...ofUser, Password: askOptional('Password') },
      {
        result: {
          kind: 'LoginProfile',
          path: 'LoginProfile',
          identifiers: { UserName: 'UserName' },
        },
      },
    ),
    Update: act('Set Password', 'D', 'UpdateLoginProfile', {
      ...ofUser,
      Password: askOptional('Password'),
      PasswordResetRequired: askOptional('PasswordResetRequired'),
    }),
    Delete: act('Delete', 'X', 'DeleteLoginProfile', ofUser),
  },
  has: { User: toUser },
};

export const mfaDevice: Kind = {
  identifiers: ['UserName', 'SerialNumber'],
  label: ['{SerialNumber|last}'],
  description: ['since {EnableDate|day}'],
  columns: [
    ['Serial number', 'SerialNumber'],
    ['User', 'UserName'],
    ['Enabled', '{EnableDate|date}'],
  ],
  icon: 'device-mobile',
  arn: 'SerialNumber',
  actions: {
    Associate: act('Enable', 'W', 'EnableMFADevice', { ...ofDevice, ...codes }),
    Disassociate: act('Deactivate', 'D', 'DeactivateMFADevice', ofDevice),
    Resync: act('Resynchronize', 'W', 'ResyncMFADevice', { ...ofDevice, ...codes }),
  },
  has: { User: toUser },
};

export const virtualMfaDevice: Kind = {
  identifiers: ['SerialNumber'],
  label: ['{SerialNumber|last}'],
  description: ['User.UserName'],
  columns: [
    ['Serial number', 'SerialNumber'],
    ['User', 'User.UserName'],
    ['Enabled', '{EnableDate|date}'],
  ],
  icon: 'device-mobile',
  arn: 'SerialNumber',
  arnPattern: 'arn:{partition}:iam::{account}:mfa{*}',
  actions: {
    Delete: act('Delete', 'X', 'DeleteVirtualMFADevice', {
      SerialNumber: identifier('SerialNumber'),
    }),
  },
  has: { User: { kind: 'User', identifiers: { UserName: data('User.UserName') } } },
};
