// Asks for what an action needs, one box each, with a way back.

import type { Document } from '../../core/protocols/protocol.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';
import { inWords } from '../../services/derived/words.ts';
import { askChoice, askInput } from '../boxes.ts';
import type { PickItem } from '../pick.ts';
import { type Answer, back, runSteps, type Step } from '../steps.ts';
import { describeAnswer, readAnswer, startingText } from './answer.ts';

export interface AskedInput {
  readonly name: string;
  /** What may be given; undefined where the model does not say. */
  readonly place: ShapePlace | undefined;
}

/** Undefined when a box was closed. */
export async function askInputs(
  title: string,
  inputs: readonly AskedInput[],
): Promise<Document | undefined> {
  const steps = inputs.map(
    (input): Step<Document> =>
      async (known, canGoBack) => {
        const answer = await askOne(title, input, canGoBack);
        if (answer === undefined || answer === back) return answer;
        return { ...known, [input.name]: answer.value };
      },
  );
  return runSteps(() => steps, {} as Document);
}

interface Given {
  readonly value: unknown;
}

async function askOne(
  title: string,
  input: AskedInput,
  canGoBack: boolean,
): Promise<Answer<Given>> {
  const { name, place } = input;
  const words = inWords(name);
  const values = place && choicesOf(place);
  if (values !== undefined) return choose(title, words, values, canGoBack);
  const text = await askInput({
    title,
    prompt: [words, place && describeAnswer(place)].filter(Boolean).join(': '),
    value: place && startingText(place),
    isSecret: place?.shape.type === 'string' && place.shape.sensitive === true,
    canGoBack,
    check: (typed) => place && readAnswer(place, typed).problem,
  });
  if (text === undefined || text === back) return text;
  return place ? { value: readAnswer(place, text).value } : { value: text };
}

interface Choice extends PickItem {
  readonly value: unknown;
}

/** An enum's values, yes and no; undefined where anything may be typed. */
function choicesOf({ shape }: ShapePlace): readonly Choice[] | undefined {
  if (shape.type === 'boolean') {
    return [
      { label: 'Yes', value: true, group: 'Value' },
      { label: 'No', value: false, group: 'Value' },
    ];
  }
  if (shape.type !== 'string' || shape.enum === undefined) return undefined;
  return shape.enum.map((value) => ({ label: value, value, group: 'Value' }));
}

/** A value newer than the model may be typed. */
async function choose(
  title: string,
  placeholder: string,
  choices: readonly Choice[],
  canGoBack: boolean,
): Promise<Answer<Given>> {
  const isOpen = choices.every(({ value }) => typeof value === 'string');
  const items = (typed: string): readonly Choice[] => {
    const isNew = isOpen && typed !== '' && !choices.some(({ label }) => label.includes(typed));
    return isNew ? [{ label: typed, value: typed, group: 'As typed' }] : choices;
  };
  const picked = await askChoice({ title, placeholder, items, canGoBack });
  return picked === undefined || picked === back ? picked : { value: picked.value };
}
