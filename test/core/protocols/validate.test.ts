import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { formatPath } from '../../../src/core/errors.ts';
import type { Shape } from '../../../src/core/models/model.ts';
import { validateInput } from '../../../src/core/protocols/validate.ts';
import { makeService, structure } from './testService.ts';

const shapes: Readonly<Record<string, Shape>> = {
  Input: structure(
    {
      Name: 'Name',
      Count: 'Count',
      Long: 'Long',
      Ratio: 'Double',
      On: 'Flag',
      Data: 'Bytes',
      When: 'Time',
      Tags: 'Tags',
      Labels: 'Labels',
      Choice: 'Choice',
      Free: 'Free',
      Sparse: 'Sparse',
      Host: { shape: 'Text', hostLabel: true },
    },
    { required: ['Name'] },
  ),
  Name: { type: 'string', min: 2 },
  Count: { type: 'integer', min: 1 },
  Tags: { type: 'list', member: { shape: 'Tag' }, min: 1 },
  Tag: structure({ Key: 'Text', Value: 'Text' }, { required: ['Key'] }),
  Labels: { type: 'map', key: { shape: 'Name' }, value: { shape: 'Int' } },
  Choice: structure({ A: 'Text', B: 'Text' }, { union: true }),
  Sparse: { type: 'list', member: { shape: 'Text' }, sparse: true },
};

/** An input and its faults, one a line. */
const cases: readonly (readonly [string, unknown, string])[] = [
  ['accepts what is enough', { Name: 'ab' }, ''],
  ['wants an object', [], ': must be an object, not a list.'],
  ['misses what is required', {}, 'Name: is required and missing.'],
  ['takes undefined for absent', { Name: undefined }, 'Name: is required and missing.'],
  ['does not take null for absent', { Name: null }, 'Name: must be text, not null.'],
  [
    'suggests a member for a mistyped one',
    { Name: 'ab', Cont: 1 },
    'Cont: is not known. Did you mean Count?',
  ],
  [
    'lists the members where none is near',
    { Name: 'ab', Tags: [{ Key: 'k', Zzzzzz: 1 }] },
    'Tags[0].Zzzzzz: is not known. Tag has Key, Value.',
  ],
  [
    'finds all faults, by path',
    { Name: 'a', Count: 0, Tags: [{ Key: 1 }, {}], Labels: { ab: 'x', c: 1 } },
    [
      'Name: must have at least 2 characters.',
      'Count: must be at least 1.',
      'Tags[0].Key: must be text, not this number.',
      'Tags[1].Key: is required and missing.',
      'Labels.ab: must be an integer, not this text.',
      'Labels.c: as a key must have at least 2 characters.',
    ].join('\n'),
  ],
  [
    'counts characters, not their halves',
    { Name: '\u{1F600}' },
    'Name: must have at least 2 characters.',
  ],
  ['wants enough items', { Name: 'ab', Tags: [] }, 'Tags: must have at least 1 items.'],
  ['wants a list', { Name: 'ab', Tags: {} }, 'Tags: must be a list, not an object.'],
  ['wants a map', { Name: 'ab', Labels: [] }, 'Labels: must be an object, not a list.'],
  ['wants whole numbers', { Name: 'ab', Long: 1.5 }, 'Long: must be an integer, not this number.'],
  ['takes bigint', { Name: 'ab', Long: 9007199254740993n, Count: 5n }, ''],
  ['compares bigint', { Name: 'ab', Count: 0n }, 'Count: must be at least 1.'],
  ['takes the names of numbers', { Name: 'ab', Ratio: '-Infinity' }, ''],
  [
    'does not take other text',
    { Name: 'ab', Ratio: '1' },
    'Ratio: must be a number, not this text.',
  ],
  ['wants booleans', { Name: 'ab', On: 'true' }, 'On: must be true or false, not this text.'],
  ['takes base64', { Name: 'ab', Data: 'aGk' }, ''],
  ['takes bytes', { Name: 'ab', Data: new Uint8Array(1) }, ''],
  ['does not take other text as a blob', { Name: 'ab', Data: 'hi!' }, 'Data: must be base64 text.'],
  [
    'takes a stream only as the body',
    { Name: 'ab', Data: Readable.from([]) },
    'Data: must be base64 text or bytes; only a body may be a stream.',
  ],
  ['takes a date', { Name: 'ab', When: new Date(0) }, ''],
  ['takes ISO 8601', { Name: 'ab', When: '2024-05-01' }, ''],
  ['takes seconds', { Name: 'ab', When: 1.5 }, ''],
  [
    'does not take an invalid date',
    { Name: 'ab', When: new Date('x') },
    'When: must be a timestamp: ISO 8601 text, or seconds since 1970, not an object.',
  ],
  [
    'does not take other text as a timestamp',
    { Name: 'ab', When: 'soon' },
    'When: must be a timestamp: ISO 8601 text, or seconds since 1970, not this text.',
  ],
  [
    'wants exactly one member of a union',
    { Name: 'ab', Choice: {} },
    'Choice: must have exactly one of the members A, B.',
  ],
  [
    'wants no second member of a union',
    { Name: 'ab', Choice: { A: '1', B: '2' } },
    'Choice: must have exactly one of the members A, B.',
  ],
  ['takes any JSON as a document', { Name: 'ab', Free: [null, { a: 1n }] }, ''],
  [
    'takes no dates in a document',
    { Name: 'ab', Free: { a: new Date(0) } },
    'Free: must be plain JSON.',
  ],
  ['takes null in a sparse list', { Name: 'ab', Sparse: [null] }, ''],
  ['wants text for the host', { Name: 'ab', Host: '' }, 'Host: must have at least 1 characters.'],
];

for (const [name, input, expected] of cases) {
  test(`it ${name}`, () => {
    const { service, operation } = makeService({ protocol: 'json', shapes });
    const faults = validateInput(service, operation, input);
    const lines = faults.map(({ path, message }) => `${formatPath(path)}: ${message}`);
    assert.equal(lines.join('\n'), expected);
  });
}

test('it takes a stream as the body', () => {
  const { service, operation } = makeService({
    protocol: 'rest-json',
    shapes: { Input: structure({ Body: 'Bytes' }, { payload: 'Body' }) },
  });
  assert.deepEqual(validateInput(service, operation, { Body: Readable.from([]) }), []);
});

test('it takes no members where the operation has no input', () => {
  const { service, operation } = makeService({ protocol: 'json' });
  assert.deepEqual(validateInput(service, operation, {}), []);
  assert.equal(validateInput(service, operation, { A: 1 }).length, 1);
});

test('it never repeats a value', () => {
  const { service, operation } = makeService({ protocol: 'json', shapes });
  const faults = validateInput(service, operation, {
    Name: 'x',
    Data: 'hush!',
    When: 'hush',
    On: 'hush',
  });
  assert.equal(faults.length, 4);
  assert.doesNotMatch(JSON.stringify(faults), /hush/);
});
