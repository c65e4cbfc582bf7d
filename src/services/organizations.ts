import type { ActionRule, CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';
import { usEast1OrNingxia } from './scopes.ts';

const id = identifier('Id');
const console = '{c}/organizations/v2/home';

type PolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'TAG_POLICY'
  | 'BACKUP_POLICY';

function policies(title: string, Filter: PolicyType): CollectionRule {
  return {
    title,
    operation: 'ListPolicies',
    params: { Filter },
    items: [{ kind: 'Policy', path: 'Policies[]', identifiers: { Id: 'Id' } }],
  };
}

/** The policies attached to a root, a unit or an account. */
function attached(title: string, Filter: PolicyType): CollectionRule {
  return {
    title,
    operation: 'ListPoliciesForTarget',
    params: { TargetId: id, Filter },
    items: [{ kind: 'Policy', path: 'Policies[]', identifiers: { Id: 'Id' } }],
  };
}

const tags: CollectionRule = {
  title: 'Tags',
  operation: 'ListTagsForResource',
  params: { ResourceId: id },
  items: [{ kind: 'Tag', path: 'Tags[]', identifiers: { ResourceId: id, Key: 'Key' } }],
};

const units: CollectionRule = {
  title: 'Organizational Units',
  operation: 'ListOrganizationalUnitsForParent',
  params: { ParentId: id },
  items: [{ kind: 'OrganizationalUnit', path: 'OrganizationalUnits[]', identifiers: { Id: 'Id' } }],
};

const accounts: CollectionRule = {
  title: 'Accounts',
  operation: 'ListAccountsForParent',
  params: { ParentId: id },
  items: [{ kind: 'Account', path: 'Accounts[]', identifiers: { Id: 'Id' } }],
};

const addUnit: ActionRule = {
  ...act('Create Organizational Unit', 'W', 'CreateOrganizationalUnit', {
    ParentId: id,
    Name: ask('Name'),
  }),
  result: {
    kind: 'OrganizationalUnit',
    path: 'OrganizationalUnit',
    identifiers: { Id: 'Id' },
  },
};

const Account: Kind = {
  identifiers: ['Id'],
  label: ['Name', 'Id'],
  state: 'State',
  description: ['Id', '{State|swap:ACTIVE=}'],
  columns: [
    ['ID', 'Id'],
    ['State', 'State'],
    ['Joined by', 'JoinedMethod'],
    ['Joined', '{JoinedTimestamp|date}'],
  ],
  icon: 'account',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:organizations::{*}:account/{*}/{Id}',
  consoleUrl: `${console}/accounts/{Id}`,
  load: { operation: 'DescribeAccount', params: { AccountId: id }, path: 'Account' },
  collections: {
    Tags: tags,
    Policies: attached('Service Control Policies', 'SERVICE_CONTROL_POLICY'),
    ResourceControlPolicies: attached('Resource Control Policies', 'RESOURCE_CONTROL_POLICY'),
  },
  actions: {
    ListParents: act('Show Parent', 'R', 'ListParents', { ChildId: id }),
    DescribeEffectivePolicy: act('Show Effective Policy', 'R', 'DescribeEffectivePolicy', {
      TargetId: id,
      PolicyType: ask('PolicyType'),
    }),
    Tag: act('Add Tags', 'W', 'TagResource', { ResourceId: id, Tags: ask('Tags') }),
    Move: act('Move', 'D', 'MoveAccount', {
      AccountId: id,
      SourceParentId: ask('SourceParentId'),
      DestinationParentId: ask('DestinationParentId'),
    }),
    Remove: act('Remove from Organization', 'X', 'RemoveAccountFromOrganization', {
      AccountId: id,
    }),
    Close: act('Close', 'X', 'CloseAccount', { AccountId: id }),
  },
};

const Root: Kind = {
  identifiers: ['Id'],
  label: ['Name', 'Id'],
  description: ['Id'],
  columns: [
    ['ID', 'Id'],
    ['Policy types', 'PolicyTypes[].Type'],
  ],
  icon: 'type-hierarchy',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:organizations::{*}:root/{*}/{Id}',
  consoleUrl: `${console}/accounts`,
  // No operation describes one; an organization has a single root.
  load: { operation: 'ListRoots', path: 'Roots[]', match: { Id: 'Id' } },
  collections: {
    OrganizationalUnits: units,
    Accounts: accounts,
    Policies: attached('Service Control Policies', 'SERVICE_CONTROL_POLICY'),
    ResourceControlPolicies: attached('Resource Control Policies', 'RESOURCE_CONTROL_POLICY'),
    Tags: tags,
  },
  actions: {
    CreateUnit: addUnit,
    EnablePolicyType: act('Enable Policy Type', 'W', 'EnablePolicyType', {
      RootId: id,
      PolicyType: ask('PolicyType'),
    }),
    DisablePolicyType: act('Disable Policy Type', 'D', 'DisablePolicyType', {
      RootId: id,
      PolicyType: ask('PolicyType'),
    }),
  },
};

const OrganizationalUnit: Kind = {
  identifiers: ['Id'],
  idPattern: '^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$',
  label: ['Name', 'Id'],
  description: ['Id'],
  columns: [
    ['ID', 'Id'],
    ['Name', 'Name'],
    ['Path', 'Path'],
  ],
  icon: 'organization',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:organizations::{*}:ou/{*}/{Id}',
  consoleUrl: `${console}/organizational-units/{Id}`,
  load: {
    operation: 'DescribeOrganizationalUnit',
    params: { OrganizationalUnitId: id },
    path: 'OrganizationalUnit',
  },
  collections: {
    OrganizationalUnits: units,
    Accounts: accounts,
    Policies: attached('Service Control Policies', 'SERVICE_CONTROL_POLICY'),
    ResourceControlPolicies: attached('Resource Control Policies', 'RESOURCE_CONTROL_POLICY'),
    Tags: tags,
  },
  actions: {
    ListParents: act('Show Parent', 'R', 'ListParents', { ChildId: id }),
    CreateUnit: addUnit,
    Rename: act('Rename', 'W', 'UpdateOrganizationalUnit', {
      OrganizationalUnitId: id,
      Name: ask('Name'),
    }),
    Delete: act('Delete', 'X', 'DeleteOrganizationalUnit', { OrganizationalUnitId: id }),
  },
};

const Policy: Kind = {
  identifiers: ['Id'],
  label: ['Name', 'Id'],
  description: ['{AwsManaged|if:AWS managed/}'],
  columns: [
    ['ID', 'Id'],
    ['Type', 'Type'],
    ['Description', 'Description'],
    ['AWS managed', '{AwsManaged|if:yes/no}'],
  ],
  icon: 'law',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:organizations::{*}:policy/{*}/{*}/{Id}',
  consoleUrl: `${console}/policies`,
  load: {
    operation: 'DescribePolicy',
    params: { PolicyId: id },
    path: 'Policy.PolicySummary',
    beside: ['Policy'],
  },
  collections: {
    Targets: {
      title: 'Targets',
      inline: true,
      operation: 'ListTargetsForPolicy',
      params: { PolicyId: id },
      items: [
        {
          kind: 'PolicyTarget',
          path: 'Targets[]',
          identifiers: { PolicyId: id, TargetId: 'TargetId' },
        },
      ],
    },
  },
  actions: {
    Get: act('Show Document', 'R', 'DescribePolicy', { PolicyId: id }),
    Attach: act('Attach', 'D', 'AttachPolicy', { PolicyId: id, TargetId: ask('TargetId') }),
    Detach: act('Detach', 'D', 'DetachPolicy', { PolicyId: id, TargetId: ask('TargetId') }),
    Update: act('Replace Document', 'D', 'UpdatePolicy', {
      PolicyId: id,
      Content: ask('Content'),
    }),
    Delete: act('Delete', 'X', 'DeletePolicy', { PolicyId: id }),
  },
};

const PolicyTarget: Kind = {
  identifiers: ['PolicyId', 'TargetId'],
  label: ['Name', 'TargetId'],
  description: ['{Type|lower}'],
  columns: [
    ['ID', 'TargetId'],
    ['Type', 'Type'],
    ['ARN', 'Arn'],
  ],
  icon: {
    by: 'Type',
    values: { ACCOUNT: 'account', ROOT: 'type-hierarchy' },
    otherwise: 'organization',
  },
  actions: {
    Detach: act('Detach Policy', 'D', 'DetachPolicy', {
      PolicyId: identifier('PolicyId'),
      TargetId: identifier('TargetId'),
    }),
  },
  has: {
    Target: to('Arn'),
    Policy: { kind: 'Policy', identifiers: { Id: identifier('PolicyId') } },
  },
};

const Tag: Kind = {
  identifiers: ['ResourceId', 'Key'],
  description: ['Value'],
  columns: [
    ['Key', 'Key'],
    ['Value', 'Value'],
  ],
  icon: 'tag',
  actions: {
    Delete: act('Remove', 'D', 'UntagResource', {
      ResourceId: identifier('ResourceId'),
      TagKeys: [identifier('Key')],
    }),
  },
};

export const organizations: ServiceKinds = {
  service: 'organizations',
  title: 'Organizations',
  icon: 'organization',
  scope: usEast1OrNingxia,
  collections: {
    Accounts: {
      title: 'Accounts',
      operation: 'ListAccounts',
      items: [{ kind: 'Account', path: 'Accounts[]', identifiers: { Id: 'Id' } }],
    },
    Roots: {
      title: 'Hierarchy',
      operation: 'ListRoots',
      items: [{ kind: 'Root', path: 'Roots[]', identifiers: { Id: 'Id' } }],
    },
    Policies: policies('Service Control Policies', 'SERVICE_CONTROL_POLICY'),
    ResourceControlPolicies: policies('Resource Control Policies', 'RESOURCE_CONTROL_POLICY'),
    TagPolicies: policies('Tag Policies', 'TAG_POLICY'),
    BackupPolicies: policies('Backup Policies', 'BACKUP_POLICY'),
  },
  actions: {
    DescribeOrganization: act('Show Organization', 'R', 'DescribeOrganization'),
    // AWS tells the id only when it is done, which may be minutes later.
    CreateAccount: {
      ...act('Create Account', 'W', 'CreateAccount', {
        Email: ask('Email'),
        AccountName: ask('AccountName'),
        RoleName: askOptional('RoleName'),
      }),
      result: { kind: 'Account', path: 'CreateAccountStatus', identifiers: { Id: 'AccountId' } },
    },
    CreatePolicy: {
      ...act('Create Policy', 'W', 'CreatePolicy', {
        Name: ask('Name'),
        Description: ask('Description'),
        Type: ask('Type'),
        Content: ask('Content'),
      }),
      result: { kind: 'Policy', path: 'Policy.PolicySummary', identifiers: { Id: 'Id' } },
    },
  },
  kinds: { Account, Root, OrganizationalUnit, Policy, PolicyTarget, Tag },
};
