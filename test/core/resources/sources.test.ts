import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  askOptional,
  daysAgo,
  fill,
  hoursAgo,
  sessionRegion,
} from '../../../src/core/resources/sources.ts';

const now = Date.parse('2024-05-02T01:30:00Z');

describe('a source of time', () => {
  test('it gives the time so many hours ago', () => {
    assert.equal(fill(hoursAgo(0), { identifiers: {}, now }), '2024-05-02T01:30:00.000Z');
    assert.equal(fill(hoursAgo(6), { identifiers: {}, now }), '2024-05-01T19:30:00.000Z');
  });

  test('it gives the day so many days ago', () => {
    assert.equal(fill(daysAgo(0), { identifiers: {}, now }), '2024-05-02');
    assert.equal(fill(daysAgo(90), { identifiers: {}, now }), '2024-02-02');
  });

  test("it reads the machine's clock where no time is given", () => {
    const before = Date.now();
    const time = Date.parse(String(fill(hoursAgo(0), { identifiers: {} })));
    assert.ok(time >= before && time <= Date.now(), String(time));
  });
});

describe('the region of the Session', () => {
  const context = { identifiers: {}, region: 'us-east-1', sessionRegion: 'eu-west-1' };

  test('it is not where the resource is', () => {
    assert.equal(fill(sessionRegion(), context), 'eu-west-1');
  });

  test('it is nothing where it is the one that is meant anyway', () => {
    assert.equal(fill(sessionRegion('eu-west-1'), context), undefined);
    assert.equal(fill(sessionRegion('us-east-1'), context), 'eu-west-1');
  });
});

describe('a structure of sources', () => {
  test('it is left out where none of them gives anything', () => {
    const value = { Rules: [{ Days: askOptional('Days') }], Note: { Text: askOptional('Text') } };
    assert.deepEqual(fill({ ...value, Name: 'n' }, { identifiers: {} }), { Rules: [], Name: 'n' });
    assert.deepEqual(fill(value, { identifiers: {}, input: { Text: 't' } }), {
      Rules: [],
      Note: { Text: 't' },
    });
  });

  test('it stays where it is declared as empty', () => {
    assert.deepEqual(fill({ Filter: {} }, { identifiers: {} }), { Filter: {} });
  });
});
