import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeCatalogue } from '../../../tools/catalogue/write.ts';
import { buildModel, makeFolder, writeFiles } from './dataFolder.ts';

const doc = '<p>Prose.</p>';

const documented = {
  ...buildModel('2020-01-01', []),
  documentation: doc,
  operations: {
    PutToy: {
      name: 'PutToy',
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'Toy', documentation: doc },
      errors: [{ shape: 'Toy', documentation: doc }],
      documentation: doc,
      deprecated: true,
      deprecatedMessage: doc,
    },
  },
  shapes: {
    Toy: {
      type: 'structure',
      required: ['documentation'],
      members: {
        zebra: { shape: 'Names', documentation: doc },
        documentation: { shape: 'Name', documentation: doc },
        description: { shape: 'Name' },
      },
      documentation: doc,
    },
    Names: { type: 'list', member: { shape: 'Name', documentation: doc } },
    Name: { type: 'string', enum: ['documentation', 'a'], documentation: doc },
  },
};

const source = {
  'toys/2019-01-01/service-2.json': buildModel('2019-01-01', ['OldToy']),
  'toys/2020-01-01/service-2.json.gz': documented,
  'toys/2020-01-01/service-2.sdk-extras.json': {
    version: 1,
    merge: { shapes: { Name: { max: 9 }, Extra: { type: 'timestamp' } } },
  },
  'toys/2020-01-01/paginators-1.json': {
    pagination: { ListToys: { input_token: 'Next', output_token: 'Next', result_key: 'Toys' } },
  },
  'toys/2020-01-01/paginators-1.sdk-extras.json': {
    merge: { pagination: { ListToys: { non_aggregate_keys: ['Owner'] } } },
  },
  'toys/2020-01-01/waiters-2.json': {
    version: 2,
    waiters: {
      ToyExists: { description: doc, operation: 'PutToy', delay: 1, maxAttempts: 2, acceptors: [] },
    },
  },
  'toys/2020-01-01/examples-1.json': { examples: { PutToy: [{ description: doc }] } },
  'toys/2020-01-01/endpoint-rule-set-1.json.gz': {
    version: '1.0',
    parameters: { Region: { builtIn: 'AWS::Region', documentation: doc, type: 'String' } },
    rules: [{ conditions: [], error: 'No region.', type: 'error' }],
  },
  'partitions.json': { version: '1.1', partitions: [{ id: 'aws', regions: {} }] },
  'endpoints.json': {
    partitions: [
      {
        partition: 'aws',
        regions: { 'eu-west-1': {}, 'us-east-1': {} },
        services: {
          toys: { endpoints: { 'eu-west-1': {}, 'fips-us-east-1': {}, 'us-east-1': {} } },
          whole: { endpoints: { 'aws-global': {} } },
        },
      },
    ],
  },
};

test('it writes the same bytes from the same source', async (t) => {
  const [first, second] = [await write(t), await write(t)];
  assert.deepEqual(await readAll(first), await readAll(second));
});

test('it leaves all prose out and keeps members that are called like it', async (t) => {
  const files = await readAll(await write(t));
  const text = Object.values(files).join('');
  assert.ok(!text.includes('Prose'));
  const { shapes } = JSON.parse(files['toys.json'] ?? '');
  assert.deepEqual(Object.keys(shapes.Toy.members), ['zebra', 'documentation', 'description']);
  assert.deepEqual(shapes.Name.enum, ['documentation', 'a']);
});

test('it takes the latest version, with extras merged in', async (t) => {
  const toys = JSON.parse((await readAll(await write(t)))['toys.json'] ?? '');
  assert.equal(toys.metadata.apiVersion, '2020-01-01');
  assert.deepEqual(Object.keys(toys.operations), ['PutToy']);
  assert.equal(toys.shapes.Name.max, 9);
  assert.deepEqual(toys.shapes.Extra, { type: 'timestamp' });
  assert.deepEqual(toys.paginators.ListToys.non_aggregate_keys, ['Owner']);
  assert.deepEqual(Object.keys(toys.waiters), ['ToyExists']);
  assert.equal(toys.endpointRuleSet.rules[0].error, 'No region.');
});

test('it puts each operation and each shape on a line of its own', async (t) => {
  const lines = ((await readAll(await write(t)))['toys.json'] ?? '').split('\n');
  assert.equal(lines.filter((line) => line.startsWith('"PutToy":')).length, 1);
  assert.equal(lines.filter((line) => /^"(Toy|Names|Name|Extra)":/.test(line)).length, 4);
});

test('it writes the index, the version, and the regions of each service', async (t) => {
  const files = await readAll(await write(t));
  assert.deepEqual(JSON.parse(files['version.json'] ?? ''), {
    botocore: '1.2.3',
    services: 1,
    operations: 1,
    shapes: 4,
  });
  assert.deepEqual(JSON.parse(files['index.json'] ?? ''), {
    services: [
      {
        id: 'toys',
        sdkId: 'Toys',
        title: 'Toy Service',
        apiVersion: '2020-01-01',
        endpointPrefix: 'toys',
        operations: ['PutToy'],
      },
    ],
  });
  assert.deepEqual(JSON.parse(files['endpoints.json'] ?? ''), {
    aws: { toys: ['eu-west-1', 'us-east-1'], whole: [] },
  });
});

test('it removes the file of a service that is gone', async (t) => {
  const target = await makeFolder(t);
  await writeFiles(target, { 'gone.json': {} });
  await write(t, target);
  assert.ok(!(await readdir(target)).includes('gone.json'));
});

test('it names the folder that is not a data folder', async (t) => {
  const [from, to] = [await makeFolder(t), await makeFolder(t)];
  await assert.rejects(writeCatalogue(from, to, '1'), /has no endpoints\.json/);
});

async function write(t: TestContext, target?: string): Promise<string> {
  const from = await makeFolder(t);
  const to = target ?? (await makeFolder(t));
  await writeFiles(from, source);
  await writeCatalogue(from, to, '1.2.3');
  return to;
}

async function readAll(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort()) {
    files[name] = await readFile(path.join(folder, name), 'utf8');
  }
  return files;
}
