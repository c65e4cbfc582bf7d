// What is taken off a resource of IAM before it can be deleted.

import type { Resource } from '../../../src/library.ts';
import type { Stage } from '../kinds/scenario.ts';

/** What IAM does not delete with a resource, by the collections that list it. */
const undone: Readonly<Record<string, readonly string[]>> = {
  User: ['RemoveGroup Groups', 'DetachPolicy AttachedPolicies'],
  Group: ['RemoveUser Users', 'DetachPolicy AttachedPolicies'],
  Role: ['DetachPolicy AttachedPolicies'],
  Policy: ['DetachRole AttachedRoles', 'DetachUser AttachedUsers', 'DetachGroup AttachedGroups'],
};
const deleted: Readonly<Record<string, string>> = {
  Policies: 'Delete',
  AccessKeys: 'Delete',
  SigningCertificates: 'Delete',
  MfaDevices: 'Disassociate',
};

/** The input of an action that deletes it. */
export async function emptied(stage: Stage, owner: Resource) {
  for (const [action = '', collection = ''] of (undone[owner.kind] ?? []).map((one) =>
    one.split(' '),
  )) {
    for (const { identifiers } of await itemsOf(owner, collection)) {
      const { Arn: PolicyArn } = identifiers;
      await stage.act(owner, action, PolicyArn ? { PolicyArn } : identifiers);
    }
  }
  for (const { name } of owner.collections) {
    for (const one of deleted[name] ? await itemsOf(owner, name) : []) {
      await stage.act(one, deleted[name] ?? '');
    }
  }
  if (owner.kind === 'Policy') await keepFirstVersion(stage, owner);
  return {};
}

async function keepFirstVersion(stage: Stage, policy: Resource): Promise<void> {
  await stage.act(policy, 'SetDefaultVersion', { VersionId: 'v1' });
  for (const version of await itemsOf(policy, 'Versions')) {
    if (version.identifiers.VersionId !== 'v1') await stage.act(version, 'Delete');
  }
}

/** Of the example. */
export async function policyArn(stage: Stage) {
  return { PolicyArn: (await stage.example('Policy')).identifiers.Arn };
}

export async function itemsOf(
  resource: Resource,
  collection: string,
): Promise<readonly Resource[]> {
  return (await resource.collection(collection).page()).items;
}
