import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionError, NoRegionError } from '../../../src/core/errors.ts';
import { faceOf } from '../../../src/views/explorer/face.ts';
import type { ResourceNode, ShownResource } from '../../../src/views/explorer/nodes.ts';
import { stateColour } from '../../../src/views/explorer/stateColour.ts';
import { buildCollection, buildProfile, buildResource, readAt, World } from './world.ts';

const states: Readonly<Record<string, string | undefined>> = {
  running: 'charts.green',
  available: 'charts.green',
  ACTIVE: 'charts.green',
  CREATE_COMPLETE: 'charts.green',
  'in-use': 'charts.green',
  pending: 'charts.yellow',
  'shutting-down': 'charts.yellow',
  UPDATE_IN_PROGRESS: 'charts.yellow',
  stopped: 'disabledForeground',
  terminated: 'disabledForeground',
  INACTIVE: 'disabledForeground',
  DELETE_COMPLETE: 'disabledForeground',
  PendingDeletion: 'charts.yellow',
  CREATE_FAILED: 'charts.red',
  ROLLBACK_COMPLETE: 'charts.red',
  Unavailable: 'charts.red',
  Standard: undefined,
};

for (const [state, colour] of Object.entries(states)) {
  test(`shows ${state} in ${colour ?? 'no colour'}`, () => {
    assert.equal(stateColour(state), colour);
  });
}

test('tells the account of a profile with its alias, and offers a sign-in where keys come by one', async () => {
  const world = new World();
  world.configured = [buildProfile('demo'), buildProfile('prod')];
  const known = { knownAccount: '123456789012', accountAlias: 'meadow', canSignIn: true };
  for (const [name, context] of [
    ['demo', 'activeSignableProfile'],
    ['prod', 'signableProfile'],
  ] as const) {
    assert.notEqual(faceOf(await world.find(name)).context, context);
    Object.assign(world.session(name), known);
    const face = faceOf(await world.find(name));
    assert.equal(face.context, context);
    assert.match(face.description ?? '', /us-east-1 · 123456789012 \(meadow\)/);
    assert.ok(face.facts.some(([, value]) => value === '123456789012 (meadow)'));
  }
});

test('tells the state once', async () => {
  const described = async (description: string | undefined) =>
    faceOf(await resourceNode({ state: 'running', description })).description;
  assert.equal(await described('running · t3.micro'), 'running · t3.micro');
  assert.equal(await described('t3.micro'), 'running · t3.micro');
  assert.equal(await described(undefined), 'running');
});

test('tells of every resource which profile and region it is from', async () => {
  const face = faceOf(await resourceNode({ columns: [['Created', 'today']] }));
  assert.deepEqual(face.facts, [
    ['Created', 'today'],
    ['Profile', 'demo'],
    ['Region', 'us-east-1'],
  ]);
  assert.equal(face.spoken, 'Bucket a, profile demo, us-east-1');
});

test('says in the tooltip only what the label does not', async () => {
  const face = faceOf(
    await resourceNode({
      columns: [
        ['Name', 'a'],
        ['Type', 'b'],
      ],
    }),
  );
  assert.deepEqual(face.facts[0], ['Type', 'b']);
});

test('offers the console for what has a page there', async () => {
  assert.equal(faceOf(await resourceNode({})).context, 'resource');
  const consoleUrl = 'https://console.aws.amazon.com/';
  assert.equal(faceOf(await resourceNode({ consoleUrl })).context, 'linkedResource');
});

test('shows where a profile is configured and where it sends', async () => {
  const world = new World();
  world.configured = [
    { ...buildProfile('demo'), file: '~/.aws/config', line: 7, endpoint: 'http://localhost:5000' },
  ];
  assert.deepEqual(faceOf(await world.find('demo')).facts, [
    ['Region', 'us-east-1'],
    ['Credentials', 'access keys'],
    ['Endpoint', 'http://localhost:5000'],
    ['Configured in', '~/.aws/config:7'],
  ]);
});

test('warns of a fault of the shared files at its place, before the profiles', async () => {
  const world = new World();
  const problem = 'a section must be closed with "]"';
  const told = { file: '/home/me/.aws/config', line: 9, problem: 'told' };
  world.configured = [buildProfile('demo', `${told.file}:9: told.`)];
  world.faults = [
    { file: '/home/me/.aws/config', line: 3, problem },
    told,
    { file: 'C:\\Users\\me\\.aws\\credentials', problem: 'the file cannot be read (EACCES)' },
  ];
  const roots = await world.tree.children();
  const labels = roots.map((node) => faceOf(node).label);
  assert.deepEqual(labels, ['config:3', 'credentials', 'demo']);
  const face = roots[0] && faceOf(roots[0]);
  assert.equal(face?.title, problem);
  assert.equal(face?.icon, 'warning');
  assert.equal(face?.context, 'problem');
  assert.deepEqual(face?.facts, [['Stands in', '/home/me/.aws/config:3']]);
});

test('says of a profile without a region that it has none', async () => {
  const world = new World();
  Object.assign(world.session('prod'), { region: undefined });
  assert.equal(faceOf(await world.find('prod')).description, 'no region');
});

test('calls global what is the same in all regions, and gives what has a region its own', async () => {
  const world = new World().service('iam', () => []);
  Object.assign(world.services[0] ?? {}, { isGlobal: true });
  const parent = await world.find('demo', 'IAM');
  if (parent.kind !== 'service') throw new Error(parent.kind);
  const { session } = parent;
  const of = { kind: 'collection', id: 'c', session } as const;
  const collection = buildCollection('Users', async () => ({ items: [], readAt }));
  const users = { ...of, parent, collection };
  const place = { id: 'r', parent: users, session, kind: 'resource' } as const;
  const user = { ...place, resource: buildResource('u', { kind: 'User', isGlobal: true }) };
  const bucket = { ...place, resource: buildResource('b', { region: 'eu-west-3' }) };
  const keys = { ...of, parent: user, collection: { ...collection, title: 'Access Keys' } };
  assert.deepEqual(
    [parent, users, user, keys, bucket].map((node) => faceOf(node).spoken),
    [
      'Service IAM, profile demo, global',
      'Users, profile demo, global',
      'User u, profile demo, global',
      'Access Keys, profile demo, global',
      'Bucket b, profile demo, eu-west-3',
    ],
  );
  assert.deepEqual(faceOf(user).facts.at(-1), ['Region', 'global']);
});

test('begins the label of a failure with what happened, and tells all in the tooltip', async () => {
  const labelOf = (error: unknown) => faceOf({ kind: 'failure', id: 'f', error }).label;
  const where = { service: 'sqs', operation: 'ListQueues', profile: 'demo' };
  assert.match(labelOf(new NoRegionError(where)), /^No region is set\./);
  const refused = new ConnectionError('127.0.0.1:9', 'ECONNREFUSED', 'Check it.', true).at(where);
  assert.equal(labelOf(refused), 'No answer from 127.0.0.1:9: ECONNREFUSED. Check it.');
  const { title } = faceOf({ kind: 'failure', id: 'f', error: refused });
  assert.match(title ?? '', /^sqs\.ListQueues \(demo\): No answer from 127/);
  const world = new World();
  world.configured = [buildProfile('demo', '/home/me/.aws/config:9: this line is odd.')];
  const [problem] = await world.tree.children(await world.find('demo'));
  assert.ok(problem);
  assert.equal(faceOf(problem).label, 'this line is odd.');
  assert.equal(faceOf(problem).title, '/home/me/.aws/config:9: this line is odd.');
});

test('puts a failure on one line and the whole of it in the tooltip', async () => {
  const message = `No answer from localhost:\n${'x'.repeat(300)}`;
  const face = faceOf({ kind: 'failure', id: 'f', error: new Error(message) });
  assert.match(face.label, /^No answer from localhost: x+…$/);
  assert.equal(face.label.length, 160);
  assert.equal(face.title, message);
});

async function resourceNode(fields: Partial<ShownResource>): Promise<ResourceNode> {
  const world = new World().service('s3', () => []);
  const parent = await world.find('demo', 'S3');
  if (parent.kind !== 'service') throw new Error(parent.kind);
  const resource = buildResource('a', fields);
  return { kind: 'resource', id: 'r', parent, session: parent.session, resource };
}
