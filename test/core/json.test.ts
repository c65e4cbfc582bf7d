import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { UnsupportedError } from '../../src/core/errors.ts';
import { parseJson, toJson } from '../../src/core/json.ts';

test('it writes what outputs hold', () => {
  const value = {
    long: 9223372036854775807n,
    when: new Date('2024-05-01T10:20:30Z'),
    precise: new Date('2024-05-01T10:20:30.123Z'),
    bytes: new Uint8Array([104, 105]),
    numbers: [1, -0.5, Number.NaN, Number.POSITIVE_INFINITY],
    absent: undefined,
    nothing: null,
  };
  assert.equal(
    toJson(value),
    '{"long":9223372036854775807,"when":"2024-05-01T10:20:30+00:00",' +
      '"precise":"2024-05-01T10:20:30.123000+00:00","bytes":"aGk=",' +
      '"numbers":[1,-0.5,"NaN","Infinity"],"nothing":null}',
  );
});

test('it indents on demand', () => {
  assert.equal(toJson({ a: [1n] }, 2), '{\n  "a": [\n    1\n  ]\n}');
});

test('it writes nothing as null', () => {
  assert.equal(toJson(undefined), 'null');
});

test('it leaves the value alone', () => {
  const value = { a: { b: new Date(0) }, c: ['x'] };
  toJson(value);
  assert.deepEqual(value, { a: { b: new Date(0) }, c: ['x'] });
});

test('it takes keys as data', () => {
  const text = '{"a":{"__proto__":{"b":1},"d":"x"}}';
  assert.equal(toJson(parseJson(text)), text);
  const copied = JSON.parse('{"__proto__":{"b":1},"d":0}') as Record<string, unknown>;
  copied.d = 1n;
  assert.equal(toJson(copied), '{"__proto__":{"b":1},"d":1}');
});

test('it refuses streams', () => {
  assert.throws(() => toJson({ Body: Readable.from([]) }), UnsupportedError);
});

test('it reads integers of any length', () => {
  assert.deepEqual(parseJson('[9007199254740991,9007199254740992,-9223372036854775808]'), [
    9007199254740991,
    9007199254740992n,
    -9223372036854775808n,
  ]);
  assert.equal(parseJson('12345678901234567890'), 12345678901234567890n);
  assert.deepEqual(parseJson('{"a":\n12345678901234567890}'), { a: 12345678901234567890n });
});

test('it reads other numbers as they are', () => {
  const numbers = ['1e30', '0.12345678901234567', '12345678901234567.5', '-0'];
  assert.deepEqual(parseJson(`[${numbers.join(',')}]`), numbers.map(Number));
});

test('it leaves digits in text alone', () => {
  assert.deepEqual(parseJson('{"id":"12345678901234567890 12345678901234567890"}'), {
    id: '12345678901234567890 12345678901234567890',
  });
});

test('it refuses what is not JSON', () => {
  assert.throws(() => parseJson('{a:1}'), SyntaxError);
});
