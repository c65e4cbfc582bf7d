import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeMember,
  membersOf,
  shapeAt,
  valueSnippet,
  valuesOf,
} from '../../../src/views/operations/members.ts';
import { put, sample } from './sample.ts';

describe('the members of an input', () => {
  it('are described by type, need and range, required ones first', () => {
    const members = membersOf(sample, shapeAt(sample, put, []));
    assert.equal(
      members.map((member) => `${member.name}: ${describeMember(sample, member)}`).join('\n'),
      [
        'Name: string, required, at least 3 characters',
        'Size: integer, 1 to 100',
        'Mode: string',
        'Tags: list of Tag, at most 50 items',
        'Labels: map of string to string',
        'Force: boolean, deprecated',
      ].join('\n'),
    );
  });

  it('are found through lists and maps', () => {
    const inside = membersOf(sample, shapeAt(sample, put, ['Tags', 3]));
    assert.deepEqual(
      inside.map(({ name }) => name),
      ['Key', 'Value'],
    );
    assert.equal(shapeAt(sample, put, ['Labels', 'any'])?.type, 'string');
    assert.equal(shapeAt(sample, put, ['Nowhere', 0, 'x']), undefined);
    assert.equal(shapeAt(sample, put, ['constructor']), undefined);
  });

  it('offer the values of an enum and of a boolean', () => {
    assert.deepEqual(valuesOf(shapeAt(sample, put, ['Mode'])), ['"FAST"', '"SAFE"']);
    assert.deepEqual(valuesOf(shapeAt(sample, put, ['Force'])), ['true', 'false']);
    assert.deepEqual(valuesOf(shapeAt(sample, put, ['Name'])), []);
  });

  it('are put in with the brackets their values need', () => {
    const snippets = ['Tags', 'Labels', 'Name', 'Force', 'Size'].map((name) => {
      const shape = shapeAt(sample, put, [name]);
      return shape && valueSnippet(shape);
    });
    const [choice, number] = ['{1|true,false|}', '{1:0}'].map((text) => `$${text}`);
    assert.deepEqual(snippets, ['[$1]', '{$1}', '"$1"', choice, number]);
  });
});
