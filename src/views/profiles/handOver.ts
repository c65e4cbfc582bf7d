// Handing a profile's keys to other programs: a terminal of its own, or the clipboard. They are written to no file.

import * as vscode from 'vscode';
import type { Profile } from '../../core/config/profile.ts';
import { nameOf, type themeColourOf } from '../profileLook.ts';
import { withProgress } from '../progress.ts';
import { withSignIn } from '../withSignIn.ts';
import { formatVariables, type Shell, shells, type Variables, variablesOf } from './environment.ts';
import type { ProfileChoice } from './profileChoice.ts';
import { formatTimeLeft } from './status.ts';

/** The keys stand in the environment of this terminal only, and go with it: it is not brought back by a reload. */
export async function openTerminal(
  choice: ProfileChoice,
  profile: Profile,
  commandLine?: string,
): Promise<void> {
  const look = choice.lookOf(profile.name);
  const name = nameOf(profile.name, look);
  if (look.isReadOnly && !(await confirmReadOnly(name))) return;
  const { variables, expiration } = await readVariables(choice, profile);
  const until = expiration ? `, for ${formatTimeLeft(expiration, new Date())}` : '';
  const terminal = vscode.window.createTerminal({
    name: `AWS ${name}`,
    env: { ...variables },
    isTransient: true,
    iconPath: new vscode.ThemeIcon(look.icon ?? 'cloud'),
    message: `The keys of AWS profile ${name} are in this terminal's environment${until}.`,
    ...(look.colour && { color: new vscode.ThemeColor(terminalColourOf(look.colour)) }),
  });
  terminal.show();
  if (commandLine !== undefined) terminal.sendText(commandLine);
}

/** Terminal tabs take the colours of the terminal only. */
function terminalColourOf(colour: Parameters<typeof themeColourOf>[0]): string {
  const names = { red: 'Red', orange: 'Yellow', yellow: 'Yellow', green: 'Green', blue: 'Blue' };
  const name = colour === 'purple' ? 'Magenta' : names[colour];
  return `terminal.ansi${name}`;
}

async function confirmReadOnly(name: string): Promise<boolean> {
  const yes = 'Open Terminal';
  const message = `${name} is read-only in Awscope. A terminal is not: it can do whatever its keys allow.`;
  return (await vscode.window.showWarningMessage(message, { modal: true }, yes)) === yes;
}

export async function copyVariables(choice: ProfileChoice, profile: Profile): Promise<void> {
  const shell = await askShell(profile.name);
  if (shell === undefined) return;
  const { variables } = await readVariables(choice, profile);
  await vscode.env.clipboard.writeText(formatVariables(variables, shell));
  const message = `The keys of ${profile.name} are in the clipboard, for ${shell}.`;
  vscode.window.setStatusBarMessage(`$(check) ${message}`, toldMs);
}

const toldMs = 10_000;

async function askShell(name: string): Promise<Shell | undefined> {
  const names = Object.keys(shells) as Shell[];
  const message = `Copy the keys of ${name} to the clipboard?`;
  const detail =
    'Every program on this machine can read it, and whoever has them can use AWS as you.';
  return vscode.window.showWarningMessage(message, { modal: true, detail }, ...names);
}

async function readVariables(
  choice: ProfileChoice,
  { name, endpoint }: Profile,
): Promise<{ readonly variables: Variables; readonly expiration: Date | undefined }> {
  const session = choice.sessionOf(name);
  const credentials = await withSignIn(choice, session, () =>
    withProgress(`Getting the keys of ${name}…`, (signal) => session.credentials({ signal })),
  );
  const isDefaultElsewhere = choice.known?.find((one) => one.name === 'default')?.endpoint;
  const variables = variablesOf({
    credentials,
    region: session.region,
    endpoint,
    more: session.variables,
    isDefaultElsewhere: isDefaultElsewhere !== undefined,
  });
  return { variables, expiration: credentials.expiration };
}
