// Which rows are described, and when, where a listing gives only names.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Node, ResourceNode } from '../../../src/views/explorer/nodes.ts';
import { buildCollection, buildResource, readAt, World } from './world.ts';

/** So many queues by their names only; what is described is written down. */
async function queuesOf(count: number, describing: World['describe'] = async (rows) => rows) {
  const items = Array.from({ length: count }, (_, i) =>
    buildResource(`queue ${i}`, { isSparse: true }),
  );
  const world = new World().service('sqs', () => [
    buildCollection('Queues', async () => ({ items, readAt })),
  ]);
  world.describe = (rows, signal, priority) => {
    const numbers = rows.map(({ label }) => Number(label.split(' ')[1]));
    world.calls.push(`${numbers[0]} to ${numbers.at(-1)} (${rows.length}), ${priority}`);
    return describing(rows, signal, priority);
  };
  const queues = await world.find('demo', 'SQS', 'Queues');
  const rows = await world.tree.children(queues);
  const described = () => world.calls.filter((call) => call.includes('('));
  return { world, queues, rows, described };
}

function rowAt(rows: readonly Node[], index: number): ResourceNode {
  const row = rows[index];
  assert.equal(row?.kind, 'resource');
  return row as ResourceNode;
}

async function turn(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await setImmediate();
}

describe('rows whose listing gave only names', () => {
  it('are described when they come, as many as a person sees, and drawn again', async () => {
    const { world, rows, described } = await queuesOf(40, async (all) => all.slice(0, 1));
    await turn();
    assert.deepEqual(described(), ['0 to 29 (30), background']);
    assert.deepEqual(world.changes, [rowAt(rows, 0).id]);
  });

  it('are described with those around them when somebody looks at them, each once', async () => {
    const { world, rows, described } = await queuesOf(100);
    await turn();
    for (const index of [45, 59, 31, 12]) await world.tree.describe(rowAt(rows, index));
    await Promise.all([95, 96].map((index) => world.tree.describe(rowAt(rows, index))));
    assert.deepEqual(described(), [
      '0 to 29 (30), background',
      '30 to 59 (30), opened',
      '90 to 99 (10), opened',
    ]);
  });

  it('are waited for by who looks at them while they are being described', async () => {
    const answer = Promise.withResolvers<void>();
    const { world, rows, described } = await queuesOf(3, async (all) => {
      await answer.promise;
      return all;
    });
    let isKnown = false;
    const looking = world.tree.describe(rowAt(rows, 2)).then(() => {
      isKnown = true;
    });
    await turn();
    assert.equal(isKnown, false);
    answer.resolve();
    await looking;
    assert.equal(described().length, 1);
  });

  it('are described no more once their list is closed, and again when it is opened', async () => {
    const signals: AbortSignal[] = [];
    const answer = Promise.withResolvers<void>();
    const { world, queues, described } = await queuesOf(5, async (rows, signal) => {
      signals.push(signal);
      await answer.promise;
      return rows;
    });
    world.tree.collapse(queues);
    assert.equal(signals[0]?.aborted, true);
    world.tree.expand(queues);
    world.tree.expand(queues);
    assert.deepEqual(described(), ['0 to 4 (5), background', '0 to 4 (5), background']);
    assert.deepEqual(world.changes, []);
    answer.resolve();
    await turn();
    assert.equal(world.changes.length, 5);
    world.tree.collapse(queues);
    world.tree.expand(queues);
    assert.equal(described().length, 2);
  });

  it('are tried again, if they could not be described, when somebody looks at them', async () => {
    const answers = [[], [0, 1, 2]];
    const { world, rows, described } = await queuesOf(3, async (all) => {
      const known = answers.shift() ?? [];
      return all.filter((_, i) => known.includes(i));
    });
    await turn();
    await world.tree.describe(rowAt(rows, 1));
    await world.tree.describe(rowAt(rows, 1));
    assert.deepEqual(described(), ['0 to 2 (3), background', '0 to 2 (3), opened']);
  });
});
