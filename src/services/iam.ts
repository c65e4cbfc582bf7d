import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, type Params, type Source } from '../core/resources/sources.ts';
import { usEast1 } from './scopes.ts';

const ofUser = { UserName: identifier('UserName') };
const ofGroup = { GroupName: identifier('GroupName') };
const ofRole = { RoleName: identifier('RoleName') };
const ofPolicy = { PolicyArn: identifier('Arn') };
const ofVersion = { PolicyArn: identifier('PolicyArn'), VersionId: identifier('VersionId') };

function attachedPolicies(operation: string, params: Params): CollectionRule {
  return {
    title: 'Attached Policies',
    operation,
    params,
    items: [{ kind: 'Policy', path: 'AttachedPolicies[]', identifiers: { Arn: 'PolicyArn' } }],
  };
}

function inlinePolicies(
  operation: string,
  kind: string,
  owner: Readonly<Record<string, Source>>,
): CollectionRule {
  return {
    title: 'Inline Policies',
    operation,
    params: owner,
    items: [{ kind, path: 'PolicyNames[]', identifiers: { ...owner, PolicyName: '@' } }],
  };
}

function inlinePolicy(of: 'User' | 'Role' | 'Group'): Kind {
  const params = {
    [`${of}Name`]: identifier(`${of}Name`),
    PolicyName: identifier('PolicyName'),
  };
  return {
    identifiers: [`${of}Name`, 'PolicyName'],
    icon: 'law',
    load: { operation: `Get${of}Policy`, params },
    actions: {
      Put: {
        title: 'Put Document',
        risk: 'D',
        operation: `Put${of}Policy`,
        params: { ...params, PolicyDocument: ask('PolicyDocument') },
      },
      Delete: { title: 'Delete', risk: 'X', operation: `Delete${of}Policy`, params },
    },
  };
}

function list(title: string, operation: string, kind: string, params: Params): CollectionRule {
  const name = `${kind}Name`;
  return {
    title,
    operation,
    params,
    items: [{ kind, path: `${kind}s[]`, identifiers: { [name]: name } }],
  };
}

export const iam: ServiceKinds = {
  service: 'iam',
  title: 'IAM',
  icon: 'shield',
  scope: usEast1,
  collections: {
    Users: list('Users', 'ListUsers', 'User', {}),
    Groups: list('User Groups', 'ListGroups', 'Group', {}),
    Roles: list('Roles', 'ListRoles', 'Role', {}),
    Policies: {
      title: 'Policies',
      operation: 'ListPolicies',
      // Without this, more than a thousand policies managed by AWS come first.
      params: { Scope: 'Local' },
      items: [{ kind: 'Policy', path: 'Policies[]', identifiers: { Arn: 'Arn' } }],
    },
  },
  kinds: {
    User: {
      identifiers: ['UserName'],
      description: ['created {CreateDate|day}'],
      columns: [
        ['User ID', 'UserId'],
        ['Path', 'Path'],
        ['Created', 'CreateDate'],
        ['Password last used', 'PasswordLastUsed'],
      ],
      icon: 'person',
      arn: 'Arn',
      consoleUrl: '{c}/iam/home#/users/details/{UserName}',
      load: { operation: 'GetUser', params: ofUser, path: 'User' },
      collections: {
        Groups: list('Groups', 'ListGroupsForUser', 'Group', ofUser),
        AttachedPolicies: attachedPolicies('ListAttachedUserPolicies', ofUser),
        InlinePolicies: inlinePolicies('ListUserPolicies', 'UserPolicy', ofUser),
        AccessKeys: {
          title: 'Access Keys',
          operation: 'ListAccessKeys',
          params: ofUser,
          items: [
            {
              kind: 'AccessKey',
              path: 'AccessKeyMetadata[]',
              identifiers: { ...ofUser, AccessKeyId: 'AccessKeyId' },
            },
          ],
        },
      },
      actions: {
        Simulate: {
          title: 'Simulate Permissions',
          risk: 'R',
          operation: 'SimulatePrincipalPolicy',
          params: { PolicySourceArn: data('Arn'), ActionNames: ask('ActionNames') },
        },
        CreateAccessKey: {
          title: 'Create Access Key',
          risk: 'S',
          operation: 'CreateAccessKey',
          params: ofUser,
        },
        AttachPolicy: {
          title: 'Attach Policy',
          risk: 'W',
          operation: 'AttachUserPolicy',
          params: { ...ofUser, PolicyArn: ask('PolicyArn') },
        },
        DetachPolicy: {
          title: 'Detach Policy',
          risk: 'D',
          operation: 'DetachUserPolicy',
          params: { ...ofUser, PolicyArn: ask('PolicyArn') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteUser', params: ofUser },
      },
      waiters: { Exists: { waiter: 'UserExists', params: ofUser } },
    },
    AccessKey: {
      identifiers: ['UserName', 'AccessKeyId'],
      state: 'Status',
      description: ['Status', 'created {CreateDate|day}'],
      icon: 'key',
      actions: {
        Update: {
          title: 'Activate or Deactivate',
          risk: 'D',
          operation: 'UpdateAccessKey',
          params: { ...ofUser, AccessKeyId: identifier('AccessKeyId'), Status: ask('Status') },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteAccessKey',
          params: { ...ofUser, AccessKeyId: identifier('AccessKeyId') },
        },
      },
    },
    UserPolicy: inlinePolicy('User'),
    Group: {
      identifiers: ['GroupName'],
      columns: [
        ['Group ID', 'GroupId'],
        ['Path', 'Path'],
        ['Created', 'CreateDate'],
      ],
      icon: 'organization',
      arn: 'Arn',
      consoleUrl: '{c}/iam/home#/groups/details/{GroupName}',
      load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
      collections: {
        Users: list('Users', 'GetGroup', 'User', ofGroup),
        AttachedPolicies: attachedPolicies('ListAttachedGroupPolicies', ofGroup),
        InlinePolicies: inlinePolicies('ListGroupPolicies', 'GroupPolicy', ofGroup),
      },
      actions: {
        AddUser: {
          title: 'Add User',
          risk: 'W',
          operation: 'AddUserToGroup',
          params: { ...ofGroup, UserName: ask('UserName') },
        },
        RemoveUser: {
          title: 'Remove User',
          risk: 'D',
          operation: 'RemoveUserFromGroup',
          params: { ...ofGroup, UserName: ask('UserName') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteGroup', params: ofGroup },
      },
    },
    GroupPolicy: inlinePolicy('Group'),
    Role: {
      identifiers: ['RoleName'],
      description: ['Description'],
      columns: [
        ['Description', 'Description'],
        ['Role ID', 'RoleId'],
        ['Path', 'Path'],
        ['Longest session', '{MaxSessionDuration|count:second}'],
        ['Last used', 'RoleLastUsed.LastUsedDate'],
        ['Created', 'CreateDate'],
      ],
      icon: 'account',
      arn: 'Arn',
      consoleUrl: '{c}/iam/home#/roles/details/{RoleName}',
      load: { operation: 'GetRole', params: ofRole, path: 'Role' },
      collections: {
        AttachedPolicies: attachedPolicies('ListAttachedRolePolicies', ofRole),
        InlinePolicies: inlinePolicies('ListRolePolicies', 'RolePolicy', ofRole),
        InstanceProfiles: list(
          'Instance Profiles',
          'ListInstanceProfilesForRole',
          'InstanceProfile',
          ofRole,
        ),
      },
      actions: {
        Simulate: {
          title: 'Simulate Permissions',
          risk: 'R',
          operation: 'SimulatePrincipalPolicy',
          params: { PolicySourceArn: data('Arn'), ActionNames: ask('ActionNames') },
        },
        GenerateLastAccessed: {
          title: 'Report Last Accessed Services',
          risk: 'R',
          operation: 'GenerateServiceLastAccessedDetails',
          params: { Arn: data('Arn') },
        },
        Assume: {
          title: 'Assume',
          risk: 'L',
          service: 'sts',
          operation: 'AssumeRole',
          params: { RoleArn: data('Arn'), RoleSessionName: ask('RoleSessionName') },
        },
        AttachPolicy: {
          title: 'Attach Policy',
          risk: 'W',
          operation: 'AttachRolePolicy',
          params: { ...ofRole, PolicyArn: ask('PolicyArn') },
        },
        DetachPolicy: {
          title: 'Detach Policy',
          risk: 'D',
          operation: 'DetachRolePolicy',
          params: { ...ofRole, PolicyArn: ask('PolicyArn') },
        },
        UpdateTrust: {
          title: 'Update Trust Policy',
          risk: 'D',
          operation: 'UpdateAssumeRolePolicy',
          params: { ...ofRole, PolicyDocument: ask('PolicyDocument') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteRole', params: ofRole },
      },
      waiters: { Exists: { waiter: 'RoleExists', params: ofRole } },
    },
    RolePolicy: inlinePolicy('Role'),
    InstanceProfile: {
      identifiers: ['InstanceProfileName'],
      columns: [
        ['Roles', 'Roles[].RoleName'],
        ['Created', 'CreateDate'],
      ],
      icon: 'server',
      arn: 'Arn',
      load: {
        operation: 'GetInstanceProfile',
        params: { InstanceProfileName: identifier('InstanceProfileName') },
        path: 'InstanceProfile',
      },
      actions: {
        AddRole: {
          title: 'Add Role',
          risk: 'W',
          operation: 'AddRoleToInstanceProfile',
          params: {
            InstanceProfileName: identifier('InstanceProfileName'),
            RoleName: ask('RoleName'),
          },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteInstanceProfile',
          params: { InstanceProfileName: identifier('InstanceProfileName') },
        },
      },
    },
    Policy: {
      identifiers: ['Arn'],
      label: ['PolicyName', '{Arn|last}'],
      description: ['{AttachmentCount|count:attachment}', 'Description'],
      columns: [
        ['ARN', 'Arn'],
        ['Description', 'Description'],
        ['Attachments', 'AttachmentCount'],
        ['Default version', 'DefaultVersionId'],
        ['Updated', 'UpdateDate'],
      ],
      icon: 'law',
      arn: 'Arn',
      consoleUrl: '{c}/iam/home#/policies/details/{Arn}',
      load: { operation: 'GetPolicy', params: ofPolicy, path: 'Policy' },
      collections: {
        Versions: {
          title: 'Versions',
          operation: 'ListPolicyVersions',
          params: ofPolicy,
          items: [
            {
              kind: 'PolicyVersion',
              path: 'Versions[]',
              identifiers: { ...ofPolicy, VersionId: 'VersionId' },
            },
          ],
        },
        Entities: {
          title: 'Attached To',
          icon: 'references',
          operation: 'ListEntitiesForPolicy',
          params: ofPolicy,
          items: [
            { kind: 'Role', path: 'PolicyRoles[]', identifiers: { RoleName: 'RoleName' } },
            { kind: 'User', path: 'PolicyUsers[]', identifiers: { UserName: 'UserName' } },
            { kind: 'Group', path: 'PolicyGroups[]', identifiers: { GroupName: 'GroupName' } },
          ],
        },
      },
      actions: {
        CreateVersion: {
          title: 'Create Version',
          risk: 'W',
          operation: 'CreatePolicyVersion',
          params: { ...ofPolicy, PolicyDocument: ask('PolicyDocument') },
        },
        SetDefaultVersion: {
          title: 'Set Default Version',
          risk: 'D',
          operation: 'SetDefaultPolicyVersion',
          params: { ...ofPolicy, VersionId: ask('VersionId') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeletePolicy', params: ofPolicy },
      },
      waiters: { Exists: { waiter: 'PolicyExists', params: ofPolicy } },
    },
    PolicyVersion: {
      identifiers: ['PolicyArn', 'VersionId'],
      description: ['{IsDefaultVersion|if:default}', '{CreateDate|date}'],
      icon: 'versions',
      load: { operation: 'GetPolicyVersion', params: ofVersion, path: 'PolicyVersion' },
      actions: {
        SetDefault: {
          title: 'Make Default',
          risk: 'D',
          operation: 'SetDefaultPolicyVersion',
          params: ofVersion,
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeletePolicyVersion', params: ofVersion },
      },
    },
  },
};
