import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faceOf } from '../../../src/views/explorer/face.ts';
import { buildCollection, buildPages, World } from './world.ts';

test('shows what else a declared service lists under a node after its own', async () => {
  const world = declared();
  world.collectionsByService['more s3'] = () => [buildCollection('Outposts', buildPages(['o']))];
  assert.equal(await world.draw(await world.find('demo', 'S3')), '+ Buckets\n+ More');
  assert.equal(await world.draw(await world.find('demo', 'S3', 'More')), '+ Outposts');
  assert.equal(await world.draw(await world.find('demo', 'S3', 'More', 'Outposts')), '- o');
});

test('asks for what else a service has only when that is opened', async () => {
  const world = declared();
  world.collectionsByService['more s3'] = () => assert.fail('asked');
  await world.draw(await world.find('demo', 'S3'));
});

test('says so where there is nothing else', async () => {
  const more = await declared().find('demo', 'S3', 'More');
  const { spoken, opens, facts } = faceOf(more);
  assert.deepEqual([spoken, opens], ['More of S3, profile demo, us-east-1', 'closed']);
  assert.deepEqual(facts.at(-1), ['Region', 'us-east-1']);
  const world = declared();
  assert.equal(
    await world.draw(await world.find('demo', 'S3', 'More')),
    '- Nothing else here can be listed',
  );
});

test('leads to the operations of a service that lists nothing', async () => {
  const world = new World().service('polly', () => []);
  const service = await world.find('demo', 'POLLY');
  assert.equal(await world.draw(service), '- Run an operation… nothing here can be listed');
  const [node] = await world.tree.children(service);
  assert.equal(node?.kind, 'operations');
  assert.match(node ? faceOf(node).spoken : '', /operation of POLLY/);
});

test('keeps what stands under it over a refresh of the root', async () => {
  const world = declared();
  world.collectionsByService['more s3'] = () => [buildCollection('Outposts', buildPages(['o']))];
  const before = await world.find('demo', 'S3', 'More', 'Outposts');
  world.tree.refresh();
  assert.equal((await world.find('demo', 'S3', 'More', 'Outposts')).id, before.id);
});

function declared(): World {
  const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['logs']))]);
  Object.assign(world.services[0] ?? {}, { hasFurther: true });
  return world;
}
