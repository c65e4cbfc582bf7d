import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';

const ofProfile = { InstanceProfileName: identifier('InstanceProfileName') };

export const instanceProfile: Kind = {
  identifiers: ['InstanceProfileName'],
  description: ['Roles[].RoleName'],
  columns: [
    ['Profile ID', 'InstanceProfileId'],
    ['Path', 'Path'],
    ['Roles', 'Roles[].RoleName'],
    ['Created', '{CreateDate|date}'],
  ],
  icon: 'server',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:iam::{account}:instance-profile{*}/{InstanceProfileName}',
  load: { operation: 'GetInstanceProfile', params: ofProfile, path: 'InstanceProfile' },
  actions: {
    AddRole: act('Add Role', 'W', 'AddRoleToInstanceProfile', {
      ...ofProfile,
      RoleName: ask('RoleName'),
    }),
    RemoveRole: act('Remove Role', 'D', 'RemoveRoleFromInstanceProfile', {
      ...ofProfile,
      RoleName: ask('RoleName'),
    }),
    Delete: act('Delete', 'X', 'DeleteInstanceProfile', ofProfile),
  },
  has: {
    Roles: { kind: 'Role', path: 'Roles[]', identifiers: { RoleName: 'RoleName' } },
  },
};
