import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixedTimestamp } from '../../../src/core/protocols/fixedTimestamp.ts';
import {
  formatMilliseconds,
  formatTimestamp,
  isTimestamp,
  parseTimestamp,
} from '../../../src/core/protocols/timestamps.ts';

const readings: readonly (readonly [unknown, string])[] = [
  ['2024-05-01T10:20:30Z', '2024-05-01T10:20:30.000Z'],
  ['2024-05-01T10:20:30.123Z', '2024-05-01T10:20:30.123Z'],
  ['2024-05-01T10:20:30.123456Z', '2024-05-01T10:20:30.123Z'],
  ['2024-05-01T10:20:30.123456789Z', '2024-05-01T10:20:30.123Z'],
  ['2024-05-01T12:20:30+02:00', '2024-05-01T10:20:30.000Z'],
  ['2024-05-01T04:50:30-0530', '2024-05-01T10:20:30.000Z'],
  ['2024-05-01 10:20:30', '2024-05-01T10:20:30.000Z'],
  ['2024-05-01T10:20', '2024-05-01T10:20:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['1900-03-01T00:00:00Z', '1900-03-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ['Wed, 01 May 2024 10:20:30 GMT', '2024-05-01T10:20:30.000Z'],
  ['Wed, 01 May 2024 12:20:30 +0200', '2024-05-01T10:20:30.000Z'],
  ['Wed May 01 10:20:30 2024', '2024-05-01T10:20:30.000Z'],
  ['1714558830', '2024-05-01T10:20:30.000Z'],
  ['1714558830.5', '2024-05-01T10:20:30.500Z'],
  [1714558830.123, '2024-05-01T10:20:30.123Z'],
  [-0.5, '1969-12-31T23:59:59.500Z'],
];

for (const [value, expected] of readings) {
  test(`it reads ${value}`, () => assert.equal(parseTimestamp(value).toISOString(), expected));
}

for (const value of [
  '',
  'soon',
  '2024-13-01T00:00:00Z',
  '2024-05-01T1x:20:30Z',
  null,
  {},
  Number.NaN,
]) {
  test(`it refuses ${JSON.stringify(value)}`, () => {
    assert.throws(() => parseTimestamp(value), TypeError);
    assert.equal(isTimestamp(value), false);
  });
}

test('it writes the three forms, whole seconds without a fraction', () => {
  const value = '2024-05-01T10:20:30Z';
  assert.equal(formatTimestamp(value, 'iso8601'), '2024-05-01T10:20:30Z');
  assert.equal(formatTimestamp(value, 'rfc822'), 'Wed, 01 May 2024 10:20:30 GMT');
  assert.equal(formatTimestamp(value, 'unixTimestamp'), 1714558830);
});

test('it keeps the microseconds of an input in ISO 8601', () => {
  const write = (value: unknown) => formatTimestamp(value, 'iso8601');
  assert.equal(write('2024-05-01T10:20:30.123456Z'), '2024-05-01T10:20:30.123456Z');
  assert.equal(write('2024-05-01T10:20:30.1234Z'), '2024-05-01T10:20:30.123400Z');
  assert.equal(write(new Date(1)), '1970-01-01T00:00:00.001000Z');
  assert.equal(write(1714558830.25), '2024-05-01T10:20:30.250000Z');
});

test('it agrees with the platform on every day of four centuries', () => {
  for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000) {
    const text = new Date(day).toISOString();
    if (parseTimestamp(text).getTime() !== day) assert.fail(text);
  }
});

test('it takes nothing for the fixed form but that, whatever byte stands wherever', () => {
  for (const text of ['2024-02-29T23:59:50Z', '1999-11-30T09:08:07.605Z']) {
    for (let at = 0; at < text.length; at++) {
      for (let code = 0; code < 256; code++) {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        const bytes = Buffer.from(changed, 'latin1');
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        const read = parseFixedTimestamp(view, 0, bytes.length);
        if (!Object.is(read, expectedOfFixedForm(changed))) assert.fail(`${changed} gave ${read}`);
      }
    }
  }
});

function expectedOfFixedForm(text: string): number | undefined {
  const form = /^.{4}-..-..T..:..:..(\....)?Z$/s;
  const fields = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?Z$/.exec(text)?.slice(1);
  if (fields === undefined) return form.test(text) ? Number.NaN : undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0] = fields.map(
    (field) => Number(field ?? 0),
  );
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isTime = hour < 24 && minute < 60 && second <= 60;
  return isDate && isTime ? date.setUTCHours(hour, minute, second, fraction) : Number.NaN;
}

test('it keeps milliseconds for the services that want them', () => {
  const at = '2024-05-01T10:20:30.123456Z';
  assert.equal(formatMilliseconds(at, 'unixTimestamp'), 1714558830.123);
  assert.equal(formatMilliseconds(at, 'iso8601'), '2024-05-01T10:20:30.123Z');
  assert.equal(formatMilliseconds(1714558830, 'iso8601'), '2024-05-01T10:20:30.000Z');
  assert.equal(formatMilliseconds(at, 'rfc822'), 'Wed, 01 May 2024 10:20:30 GMT');
});
