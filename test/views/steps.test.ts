import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { back, runSteps, type Step } from '../../src/views/steps.ts';

type Text = { readonly said: string };

/** A conversation whose boxes are answered by a script: a text, `<` for back, `x` for closed, `-` for no box. */
async function converse(boxes: readonly string[], script: string) {
  const shown: string[] = [];
  const answers = [...script];
  const toStep =
    (name: string): Step<Text> =>
    async ({ said }, canGoBack) => {
      if (name.startsWith('-')) return { passBy: { said: `${said}${name}` } };
      shown.push(`${name}${canGoBack ? '<' : ''}(${said})`);
      const answer = answers.shift();
      if (answer === '<') return back;
      return answer === 'x' ? undefined : { said: `${said}${answer}` };
    };
  const end = await runSteps(() => boxes.map(toStep), { said: '' });
  return { end: end?.said, shown: shown.join(' ') };
}

describe('a conversation', () => {
  it('asks one after the other', async () => {
    assert.deepEqual(await converse(['a', 'b'], '12'), { end: '12', shown: 'a() b<(1)' });
  });

  it('goes back to the box before, and keeps what was said', async () => {
    const { end, shown } = await converse(['a', 'b', 'c'], '12<345');
    assert.equal(shown, 'a() b<(1) c<(12) b<(12) c<(123)');
    assert.equal(end, '1234');
  });

  it('passes by what showed no box', async () => {
    const { end, shown } = await converse(['a', '-', 'b'], '1<23');
    assert.equal(shown, 'a() b<(1-) a(1-) b<(1-2-)');
    assert.equal(end, '1-2-3');
  });

  it('ends when a box is closed', async () => {
    assert.deepEqual(await converse(['a', 'b'], '1x'), { end: undefined, shown: 'a() b<(1)' });
  });

  it('takes the steps that what is known asks for', async () => {
    const shown: string[] = [];
    const ask =
      (name: string, answer: string): Step<Text> =>
      async () => {
        shown.push(name);
        return { said: answer };
      };
    const stepsFor = ({ said }: Text) =>
      said === '' || said === 'long'
        ? [ask('kind', 'long'), ask('more', 'end')]
        : [ask('', ''), ask('', '')];
    assert.deepEqual(await runSteps(stepsFor, { said: '' }), { said: 'end' });
    assert.deepEqual(shown, ['kind', 'more']);
  });
});
