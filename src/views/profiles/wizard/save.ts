// The end of the wizard: the profile is tried as it will be, and written once the person says so.

import { readSharedConfig } from '../../../core/config/sharedConfig.ts';
import { isAbort } from '../../../core/errors.ts';
import { editsOf } from '../../../core/profileFiles/draft.ts';
import { planEdits, writeEdits } from '../../../core/profileFiles/profileFiles.ts';
import type { Session } from '../../../core/session.ts';
import { askChoice } from '../../boxes.ts';
import { withProgress } from '../../progress.ts';
import { back } from '../../steps.ts';
import { type Answers, draftOfAnswers, keptValuesOf, keysOf, withKeptAnswers } from './answers.ts';
import type { Wizard } from './index.ts';
import { titleOf, type WizardStep } from './questions.ts';

/** Asks AWS who the profile is, shows the answer, and asks whether to save it. */
export function askToSave(wizard: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    for (;;) {
      const outcome = await tryOut(wizard, answers);
      const items = outcome.isGood
        ? [{ label: '$(check) Save', detail: outcome.text, wish: 'save' }]
        : [
            { label: '$(refresh) Try Again', detail: outcome.text, wish: 'again' },
            { label: '$(warning) Save Anyway', detail: 'It does not work yet.', wish: 'save' },
          ];
      const picked = await askChoice({
        title: titleOf(answers),
        placeholder: outcome.isGood
          ? `AWS knows ${answers.name}. Save it?`
          : `AWS does not take ${answers.name}. What now?`,
        items: items.map((item) => ({ ...item, group: 'the profile as it will be' })),
        canGoBack,
      });
      if (picked === undefined || picked === back) return picked;
      if (picked.wish === 'save') return answers;
    }
  };
}

interface Outcome {
  readonly isGood: boolean;
  readonly text: string;
}

async function tryOut(wizard: Wizard, answers: Answers): Promise<Outcome> {
  try {
    const session = await trialSession(wizard, answers);
    const title = `Asking AWS who ${answers.name} is`;
    const account = await withProgress(title, (signal) => session.account({ signal }));
    return { isGood: true, text: [`Account ${account}`, session.knownArn].join(' · ') };
  } catch (error) {
    if (isAbort(error)) return { isGood: false, text: 'It was not tried to the end.' };
    return { isGood: false, text: error instanceof Error ? error.message : String(error) };
  }
}

async function trialSession(wizard: Wizard, answers: Answers): Promise<Session> {
  const { sessions, kept, paths } = wizard;
  if (answers.place === 'editor') {
    const config = withKeptAnswers(readSharedConfig(), answers, kept.list());
    return sessions.tryOut(config, answers.name);
  }
  const { config } = await planEdits(paths, editsOf(draftOfAnswers(answers)));
  return sessions.tryOut(config, answers.name);
}

export async function save({ kept, paths }: Wizard, answers: Answers): Promise<void> {
  if (answers.place === 'editor') {
    await kept.save(answers.name, keptValuesOf(answers), keysOf(answers));
  } else {
    await writeEdits(await planEdits(paths, editsOf(draftOfAnswers(answers))));
  }
}
