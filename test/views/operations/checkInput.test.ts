import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkInput } from '../../../src/views/operations/checkInput.ts';
import { summarizeProblems } from '../../../src/views/operations/summarizeProblems.ts';
import { put, sample } from './sample.ts';

/** The places of all problems, as the text found there. */
function placesOf(text: string): string[] {
  return checkInput(sample, put, text).problems.map(({ start, end }) => text.slice(start, end));
}

describe('an input document', () => {
  it('gives the input when nothing is wrong', () => {
    const { input, problems } = checkInput(sample, put, '{ "Name": "abc", "Size": 7 }');
    assert.deepEqual(problems, []);
    assert.deepEqual(input, { Name: 'abc', Size: 7 });
  });

  const faults: readonly (readonly [name: string, text: string, places: readonly string[]])[] = [
    ['a value of another type at the value', '{ "Name": "abc", "Size": "x" }', ['"x"']],
    ['an unknown member at its name', '{ "Name": "abc", "Nam": 1 }', ['"Nam"']],
    ['a required member at the object without it', ' { "Size": 1 }', ['{']],
    [
      'a required member deep inside at its own object',
      '{ "Name": "abc", "Tags": [{ "Key": "abc" }, { "Value": "abc" }] }',
      ['{'],
    ],
    [
      'an unknown member deep inside',
      '{ "Name": "abc", "Tags": [{ "Key": "abc", "K": 1 }] }',
      ['"K"'],
    ],
    ['a value in a map', '{ "Name": "abc", "Labels": { "abc": [] } }', ['[]']],
    ['each of several faults', '{ "Name": 1, "Size": "x", "X": 1 }', ['1', '"x"', '"X"']],
    ['an input that is no object', '[]', ['[]']],
  ];
  for (const [name, text, places] of faults) {
    it(`marks ${name}`, () => assert.deepEqual(placesOf(text).sort(), [...places].sort()));
  }

  const messages: readonly (readonly [text: string, messages: readonly string[]])[] = [
    ['{}', ['Name is required and missing.']],
    [
      '{ "Name": "abc", "Tags": [{}, { "Key": 7 }] }',
      ['Tags[0].Key is required and missing.', 'Tags[1].Key must be text, not this number.'],
    ],
    ['{ "Name": "abc", "Sizes": 1 }', ['Sizes is not known. Did you mean Size?']],
    [
      '{ "Name": "a", "Size": 0 }',
      ['Name must have at least 3 characters.', 'Size must be at least 1.'],
    ],
    [
      '{ "Name": "abc", "Labels": { "a": "abc" } }',
      ['Labels.a as a key must have at least 3 characters.'],
    ],
    ['[]', ['The input must be an object, not a list.']],
  ];
  for (const [text, expected] of messages) {
    it(`names the member that is at fault in ${text}`, () => {
      const { problems } = checkInput(sample, put, text);
      assert.deepEqual(problems.map(({ message }) => message).sort(), expected);
    });
  }

  it('is summed up by its first fault', () => {
    const summaryOf = (text: string) => summarizeProblems(checkInput(sample, put, text).problems);
    assert.equal(summaryOf('{ "Name": "abc" }'), '');
    assert.equal(summaryOf('{}'), 'Name is required and missing.');
    assert.equal(
      summaryOf('{ "Size": "x", "Name": 1 }'),
      'Size must be an integer, not this text. There is 1 more fault.',
    );
    assert.equal(
      summaryOf('{ "Size": "x", "X": 1 }').replace(/.*\. /, ''),
      'There are 2 more faults.',
    );
    assert.ok(summaryOf(`{ "Name": "abc", "${'x\\n'.repeat(500)}": 1 }`).length <= 100);
  });

  it('marks a member that is given twice where it is given again', () => {
    const text = '{ "Name": "abc", "Tags": [{ "Key": "abc", "Key": 1 }], "Name": 7 }';
    const { input, problems } = checkInput(sample, put, text);
    assert.equal(input, undefined);
    assert.deepEqual(
      problems.map(({ start, end, message }) => [start, text.slice(start, end), message]),
      [
        [text.lastIndexOf('"Key"'), '"Key"', 'Key is given twice. Remove one of the two.'],
        [text.lastIndexOf('"Name"'), '"Name"', 'Name is given twice. Remove one of the two.'],
      ],
    );
  });

  it('takes the same name in two objects, and an own __proto__, for no repetition', () => {
    const text = '{ "Name": "abc", "Tags": [{ "Key": "abc" }, { "Key": "abc" }], "__proto__": 1 }';
    const messages = checkInput(sample, put, text).problems.map(({ message }) => message);
    assert.ok(messages.every((message) => !message.includes('twice')));
  });

  it('marks the object that lacks a member, not the first one', () => {
    const text = '{ "Name": "abc", "Tags": [{ "Key": "abc" }, { "Value": "abc" }] }';
    assert.equal(checkInput(sample, put, text).problems[0]?.start, text.lastIndexOf('{'));
  });

  const broken: readonly (readonly [name: string, text: string, place: string])[] = [
    ['a missing comma', '{ "Name": "abc" "Size": 1 }', '"Size"'],
    ['a missing value', '{ "Name": }', '}'],
    ['a comma too many', '{ "Name": "abc", }', '}'],
    ['a word without quotes', '{ "Name": abc }', 'abc'],
    ['a comment', '{ /* no */ "Name": "abc" }', '/* no */'],
  ];
  for (const [name, text, place] of broken) {
    it(`marks ${name} and gives no input`, () => {
      const { input, problems } = checkInput(sample, put, text);
      assert.equal(input, undefined);
      const [first] = problems;
      assert.equal(first && text.slice(first.start, first.end), place);
    });
  }

  it('has a problem with text that is cut anywhere', () => {
    const text = '{ "Name": "abc", "Tags": [{ "Key": "a\\u0041bc" }], "Size": 12 }';
    for (let length = 0; length < text.length; length++) {
      const { input, problems } = checkInput(sample, put, text.slice(0, length));
      assert.equal(input, undefined, text.slice(0, length));
      assert.ok(problems.length > 0, text.slice(0, length));
    }
  });

  it('keeps every digit of a long number', () => {
    const { problems } = checkInput(sample, put, '{ "Name": "abc", "Size": 12345678901234567890 }');
    assert.equal(problems.length <= 1, true);
  });

  it('is sent with values the model does not know and deprecated members, and marks them', () => {
    const text = '{ "Name": "abc", "Mode": "QUICK", "Force": true }';
    const { input, problems, warnings } = checkInput(sample, put, text);
    assert.deepEqual(problems, []);
    assert.deepEqual(input, { Name: 'abc', Mode: 'QUICK', Force: true });
    assert.deepEqual(
      warnings.map(({ start, end, message }) => [text.slice(start, end), message]),
      [
        ['"QUICK"', 'Mode is no value the model knows. It knows FAST, SAFE.'],
        ['true', 'Force is deprecated.'],
      ],
    );
  });
});
