import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileList, compilePath } from '../../../src/core/resources/paths.ts';

const output = {
  Name: 'x',
  Empty: '',
  Zero: 0,
  Null: null,
  State: { Name: 'running' },
  Reservations: [
    { Instances: [{ Id: 1, Ips: ['a', 'b'] }, { Id: 2 }] },
    {},
    { Instances: [{ Id: 3, Ips: ['c'] }] },
  ],
};

describe('a path', () => {
  for (const [path, expected] of [
    ['@', output],
    ['Name', 'x'],
    ['Empty', ''],
    ['Zero', 0],
    ['Null', undefined],
    ['Absent', undefined],
    ['Absent.Name', undefined],
    ['State.Name', 'running'],
    ['Name.length', undefined],
    ['toString', undefined],
    ['Reservations[0].Instances[1].Id', 2],
    ['Reservations[9].Instances[1].Id', undefined],
    ['Reservations[].Instances[].Id', [1, 2, 3]],
    ['Reservations[].Instances[].Ips[]', ['a', 'b', 'c']],
    ['Reservations[].Instances[].Ips', [['a', 'b'], ['c']]],
    ['Reservations[].Instances[0].Id', [1, 3]],
    ['Reservations[-1].Instances[].Id', [3]],
    ['Empty[-1]', undefined],
    ['Absent[]', []],
    ['Name[]', []],
  ] as const) {
    test(`it reads ${path}`, () => assert.deepEqual(compilePath(path)(output), expected));
  }

  for (const path of ['', '.', 'A.', '.A', 'A..B', 'A[', 'A]', 'A[x]', 'A[-]', 'A[]B', '[].']) {
    test(`it refuses "${path}"`, () => {
      assert.throws(() => compilePath(path), { code: 'Kind', message: /is not a path/ });
    });
  }

  test('it reads one value where a list is meant as a list of one', () => {
    assert.deepEqual(compileList('Name')(output), ['x']);
    assert.deepEqual(compileList('Absent')(output), []);
  });

  test('it reads text and nothing as it reads objects', () => {
    assert.equal(compilePath('@')('text'), 'text');
    assert.equal(compilePath('Name')('text'), undefined);
    assert.equal(compilePath('Name')(undefined), undefined);
  });
});
