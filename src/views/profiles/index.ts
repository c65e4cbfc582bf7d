// The active profile and region: what is remembered, the status bar, and the commands that change them.

import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Profile } from '../../core/config/profile.ts';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Sessions } from '../../core/sessions.ts';
import { commands } from '../ids.ts';
import type { ActiveProfile } from '../offers.ts';
import { pickOne } from '../pick.ts';
import type { ProfileLooks } from '../profileLooks.ts';
import type { Report } from '../report.ts';
import type { KeptProfiles } from './keptProfiles.ts';
import { ProfileChoice } from './profileChoice.ts';
import { buildProfileItems } from './profileItems.ts';
import { buildRegionItems } from './regionItems.ts';
import { EditorSignIns } from './signIns.ts';
import { createStatusBar } from './statusBar.ts';
import { addProfile, editProfile, removeProfile, type WizardParts } from './wizard/index.ts';

export interface ProfilesOptions {
  readonly sessions: Sessions;
  readonly catalogue: Catalogue;
  readonly report: Report;
  readonly looks: ProfileLooks;
  readonly kept: KeptProfiles;
}

export function register(
  context: vscode.ExtensionContext,
  { sessions, catalogue, report, looks, kept }: ProfilesOptions,
): ActiveProfile {
  const changed = new vscode.EventEmitter<void>();
  const statusBar = createStatusBar();
  const update = () => statusBar.update(choice);
  const signIns = new EditorSignIns(report);
  const choice = new ProfileChoice({
    signIns,
    lookOf: looks.lookOf,
    sessions,
    memory: context.workspaceState,
    environment: process.env,
    changed,
    onStatus: update,
  });
  const wizard = { sessions, choice, kept, catalogue, report };
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    changed,
    statusBar,
    signIns,
    changed.event(update),
    looks.onDidChange(() => changed.fire()),
    registerCommand(commands.selectProfile, (name?: unknown) =>
      attempt(selectProfile(choice, name), report),
    ),
    registerCommand(commands.selectRegion, (region?: unknown) =>
      attempt(selectRegion(choice, catalogue, region), report),
    ),
    registerCommand(commands.useProfile, (target: unknown) =>
      attempt(selectProfile(choice, profileOf(target)), report),
    ),
    registerCommand(commands.addProfile, () => attempt(addProfile(wizard), report)),
    registerCommand(commands.editProfile, (target?: unknown) =>
      attempt(
        withProfile(choice, target, (profile) => edit(wizard, profile)),
        report,
      ),
    ),
    registerCommand(commands.removeProfile, (target?: unknown) =>
      attempt(
        withProfile(choice, target, (profile) => remove(wizard, profile)),
        report,
      ),
    ),
    registerCommand(commands.signIn, (target?: unknown) =>
      attempt(signIn(choice, profileOf(target)), report),
    ),
  );
  update();
  void attempt(start(context, sessions, choice, report), report);
  return choice;
}

/** Reads and watches the files after activation, which neither waits for it nor pays for it. */
async function start(
  context: vscode.ExtensionContext,
  sessions: Sessions,
  choice: ProfileChoice,
  report: Report,
): Promise<void> {
  await setImmediate();
  const reread = () => void attempt(choice.reread(), report);
  context.subscriptions.push({ dispose: sessions.onDidChange(reread) });
  await choice.start();
}

async function attempt(work: Promise<void>, report: Report): Promise<void> {
  try {
    await work;
  } catch (error) {
    void report(error, 'AWS profiles');
  }
}

/** Without a name, the person picks one. */
async function selectProfile(choice: ProfileChoice, name: unknown): Promise<void> {
  if (typeof name === 'string') return choice.select(name);
  const picked = await pickOne({
    title: 'AWS Profile',
    placeholder: 'Pick the profile to use in this workspace',
    load: async () => {
      const items = buildProfileItems(await choice.profiles(), {
        active: choice.profile,
        recent: choice.recent,
        pickedRegion: (profile) => choice.pickedRegion(profile),
        lookOf: choice.lookOf,
      });
      const withButtons = items.map((item) =>
        item.profile.file === undefined ? item : { ...item, buttons: [openFile] },
      );
      return () => withButtons;
    },
  });
  if (picked?.button === openFile) await showProfile(picked.item.profile);
  else if (picked) await choice.select(picked.item.profile.name);
}

const openFile: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: 'Open Configuration File',
};

async function showProfile({ file, line }: Profile): Promise<void> {
  if (file === undefined) return;
  const position = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { selection, preview: false });
}

/** Without a region, the person picks one, or types one AWS's data does not know. */
async function selectRegion(
  choice: ProfileChoice,
  catalogue: Catalogue,
  region: unknown,
): Promise<void> {
  const { profile, session } = choice;
  if (profile === undefined || session === undefined) return selectProfile(choice, undefined);
  const own = choice.sessionIn(profile, undefined).region;
  const picked = typeof region === 'string' ? region : await pickRegion();
  if (picked !== undefined) await choice.selectRegion(profile, picked === own ? undefined : picked);

  async function pickRegion(): Promise<string | undefined> {
    const answer = await pickOne({
      title: `AWS Region of ${profile}`,
      placeholder: 'Pick or type the region to use in this workspace',
      load: async () => {
        const [regions, partitions] = await Promise.all([
          session?.regions() ?? [],
          catalogue.partitions(),
        ]);
        const facts = { regions, partitions, current: session?.region, own };
        return (typed: string) => buildRegionItems({ ...facts, typed });
      },
    });
    return answer?.item.region;
  }
}

/** The profile that is meant, or the active one. */
async function withProfile(
  choice: ProfileChoice,
  target: unknown,
  work: (profile: Profile) => Promise<void>,
): Promise<void> {
  const named = profileOf(target) ?? choice.profile;
  const profile = (await choice.profiles()).find(({ name }) => name === named);
  if (profile) await work(profile);
}

async function edit(wizard: WizardParts, profile: Profile): Promise<void> {
  if (profile.source === 'environment') tellOfEnvironment();
  else if (profile.problem !== undefined) await showProfile(profile);
  else await editProfile(wizard, profile.name, () => showProfile(profile));
}

async function remove(wizard: WizardParts, profile: Profile): Promise<void> {
  if (profile.source === 'environment') tellOfEnvironment();
  else await removeProfile(wizard, profile.name);
}

function tellOfEnvironment(): void {
  void vscode.window.showInformationMessage(
    'These keys come from environment variables. Change them where the editor is started.',
  );
}

/** Without a name, for the active profile. */
async function signIn(choice: ProfileChoice, name: unknown): Promise<void> {
  const session = typeof name === 'string' ? choice.sessionOf(name) : choice.session;
  if (session === undefined) await selectProfile(choice, undefined);
  else await choice.signIn(session);
}

/** A node of the tree, which has a profile, a session or a parent that has one; or the profile's name. */
function profileOf(target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return target;
  if ('session' in target) return profileOf(target.session);
  if ('profile' in target)
    return typeof target.profile === 'object' ? nameOf(target.profile) : target.profile;
  return 'parent' in target ? profileOf(target.parent) : undefined;
}

function nameOf(profile: object | null): unknown {
  return profile && 'name' in profile ? profile.name : undefined;
}
