// The list of profiles: picks one, or opens what belongs to it.

import * as vscode from 'vscode';
import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import { type Picked, type PickItem, pickOne } from '../pick.ts';
import type { ProfileChoice } from './profileChoice.ts';
import { buildFaultItems, buildProfileItems } from './profileItems.ts';

/** Without a file there is nothing to show. The line is counted from 1. */
interface FilePlace {
  readonly file?: string;
  readonly line?: number;
}

/** What the person wants; undefined when the list was closed. */
export type ProfileWish =
  | { readonly wish: 'use' | 'openTerminal'; readonly profile: Profile }
  | { readonly wish: 'openFile'; readonly place: FilePlace }
  | { readonly wish: 'add' };

export async function pickProfile(choice: ProfileChoice): Promise<ProfileWish | undefined> {
  const picked = await pickOne<Row>({
    title: 'AWS Profile',
    placeholder: 'Pick the profile to use in this workspace',
    load: async () => {
      const items = buildProfileItems(await choice.profiles(), {
        active: choice.profile,
        recent: choice.recent,
        pickedRegion: (profile) => choice.pickedRegion(profile),
        knownAccount: (profile) => choice.knownAccount(profile),
        knownAlias: (profile, account) => choice.aliasOf(profile, account),
        lookOf: choice.lookOf,
      });
      const rows = items.map((item) => ({ ...item, buttons: buttonsOf(item.profile) }));
      const all: readonly Row[] = [...rows, ...buildFaultItems(choice.configFaults()), add];
      return () => all;
    },
  });
  return picked && wishOf(picked);
}

function wishOf({ item: { profile, fault }, button }: Picked<Row>): ProfileWish {
  if (fault) return { wish: 'openFile', place: fault };
  if (!profile) return { wish: 'add' };
  if (button === openFile) return { wish: 'openFile', place: placeOf(profile) };
  return { wish: button === openTerminal ? 'openTerminal' : 'use', profile };
}

interface Row extends PickItem {
  readonly profile?: Profile;
  readonly fault?: ConfigFault;
}

const add: Row = { label: '$(add) Add Profile…', group: 'more', alwaysShow: true };

const openFile: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: 'Open Configuration File',
};

const openTerminal: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('terminal'),
  tooltip: 'Open Terminal with This Profile',
};

function buttonsOf({ file, problem, fault }: Profile): vscode.QuickInputButton[] {
  return [
    ...(problem === undefined ? [openTerminal] : []),
    ...((file ?? fault?.file) ? [openFile] : []),
  ];
}

/** Of a broken profile the line that is to be mended, which may be another's. */
function placeOf(profile: Profile): FilePlace {
  return profile.fault ?? profile;
}

export async function showProfile(profile: Profile): Promise<void> {
  await showPlace(placeOf(profile));
}

export async function showPlace({ file, line }: FilePlace): Promise<void> {
  if (file === undefined) return;
  const position = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { selection, preview: false });
}
