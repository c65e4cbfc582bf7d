// Signing in, in the editor: progress with Cancel, the browser, and one sign-in at a time however many profiles wait for it.

import * as vscode from 'vscode';
import { configPaths } from '../../core/config/sharedConfig.ts';
import { isAbort } from '../../core/errors.ts';
import { planEdits, writeEdits } from '../../core/profileFiles/profileFiles.ts';
import type { Session } from '../../core/session.ts';
import type { SignedIn, SignInPrompt } from '../../core/signIn/options.ts';
import type { SignInTarget } from '../../core/signIn/target.ts';
import { askText } from '../askText.ts';
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
  readonly #running = new Map<string, Promise<SignedIn | undefined>>();
  /** What is offered in a notification that is still open. */
  readonly #offered = new Set<string>();

  constructor(report: Report) {
    this.#report = report;
  }

  dispose(): void {
    this.#signedIn.dispose();
  }

  async signInTo(session: Session, target = session.signInTarget): Promise<SignedIn | undefined> {
    const signable = { profile: session.profile, signInTarget: target };
    const key = keyOf(signable);
    const running = this.#running.get(key) ?? this.#start(session, target);
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

  async #start(session: Session, target: SignInTarget | undefined): Promise<SignedIn | undefined> {
    const title = `Signing in to ${describeTarget({ profile: session.profile, signInTarget: target })}`;
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    let signedIn: SignedIn;
    try {
      signedIn = await vscode.window.withProgress(options, (progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        const show = async (prompt: SignInPrompt) => {
          progress.report({ message: formatPrompt(prompt) });
          await openInBrowser(prompt.url);
        };
        const asks = { ...currentMethod(), show, askCode, acceptOther };
        return session.signIn({ ...asks, signal: controller.signal }, target);
      });
      await keepLoginSession(session, signedIn);
    } catch (error) {
      const retry = { title: 'Try Again', run: () => this.signInTo(session, target) };
      if (!isAbort(error)) void this.#report(error, title, [retry]);
      return undefined;
    }
    this.#signedIn.fire();
    return signedIn;
  }
}

/** The code that the page shows at the end of a sign-in to the AWS Console. */
async function askCode({ signal }: { readonly signal: AbortSignal }): Promise<string> {
  const code = await askText(
    {
      title: 'Sign In to AWS',
      prompt: 'Paste the whole code that your browser shows at the end',
      ignoreFocusOut: true,
    },
    signal,
  );
  if (code !== undefined) return code;
  throw Object.assign(new Error('No code was given.'), { name: 'AbortError' });
}

async function acceptOther({ was, is }: { was: string; is: string }): Promise<boolean> {
  const yes = 'Use the New One';
  const options = { modal: true, detail: `So far: ${was}\nNow: ${is}` };
  const message = 'Somebody else signed in than this profile was configured for.';
  return (await vscode.window.showWarningMessage(message, options, yes)) === yes;
}

/** The profile names who signed in: that is how its keys are found. */
async function keepLoginSession(session: Session, { loginSession }: SignedIn): Promise<void> {
  const { signInTarget: target } = session;
  if (target?.kind !== 'login' || loginSession === undefined) return;
  if (target.session === loginSession) return;
  const values = { login_session: loginSession };
  const edits = [{ kind: 'profile', name: target.profile, values }] as const;
  await writeEdits(await planEdits(configPaths(), edits));
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
