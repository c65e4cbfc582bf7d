// Objects of a structure that was read so often that a test of them was made come out as those before it do.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Shape } from '../../../src/core/models/model.ts';
import { readJsonBody } from '../../../src/core/protocols/jsonBody.ts';
import { schemaOf } from '../../../src/core/protocols/schema.ts';
import { makeService, structure } from './testService.ts';

/** A test of objects is made after a thousand of them, and given up after a thousand that it did not help with. */
const enough = 3000;

const members = {
  Text: 'Text',
  Int: 'Int',
  Long: 'Long',
  Double: 'Double',
  Flag: 'Flag',
  Time: 'Time',
  Bytes: 'Bytes',
  Texts: 'Texts',
  Inner: 'Item',
  Bound: { shape: 'Text', location: 'header' },
} as const;

const plain = '{"Text":"t","Int":1,"Long":2,"Double":0.5,"Flag":true}';
const items = [
  plain,
  '{}',
  '{"Flag":false,"Text":""}',
  '{"Text":null,"Int":1}',
  '{"Int":null}',
  '{"Unknown":1}',
  '{"Text":"t","Unknown":1}',
  '{"Text":"t","Unknown":null,"Int":3}',
  '{"__proto__":{"Text":"x"}}',
  '{"Text":"t","__proto__":1}',
  '{"Bound":"x","Text":"t"}',
  '{"Int":"7","Long":"8"}',
  '{"Int":1.5}',
  '{"Long":9007199254740993}',
  '{"Double":"NaN","Text":"t"}',
  '{"Double":9007199254740993}',
  '{"Flag":"true"}',
  '{"Time":1700000000}',
  '{"Text":"t","Bytes":"eA=="}',
  '{"Texts":["a","b"]}',
  '{"Inner":{"Text":"t","Unknown":1,"Inner":{"Long":9007199254740993}}}',
  '{"constructor":"x","Text":"t"}',
];

test('it reads all objects as it read the first of them', () => {
  const experienced = makeReader({ Item: structure(members) });
  experienced(Array(enough).fill(plain));
  for (const item of items) {
    const [first] = makeReader({ Item: structure(members) })([item]);
    for (const many of [[item], [plain, item, plain], items]) {
      const read = experienced(many);
      assert.deepEqual(read[many.indexOf(item)], first, item);
      assert.equal(Object.getPrototypeOf(read[0]), Object.prototype);
    }
  }
});

test('it reads on where no object passes any more, and where they do again', () => {
  const read = makeReader({ Item: structure(members) });
  const unknown = '{"Text":"t","Unknown":1}';
  for (const item of [plain, unknown, plain, unknown]) {
    const all = read(Array(enough).fill(item));
    assert.deepEqual(all.at(-1), item === plain ? JSON.parse(plain) : { Text: 't' });
  }
});

test('it takes members that every object has for what they are', () => {
  for (const name of ['constructor', 'toString', 'valueOf']) {
    const read = makeReader({ Item: structure({ [name]: 'Text', Text: 'Text' }) });
    read(Array(1500).fill('{"Text":"t"}'));
    const [first, second] = read([`{"${name}":"x","Text":"t"}`, '{"Text":"t","Unknown":1}']);
    assert.deepEqual(Object.entries(first ?? {}), [
      [name, 'x'],
      ['Text', 't'],
    ]);
    assert.deepEqual(Object.entries(second ?? {}), [['Text', 't']]);
  }
});

test('it reads structures of one member and of many, and names that are no words', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`m${i}`, 'Int']));
  for (const [all, item] of [
    [{ One: 'Text' }, '{"One":"x"}'],
    [many, '{"m1":1,"m59":2}'],
    [{ 'a-b "c"\\': 'Text', '0': 'Int' }, '{"a-b \\"c\\"\\\\":"x","0":1}'],
  ] as const) {
    const read = makeReader({ Item: structure(all) });
    read(Array(enough).fill(item));
    const unknown = item.replace('}', ',"Unknown":1}');
    assert.deepEqual(read([item, unknown]), [JSON.parse(item), JSON.parse(item)]);
  }
});

test('it reads where the process does not let code be made', async () => {
  const program = `
    const { readJsonBody } = await import(${JSON.stringify(moduleOf('jsonBody'))});
    const { schemaOf } = await import(${JSON.stringify(moduleOf('schema'))});
    const shapes = {
      Output: { type: 'structure', members: { Items: { shape: 'Items' } } },
      Items: { type: 'list', member: { shape: 'Item' } },
      Item: { type: 'structure', members: { Text: { shape: 'Text' } } },
      Text: { type: 'string' },
    };
    const text = JSON.stringify({ Items: Array(${enough}).fill({ Text: 'long '.repeat(50), Other: 1 }) });
    const output = readJsonBody(schemaOf({ id: 'x', shapes }, { shape: 'Output' }), Buffer.from(text));
    console.log(output.Items.length, Object.keys(output.Items.at(-1)));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disallow-code-generation-from-strings',
    '--input-type=module',
    '--eval',
    program,
  ]);
  assert.equal(stdout, `${enough} [ 'Text' ]\n`);
});

/** Reads the items of a list. The space in front keeps them from being scanned instead of parsed. */
function makeReader(shapes: Readonly<Record<string, Shape>>) {
  const Output = structure({ Items: 'Items' });
  const Items: Shape = { type: 'list', member: { shape: 'Item' } };
  const { service, operation } = makeService({
    protocol: 'json',
    shapes: { ...shapes, Output, Items },
  });
  const schema = schemaOf(service, operation.output ?? assert.fail());
  return (all: readonly string[]): readonly object[] => {
    const { Items } = readJsonBody(schema, Buffer.from(` {"Items":[${all.join(',')}]}`));
    return Items as readonly object[];
  };
}

function moduleOf(name: string): string {
  return fileURLToPath(new URL(`../../../src/core/protocols/${name}.ts`, import.meta.url));
}
