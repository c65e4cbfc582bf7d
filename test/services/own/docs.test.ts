import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { declaredServices } from '../../../src/services/index.ts';
import { checkOwn } from '../../../src/services/own/checkOwn.ts';
import { readBase } from '../../../src/services/registry.ts';

test('the example of the docs is a good declaration', async () => {
  const docs = await readFile(new URL('../../../docs/own-kinds.md', import.meta.url), 'utf8');
  const example = /```json\n(.*?)```/s.exec(docs)?.[1] ?? '';
  const catalogue = openCatalogue({ searchPath: [] });
  const readModel = (id: string) => catalogue.service(id);
  const { kinds, faults } = await checkOwn(JSON.parse(example), {
    declared: declaredServices,
    readBase: (id) => readBase(id, readModel),
    readModel,
  });
  assert.deepEqual(faults, []);
  assert.deepEqual(Object.keys(kinds?.kinds ?? {}), ['Line', 'Job']);
});
