// Adding, changing and removing profiles.

import * as vscode from 'vscode';
import {
  type ConfigPaths,
  configPaths,
  readSharedConfig,
} from '../../../core/config/sharedConfig.ts';
import { keysOf as staticKeysOf } from '../../../core/credentials/sharedKeys.ts';
import type { Catalogue } from '../../../core/models/catalogue.ts';
import { dependentsOf, draftOf, removalOf } from '../../../core/profileFiles/draft.ts';
import { planEdits, writeEdits } from '../../../core/profileFiles/profileFiles.ts';
import type { Sessions } from '../../../core/sessions.ts';
import type { Report } from '../../report.ts';
import { runSteps } from '../../steps.ts';
import type { KeptProfiles } from '../keptProfiles.ts';
import type { ProfileChoice } from '../profileChoice.ts';
import { type Answers, answersOf, noAnswers } from './answers.ts';
import { askToSave } from './save.ts';
import { stepsFor } from './steps.ts';

/** What the wizard works with. */
export interface Wizard {
  readonly sessions: Sessions;
  readonly choice: ProfileChoice;
  readonly kept: KeptProfiles;
  readonly catalogue: Catalogue;
  readonly report: Report;
  /** Where profiles are written. */
  readonly paths: ConfigPaths;
}

export type WizardParts = Omit<Wizard, 'paths'>;

export async function addProfile(parts: WizardParts): Promise<void> {
  await run({ ...parts, paths: configPaths() }, noAnswers);
}

/** Opens the file instead where the profile is of no kind that the wizard knows. */
export async function editProfile(
  parts: WizardParts,
  name: string,
  openFile: () => Promise<void>,
): Promise<void> {
  const wizard = { ...parts, paths: configPaths() };
  const answers = await answersFor(wizard, name);
  if (answers) await run(wizard, answers);
  else await openFile();
}

async function run(wizard: Wizard, start: Answers): Promise<void> {
  const steps = (answers: Answers) => [...stepsFor(wizard, answers), askToSave(wizard)];
  const answers = await runSteps(steps, start);
  if (!answers) return;
  await wizard.choice.reread();
  if (answers.isNew) await wizard.choice.select(answers.name);
}

async function answersFor({ kept }: Wizard, name: string): Promise<Answers | undefined> {
  const config = readSharedConfig();
  const own = kept.list().find((profile) => profile.name === name);
  if (own && !config.profiles.has(name)) {
    const { region = '', endpoint_url: endpoint = '' } = own.values;
    const accessKeyId = (await own.keys.read())?.accessKeyId ?? '';
    const ids = { accessKeyId, keptKeyId: accessKeyId };
    return { ...noAnswers, ...ids, isNew: false, place: 'editor', name, region, endpoint };
  }
  const draft = draftOf(config, name);
  const credentials = config.profiles.get(name)?.credentials;
  return draft && answersOf(draft, credentials && staticKeysOf(credentials)?.accessKeyId);
}

export async function removeProfile(parts: WizardParts, name: string): Promise<void> {
  const config = readSharedConfig();
  const isKept = !config.profiles.has(name);
  const { roles, ssoSession } = dependentsOf(config, name);
  const detail = [
    isKept ? 'The editor forgets its keys.' : 'It is taken out of the files of the AWS CLI.',
    ...(roles.length > 0 ? [`These profiles take keys from it: ${roles.join(', ')}.`] : []),
  ].join(' ');
  const withSession = `Remove with Session ${ssoSession}`;
  const picked = await vscode.window.showWarningMessage(
    `Remove the AWS profile ${name}?`,
    { modal: true, detail },
    'Remove',
    ...(ssoSession === undefined ? [] : [withSession]),
  );
  if (picked === undefined) return;
  if (isKept) await parts.kept.remove(name);
  else {
    const edits = removalOf(name, picked === withSession ? ssoSession : undefined);
    await writeEdits(await planEdits(configPaths(), edits));
  }
  await parts.choice.forget(name);
}
