// The active profile and region: what is remembered, the status bar, and the commands that change them.

import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Sessions } from '../../core/sessions.ts';
import type { ActiveProfile } from '../offers.ts';
import type { ProfileLooks } from '../profileLooks.ts';
import type { Report } from '../report.ts';
import { registerCommands } from './commands.ts';
import { watchExpiration } from './expiration.ts';
import type { KeptProfiles } from './keptProfiles.ts';
import { ProfileChoice } from './profileChoice.ts';
import { EditorSignIns } from './signIns.ts';
import { createStatusBar } from './statusBar.ts';
import { type KeptSigns, watchKept } from './watchKept.ts';

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
  const statusBar = createStatusBar(catalogue);
  const signIns = new EditorSignIns(report);
  const expiration = watchExpiration(() => update());
  const update = () => {
    statusBar.update(choice);
    // Before the files are read, activation makes no session.
    expiration.watch(choice.known && choice.session?.knownExpiration);
  };
  const choice = new ProfileChoice({
    signIns,
    lookOf: looks.lookOf,
    sessions,
    memory: context.workspaceState,
    sharedMemory: context.globalState,
    environment: process.env,
    changed,
    onStatus: update,
  });
  const attempt = async (work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      void report(error, 'AWS profiles');
    }
  };
  // Whoever listens to the sessions is told if anything is another.
  const readAgain = async () => {
    await sessions.profiles();
  };
  context.subscriptions.push(
    changed,
    statusBar,
    signIns,
    expiration,
    changed.event(update),
    looks.onDidChange(() => changed.fire()),
    watchKept(signsOfKept(context.secrets), kept, () => void attempt(readAgain())),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void attempt(choice.reread())),
    ...registerCommands({ sessions, choice, kept, catalogue, report }, attempt),
  );
  update();
  void attempt(start(context, sessions, choice, attempt));
  return choice;
}

function signsOfKept({ onDidChange }: vscode.SecretStorage): KeptSigns {
  return { onDidChange, onDidChangeWindowState: vscode.window.onDidChangeWindowState };
}

/** Reads and watches the files after activation, which neither waits for it nor pays for it. */
async function start(
  context: vscode.ExtensionContext,
  sessions: Sessions,
  choice: ProfileChoice,
  attempt: (work: Promise<void>) => Promise<void>,
): Promise<void> {
  await setImmediate();
  const reread = () => void attempt(choice.reread());
  context.subscriptions.push({ dispose: sessions.onDidChange(reread) });
  await choice.start();
}
