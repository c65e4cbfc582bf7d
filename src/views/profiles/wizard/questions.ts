// Boxes that ask for one answer of the wizard. What was said before stands in them.

import { askChoice, askInput } from '../../boxes.ts';
import { type Answer, back, type Step } from '../../steps.ts';
import type { Answers } from './answers.ts';

export type WizardStep = Step<Answers>;

type TextMember = { [K in keyof Answers]: string extends Answers[K] ? K : never }[keyof Answers];

export interface TextQuestion {
  readonly prompt: string | ((answers: Answers) => string);
  readonly placeholder?: string;
  readonly isSecret?: true;
  readonly check?: (text: string, answers: Answers) => string | undefined;
  readonly propose?: (answers: Answers) => string;
}

/** A box that asks for one member; what was said before stands in it. */
export function askText(member: TextMember, question: TextQuestion): WizardStep {
  const { check, propose, prompt, placeholder, isSecret } = question;
  return async (answers, canGoBack) => {
    const text = await askInput({
      title: titleOf(answers),
      prompt: typeof prompt === 'string' ? prompt : prompt(answers),
      value: answers[member] || propose?.(answers),
      canGoBack,
      ...(placeholder !== undefined && { placeholder }),
      ...(isSecret && { isSecret }),
      check: (typed) => check?.(typed, answers),
    });
    return text === undefined || text === back ? text : { ...answers, [member]: text };
  };
}

export function titleOf({ isNew, name }: Answers): string {
  return isNew ? 'Add Profile' : `Edit Profile ${name}`;
}

/** A list from which one member is picked by its label. */
export async function pickText(
  member: TextMember,
  answers: Answers,
  canGoBack: boolean,
  list: {
    readonly placeholder: string;
    readonly group: string;
    readonly items: readonly { readonly label: string; readonly description?: string }[];
  },
): Promise<Answer<Answers>> {
  const picked = await askChoice({
    title: titleOf(answers),
    placeholder: list.placeholder,
    items: list.items.map((item) => ({ ...item, group: list.group })),
    canGoBack,
  });
  return picked === undefined || picked === back ? picked : { ...answers, [member]: picked.label };
}
