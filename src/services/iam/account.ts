// What an account has one of.

import type { Kind } from '../../core/resources/kind.ts';
import { data } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';

export const accountPasswordPolicy: Kind = {
  identifiers: [],
  columns: [
    ['Shortest', '{MinimumPasswordLength|count:character}'],
    ['Expires', '{MaxPasswordAge|count:day}'],
    ['Symbols', '{RequireSymbols|if:required/not required}'],
    ['Numbers', '{RequireNumbers|if:required/not required}'],
    ['Capitals', '{RequireUppercaseCharacters|if:required/not required}'],
    ['Small letters', '{RequireLowercaseCharacters|if:required/not required}'],
  ],
  icon: 'lock',
  consoleUrl: '{c}/iam/home#/account_settings',
  load: { operation: 'GetAccountPasswordPolicy', path: 'PasswordPolicy' },
  actions: {
    Update: act('Update', 'D', 'UpdateAccountPasswordPolicy'),
    Delete: act('Delete', 'X', 'DeleteAccountPasswordPolicy'),
  },
};

/** Counts and limits of what is in IAM. */
export const accountSummary: Kind = {
  identifiers: [],
  columns: [
    ['Users', 'SummaryMap.Users'],
    ['Groups', 'SummaryMap.Groups'],
    ['Roles', 'SummaryMap.Roles'],
    ['Policies', 'SummaryMap.Policies'],
    ['MFA devices', 'SummaryMap.MFADevices'],
    ['MFA of the root user', 'SummaryMap.AccountMFAEnabled'],
  ],
  icon: 'graph',
  consoleUrl: '{c}/iam/home#/home',
  load: { operation: 'GetAccountSummary' },
};

/** The user whose keys sign the calls. */
export const currentUser: Kind = {
  identifiers: [],
  label: ['UserName'],
  columns: [
    ['User ID', 'UserId'],
    ['ARN', 'Arn'],
    ['Created', '{CreateDate|date}'],
    ['Password last used', '{PasswordLastUsed|date}'],
  ],
  icon: 'person',
  arn: 'Arn',
  load: { operation: 'GetUser', path: 'User' },
  collections: {
    AccessKeys: list('Access Keys', 'ListAccessKeys', {}, [
      'AccessKey',
      'AccessKeyMetadata[]',
      { UserName: 'UserName', AccessKeyId: 'AccessKeyId' },
    ]),
    MfaDevices: list('MFA Devices', 'ListMFADevices', {}, [
      'MfaDevice',
      'MFADevices[]',
      { UserName: 'UserName', SerialNumber: 'SerialNumber' },
    ]),
    SigningCertificates: list('Signing Certificates', 'ListSigningCertificates', {}, [
      'SigningCertificate',
      'Certificates[]',
      { UserName: 'UserName', CertificateId: 'CertificateId' },
    ]),
  },
  has: { User: { kind: 'User', identifiers: { UserName: data('UserName') } } },
};
