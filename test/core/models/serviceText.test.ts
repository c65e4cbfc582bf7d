import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { Service } from '../../../src/core/models/model.ts';
import { openServiceText } from '../../../src/core/models/serviceText.ts';
import { makeFolder, writeFiles } from './dataFolder.ts';

const file = path.resolve(import.meta.dirname, '../../../media/models/sqs.json');
let text = '';
let service: Service;

before(async () => {
  text = await readFile(file, 'utf8');
  const opened = openServiceText('sqs', file, text);
  assert.ok(opened);
  service = opened;
});

describe('a service read by lines', () => {
  it('gives the same value on every look', () => {
    assert.equal(service.shapes.Message, service.shapes.Message);
    assert.equal(service.operations.ListQueues?.name, 'ListQueues');
    assert.equal(service.endpointRuleSet, service.endpointRuleSet);
  });

  it('has what any object has, and nothing that its names only resemble', () => {
    assert.equal(service.shapes.NoSuchShape, undefined);
    assert.equal(Object.hasOwn(service.shapes, 'constructor'), false);
    assert.equal(Object.hasOwn(service.operations, 'SendMessage'), true);
    assert.equal('toString' in service.shapes, true);
    assert.equal('Message' in service.shapes, true);
    assert.deepEqual(Object.keys({ ...service.paginators }), Object.keys(service.paginators));
  });

  it('cannot be changed', () => {
    const shapes = service.shapes as Record<string, unknown>;
    assert.throws(() => Object.assign(shapes, { Message: {} }), TypeError);
    assert.equal(Reflect.deleteProperty(shapes, 'Message'), false);
  });

  it('names the file when a line is broken, and gives the others', () => {
    const broken = text.replace('"Message":{"type"', '"Message":{"ty');
    const opened = openServiceText('sqs', 'sqs.json', broken);
    assert.throws(() => opened?.shapes.Message, { code: 'Model', message: /sqs\.json/ });
    assert.equal(opened?.shapes.MessageList?.type, 'list');
  });
});

describe('a catalogue file', () => {
  it('is read as a whole where its lines end in another way', async (t) => {
    const folder = await makeFolder(t);
    await writeFiles(folder, { 'sqs.json': text.replaceAll('\n', '\r\n'), 'sns.json': '{"a":1' });
    assert.equal(openServiceText('sqs', file, text.replaceAll('\n', '\r\n')), undefined);
    const catalogue = openCatalogue({ folder, searchPath: [] });
    const { shapes, id } = await catalogue.service('sqs');
    assert.deepEqual([id, shapes.Message], ['sqs', service.shapes.Message]);
    await assert.rejects(catalogue.service('sns'), { code: 'Model', message: /sns\.json/ });
  });
});
