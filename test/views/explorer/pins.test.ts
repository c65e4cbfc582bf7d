import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCollection, buildPages, World } from './world.ts';

function worldOf(pinned: readonly string[]): World {
  const world = new World();
  for (const id of ['ec2', 's3', 'sqs']) {
    world.service(id, () => [buildCollection(`${id}s`, buildPages([`${id}-1`]))]);
  }
  pin(world, pinned);
  return world;
}

function pin(world: World, pinned: readonly string[]): void {
  const services = world.services.map((one) => ({
    ...one,
    isPinned: pinned.includes(one.service),
  }));
  world.services.splice(0, services.length, ...services);
}

const isOpen = (label: string): boolean => ['demo', 'All Services'].includes(label);

test('shows pinned services on top and all others one node below', async () => {
  const world = worldOf(['s3']);
  assert.equal(
    await world.drawOpen(undefined, isOpen),
    [
      'demo — us-east-1 · active',
      '  S3',
      '  All Services — 2 more',
      '    EC2',
      '    SQS',
      'prod — us-east-1',
    ].join('\n'),
  );
});

test('shows no node for others where all are pinned', async () => {
  const world = worldOf(['ec2', 's3', 'sqs']);
  assert.doesNotMatch(await world.drawOpen(undefined, isOpen), /All Services/);
});

test('moves a service that is pinned, and asks nothing again for those that stay', async () => {
  const world = worldOf(['s3']);
  await world.draw(await world.find('demo', 'S3', 's3s'));
  const asked = [...world.calls];
  pin(world, ['s3', 'sqs']);
  world.tree.arrangeServices();
  assert.equal(
    await world.drawOpen(undefined, isOpen),
    [
      'demo — us-east-1 · active',
      '  S3',
      '  SQS',
      '  All Services — 1 more',
      '    EC2',
      'prod — us-east-1',
    ].join('\n'),
  );
  await world.draw(await world.find('demo', 'S3', 's3s'));
  assert.deepEqual(world.calls, asked);
});
