// The commands of profiles. Each takes a node of the tree or a profile's name; without one, the active profile is meant.

import * as vscode from 'vscode';
import type { Profile } from '../../core/config/profile.ts';
import { commands } from '../ids.ts';
import { copyVariables, openTerminal } from './handOver.ts';
import { pickProfile, showPlace, showProfile } from './pickProfile.ts';
import { pickRegion } from './pickRegion.ts';
import type { ProfileChoice } from './profileChoice.ts';
import type { WizardParts } from './wizard/index.ts';

type Run = (target: unknown, more: unknown) => Promise<void>;

export function registerCommands(
  parts: WizardParts,
  attempt: (work: Promise<void>) => Promise<void>,
): vscode.Disposable[] {
  const { choice } = parts;
  const withProfile =
    (work: (profile: Profile, more: unknown) => Promise<void>): Run =>
    async (target, more) => {
      const profile = await findProfile(choice, target);
      if (profile) await work(profile, more);
    };
  const rows: readonly (readonly [command: string, run: Run])[] = [
    [commands.selectProfile, (name) => selectProfile(parts, name)],
    [commands.selectRegion, (region) => selectRegion(parts, region)],
    [commands.useProfile, (target) => selectProfile(parts, profileOf(target))],
    [commands.addProfile, () => addProfile(parts)],
    [commands.editProfile, withProfile((profile) => edit(parts, profile))],
    [commands.removeProfile, withProfile((profile) => remove(parts, profile))],
    [
      commands.openTerminal,
      withProfile((profile, line) => openTerminalWith(choice, profile, line)),
    ],
    [commands.copyVariables, withProfile((profile) => copyVariables(choice, profile))],
    [commands.signIn, (target) => signIn(parts, profileOf(target))],
  ];
  return rows.map(([command, run]) =>
    vscode.commands.registerCommand(command, (target?: unknown, more?: unknown) =>
      attempt(run(target, more)),
    ),
  );
}

/** A menu hands on the nodes that are selected, which are no line. */
function openTerminalWith(choice: ProfileChoice, profile: Profile, line: unknown): Promise<void> {
  return openTerminal(choice, profile, typeof line === 'string' ? line : undefined);
}

/** Without a name, the person picks one. */
async function selectProfile(parts: WizardParts, name: unknown): Promise<void> {
  const { choice } = parts;
  if (typeof name === 'string') return choice.select(name);
  const picked = await pickProfile(choice);
  switch (picked?.wish) {
    case undefined:
      return;
    case 'add':
      return addProfile(parts);
    case 'openFile':
      return showPlace(picked.place);
    case 'openTerminal':
      return openTerminal(choice, picked.profile);
    case 'use':
      return choice.select(picked.profile.name);
  }
}

async function addProfile(parts: WizardParts): Promise<void> {
  const wizard = await loadWizard();
  await wizard.addProfile(parts);
}

async function selectRegion(parts: WizardParts, region: unknown): Promise<void> {
  const { choice, catalogue } = parts;
  const { profile, session } = choice;
  if (profile === undefined || session === undefined) return selectProfile(parts, undefined);
  const own = choice.sessionIn(profile, undefined).region;
  const picked = typeof region === 'string' ? region : await pickRegion(session, own, catalogue);
  if (picked !== undefined) await choice.selectRegion(profile, picked === own ? undefined : picked);
}

async function edit(parts: WizardParts, profile: Profile): Promise<void> {
  if (profile.source === 'environment') tellOfEnvironment();
  else if (profile.problem !== undefined) await showProfile(profile);
  else {
    const wizard = await loadWizard();
    await wizard.editProfile(parts, profile.name, () => showProfile(profile));
  }
}

async function remove(parts: WizardParts, profile: Profile): Promise<void> {
  if (profile.source === 'environment') tellOfEnvironment();
  else {
    const wizard = await loadWizard();
    await wizard.removeProfile(parts, profile.name);
  }
}

/** Profiles are added once and used every day. */
function loadWizard() {
  return import('./wizard/index.ts');
}

function tellOfEnvironment(): void {
  void vscode.window.showInformationMessage(
    'These keys come from environment variables. Change them where the editor is started.',
  );
}

async function signIn(parts: WizardParts, name: unknown): Promise<void> {
  const { choice } = parts;
  const session = typeof name === 'string' ? choice.sessionOf(name) : choice.session;
  if (session === undefined) await selectProfile(parts, undefined);
  else await choice.signIn(session);
}

async function findProfile(choice: ProfileChoice, target: unknown): Promise<Profile | undefined> {
  const named = profileOf(target) ?? choice.profile;
  return (await choice.profiles()).find(({ name }) => name === named);
}

/** A node of the tree has a profile, a session or a parent that has one. */
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
