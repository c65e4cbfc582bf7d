import type { Kind } from '../../core/resources/kind.ts';
import { ask, requested } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { attachedPolicies, inlinePolicies, named, ofGroup } from './rules.ts';

export const group: Kind = {
  identifiers: ['GroupName'],
  columns: [
    ['Group ID', 'GroupId'],
    ['Path', 'Path'],
    ['ARN', 'Arn'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'organization',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:group{*}/{GroupName}',
  consoleUrl: '{c}/iam/home#/groups/details/{GroupName}',
  load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
  collections: {
    Users: named('Users', 'GetGroup', 'User', ofGroup),
    AttachedPolicies: attachedPolicies('ListAttachedGroupPolicies', ofGroup),
    Policies: inlinePolicies('ListGroupPolicies', 'GroupPolicy', ofGroup),
  },
  actions: {
    Create: act('Create', 'W', 'CreateGroup', ofGroup, {
      result: { kind: 'Group', path: 'Group', identifiers: { GroupName: requested('GroupName') } },
    }),
    AddUser: act('Add User', 'W', 'AddUserToGroup', { ...ofGroup, UserName: ask('UserName') }),
    RemoveUser: act('Remove User', 'D', 'RemoveUserFromGroup', {
      ...ofGroup,
      UserName: ask('UserName'),
    }),
    AttachPolicy: act('Attach Policy', 'W', 'AttachGroupPolicy', {
      ...ofGroup,
      PolicyArn: ask('PolicyArn'),
    }),
    DetachPolicy: act('Detach Policy', 'D', 'DetachGroupPolicy', {
      ...ofGroup,
      PolicyArn: ask('PolicyArn'),
    }),
    CreatePolicy: act(
      'Put Inline Policy',
      'D',
      'PutGroupPolicy',
      { ...ofGroup, PolicyName: ask('PolicyName'), PolicyDocument: ask('PolicyDocument') },
      {
        result: {
          kind: 'GroupPolicy',
          identifiers: { ...ofGroup, PolicyName: requested('PolicyName') },
        },
      },
    ),
    Update: act('Rename or Move', 'D', 'UpdateGroup', ofGroup, {
      result: { kind: 'Group', identifiers: { GroupName: requested('NewGroupName') } },
    }),
    Delete: act('Delete', 'X', 'DeleteGroup', ofGroup),
  },
  has: {
    Policy: { kind: 'GroupPolicy', identifiers: { ...ofGroup, PolicyName: ask('PolicyName') } },
  },
};
