import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { modelSearchPath } from '../../../src/core/models/userModels.ts';
import { buildModel, makeFolder, writeFiles } from './dataFolder.ts';

async function openWith(t: TestContext, ...folders: Readonly<Record<string, unknown>>[]) {
  const searchPath: string[] = [];
  for (const files of folders) {
    const folder = await makeFolder(t);
    await writeFiles(folder, files);
    searchPath.push(folder);
  }
  return { catalogue: openCatalogue({ searchPath }), searchPath };
}

test('it adds a service of the user, plain or gzipped', async (t) => {
  const { catalogue } = await openWith(t, {
    'toys/2020-01-01/service-2.json': buildModel('2020-01-01', ['ListToys']),
    'trains/2020-01-01/service-2.json.gz': buildModel('2020-01-01', ['ListTrains']),
    'trains/2020-01-01/paginators-1.json': { pagination: { ListTrains: { input_token: 'Next' } } },
  });
  const ids = (await catalogue.services()).map(({ id }) => id);
  assert.equal(ids.length, 426);
  assert.deepEqual(ids, ids.toSorted());
  const toys = (await catalogue.services()).find(({ id }) => id === 'toys');
  assert.deepEqual(toys?.operations, ['ListToys']);
  const trains = await catalogue.service('trains');
  assert.deepEqual(Object.keys(trains.paginators), ['ListTrains']);
  assert.equal(trains.endpointRuleSet, undefined);
});

test("it lets a user's service be in every region of the partition", async (t) => {
  const { catalogue } = await openWith(t, {
    'toys/2020-01-01/service-2.json': buildModel('2020-01-01', []),
  });
  const regions = await catalogue.regions('toys', 'aws-cn');
  assert.deepEqual(regions, ['cn-north-1', 'cn-northwest-1']);
});

test("it prefers the user's model of the same version and takes the rest from AWS", async (t) => {
  const { catalogue } = await openWith(t, {
    'sqs/2012-11-05/service-2.json': buildModel('2012-11-05', ['ListQueues', 'PaintQueue']),
  });
  const sqs = await catalogue.service('sqs');
  assert.deepEqual(Object.keys(sqs.operations), ['ListQueues', 'PaintQueue']);
  assert.ok(sqs.paginators.ListQueues);
  assert.ok(sqs.endpointRuleSet);
  const summary = (await catalogue.services()).find(({ id }) => id === 'sqs');
  assert.deepEqual(summary?.operations, ['ListQueues', 'PaintQueue']);
});

test('it takes the latest version of all places', async (t) => {
  const { catalogue } = await openWith(t, {
    'sqs/2000-01-01/service-2.json': buildModel('2000-01-01', ['Old']),
    'sns/2999-01-01/service-2.json': buildModel('2999-01-01', ['New']),
  });
  assert.ok((await catalogue.service('sqs')).operations.ListQueues);
  const sns = await catalogue.service('sns');
  assert.deepEqual(Object.keys(sns.operations), ['New']);
  assert.deepEqual(sns.paginators, {});
  assert.ok(sns.endpointRuleSet, "rules have a latest version of their own: AWS's");
});

test('it takes single parts and extras of the user', async (t) => {
  const { catalogue } = await openWith(t, {
    'sqs/2012-11-05/paginators-1.json': { pagination: { Mine: { input_token: 'a' } } },
    'sqs/2012-11-05/service-2.sdk-extras.json': {
      merge: { shapes: { Mine: { type: 'string' } } },
    },
  });
  const sqs = await catalogue.service('sqs');
  assert.deepEqual(Object.keys(sqs.paginators), ['Mine']);
  assert.deepEqual(sqs.shapes.Mine, { type: 'string' });
  assert.ok(sqs.operations.ListQueues);
});

test('it reads the first folder that has the file', async (t) => {
  const { catalogue } = await openWith(
    t,
    { 'toys/2020-01-01/service-2.json': buildModel('2020-01-01', ['First']) },
    { 'toys/2020-01-01/service-2.json': buildModel('2020-01-01', ['Second']) },
  );
  assert.deepEqual(Object.keys((await catalogue.service('toys')).operations), ['First']);
});

test('it names the broken file, and other services work', async (t) => {
  const { catalogue, searchPath } = await openWith(t, {
    'toys/2020-01-01/service-2.json': '{ "metadata": ',
    'sqs/2012-11-05/service-2.json.gz': 'not gzip',
    'bare/1/service-2.json': { operations: {}, shapes: {}, metadata: { apiVersion: '1' } },
  });
  await writeFiles(searchPath[0] ?? '', { 'list/1/service-2.json': '[]' });
  await assert.rejects(catalogue.service('toys'), {
    code: 'Model',
    message: /toys.*service-2\.json/,
  });
  await assert.rejects(catalogue.service('bare'), /metadata has no "endpointPrefix"/);
  await assert.rejects(catalogue.service('list'), /is a JSON object/);
  assert.ok((await catalogue.service('sns')).operations.Publish);
  const services = await catalogue.services();
  const toys = services.find(({ id }) => id === 'toys');
  assert.match(toys?.problem ?? '', /toys.*service-2\.json/);
  const sqs = services.find(({ id }) => id === 'sqs');
  assert.ok(sqs?.problem && sqs.operations.includes('ListQueues'));
});

test('it sees a mended model without being opened anew', async (t) => {
  const { catalogue, searchPath } = await openWith(t, {
    'toys/2020-01-01/service-2.json': '{',
  });
  await assert.rejects(catalogue.service('toys'));
  assert.ok((await catalogue.services()).some(({ problem }) => problem));
  await writeFiles(searchPath[0] ?? '', {
    'toys/2020-01-01/service-2.json': buildModel('2020-01-01', ['ListToys']),
  });
  assert.ok((await catalogue.service('toys')).operations.ListToys);
  assert.ok((await catalogue.services()).every(({ problem }) => problem === undefined));
});

test("it uses the user's partitions and endpoints", async (t) => {
  const { catalogue } = await openWith(t, {
    'partitions.json': { version: '1', partitions: [{ id: 'mine', regions: {} }] },
    'endpoints.json': {
      partitions: [
        {
          partition: 'mine',
          regions: { 'my-1': {} },
          services: { sqs: { endpoints: { 'my-1': {} } } },
        },
      ],
    },
  });
  assert.deepEqual(
    (await catalogue.partitions()).partitions.map(({ id }) => id),
    ['mine'],
  );
  assert.deepEqual(await catalogue.regions('sqs', 'mine'), ['my-1']);
});

test('it takes folders that are not there for empty', async (t) => {
  const folder = await makeFolder(t);
  await rm(folder, { recursive: true });
  const catalogue = openCatalogue({ searchPath: [folder] });
  assert.equal((await catalogue.services()).length, 424);
});

test('it looks in AWS_DATA_PATH first, then in ~/.aws/models', () => {
  const listed = ['~/mine', '$TEAM/models', `\${TEAM}/more`, '/opt/$NONE'].join(path.delimiter);
  const home = path.join('/', 'home', 'ada');
  assert.deepEqual(modelSearchPath({ AWS_DATA_PATH: listed, TEAM: '/team' }, home), [
    `${home}/mine`,
    '/team/models',
    '/team/more',
    '/opt/$NONE',
    path.join(home, '.aws', 'models'),
  ]);
  assert.deepEqual(modelSearchPath({}, home), [path.join(home, '.aws', 'models')]);
});
