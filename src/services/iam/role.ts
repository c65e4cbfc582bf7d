import type { Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';
import { attachedPolicies, inlinePolicies, named, ofRole } from './rules.ts';

export const role: Kind = {
  identifiers: ['RoleName'],
  description: ['Description'],
  columns: [
    ['Description', 'Description'],
    ['Role ID', 'RoleId'],
    ['Path', 'Path'],
    ['Longest session', '{MaxSessionDuration|count:second}'],
    ['Boundary', 'PermissionsBoundary.PermissionsBoundaryArn'],
    ['Last used', '{RoleLastUsed.LastUsedDate|date}'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'account',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:role{*}/{RoleName}',
  consoleUrl: '{c}/iam/home#/roles/details/{RoleName}',
  load: { operation: 'GetRole', params: ofRole, path: 'Role' },
  collections: {
    AttachedPolicies: attachedPolicies('ListAttachedRolePolicies', ofRole),
    Policies: inlinePolicies('ListRolePolicies', 'RolePolicy', ofRole),
    InstanceProfiles: named(
      'Instance Profiles',
      'ListInstanceProfilesForRole',
      'InstanceProfile',
      ofRole,
    ),
    Tags: list('Tags', 'ListRoleTags', ofRole, ['RoleTag', 'Tags[]', { ...ofRole, Key: 'Key' }]),
  },
  actions: {
    Simulate: act('Simulate Permissions', 'R', 'SimulatePrincipalPolicy', {
      PolicySourceArn: data('Arn'),
      ActionNames: ask('ActionNames'),
    }),
    GenerateLastAccessed: act(
      'Report Last Accessed Services',
      'R',
      'GenerateServiceLastAccessedDetails',
      { Arn: data('Arn') },
    ),
    GetPolicy: act('Show Inline Policy', 'R', 'GetRolePolicy', {
      ...ofRole,
      PolicyName: ask('PolicyName'),
    }),
    Assume: act(
      'Assume',
      'L',
      'AssumeRole',
      { RoleArn: data('Arn'), RoleSessionName: ask('RoleSessionName') },
      { service: 'sts' },
    ),
    AttachPolicy: act('Attach Policy', 'W', 'AttachRolePolicy', {
      ...ofRole,
      PolicyArn: ask('PolicyArn'),
    }),
    DetachPolicy: act('Detach Policy', 'D', 'DetachRolePolicy', {
      ...ofRole,
      PolicyArn: ask('PolicyArn'),
    }),
    UpdateTrust: act('Update Trust Policy', 'D', 'UpdateAssumeRolePolicy', {
      ...ofRole,
      PolicyDocument: ask('PolicyDocument'),
    }),
    Delete: act('Delete', 'X', 'DeleteRole', ofRole),
  },
  waiters: { Exists: { waiter: 'RoleExists', params: ofRole } },
  has: {
    AssumeRolePolicy: { kind: 'AssumeRolePolicy', identifiers: ofRole },
    Policy: { kind: 'RolePolicy', identifiers: { ...ofRole, PolicyName: ask('PolicyName') } },
    PermissionsBoundary: to('PermissionsBoundary.PermissionsBoundaryArn', 'Policy'),
  },
  usedBy: ['InstanceProfiles'],
};

/** Who may assume a role. */
export const assumeRolePolicy: Kind = {
  identifiers: ['RoleName'],
  label: ['Trust policy of {RoleName}'],
  columns: [
    ['Role', 'RoleName'],
    ['Document', 'AssumeRolePolicyDocument'],
  ],
  icon: 'law',
  load: { operation: 'GetRole', params: ofRole, path: 'Role' },
  actions: {
    Update: act('Put Document', 'D', 'UpdateAssumeRolePolicy', {
      ...ofRole,
      PolicyDocument: ask('PolicyDocument'),
    }),
  },
  has: { Role: { kind: 'Role', identifiers: ofRole } },
};

export const roleTag: Kind = {
  identifiers: ['RoleName', 'Key'],
  label: ['Key'],
  description: ['Value'],
  columns: [
    ['Key', 'Key'],
    ['Value', 'Value'],
  ],
  icon: 'tag',
  actions: {
    Delete: act('Delete', 'D', 'UntagRole', { ...ofRole, TagKeys: [identifier('Key')] }),
  },
};
