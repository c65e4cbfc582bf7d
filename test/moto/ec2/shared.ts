// What EC2's scenarios stand on, and what most of its kinds have alike.

import assert from 'node:assert/strict';
import type { ActionOutcome } from '../../../src/core/resources/actions.ts';
import type { Resource } from '../../../src/library.ts';
import { type ActionStep, run, type Stage } from '../kinds/scenario.ts';
import { imageOf } from '../made.ts';

export const zone = 'eu-west-1a';

/** Adds a tag and takes it away again. */
export const tagging: readonly ActionStep[] = [
  run('CreateTags', { Tags: [{ Key: 'team', Value: 'shop' }] }, ({ resources }, { id }) => {
    assert.deepEqual(
      resources.map(({ identifiers }) => identifiers),
      [{ ResourceId: id, Key: 'team', Value: 'shop' }],
    );
  }),
  run('DeleteTags', { Tags: [{ Key: 'team' }] }),
];

/** The one resource that an outcome names is of this kind, and exists. */
export function makes(kind: string): (outcome: ActionOutcome) => void {
  return ({ resources }) => {
    assert.deepEqual(
      resources.map((one) => one.kind),
      [kind],
    );
    assert.ok(resources[0]?.id);
  };
}

/** An operation that no kind has an action for. */
export async function call(stage: Stage, operation: string, input = {}) {
  return (await stage.client()).call(operation, input);
}

export async function idOf(stage: Stage, kind: string): Promise<string> {
  return (await stage.example(kind)).id;
}

/** One instance in a subnet of its own VPC. */
export async function makeInstance(stage: Stage): Promise<Resource> {
  const subnet = await stage.example('Subnet');
  const instance = await stage.make(subnet, 'CreateInstances', {
    ImageId: await imageOf(stage),
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
  });
  await instance.wait('Running');
  return instance;
}
