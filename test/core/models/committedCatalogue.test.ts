// The catalogue as it is in the repository.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

const folder = path.resolve(import.meta.dirname, '../../../media/models');
const texts = new Map<string, string>();

before(async () => {
  for (const name of await readdir(folder)) {
    texts.set(name, await readFile(path.join(folder, name), 'utf8'));
  }
});

test('it has every service and operation it counts', async () => {
  const counts = JSON.parse(texts.get('version.json') ?? '');
  const services = await openCatalogue({ folder, searchPath: [] }).services();
  assert.equal(services.length, 424);
  assert.equal(services.flatMap((service) => service.operations).length, 18_378);
  assert.deepEqual([counts.services, counts.operations], [424, 18_378]);
  assert.equal(texts.size, 424 + 4);
});

test('it has no documentation text', () => {
  const prose = /"(documentation|deprecatedMessage)":"/;
  const documented = [...texts].filter(([, text]) => prose.test(text)).map(([name]) => name);
  assert.deepEqual(documented, []);
});

test('it lists services and operations sorted', async () => {
  const services = await openCatalogue({ folder, searchPath: [] }).services();
  const ids = services.map(({ id }) => id);
  assert.deepEqual(ids, ids.toSorted());
  for (const { operations } of services) {
    assert.deepEqual(operations, [...operations].sort());
  }
});

test('it describes every service by all its parts', () => {
  for (const { id, operations } of JSON.parse(texts.get('index.json') ?? '').services) {
    const service = JSON.parse(texts.get(`${id}.json`) ?? '');
    assert.deepEqual(Object.keys(service.operations).sort(), operations, id);
    assert.deepEqual(Object.keys(service), [
      'metadata',
      'operations',
      'shapes',
      'paginators',
      'waiters',
      'endpointRuleSet',
    ]);
  }
});

test('it gives line by line what each file says as a whole', async () => {
  const catalogue = openCatalogue({ folder, searchPath: [] });
  for (const { id } of await catalogue.services()) {
    const { errorShapes, ...service } = await catalogue.service(id);
    const whole = { ...JSON.parse(texts.get(`${id}.json`) ?? ''), id };
    assert.equal(JSON.stringify(sorted(service)), JSON.stringify(sorted(whole)), id);
    const errors = Object.keys(whole.shapes).filter((name) => whole.shapes[name].exception);
    assert.deepEqual(
      errors.filter((name) => !errorShapes?.includes(name)),
      [],
      id,
    );
  }
});

function sorted(parts: object): object {
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
