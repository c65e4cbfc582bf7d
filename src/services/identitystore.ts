import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act } from './rules.ts';

const inStore = { IdentityStoreId: identifier('IdentityStoreId') };
const ofUser = { ...inStore, UserId: identifier('UserId') };
const ofGroup = { ...inStore, GroupId: identifier('GroupId') };
const ofMembership = { ...inStore, MembershipId: identifier('MembershipId') };

const membership = {
  kind: 'GroupMembership',
  path: 'GroupMemberships[]',
  identifiers: { ...inStore, MembershipId: 'MembershipId' },
};

const User: Kind = {
  identifiers: ['IdentityStoreId', 'UserId'],
  label: ['UserName', 'UserId'],
  state: 'UserStatus',
  description: ['DisplayName', '{UserStatus|swap:ENABLED=}'],
  columns: [
    ['ID', 'UserId'],
    ['Status', 'UserStatus'],
    ['Created', '{CreatedAt|date}'],
    ['Created by', '{CreatedBy|last}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'person',
  arn: 'arn:{partition}:identitystore:::user/{UserId}',
  load: { operation: 'DescribeUser', params: ofUser },
  collections: {
    Groups: {
      title: 'Group Memberships',
      inline: true,
      operation: 'ListGroupMembershipsForMember',
      params: { ...inStore, MemberId: { UserId: identifier('UserId') } },
      items: [membership],
    },
  },
  actions: {
    AddToGroup: {
      ...act('Add to Group', 'D', 'CreateGroupMembership', {
        ...inStore,
        GroupId: ask('GroupId'),
        MemberId: { UserId: identifier('UserId') },
      }),
      result: {
        kind: 'GroupMembership',
        identifiers: { ...inStore, MembershipId: 'MembershipId' },
      },
    },
    Delete: act('Delete', 'X', 'DeleteUser', ofUser),
  },
};

const Group: Kind = {
  identifiers: ['IdentityStoreId', 'GroupId'],
  label: ['DisplayName', 'GroupId'],
  description: ['{CreatedAt|date}'],
  columns: [
    ['ID', 'GroupId'],
    ['Created', '{CreatedAt|date}'],
    ['Created by', '{CreatedBy|last}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'organization',
  arn: 'arn:{partition}:identitystore:::group/{GroupId}',
  load: { operation: 'DescribeGroup', params: ofGroup },
  collections: {
    Members: {
      title: 'Memberships',
      inline: true,
      operation: 'ListGroupMemberships',
      params: ofGroup,
      items: [membership],
    },
  },
  actions: {
    AddUser: act('Add User', 'D', 'CreateGroupMembership', {
      ...ofGroup,
      MemberId: { UserId: ask('UserId') },
    }),
    Delete: act('Delete', 'X', 'DeleteGroup', ofGroup),
  },
};

const GroupMembership: Kind = {
  identifiers: ['IdentityStoreId', 'MembershipId'],
  label: ['{MemberId.UserId} in {GroupId}', 'MembershipId'],
  columns: [
    ['ID', 'MembershipId'],
    ['User', 'MemberId.UserId'],
    ['Group', 'GroupId'],
    ['Created', '{CreatedAt|date}'],
  ],
  icon: 'link',
  arn: 'arn:{partition}:identitystore:::membership/{MembershipId}',
  load: { operation: 'DescribeGroupMembership', params: ofMembership },
  actions: { Delete: act('Remove', 'D', 'DeleteGroupMembership', ofMembership) },
  has: {
    User: { member: 'MemberId.UserId', kind: 'User', identifiers: inStore },
    Group: { member: 'GroupId', kind: 'Group', identifiers: inStore },
  },
};

export const identitystore: ServiceKinds = {
  service: 'identitystore',
  title: 'Identity Store',
  icon: 'person',
  collections: {
    // Users and groups are in the directory of an instance of IAM Identity Center, which alone knows its id.
    Instances: {
      title: 'Instances',
      service: 'sso-admin',
      operation: 'ListInstances',
      items: [
        {
          kind: 'sso-admin.Instance',
          path: 'Instances[]',
          identifiers: { InstanceArn: 'InstanceArn' },
        },
      ],
    },
  },
  kinds: { User, Group, GroupMembership },
};
