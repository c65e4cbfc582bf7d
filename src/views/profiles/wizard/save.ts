// The end of the wizard: the profile is tried as it will be, and written once the person says so.

import * as vscode from 'vscode';
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

/** Asks AWS who the profile is, shows the answer, asks whether to save it, and does so. */
export function askToSave(wizard: Wizard): WizardStep {
  return async (answers, canGoBack) => {
    for (let wish: Wish = 'try'; ; ) {
      if (wish === 'try') wish = await tryAndAsk(wizard, answers, canGoBack);
      else if (wish === 'save') wish = await saveOrAsk(wizard, answers);
      else return wish === 'saved' ? answers : wish;
    }
  };
}

/** What comes next; undefined when a list was closed. */
type Wish = 'try' | 'save' | 'saved' | typeof back | undefined;

async function tryAndAsk(wizard: Wizard, answers: Answers, canGoBack: boolean): Promise<Wish> {
  const { isGood, text } = await tryOut(wizard, answers);
  const { name } = answers;
  if (!isGood) {
    const offers = { 'Try Again': 'try', 'Save Anyway': 'save' } as const;
    return askWhatNow(`The profile ${name} does not work yet.`, text, offers);
  }
  const picked = await askChoice({
    title: titleOf(answers),
    placeholder: `AWS knows ${name}. Save it?`,
    items: [{ label: '$(check) Save', detail: text, group: 'the profile as it will be' }],
    canGoBack,
  });
  return picked === undefined || picked === back ? picked : 'save';
}

/** What was answered is not lost where the files cannot be written. */
async function saveOrAsk(wizard: Wizard, answers: Answers): Promise<Wish> {
  try {
    await save(wizard, answers);
    return 'saved';
  } catch (error) {
    const message = `The profile ${answers.name} could not be saved.`;
    return askWhatNow(message, wordsOf(error), { 'Try Again': 'save' });
  }
}

/** In a dialog, since a reason is longer than a line of a list. Closing it goes back to the answers. */
async function askWhatNow(
  message: string,
  detail: string,
  offers: Readonly<Record<string, Wish>>,
): Promise<Wish> {
  const items = Object.keys(offers).map((title): vscode.MessageItem => ({ title }));
  const goBack = { title: 'Go Back', isCloseAffordance: true };
  const options = { modal: true, detail };
  const picked = await vscode.window.showWarningMessage(message, options, ...items, goBack);
  return (picked && offers[picked.title]) ?? back;
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
    return { isGood: false, text: wordsOf(error) };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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

async function save({ kept, paths }: Wizard, answers: Answers): Promise<void> {
  if (answers.place === 'editor') {
    await kept.save(answers.name, keptValuesOf(answers), keysOf(answers));
  } else {
    await writeEdits(await planEdits(paths, editsOf(draftOfAnswers(answers))));
  }
}
