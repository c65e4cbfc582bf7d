import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { daysAgo, fill, hoursAgo } from '../../../src/core/resources/sources.ts';

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
