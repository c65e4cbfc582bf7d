// Two items at the left of the status bar: the active profile with region and account, and the region's own button.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import { commands } from '../ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { type LookColour, plainLook, themeColourOf } from '../profileLook.ts';
import type { ProfileChoice } from './profileChoice.ts';
import { RegionTitles } from './regionTitles.ts';
import { type Status, type StatusLink, statusOf } from './status.ts';

export interface StatusBar extends vscode.Disposable {
  update(choice: ProfileChoice): void;
}

export function createStatusBar(catalogue: Pick<Catalogue, 'partitions'>): StatusBar {
  const { Left } = vscode.StatusBarAlignment;
  const profile = vscode.window.createStatusBarItem('awscope.profile', Left, 50);
  profile.name = 'AWS Profile';
  const region = vscode.window.createStatusBarItem('awscope.region', Left, 49);
  region.name = 'AWS Region';
  region.text = '$(globe)';
  region.command = commands.selectRegion;
  const titles = new RegionTitles(catalogue);
  return {
    update(choice) {
      updateProfile(profile, choice, titles);
      updateRegion(region, choice);
    },
    dispose() {
      profile.dispose();
      region.dispose();
    },
  };
}

function updateProfile(
  item: vscode.StatusBarItem,
  choice: ProfileChoice,
  titles: RegionTitles,
): void {
  const session = choice.known === undefined ? undefined : choice.session;
  const status = statusOf({
    profile: choice.profile,
    region: regionOf(choice),
    known: choice.known,
    faults: choice.known === undefined ? [] : choice.configFaults(),
    account: session?.knownAccount,
    accountAlias: session && choice.aliasOf(session.profile, session.knownAccount),
    accountProblem: session && choice.account.problemOf(session),
    look: choice.profile === undefined ? plainLook : choice.lookOf(choice.profile),
    arn: session?.knownArn,
    expiration: session?.knownExpiration,
    now: new Date(),
    regionTitle: session?.knownAccount && session.region ? titles.of(session.region) : undefined,
    needsSignIn: session !== undefined && choice.account.needsSignIn(session),
  });
  item.text = status.text;
  item.tooltip = toTooltip(status);
  item.accessibilityInformation = { label: status.tooltip.replaceAll('\n', ', '), role: 'button' };
  item.command = commands[status.click ?? 'selectProfile'];
  const colour = status.isWarning ? 'orange' : status.colour;
  const background = colour && backgrounds[colour];
  item.backgroundColor = background ? new vscode.ThemeColor(background) : undefined;
  item.color = colour && !background ? new vscode.ThemeColor(themeColourOf(colour)) : undefined;
  item.show();
}

/** The facts, and links to what else can be done. */
function toTooltip({ tooltip, links }: Status): vscode.MarkdownString {
  const [heading = '', ...lines] = tooltip.split('\n').map(escapeMarkdown);
  const shown = links.map((link) => `[${linkTitles[link]}](command:${commands[link]})`);
  const parts = [`**${heading}**`, lines.join('  \n'), shown.join(' · ')];
  const markdown = new vscode.MarkdownString(parts.join('\n\n'));
  markdown.isTrusted = { enabledCommands: links.map((link) => commands[link]) };
  return markdown;
}

const linkTitles: Readonly<Record<StatusLink, string>> = {
  signIn: 'Sign In',
  selectProfile: 'Switch Profile',
  selectRegion: 'Switch Region',
  openTerminal: 'Open Terminal',
  addProfile: 'Add Profile',
  editProfile: 'Open the File',
};

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
