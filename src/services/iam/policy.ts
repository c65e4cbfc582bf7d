import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { ask, data, identifier } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';

const ofPolicy = { PolicyArn: identifier('Arn') };
const ofVersion = { PolicyArn: identifier('Arn'), VersionId: identifier('VersionId') };

function attached(title: string, to: 'User' | 'Group' | 'Role'): CollectionRule {
  const name = `${to}Name`;
  return list(title, 'ListEntitiesForPolicy', { ...ofPolicy, EntityFilter: to }, [
    to,
    `Policy${to}s[]`,
    { [name]: name },
  ]);
}

export const policy: Kind = {
  identifiers: ['Arn'],
  label: ['PolicyName', '{Arn|last}'],
  description: ['{AttachmentCount|count:attachment}', 'Description'],
  columns: [
    ['ARN', 'Arn'],
    ['Description', 'Description'],
    ['Attachments', 'AttachmentCount'],
    ['Default version', 'DefaultVersionId'],
    ['Updated', '{UpdateDate|date}'],
  ],
  icon: 'law',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{*}:policy/{*}',
  consoleUrl: '{c}/iam/home#/policies/details/{Arn}',
  load: { operation: 'GetPolicy', params: ofPolicy, path: 'Policy' },
  collections: {
    Versions: list('Versions', 'ListPolicyVersions', ofPolicy, [
      'PolicyVersion',
      'Versions[]',
      { Arn: identifier('Arn'), VersionId: 'VersionId' },
    ]),
    AttachedRoles: attached('Attached Roles', 'Role'),
    AttachedUsers: attached('Attached Users', 'User'),
    AttachedGroups: attached('Attached Groups', 'Group'),
  },
  actions: {
    GetDocument: act('Show Document', 'R', 'GetPolicyVersion', {
      ...ofPolicy,
      VersionId: data('DefaultVersionId'),
    }),
    CreateVersion: act(
      'Create Version',
      'W',
      'CreatePolicyVersion',
      { ...ofPolicy, PolicyDocument: ask('PolicyDocument') },
      {
        result: {
          kind: 'PolicyVersion',
          identifiers: { Arn: identifier('Arn'), VersionId: 'PolicyVersion.VersionId' },
        },
      },
    ),
    SetDefaultVersion: act('Set Default Version', 'D', 'SetDefaultPolicyVersion', {
      ...ofPolicy,
      VersionId: ask('VersionId'),
    }),
    AttachRole: act('Attach to Role', 'W', 'AttachRolePolicy', {
      ...ofPolicy,
      RoleName: ask('RoleName'),
    }),
    AttachUser: act('Attach to User', 'W', 'AttachUserPolicy', {
      ...ofPolicy,
      UserName: ask('UserName'),
    }),
    AttachGroup: act('Attach to Group', 'W', 'AttachGroupPolicy', {
      ...ofPolicy,
      GroupName: ask('GroupName'),
    }),
    DetachRole: act('Detach From Role', 'D', 'DetachRolePolicy', {
      ...ofPolicy,
      RoleName: ask('RoleName'),
    }),
    DetachUser: act('Detach From User', 'D', 'DetachUserPolicy', {
      ...ofPolicy,
      UserName: ask('UserName'),
    }),
    DetachGroup: act('Detach From Group', 'D', 'DetachGroupPolicy', {
      ...ofPolicy,
      GroupName: ask('GroupName'),
    }),
    Delete: act('Delete', 'X', 'DeletePolicy', ofPolicy),
  },
  waiters: { Exists: { waiter: 'PolicyExists', params: ofPolicy } },
  has: {
    DefaultVersion: {
      kind: 'PolicyVersion',
      identifiers: { Arn: identifier('Arn'), VersionId: data('DefaultVersionId') },
    },
  },
  usedBy: ['AttachedRoles', 'AttachedUsers', 'AttachedGroups'],
};

export const policyVersion: Kind = {
  identifiers: ['Arn', 'VersionId'],
  description: ['{IsDefaultVersion|if:default}', '{CreateDate|date}'],
  columns: [
    ['Policy', 'Arn'],
    ['Default', '{IsDefaultVersion|if:yes/no}'],
    ['Document', 'Document'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'versions',
  load: { operation: 'GetPolicyVersion', params: ofVersion, path: 'PolicyVersion' },
  actions: {
    SetAsDefault: act('Make Default', 'D', 'SetDefaultPolicyVersion', ofVersion),
    Delete: act('Delete', 'X', 'DeletePolicyVersion', ofVersion),
  },
  has: { Policy: { kind: 'Policy', identifiers: { Arn: identifier('Arn') } } },
};
