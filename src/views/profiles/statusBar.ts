// Two items at the left of the status bar: the active profile with region and account, and the region's own button.

import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { type LookColour, plainLook, themeColourOf } from '../profileLook.ts';
import type { ProfileChoice } from './profileChoice.ts';
import { statusOf } from './status.ts';

export interface StatusBar extends vscode.Disposable {
  update(choice: ProfileChoice): void;
}

export function createStatusBar(): StatusBar {
  const { Left } = vscode.StatusBarAlignment;
  const profile = vscode.window.createStatusBarItem('awscope.profile', Left, 50);
  profile.name = 'AWS Profile';
  const region = vscode.window.createStatusBarItem('awscope.region', Left, 49);
  region.name = 'AWS Region';
  region.text = '$(globe)';
  region.command = commands.selectRegion;
  return {
    update(choice) {
      updateProfile(profile, choice);
      updateRegion(region, choice);
    },
    dispose() {
      profile.dispose();
      region.dispose();
    },
  };
}

function updateProfile(item: vscode.StatusBarItem, choice: ProfileChoice): void {
  const session = choice.known === undefined ? undefined : choice.session;
  const status = statusOf({
    profile: choice.profile,
    region: regionOf(choice),
    known: choice.known,
    faults: choice.known === undefined ? [] : choice.configFaults(),
    account: session?.knownAccount,
    accountProblem: session && choice.account.problemOf(session),
    look: choice.profile === undefined ? plainLook : choice.lookOf(choice.profile),
    needsSignIn: session !== undefined && choice.account.needsSignIn(session),
  });
  item.text = status.text;
  item.tooltip = status.tooltip;
  item.command = status.click === 'signIn' ? commands.signIn : commands.selectProfile;
  const colour = status.isWarning ? 'orange' : status.colour;
  const background = colour && backgrounds[colour];
  item.backgroundColor = background ? new vscode.ThemeColor(background) : undefined;
  item.color = colour && !background ? new vscode.ThemeColor(themeColourOf(colour)) : undefined;
  item.show();
}

/** The status bar has two backgrounds; other colours are those of the text. */
const backgrounds: Partial<Readonly<Record<LookColour, string>>> = {
  red: 'statusBarItem.errorBackground',
  orange: 'statusBarItem.warningBackground',
  yellow: 'statusBarItem.warningBackground',
};

function updateRegion(item: vscode.StatusBarItem, choice: ProfileChoice): void {
  const region = regionOf(choice) ?? 'none';
  item.tooltip = `AWS region: ${region}\nClick to pick another region for ${choice.profile}.`;
  item.accessibilityInformation = { label: `AWS region ${region}`, role: 'button' };
  if (choice.profile === undefined || choice.isMissing) item.hide();
  else item.show();
}

/** Before the files are read, only what is remembered: activation makes no session. */
function regionOf(choice: ProfileChoice): string | undefined {
  const { profile } = choice;
  if (profile === undefined) return undefined;
  const picked = choice.pickedRegion(profile);
  return choice.known === undefined ? picked : (picked ?? choice.session?.region);
}
