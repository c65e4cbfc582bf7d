import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ages, formatAge, formatReadAt } from '../../../src/views/explorer/ages.ts';
import { faceOf } from '../../../src/views/explorer/face.ts';
import type { Node } from '../../../src/views/explorer/nodes.ts';
import { buildCollection, buildPages, readAt, World } from './world.ts';

const minutesLater = (minutes: number) => new Date(readAt.getTime() + minutes * 60_000);

describe('the age of what is shown', () => {
  it('is told from a minute on, in ever longer steps', () => {
    const minutes = [0, 0.9, 1, 4.9, 5, 59, 60, 150, 60 * 24, 60 * 24 * 9];
    assert.deepEqual(
      minutes.map((count) => formatAge(readAt, minutesLater(count))),
      [
        undefined,
        undefined,
        'over 1 min ago',
        'over 2 min ago',
        'over 5 min ago',
        'over 30 min ago',
        'over 1 h ago',
        'over 2 h ago',
        'over a day ago',
        'over a day ago',
      ],
    );
  });

  it('stands beside a list, and its time in the tooltip with the date of another day', async () => {
    const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['a']))]);
    const node = await world.find('demo', 'S3', 'Buckets');
    const read = { at: formatReadAt(readAt, minutesLater(6)), age: 'over 5 min ago' };
    const { description, facts, spoken } = faceOf(node, read);
    assert.equal(description, 'over 5 min ago');
    assert.deepEqual(facts.at(-1), ['Read', `${readAt.toLocaleTimeString()}, over 5 min ago`]);
    assert.match(spoken, /^Buckets, read over 5 min ago, /);
    assert.equal(formatReadAt(readAt, minutesLater(60 * 24 * 2)), readAt.toLocaleString());
  });

  it('is that of the oldest page, stays when the list is closed, and goes with a refresh', async () => {
    const world = new World().service('s3', () => [
      buildCollection('Buckets', async ({ token }) =>
        token === undefined
          ? { items: [], readAt, nextToken: 'more' }
          : { items: [], readAt: minutesLater(60) },
      ),
    ]);
    const buckets = await world.find('demo', 'S3', 'Buckets');
    assert.equal(world.tree.readAt(buckets), undefined);
    const [more] = await world.tree.children(buckets);
    assert.ok(more?.kind === 'more');
    world.tree.loadMore(more);
    await world.draw(buckets);
    assert.equal(world.tree.readAt(buckets), readAt);
    world.tree.collapse(buckets);
    assert.equal(world.tree.readAt(buckets), readAt);
    assert.ok(buckets.kind === 'collection');
    world.tree.refresh(buckets);
    assert.equal(world.tree.readAt(buckets), undefined);
  });
});

describe('the clock of ages', () => {
  async function scene() {
    const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['a']))]);
    const node = await world.find('demo', 'S3', 'Buckets');
    const changed: Node[] = [];
    const state = { now: readAt, kept: true, run: undefined as (() => void) | undefined };
    const ages = new Ages({
      readAt: () => (state.kept ? readAt : undefined),
      onChange: (one) => changed.push(one),
      clock: () => state.now,
      every: (_, run) => {
        state.run = run;
        return () => {
          state.run = undefined;
        };
      },
    });
    return { ages, node, changed, state, tick: () => state.run?.() };
  }

  it('runs only while the view is visible and shows something that was read', async () => {
    const { ages, node, state, tick } = await scene();
    ages.setVisible(true);
    assert.equal(state.run, undefined);
    ages.watch(node);
    assert.ok(state.run);
    ages.setVisible(false);
    assert.equal(state.run, undefined);
    ages.setVisible(true);
    assert.ok(state.run);
    state.kept = false;
    tick();
    assert.equal(state.run, undefined);
  });

  it('draws a node when its age is another one, and not in between', async () => {
    const { ages, node, changed, state, tick } = await scene();
    ages.setVisible(true);
    ages.watch(node);
    tick();
    assert.deepEqual(changed, []);
    state.now = minutesLater(1);
    tick();
    assert.deepEqual(changed, [node]);
    assert.equal(ages.textOf(node), 'over 1 min ago');
    state.now = minutesLater(1.5);
    tick();
    assert.equal(changed.length, 1);
    ages.setVisible(false);
    state.now = minutesLater(30);
    ages.setVisible(true);
    assert.equal(changed.length, 2);
  });
});
