import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofInstance = { InstanceArn: identifier('InstanceArn') };
const ofSet = { ...ofInstance, PermissionSetArn: identifier('PermissionSetArn') };
const inAccount = { ...ofSet, AccountId: identifier('AccountId') };
const ofApplication = { ApplicationArn: identifier('ApplicationArn') };
const ofAssignment = {
  ...ofSet,
  TargetId: identifier('AccountId'),
  TargetType: 'AWS_ACCOUNT',
  PrincipalType: identifier('PrincipalType'),
  PrincipalId: identifier('PrincipalId'),
};

/** Users and groups are another service's, in the directory of an instance. */
function directory(title: string, operation: string, kind: string, id: string): CollectionRule {
  return {
    title,
    service: 'identitystore',
    operation,
    params: { IdentityStoreId: data('IdentityStoreId') },
    items: [
      {
        kind: `identitystore.${kind}`,
        path: `${title}[]`,
        identifiers: { IdentityStoreId: 'IdentityStoreId', [id]: id },
      },
    ],
  };
}

const Instance: Kind = {
  identifiers: ['InstanceArn'],
  label: ['Name', 'IdentityStoreId', '{InstanceArn|last}'],
  state: 'Status',
  description: ['IdentityStoreId', '{Status|swap:ACTIVE=}'],
  columns: [
    ['Identity store', 'IdentityStoreId'],
    ['Owner', 'OwnerAccountId'],
    ['Status', 'Status'],
    ['Because', 'StatusReason'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'organization',
  arn: 'InstanceArn',
  arnPattern: 'arn:{partition}:sso:::instance/{InstanceArn|last}',
  consoleUrl: '{c}/singlesignon/home?region={region}',
  load: { operation: 'DescribeInstance', params: ofInstance },
  collections: {
    PermissionSets: {
      title: 'Permission Sets',
      operation: 'ListPermissionSets',
      pageSize: 100,
      params: ofInstance,
      items: [
        {
          kind: 'PermissionSet',
          path: 'PermissionSets[]',
          identifiers: { ...ofInstance, PermissionSetArn: '@' },
        },
      ],
    },
    Users: directory('Users', 'ListUsers', 'User', 'UserId'),
    Groups: directory('Groups', 'ListGroups', 'Group', 'GroupId'),
    Applications: {
      title: 'Applications',
      operation: 'ListApplications',
      params: ofInstance,
      items: [
        {
          kind: 'Application',
          path: 'Applications[]',
          identifiers: { ApplicationArn: 'ApplicationArn' },
        },
      ],
    },
  },
  actions: {
    DescribePermissionSet: act('Show Permission Set', 'R', 'DescribePermissionSet', {
      ...ofInstance,
      PermissionSetArn: ask('PermissionSetArn'),
    }),
    ListProvisionedAccounts: act(
      'Show Accounts of Permission Set',
      'R',
      'ListAccountsForProvisionedPermissionSet',
      { ...ofInstance, PermissionSetArn: ask('PermissionSetArn') },
    ),
    CreatePermissionSet: {
      ...act('Create Permission Set', 'W', 'CreatePermissionSet', {
        ...ofInstance,
        Name: ask('Name'),
        SessionDuration: askOptional('SessionDuration'),
      }),
      result: {
        kind: 'PermissionSet',
        path: 'PermissionSet',
        identifiers: { ...ofInstance, PermissionSetArn: 'PermissionSetArn' },
      },
    },
    CreateUser: {
      service: 'identitystore',
      ...act('Create User', 'W', 'CreateUser', {
        IdentityStoreId: data('IdentityStoreId'),
        UserName: ask('UserName'),
        DisplayName: ask('DisplayName'),
        Name: { GivenName: ask('GivenName'), FamilyName: ask('FamilyName') },
      }),
      result: {
        kind: 'identitystore.User',
        identifiers: { IdentityStoreId: 'IdentityStoreId', UserId: 'UserId' },
      },
    },
    CreateGroup: {
      service: 'identitystore',
      ...act('Create Group', 'W', 'CreateGroup', {
        IdentityStoreId: data('IdentityStoreId'),
        DisplayName: ask('DisplayName'),
      }),
      result: {
        kind: 'identitystore.Group',
        identifiers: { IdentityStoreId: 'IdentityStoreId', GroupId: 'GroupId' },
      },
    },
    ProvisionPermissionSet: act('Provision Permission Set', 'D', 'ProvisionPermissionSet', {
      ...ofInstance,
      PermissionSetArn: ask('PermissionSetArn'),
      TargetType: ask('TargetType'),
      TargetId: askOptional('TargetId'),
    }),
  },
  has: { Owner: to('OwnerAccountId', 'organizations.Account') },
};

const PermissionSet: Kind = {
  identifiers: ['InstanceArn', 'PermissionSetArn'],
  label: ['Name', '{PermissionSetArn|last}'],
  description: ['Description'],
  columns: [
    ['Description', 'Description'],
    ['Session', 'SessionDuration'],
    ['Relay state', 'RelayState'],
    ['ARN', 'PermissionSetArn'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'shield',
  arn: 'PermissionSetArn',
  arnPattern: 'arn:{partition}:sso:::permissionSet/{InstanceArn|last}/{*}',
  load: { operation: 'DescribePermissionSet', params: ofSet, path: 'PermissionSet' },
  hydrate: true,
  collections: {
    Accounts: {
      title: 'Accounts',
      operation: 'ListAccountsForProvisionedPermissionSet',
      params: ofSet,
      items: [
        {
          kind: 'ProvisionedAccount',
          path: 'AccountIds[]',
          identifiers: { ...ofSet, AccountId: '@' },
        },
      ],
    },
    ManagedPolicies: {
      title: 'Managed Policies',
      operation: 'ListManagedPoliciesInPermissionSet',
      params: ofSet,
      items: [
        {
          kind: 'ManagedPolicy',
          path: 'AttachedManagedPolicies[]',
          identifiers: { ...ofSet, Arn: 'Arn' },
        },
      ],
    },
  },
  actions: {
    GetInlinePolicy: act('Show Inline Policy', 'R', 'GetInlinePolicyForPermissionSet', ofSet),
    GetBoundary: act(
      'Show Permissions Boundary',
      'R',
      'GetPermissionsBoundaryForPermissionSet',
      ofSet,
    ),
    ListCustomerPolicies: act(
      'Show Customer Managed Policies',
      'R',
      'ListCustomerManagedPolicyReferencesInPermissionSet',
      ofSet,
    ),
    AttachPolicy: act('Attach Managed Policy', 'D', 'AttachManagedPolicyToPermissionSet', {
      ...ofSet,
      ManagedPolicyArn: ask('ManagedPolicyArn'),
    }),
    PutInlinePolicy: act('Put Inline Policy', 'D', 'PutInlinePolicyToPermissionSet', {
      ...ofSet,
      InlinePolicy: ask('InlinePolicy'),
    }),
    Assign: act('Assign to Account', 'D', 'CreateAccountAssignment', {
      ...ofSet,
      TargetId: ask('TargetId'),
      TargetType: 'AWS_ACCOUNT',
      PrincipalType: ask('PrincipalType'),
      PrincipalId: ask('PrincipalId'),
    }),
    Provision: act('Provision', 'D', 'ProvisionPermissionSet', {
      ...ofSet,
      TargetType: 'ALL_PROVISIONED_ACCOUNTS',
    }),
    Delete: act('Delete', 'X', 'DeletePermissionSet', ofSet),
  },
  has: { Instance: { kind: 'Instance', identifiers: ofInstance } },
};

const ProvisionedAccount: Kind = {
  identifiers: ['InstanceArn', 'PermissionSetArn', 'AccountId'],
  columns: [['Account', 'AccountId']],
  icon: 'account',
  collections: {
    Assignments: {
      title: 'Assignments',
      inline: true,
      operation: 'ListAccountAssignments',
      params: inAccount,
      items: [
        {
          kind: 'AccountAssignment',
          path: 'AccountAssignments[]',
          identifiers: {
            ...inAccount,
            PrincipalType: 'PrincipalType',
            PrincipalId: 'PrincipalId',
          },
        },
      ],
    },
  },
  actions: {
    Provision: act('Provision', 'D', 'ProvisionPermissionSet', {
      ...ofSet,
      TargetType: 'AWS_ACCOUNT',
      TargetId: identifier('AccountId'),
    }),
  },
  has: {
    Account: { kind: 'organizations.Account', identifiers: { Id: identifier('AccountId') } },
  },
};

const AccountAssignment: Kind = {
  identifiers: ['InstanceArn', 'PermissionSetArn', 'AccountId', 'PrincipalType', 'PrincipalId'],
  description: ['{PrincipalType|lower}'],
  columns: [
    ['Type', 'PrincipalType'],
    ['Principal', 'PrincipalId'],
    ['Account', 'AccountId'],
  ],
  icon: { by: 'PrincipalType', values: { GROUP: 'organization' }, otherwise: 'person' },
  actions: { Delete: act('Delete', 'X', 'DeleteAccountAssignment', ofAssignment) },
};

const ManagedPolicy: Kind = {
  identifiers: ['InstanceArn', 'PermissionSetArn', 'Arn'],
  label: ['Name', '{Arn|last}'],
  columns: [
    ['Name', 'Name'],
    ['ARN', 'Arn'],
  ],
  icon: 'law',
  actions: {
    Detach: act('Detach', 'D', 'DetachManagedPolicyFromPermissionSet', {
      ...ofSet,
      ManagedPolicyArn: identifier('Arn'),
    }),
  },
  has: { Policy: to('Arn', 'iam.Policy') },
};

const Application: Kind = {
  identifiers: ['ApplicationArn'],
  label: ['Name', '{ApplicationArn|last}'],
  state: 'Status',
  description: ['{Status|lower}'],
  columns: [
    ['Status', 'Status'],
    ['Description', 'Description'],
    ['Provider', '{ApplicationProviderArn|last}'],
    ['Account', 'ApplicationAccount'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'browser',
  arn: 'ApplicationArn',
  arnPattern: 'arn:{partition}:sso::{account}:application/{*}',
  load: { operation: 'DescribeApplication', params: ofApplication },
  actions: { Delete: act('Delete', 'X', 'DeleteApplication', ofApplication) },
  has: {
    Instance: to('InstanceArn', 'Instance'),
    Account: to('ApplicationAccount', 'organizations.Account'),
  },
};

export const ssoAdmin: ServiceKinds = {
  service: 'sso-admin',
  title: 'IAM Identity Center',
  icon: 'organization',
  collections: {
    Instances: {
      title: 'Instances',
      operation: 'ListInstances',
      items: [
        { kind: 'Instance', path: 'Instances[]', identifiers: { InstanceArn: 'InstanceArn' } },
      ],
    },
  },
  kinds: {
    Instance,
    PermissionSet,
    ProvisionedAccount,
    AccountAssignment,
    ManagedPolicy,
    Application,
  },
};
