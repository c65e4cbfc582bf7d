import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier, requested } from '../core/resources/sources.ts';
import { act } from './rules.ts';

const inStore = { IdentityStoreId: identifier('IdentityStoreId') };
const ofUser = { ...inStore, UserId: identifier('UserId') };
const ofGroup = { ...inStore, GroupId: identifier('GroupId') };
const ofMembership = { ...inStore, MembershipId: identifier('MembershipId') };

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
      title: 'Groups',
      inline: true,
      operation: 'ListGroupMembershipsForMember',
      params: { ...inStore, MemberId: { UserId: identifier('UserId') } },
      items: [
        {
          kind: 'GroupMembership',
          path: 'GroupMemberships[]',
          identifiers: { ...inStore, MembershipId: 'MembershipId', GroupId: 'GroupId' },
        },
      ],
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
        identifiers: { ...inStore, MembershipId: 'MembershipId', GroupId: requested('GroupId') },
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
      title: 'Members',
      inline: true,
      operation: 'ListGroupMemberships',
      params: ofGroup,
      items: [
        {
          kind: 'GroupMember',
          path: 'GroupMemberships[]',
          identifiers: { ...inStore, MembershipId: 'MembershipId', UserId: 'MemberId.UserId' },
        },
      ],
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

/** A group that a user is in. The list gives ids only: what is shown of it is the group. */
const GroupMembership: Kind = {
  identifiers: ['IdentityStoreId', 'MembershipId', 'GroupId'],
  label: ['DisplayName', 'GroupId'],
  columns: [
    ['Group', 'GroupId'],
    ['Membership', 'MembershipId'],
    ['Created', '{CreatedAt|date}'],
    ['Created by', '{CreatedBy|last}'],
  ],
  icon: 'organization',
  arn: 'arn:{partition}:identitystore:::membership/{MembershipId}',
  load: { operation: 'DescribeGroup', params: ofGroup },
  hydrate: true,
  actions: { Delete: act('Remove from Group', 'D', 'DeleteGroupMembership', ofMembership) },
  has: { Group: { kind: 'Group', identifiers: ofGroup } },
};

/** A user who is in a group. */
const GroupMember: Kind = {
  identifiers: ['IdentityStoreId', 'MembershipId', 'UserId'],
  label: ['UserName', 'UserId'],
  description: ['DisplayName'],
  columns: [
    ['User', 'UserId'],
    ['Status', 'UserStatus'],
    ['Membership', 'MembershipId'],
    ['Created', '{CreatedAt|date}'],
  ],
  icon: 'person',
  arn: 'arn:{partition}:identitystore:::membership/{MembershipId}',
  load: { operation: 'DescribeUser', params: ofUser },
  hydrate: true,
  actions: { Delete: act('Remove from Group', 'D', 'DeleteGroupMembership', ofMembership) },
  has: { User: { kind: 'User', identifiers: ofUser } },
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
  kinds: { User, Group, GroupMembership, GroupMember },
};
