// The boxes of a conversation: an input box and a quick pick, with a button that goes back.

import * as vscode from 'vscode';
import { type PickItem, pickOne } from './pick.ts';
import { type Answer, back } from './steps.ts';

export interface InputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string | undefined;
  /** True for what nobody may read over the shoulder. */
  readonly isSecret?: boolean;
  readonly canGoBack: boolean;
  /** What is wrong with the text; undefined when it can be taken. Told once the person wants to go on. */
  readonly check?: (text: string) => string | undefined;
}

export async function askInput(options: InputOptions): Promise<Answer<string>> {
  const { check = () => undefined } = options;
  const box = vscode.window.createInputBox();
  const answer = Promise.withResolvers<Answer<string>>();
  box.title = options.title;
  box.prompt = options.prompt;
  box.placeholder = options.placeholder;
  box.value = options.value ?? '';
  box.password = options.isSecret ?? false;
  box.ignoreFocusOut = true;
  box.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  box.onDidHide(() => answer.resolve(undefined));
  box.onDidTriggerButton(() => answer.resolve(back));
  box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  box.onDidAccept(() => {
    const problem = check(box.value.trim());
    box.validationMessage = problem;
    if (problem === undefined) answer.resolve(box.value.trim());
  });
  try {
    box.show();
    return await answer.promise;
  } finally {
    box.dispose();
  }
}

export interface ChoiceOptions<T extends PickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[] | ((typed: string) => readonly T[]);
  readonly canGoBack: boolean;
}

export async function askChoice<T extends PickItem>(options: ChoiceOptions<T>): Promise<Answer<T>> {
  const { items, canGoBack, title, placeholder } = options;
  const outcome = { isBack: false };
  const onBack = () => {
    outcome.isBack = true;
  };
  const picked = await pickOne({
    title,
    placeholder,
    isPatient: true,
    load: async () => (typeof items === 'function' ? items : () => items),
    ...(canGoBack && { onBack }),
  });
  return outcome.isBack ? back : picked?.item;
}
