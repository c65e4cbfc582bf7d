// The list of profiles: picks one, or opens what belongs to it.

import * as vscode from 'vscode';
import type { Profile } from '../../core/config/profile.ts';
import { type PickItem, pickOne } from '../pick.ts';
import type { ProfileChoice } from './profileChoice.ts';
import { buildProfileItems } from './profileItems.ts';

/** What the person wants; undefined when the list was closed. */
export type ProfileWish =
  | { readonly wish: 'use' | 'openFile' | 'openTerminal'; readonly profile: Profile }
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
        lookOf: choice.lookOf,
      });
      const rows = [...items.map((item) => ({ ...item, buttons: buttonsOf(item.profile) })), add];
      return () => rows;
    },
  });
  const profile = picked?.item.profile;
  if (profile === undefined) return picked && { wish: 'add' };
  if (picked?.button === openFile) return { wish: 'openFile', profile };
  return { wish: picked?.button === openTerminal ? 'openTerminal' : 'use', profile };
}

interface Row extends PickItem {
  /** Absent for the row that adds one. */
  readonly profile?: Profile;
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
export async function showProfile(profile: Profile): Promise<void> {
  const { file, line } = profile.fault ?? profile;
  if (file === undefined) return;
  const position = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { selection, preview: false });
}
