import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { CredentialsError, ServiceError } from '../../../src/core/errors.ts';
import { faceOf } from '../../../src/views/explorer/face.ts';
import type { BranchNode, FailureNode, MoreNode, Node } from '../../../src/views/explorer/nodes.ts';
import {
  buildCollection,
  buildPages,
  buildProfile,
  buildResource,
  readAt,
  SlowPages,
  World,
} from './world.ts';

test('shows profiles as roots, the active one marked and open', async () => {
  const world = new World().service('s3', () => []);
  assert.equal(
    await world.drawOpen(undefined, (label) => label === 'demo'),
    ['demo — us-east-1 · active', '  S3', 'prod — us-east-1'].join('\n'),
  );
});

test('shows profiles as the person wants them, and hidden ones only while they are active', async () => {
  const world = new World();
  world.configured = ['demo', 'old', 'prod'].map((name) => buildProfile(name));
  world.looks = {
    '*': { hidden: true },
    prod: { alias: 'Production', colour: 'red', readOnly: true, icon: 'flame' },
    '?ro?': { hidden: false },
  };
  assert.equal(
    await world.draw(),
    ['+ demo us-east-1 · active', '+ Production prod · read-only · us-east-1'].join('\n'),
  );
  const { icon, colour, spoken } = faceOf(await world.find('Production'));
  assert.deepEqual([icon, colour], ['flame', 'charts.red']);
  assert.equal(spoken, 'Profile Production, prod · read-only · us-east-1');
  world.looks = {};
  world.tree.switchProfiles();
  assert.equal((await world.draw()).split('\n').length, 3);
});

test('tells why a profile is broken, and shows the others', async () => {
  const world = new World();
  world.configured = [buildProfile('demo'), buildProfile('broken', 'config:3: no "=" in it')];
  assert.equal(
    await world.drawOpen(undefined, (label) => label === 'broken'),
    ['demo — us-east-1 · active', 'broken — cannot be used', '  no "=" in it'].join('\n'),
  );
});

test('shows the failure when the profiles cannot be read', async () => {
  const world = new World();
  Object.defineProperty(world, 'configured', {
    get: () => {
      throw new Error('config: permission denied');
    },
  });
  assert.equal(await world.draw(), '- config: permission denied');
  assert.deepEqual(world.failures, ['Error: config: permission denied']);
});

test('shows a collection, its resources and their children', async () => {
  const objects = buildCollection('Objects', buildPages(['a.txt', 'b.txt']), { inline: true });
  const page = async () => ({
    items: [buildResource('logs', { collections: [objects] })],
    readAt,
  });
  const world = new World().service('s3', () => [buildCollection('Buckets', page)]);
  assert.equal(
    await world.drawOpen(await world.find('demo'), () => true),
    ['S3', '  Buckets', '    logs', '      a.txt', '      b.txt'].join('\n'),
  );
});

test('asks nothing of AWS before a collection is opened', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  await world.draw(await world.find('demo', 'S3'));
  assert.equal(slow.count, 0);
});

test('shows the items of an inline collection beside the other collections', async () => {
  const world = new World().service('ec2', () => [
    buildCollection('Instances', buildPages(['web']), { inline: true }),
    buildCollection('Volumes', buildPages(['disk'])),
  ]);
  assert.equal(await world.draw(await world.find('demo', 'EC2')), '- web\n+ Volumes');
});

test('loads more in place, and keeps what is there', async () => {
  const pages = buildPages(['a', 'b'], ['c'], ['d']);
  const world = new World().service('s3', () => [buildCollection('Buckets', pages)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const [first] = await world.tree.children(buckets);
  assert.equal(await world.draw(buckets), '- a\n- b\n- Load more… 2 shown');
  world.tree.loadMore(await moreOf(world, buckets));
  assert.equal(await world.draw(buckets), '- a\n- b\n- c\n- Load more… 3 shown');
  assert.deepEqual(world.changes, [buckets.id, buckets.id]);
  world.tree.loadMore(await moreOf(world, buckets));
  assert.equal(await world.draw(buckets), '- a\n- b\n- c\n- d');
  assert.equal((await world.tree.children(buckets))[0], first);
});

test('shows that a first page takes long, and draws it when it is there', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [
    buildCollection('Fast', buildPages(['a']), { inline: true }),
    buildCollection('Slow', slow.page, { inline: true }),
  ]);
  const service = await world.find('demo', 'S3');
  assert.equal(await world.drawNow(service), '- a\n- Loading…');
  slow.answer(0, 'b');
  await turn();
  assert.deepEqual(world.changes, [service.id]);
  assert.equal(await world.drawNow(service), '- a\n- b');
  assert.equal(slow.count, 1);
});

test('stops waiting on request, and loads when it is asked to', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  await world.drawNow(buckets);
  const more = await moreOf(world, buckets);
  world.tree.stopLoading(more);
  assert.equal(slow.signals[0]?.aborted, true);
  assert.equal(await world.drawNow(buckets), '- Load… stopped');
  assert.equal(slow.count, 1);
  world.tree.loadMore(more);
  slow.answer(0, 'late');
  slow.answer(1, 'in time');
  assert.equal(await world.draw(buckets), '- in time');
});

test('shows that more is under way, and asks once', async () => {
  const slow = new SlowPages();
  const world = withFirstPage(['a'], slow);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const more = await moreOf(world, buckets);
  world.tree.loadMore(more);
  world.tree.loadMore(more);
  assert.equal(await world.drawNow(buckets), '- a\n- Loading… 1 shown');
  world.changes.length = 0;
  slow.answer(0, 'b');
  assert.equal(await world.draw(buckets), '- a\n- b');
  assert.deepEqual(world.changes, [buckets.id]);
  assert.equal(slow.count, 1);
});

test('shows a failure as a node, keeps it, and tries again on request', async () => {
  let isDenied = true;
  let asked = 0;
  const world = new World().service('s3', () => [
    buildCollection('Buckets', async () => {
      asked += 1;
      if (isDenied) throw denied;
      return { items: [buildResource('a')], readAt };
    }),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  assert.equal(await world.draw(buckets), '- AccessDenied: You may not.');
  await world.draw(buckets);
  assert.equal(asked, 1);
  assert.deepEqual(world.failures, [String(denied)]);
  isDenied = false;
  world.tree.loadMore(await failureOf(world, buckets));
  assert.equal(await world.draw(buckets), '- a');
});

test('keeps what is there when the next page fails', async () => {
  const pages = buildPages(['a'], ['b']);
  let failuresLeft = 1;
  const world = new World().service('s3', () => [
    buildCollection('Buckets', async (options) => {
      if (options.token !== undefined && failuresLeft-- > 0) throw denied;
      return pages(options);
    }),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  world.tree.loadMore(await moreOf(world, buckets));
  assert.equal(await world.draw(buckets), '- a\n- AccessDenied: You may not.');
  world.tree.loadMore(await failureOf(world, buckets));
  assert.equal(await world.draw(buckets), '- a\n- b');
});

test('offers to sign in, and goes on with exactly what waited for it', async () => {
  let isSignedIn = false;
  const page = (label: string) => async () => {
    if (!isSignedIn) throw new CredentialsError('ExpiredSignIn', 'demo', 'nobody is signed in.');
    return { items: [buildResource(label)], readAt };
  };
  let otherCalls = 0;
  const refused = async () => {
    otherCalls += 1;
    throw denied;
  };
  const world = new World().service('s3', () => [
    buildCollection('Buckets', page('logs')),
    buildCollection('Access points', refused),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const others = await world.find('demo', 'S3', 'Access points');
  assert.equal(await world.draw(buckets), '- Sign in… to go on here');
  await world.draw(others);
  assert.deepEqual(world.calls, ['sign-in offered to demo']);
  world.changes.length = 0;
  isSignedIn = true;
  world.tree.retrySignedOut();
  assert.deepEqual(world.changes, [buckets.id]);
  assert.equal(await world.draw(buckets), '- logs');
  assert.equal(otherCalls, 1);
});

test('shows the failure of a service whose description cannot be read', async () => {
  const world = new World().service('s3', () => {
    throw new Error('s3.json: is not JSON');
  });
  const service = await world.find('demo', 'S3');
  assert.equal(await world.draw(service), '- s3.json: is not JSON');
  const failure = await failureOf(world, service);
  world.collectionsByService.s3 = () => [buildCollection('Buckets', buildPages(['a']))];
  world.tree.loadMore(failure);
  assert.deepEqual(world.changes, [service.id]);
  assert.equal(await world.draw(service), '+ Buckets');
});

test('says quietly that a collection is empty', async () => {
  const world = new World().service('ec2', () => [
    buildCollection('Instances', buildPages([])),
    buildCollection('VPCs', buildPages([])),
  ]);
  const isOpen = (label: string) => label !== '';
  assert.equal(
    await world.drawOpen(await world.find('demo', 'EC2'), isOpen),
    ['Instances', '  No instances in us-east-1', 'VPCs', '  No VPCs in us-east-1'].join('\n'),
  );
});

test('writes what is empty as inside a sentence, and keeps the capitals of short names', async () => {
  const titles = ['Attached Policies', 'Dead-Letter Sources', 'DB Clusters', 'NAT Gateways'];
  const empty = (title: string) => buildCollection(title, buildPages([]));
  const world = new World().service('iam', () => titles.map(empty));
  const picture = await world.drawOpen(await world.find('demo', 'IAM'), (label) => label !== '');
  assert.deepEqual(
    picture.split('\n').filter((line) => line.startsWith(' ')),
    ['attached policies', 'dead-letter sources', 'DB clusters', 'NAT gateways'].map(
      (what) => `  No ${what} in us-east-1`,
    ),
  );
});

test('names both lists of an empty bucket, and none of a half-empty one', async () => {
  const inline = { inline: true };
  const folders = buildCollection('Folders', buildPages([]), inline);
  const bucket = (label: string, objects: readonly string[]) =>
    buildResource(label, {
      collections: [folders, buildCollection('Objects', buildPages(objects), inline)],
    });
  const page = async () => ({ items: [bucket('bare', []), bucket('used', ['a.txt'])], readAt });
  const world = new World().service('s3', () => [buildCollection('Buckets', page)]);
  assert.equal(
    await world.drawOpen(await world.find('demo', 'S3', 'Buckets'), (label) =>
      /^\w{4}$/.test(label),
    ),
    ['bare', '  No folders or objects in bare', 'used', '  a.txt'].join('\n'),
  );
});

test('keeps ids apart when a listing names a thing twice', async () => {
  const world = new World().service('s3', () => [
    buildCollection('Buckets', buildPages(['a', 'a'])),
  ]);
  const [one, other] = await world.tree.children(await world.find('demo', 'S3', 'Buckets'));
  assert.notEqual(one?.id, other?.id);
});

test('keeps ids apart when names have slashes', async () => {
  const collections = [buildCollection('b', buildPages(['x']), { inline: true })];
  const page = async () => ({
    items: [
      buildResource('a', { collections }),
      buildResource('a/b', { collections }),
      buildResource('a%2Fb'),
    ],
    readAt,
  });
  const world = new World().service('s3', () => [buildCollection('Buckets', page)]);
  const buckets = await world.tree.children(await world.find('demo', 'S3', 'Buckets'));
  const below = await Promise.all(buckets.map((node) => world.tree.children(node)));
  const ids = [...buckets, ...below.flat()].map((node) => node.id);
  assert.equal(new Set(ids).size, ids.length);
});

test('keeps ids over a refresh, and reads anew', async () => {
  let asked = 0;
  const world = new World().service('s3', () => [
    buildCollection('Buckets', async () => {
      asked += 1;
      return { items: [buildResource('a'), buildResource(`new ${asked}`)], readAt };
    }),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const [before] = await world.tree.children(buckets);
  world.tree.refresh(buckets as BranchNode);
  assert.deepEqual(world.changes, [buckets.id]);
  assert.equal(await world.draw(buckets), '- a\n- new 2');
  world.tree.refresh();
  const again = await world.find('demo', 'S3', 'Buckets');
  assert.equal(again.id, buckets.id);
  const [after] = await world.tree.children(again);
  assert.equal(after?.id, before?.id);
  assert.equal(asked, 3);
});

test('stops loading when the node is closed, and asks again when it is opened', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  await world.drawNow(buckets);
  world.tree.collapse(buckets);
  assert.equal(slow.signals[0]?.aborted, true);
  await turn();
  assert.deepEqual(world.changes, [buckets.id]);
  const again = world.draw(buckets);
  await turn();
  slow.answer(0, 'late');
  slow.answer(1, 'in time');
  assert.equal(await again, '- in time');
  assert.deepEqual(world.failures, []);
});

test('stops loading below a node that is closed', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  await world.drawNow(await world.find('demo', 'S3', 'Buckets'));
  const root = await world.find('demo');
  world.tree.collapse(root);
  await turn();
  assert.equal(slow.signals[0]?.aborted, true);
  assert.deepEqual(world.changes, [root.id]);
});

test('tries again what failed when the node was closed and is opened', async () => {
  const answers = [
    Promise.reject(denied),
    Promise.resolve({ items: [buildResource('a')], readAt }),
  ];
  const world = new World().service('s3', () => [
    buildCollection('Buckets', async () => answers.shift() ?? { items: [], readAt }),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  assert.equal(await world.draw(buckets), '- AccessDenied: You may not.');
  world.tree.collapse(buckets);
  assert.equal(await world.draw(buckets), '- a');
});

test('keeps what has arrived when a node is closed', async () => {
  const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['a']))]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const [before] = await world.tree.children(buckets);
  world.tree.collapse(buckets);
  const [after] = await world.tree.children(buckets);
  assert.equal(after, before);
  assert.deepEqual(world.changes, []);
});

test('offers more again when loading it was stopped', async () => {
  const slow = new SlowPages();
  const world = withFirstPage(['a'], slow);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  world.tree.loadMore(await moreOf(world, buckets));
  world.tree.collapse(buckets);
  assert.equal(await world.draw(buckets), '- a\n- Load more… 1 shown');
});

test('drops the answer to a question from before a refresh', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  await world.drawNow(buckets);
  world.tree.refresh(buckets as BranchNode);
  const drawn = world.draw(buckets);
  await turn();
  slow.answer(0, 'old');
  slow.answer(1, 'new');
  assert.equal(await drawn, '- new');
});

test('answers a question that a refresh overtook with what is new', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  const drawn = world.drawNow(buckets);
  await setImmediate();
  world.tree.refresh(buckets as BranchNode);
  await setImmediate();
  slow.answer(1, 'new');
  assert.equal(await drawn, '- new');
});

test('reports changes of the node that was asked for last', async () => {
  const pages = buildPages(['a'], ['b']);
  const world = new World().service('s3', () => [buildCollection('Buckets', pages)]);
  const before = await world.find('demo', 'S3', 'Buckets');
  const late = world.draw(before);
  world.tree.refresh();
  const after = await world.find('demo', 'S3', 'Buckets');
  assert.notEqual(after, before);
  await late;
  await world.draw(after);
  world.changedNodes.length = 0;
  world.tree.loadMore(await moreOf(world, after));
  assert.deepEqual(world.changedNodes, [after]);
});

test('keeps nothing of the old profile after a switch, and nothing arrives late', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', (session) => [
    buildCollection(`Buckets of ${session.profile}`, slow.page),
  ]);
  const buckets = await world.find('demo', 'S3', 'Buckets of demo');
  const old = world.tree.children(buckets);
  await setImmediate();
  world.activeProfile = 'prod';
  world.tree.switchProfiles();
  assert.equal(slow.signals[0]?.aborted, true);
  slow.answer(0, 'old');
  assert.deepEqual(await old, []);
  assert.deepEqual(world.calls, []);
  assert.deepEqual(world.changes, ['*']);
  assert.equal(await world.draw(), '+ demo us-east-1\n+ prod us-east-1 · active');
  const [demo] = await world.tree.children();
  assert.notEqual(demo?.id, buckets.id.split('/')[0]);
});

test('does not open what belonged to a session from before a switch', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  world.pickRegion('demo', 'eu-west-1');
  assert.deepEqual(await world.tree.children(buckets), []);
  assert.equal(slow.count, 0);
  assert.equal(await world.draw(), '+ demo eu-west-1 · active\n+ prod us-east-1');
});

test('keeps the other profiles as they are when a region changes', async () => {
  const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['a']))]);
  const before = await world.find('prod', 'S3', 'Buckets');
  const [bucket] = await world.tree.children(before);
  world.pickRegion('demo', 'eu-west-1');
  const after = await world.find('prod', 'S3', 'Buckets');
  assert.equal(after, before);
  assert.equal((await world.tree.children(after))[0], bucket);
});

test('tells that a session was used once AWS has answered', async () => {
  const world = new World().service('s3', () => [buildCollection('Buckets', buildPages(['a']))]);
  const buckets = await world.find('demo', 'S3', 'Buckets');
  assert.deepEqual(world.calls, []);
  await world.draw(buckets);
  assert.deepEqual(world.calls, ['used demo']);
});

test('stops everything when it is disposed', async () => {
  const slow = new SlowPages();
  const world = new World().service('s3', () => [buildCollection('Buckets', slow.page)]);
  const children = world.tree.children(await world.find('demo', 'S3', 'Buckets'));
  await setImmediate();
  world.tree.dispose();
  assert.equal(slow.signals[0]?.aborted, true);
  assert.deepEqual(await children, []);
  assert.equal(slow.count, 1);
});

const denied = new ServiceError({
  where: { service: 's3', operation: 'ListBuckets', profile: 'demo', region: 'us-east-1' },
  code: 'AccessDenied',
  message: 'You may not.',
  statusCode: 403,
  retryable: false,
});

function withFirstPage(labels: readonly string[], slow: SlowPages): World {
  const first = buildPages(labels, []);
  return new World().service('s3', () => [
    buildCollection('Buckets', (options) =>
      options.token === undefined ? first(options) : slow.page(options),
    ),
  ]);
}

async function moreOf(world: World, parent: Node): Promise<MoreNode> {
  const more = (await world.tree.children(parent)).find((node) => node.kind === 'more');
  return more ?? assert.fail('nothing more');
}

async function failureOf(world: World, parent: Node): Promise<FailureNode> {
  const failure = (await world.tree.children(parent)).find((node) => node.kind === 'failure');
  return failure ?? assert.fail('no failure');
}

/** Lets what is ready to run go on. */
async function turn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
