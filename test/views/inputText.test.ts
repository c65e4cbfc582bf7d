import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatInputText,
  parseInputText,
  parseSettingsText,
  placeOfCursor,
} from '../../src/views/inputText.ts';

/** The place at the bar, which is taken out of the text. */
function placeAt(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { path, isAtKey, token } = placeOfCursor(text, offset);
  return { path: path.join('.'), isAtKey, token: token && text.slice(token.start, token.end) };
}

describe('the text of an input', () => {
  it('says no problem exactly where JSON.parse says none', () => {
    const texts = [
      '',
      ' ',
      '{}',
      '[1,]',
      '{"a":1,}',
      '01',
      '1.',
      '"\t"',
      '"\\x"',
      'nul',
      '{}{}',
      '1 2',
    ];
    for (const text of [...texts, '{"a":{"b":[null,true,-1e3,"\\u00e9"]}}', "{'a':1}", '{a:1}']) {
      const isJson = parses(text);
      assert.equal(parseInputText(text).problems.length === 0, isJson, JSON.stringify(text));
    }
  });

  it('takes comments and trailing commas in settings, and gives their values', () => {
    const text = '// Mine\n{ "a": [1, { "b": "c" },], /* last */ }';
    const settings = parseSettingsText(text);
    assert.deepEqual(settings.problems, []);
    assert.equal(JSON.stringify(settings.valueAt([])), '{"a":[1,{"b":"c"}]}');
    assert.equal(settings.valueAt(['a', 1, 'b']), 'c');
    assert.equal(settings.valueAt(['a', 2]), undefined);
    const { start, end } = settings.spanOf(['a', 1, 'b']);
    assert.equal(text.slice(start, end), '"c"');
    assert.equal(parseInputText(text).problems.length > 0, true);
  });

  it('knows the keys of an object', () => {
    const text = parseInputText('{ "a": { "b": 1, "c": 2 }, "d": [] }');
    assert.deepEqual(text.keysOf([]), ['a', 'd']);
    assert.deepEqual(text.keysOf(['a']), ['b', 'c']);
    assert.deepEqual(text.keysOf(['d']), []);
    assert.deepEqual(text.keysOf(['x', 'y']), []);
  });

  it('is formatted as VS Code formats JSON', () => {
    assert.equal(formatInputText('{"a":[1]}', 2, true), '{\n  "a": [\n    1\n  ]\n}');
  });
});

describe('the cursor', () => {
  it('is at a name where one is typed or may be', () => {
    assert.deepEqual(placeAt('{ "Na|" }'), { path: 'Na', isAtKey: true, token: '"Na"' });
    assert.deepEqual(placeAt('{ | }'), { path: '', isAtKey: true, token: undefined });
    assert.deepEqual(placeAt('{ "a": { "|b": 1 } }'), { path: 'a.b', isAtKey: true, token: '"b"' });
  });

  it('is at a value behind the colon', () => {
    assert.deepEqual(placeAt('{ "a": "x|" }'), { path: 'a', isAtKey: false, token: '"x"' });
    assert.deepEqual(placeAt('{ "a": | }'), { path: 'a', isAtKey: false, token: undefined });
    assert.deepEqual(placeAt('{ "a": [1, |] }'), { path: 'a.1', isAtKey: false, token: undefined });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
