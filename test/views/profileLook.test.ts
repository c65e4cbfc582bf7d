import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookOf, plainLook } from '../../src/views/profileLook.ts';

describe('the look of a profile', () => {
  it('is plain unless a pattern fits', () => {
    for (const setting of [undefined, null, 7, {}, { prod: { readOnly: true } }, { '*': null }]) {
      assert.deepEqual(lookOf(setting, 'dev'), plainLook);
    }
  });

  for (const [pattern, fitting, other] of [
    ['*prod*', ['prod', 'my-PROD-2', 'prod\nx'], ['pro', 'dev']],
    ['prod', ['prod', 'PROD'], ['prod2', 'aprod']],
    ['a?c', ['abc', 'a.c'], ['ac', 'abbc']],
    ['a.c', ['a.c'], ['abc']],
    ['(x|y)[z]', ['(x|y)[z]'], ['xz']],
    ['ü*', ['Ünder'], ['under']],
  ] as const) {
    it(`fits by ${pattern}`, () => {
      const setting = { [pattern]: { readOnly: true } };
      for (const name of fitting) assert.equal(lookOf(setting, name).isReadOnly, true, name);
      for (const name of other) assert.equal(lookOf(setting, name).isReadOnly, false, name);
    });
  }

  it('is made of all patterns that fit, the later winning', () => {
    const setting = {
      '*': { colour: 'green', alias: 'Any', icon: 'beaker' },
      'prod*': { colour: 'red' },
    };
    const { colour, alias, icon } = lookOf(setting, 'prod-eu');
    assert.deepEqual([colour, alias, icon], ['red', 'Any', 'beaker']);
  });

  it('stays read-only, whatever a later pattern says', () => {
    const setting = { '*prod*': { readOnly: true }, 'prod-eu': { readOnly: false, hidden: true } };
    assert.deepEqual(lookOf(setting, 'prod-eu'), { isReadOnly: true, isHidden: true });
  });

  it('stays hidden until a later pattern says otherwise', () => {
    const hidden = { '*prod*': { hidden: true }, '*': { colour: 'red' } };
    assert.equal(lookOf(hidden, 'prod').isHidden, true);
    assert.equal(lookOf({ ...hidden, prod: { hidden: false } }, 'prod').isHidden, false);
  });

  it('takes nothing that is not of its kind', () => {
    const wrong = { colour: 'constructor', alias: ' ', icon: '$(x)', hidden: 'yes', readOnly: 1 };
    assert.deepEqual(lookOf({ '*': wrong }, 'dev'), plainLook);
  });
});
