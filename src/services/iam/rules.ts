// What the kinds of IAM have in common.

import type { CollectionRule, HasRule, Kind } from '../../core/resources/kind.ts';
import { ask, identifier, type Params, type Source } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';

export const ofUser = { UserName: identifier('UserName') };
export const ofGroup = { GroupName: identifier('GroupName') };
export const ofRole = { RoleName: identifier('RoleName') };

export const toUser: HasRule = { kind: 'User', identifiers: ofUser };

/** `Groups[]` of groups that are told apart by `GroupName`. */
export function named(
  title: string,
  operation: string,
  kind: string,
  params: Params = {},
): CollectionRule {
  const name = `${kind}Name`;
  return list(title, operation, params, [kind, `${kind}s[]`, { [name]: name }]);
}

export function attachedPolicies(operation: string, params: Params): CollectionRule {
  return list('Attached Policies', operation, params, [
    'Policy',
    'AttachedPolicies[]',
    { Arn: 'PolicyArn' },
  ]);
}

export function inlinePolicies(
  operation: string,
  kind: string,
  owner: Readonly<Record<string, Source>>,
): CollectionRule {
  return list('Inline Policies', operation, owner, [
    kind,
    'PolicyNames[]',
    { ...owner, PolicyName: '@' },
  ]);
}

export function inlinePolicy(of: 'User' | 'Role' | 'Group'): Kind {
  const owner = { [`${of}Name`]: identifier(`${of}Name`) };
  const params = { ...owner, PolicyName: identifier('PolicyName') };
  return {
    identifiers: [`${of}Name`, 'PolicyName'],
    columns: [
      [of, `${of}Name`],
      ['Document', 'PolicyDocument'],
    ],
    icon: 'law',
    load: { operation: `Get${of}Policy`, params },
    actions: {
      Put: act('Put Document', 'D', `Put${of}Policy`, {
        ...params,
        PolicyDocument: ask('PolicyDocument'),
      }),
      Delete: act('Delete', 'X', `Delete${of}Policy`, params),
    },
    has: { [of]: { kind: of, identifiers: owner } },
  };
}
