// Signing in, in the editor: progress with Cancel, the browser, and one sign-in at a time however many profiles wait for it.

import * as vscode from 'vscode';
import { isAbort } from '../../core/errors.ts';
import type { Session } from '../../core/session.ts';
import type { SignInPrompt } from '../../core/signIn/options.ts';
import { openInBrowser } from '../browser.ts';
import { settings } from '../ids.ts';
import type { Report } from '../report.ts';
import type { SignIns } from './profileChoice.ts';
import { chooseMethod, describeTarget, formatPrompt, keyOf } from './signInWords.ts';

export class EditorSignIns implements SignIns {
  readonly #report: Report;
  readonly #signedIn = new vscode.EventEmitter<void>();
  /** Somebody has signed in. */
  readonly onDidSignIn = this.#signedIn.event;
  readonly #running = new Map<string, Promise<boolean>>();
  /** What is offered in a notification that is still open. */
  readonly #offered = new Set<string>();

  constructor(report: Report) {
    this.#report = report;
  }

  dispose(): void {
    this.#signedIn.dispose();
  }

  async signIn(session: Session): Promise<boolean> {
    const key = keyOf(session);
    const running = this.#running.get(key) ?? this.#start(session);
    this.#running.set(key, running);
    try {
      return await running;
    } finally {
      this.#running.delete(key);
    }
  }

  async offer(session: Session): Promise<boolean> {
    const key = keyOf(session);
    if (this.#offered.has(key) || this.#running.has(key)) return false;
    this.#offered.add(key);
    const action = 'Sign In';
    const message = `You are not signed in to ${describeTarget(session)}.`;
    const picked = await vscode.window.showWarningMessage(message, action);
    this.#offered.delete(key);
    return picked === action;
  }

  async #start(session: Session): Promise<boolean> {
    const title = `Signing in to ${describeTarget(session)}`;
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    try {
      await vscode.window.withProgress(options, (progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        const show = async (prompt: SignInPrompt) => {
          progress.report({ message: formatPrompt(prompt) });
          await openInBrowser(prompt.url);
        };
        return session.signIn({ ...currentMethod(), show, signal: controller.signal });
      });
    } catch (error) {
      const retry = { title: 'Try Again', run: () => this.signIn(session) };
      if (!isAbort(error)) void this.#report(error, title, [retry]);
      return false;
    }
    this.#signedIn.fire();
    return true;
  }
}

function currentMethod() {
  const { remoteName, uiKind } = vscode.env;
  const isRemote = remoteName !== undefined || uiKind === vscode.UIKind.Web;
  const chosen = vscode.workspace.getConfiguration().get<string>(settings.signInMethod);
  const method = chooseMethod(chosen, isRemote);
  return { method, ...(isRemote && { forwardPort }) };
}

/** Undefined where the browser gets to this machine by another host or path, which the sign-in service would refuse. */
async function forwardPort(port: number): Promise<number | undefined> {
  const external = await vscode.env.asExternalUri(vscode.Uri.parse(`http://127.0.0.1:${port}/`));
  const [, forwarded] = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(external.authority) ?? [];
  const isRoot = external.path === '/' || external.path === '';
  return forwarded !== undefined && isRoot ? Number(forwarded) : undefined;
}
