// How scenarios make what no action makes, and what they stand on.

import assert from 'node:assert/strict';
import type { Document } from '../../src/core/protocols/protocol.ts';
import type { ActionOutcome } from '../../src/core/resources/actions.ts';
import { compilePath } from '../../src/core/resources/paths.ts';
import type { Collection, Resource } from '../../src/library.ts';
import type { Stage } from './kinds/scenario.ts';

/** What an operation is called with, and where its answer has the identifiers of what it made. */
export interface Making {
  readonly operation: string;
  readonly input: Document;
  /** Paths in the answer. */
  readonly from?: Readonly<Record<string, string>>;
  /** Identifiers that are known before. */
  readonly known?: Readonly<Record<string, string>>;
}

/** The resource of a kind that an operation of the service made. */
export async function made(stage: Stage, kind: string, making: Making): Promise<Resource> {
  const { operation, input, from = {}, known = {} } = making;
  const output = await (await stage.client()).call(operation, input);
  const told = Object.entries(from).map(([name, path]) => [name, textAt(output, path)]);
  return stage.service.get(kind, { ...known, ...Object.fromEntries(told) });
}

export function textAt(output: Document, path: string): string {
  const found = compilePath(path)(output);
  assert.equal(typeof found, 'string', `there is no ${path}`);
  return String(found);
}

/** The first of what a collection lists. */
export async function firstOf(owner: Resource, collection: string): Promise<Resource> {
  const [first] = (await owner.collection(collection).page()).items;
  assert.ok(first, `there is nothing in ${collection}`);
  return first;
}

/** The one with this text among its identifiers. */
export async function foundIn(list: Collection, identifier: string): Promise<Resource> {
  for await (const one of list) {
    if (Object.values(one.identifiers).includes(identifier)) return one;
  }
  throw new Error(`${identifier} is not in ${list.name}.`);
}

/** What an action made is taken away again. */
export async function takenAway({ resources: [one] }: ActionOutcome): Promise<void> {
  assert.ok(one);
  await one.act('Delete', {}, { confirm: one.confirmation });
}

/** Lists a kind under the example of another. */
export function under(kind: string, collection: string): (stage: Stage) => Promise<Collection> {
  return async (stage) => (await stage.example(kind)).collection(collection);
}

/** The same reason for several kinds or parts. */
export function because(reason: string, ...parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(parts.map((part) => [part, reason]));
}

export const notInMoto = 'moto does not have the operation.';

/** Two subnets of the default VPC, in two zones. */
export async function subnetsOf(stage: Stage): Promise<readonly string[]> {
  const output = await (await stage.client('ec2')).call('DescribeSubnets', {
    Filters: [{ Name: 'default-for-az', Values: ['true'] }],
  });
  return [textAt(output, 'Subnets[0].SubnetId'), textAt(output, 'Subnets[1].SubnetId')];
}

export async function vpcOf(stage: Stage): Promise<string> {
  const output = await (await stage.client('ec2')).call('DescribeVpcs', {
    Filters: [{ Name: 'is-default', Values: ['true'] }],
  });
  return textAt(output, 'Vpcs[0].VpcId');
}

export async function securityGroupOf(stage: Stage): Promise<string> {
  const output = await (await stage.client('ec2')).call('DescribeSecurityGroups', {
    GroupNames: ['default'],
  });
  return textAt(output, 'SecurityGroups[0].GroupId');
}

/** One of Amazon's images; moto takes a second to list them all. */
export async function imageOf(stage: Stage): Promise<string> {
  const Filters = [{ Name: 'name', Values: ['amzn-ami-hvm*'] }];
  const output = await (await stage.client('ec2')).call('DescribeImages', { Filters });
  return textAt(output, 'Images[0].ImageId');
}

/** The ARN of a role that is there for the time of the scenario. */
export async function roleOf(stage: Stage): Promise<string> {
  const iam = await stage.client('iam');
  const RoleName = stage.unique('role');
  const output = await iam.call('CreateRole', { RoleName, AssumeRolePolicyDocument: '{}' });
  stage.after(() => iam.call('DeleteRole', { RoleName }));
  return textAt(output, 'Role.Arn');
}

/** The instance of IAM Identity Center, which moto has from the start, with the one directory there is. */
export async function identityCenterOf(stage: Stage): Promise<Resource> {
  const service = await stage.serviceOf('sso-admin');
  const [instance] = (await service.collection('Instances').page()).items;
  assert.ok(instance);
  return instance;
}

/** The id of an instance that is there for the time of the scenario. */
export async function instanceOf(stage: Stage): Promise<string> {
  const ec2 = await stage.client('ec2');
  const input = { ImageId: await imageOf(stage), MinCount: 1, MaxCount: 1 };
  const id = textAt(await ec2.call('RunInstances', input), 'Instances[0].InstanceId');
  stage.after(() => ec2.call('TerminateInstances', { InstanceIds: [id] }));
  return id;
}
