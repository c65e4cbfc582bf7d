// Runs an operation: progress with Cancel, the output as a document, a failure as one notification.

import * as vscode from 'vscode';
import { needsSignIn, UnknownOperationError } from '../../core/errors.ts';
import type { Document } from '../../core/protocols/protocol.ts';
import { outputPlaces } from '../../core/resources/shapes.ts';
import type { TextProblem } from '../inputText.ts';
import type { ActiveProfile, Documents, ResultDocument } from '../offers.ts';
import { withProgress } from '../progress.ts';
import type { Report } from '../report.ts';
import { readStreams } from '../streams.ts';
import { confirmRun } from './confirmRun.ts';
import { formatAddress, formatTarget, type InputAddress } from './inputAddress.ts';
import type { InputProblems } from './inputProblems.ts';
import { summarizeProblems } from './summarizeProblems.ts';

export interface RunnerOptions {
  readonly profiles: ActiveProfile;
  readonly documents: Documents;
  readonly report: Report;
  readonly problems: InputProblems;
  /** Opens the input document of an address, with what was typed into it before. */
  readonly showInput: (address: InputAddress) => Promise<void>;
  /** A run began or ended. */
  readonly onChange: () => void;
}

export class Runner {
  readonly #options: RunnerOptions;
  readonly #running = new Set<string>();
  /** What the status bar says of the last run, until the next one begins. */
  #told: vscode.Disposable | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  isRunning(uri: vscode.Uri): boolean {
    return this.#running.has(uri.toString());
  }

  /** The text as it stands. One with faults shows them and sends nothing; one that is running is left to it. */
  async runDocument(document: vscode.TextDocument, address: InputAddress): Promise<void> {
    const { problems, onChange } = this.#options;
    const key = document.uri.toString();
    if (this.#running.has(key)) return;
    const wasActive = this.#isActive(address);
    this.#told?.dispose();
    this.#running.add(key);
    onChange();
    try {
      const checked = await problems.check(document);
      const isKnown = checked.input || checked.problems.length > 0;
      if (!isKnown) throw new UnknownOperationError(address.service, address.operation, []);
      if (checked.input) await this.#runMeant(address, checked.input, wasActive);
      else this.#told = showProblems(document, address, checked.problems);
    } catch (error) {
      void this.#options.report(error, formatAddress(address));
    } finally {
      this.#running.delete(key);
      onChange();
    }
  }

  /** Without input, in what was the active profile and region when the person chose the operation. */
  async runActive(address: InputAddress): Promise<void> {
    await this.#runMeant(address, {}, true);
  }

  async #runMeant(address: InputAddress, input: Document, wasActive: boolean): Promise<void> {
    if (await confirmRun(address)) await this.#run(address, input, wasActive);
  }

  async #run(address: InputAddress, input: Document, wasActive: boolean): Promise<void> {
    const { documents, report, showInput } = this.#options;
    try {
      const result = await withProgress(formatAddress(address), (signal) =>
        this.#call(address, input, signal),
      );
      const { service, operation, profile, region } = address;
      const show = () =>
        documents.showJson({ service, name: operation, profile, region, ...result });
      if (wasActive && !this.#isActive(address)) void offerResult(address, show);
      else await show();
    } catch (error) {
      const edit = { title: 'Edit Input', run: () => showInput(address) };
      const again = () => this.#signInAndRun(address, input);
      const actions = needsSignIn(error) ? [{ title: 'Sign In', run: again }] : [edit];
      void report(error, formatAddress(address), actions);
    }
  }

  /** Goes on with what could not be done for want of a sign-in. */
  async #signInAndRun(address: InputAddress, input: Document): Promise<void> {
    const { profiles } = this.#options;
    const wasActive = this.#isActive(address);
    const session = profiles.sessionIn(address.profile, address.region);
    if (await profiles.signIn(session)) await this.#run(address, input, wasActive);
  }

  #isActive({ profile, region }: InputAddress): boolean {
    const { session } = this.#options.profiles;
    return session?.profile === profile && session.region === region;
  }

  async #call(address: InputAddress, input: Document, signal: AbortSignal): Promise<Result> {
    const { profiles } = this.#options;
    const session = profiles.sessionIn(address.profile, address.region);
    const client = await session.client(address.service);
    profiles.noteUse(session);
    const output = await client.call(address.operation, input, { signal });
    const value = await readStreams(output, { signal });
    return { value, shapes: outputPlaces(client.service, address.operation) };
  }
}

type Result = Pick<ResultDocument, 'value' | 'shapes'>;

/** After a switch nothing opens by itself in the place of what the person looks at now. */
async function offerResult(address: InputAddress, show: () => Promise<void>): Promise<void> {
  const title = 'Show Result';
  const message = `${formatAddress(address)} has ended, after you left ${formatTarget(address)}.`;
  if ((await vscode.window.showInformationMessage(message, title)) === title) await show();
}

/**
 * The first fault is selected, and the status bar says for a while that nothing was sent. A notification would outlive the
 * fault; only who looks at something else by now gets one.
 */
function showProblems(
  document: vscode.TextDocument,
  address: InputAddress,
  problems: readonly TextProblem[],
): vscode.Disposable | undefined {
  const summary = summarizeProblems(problems);
  if (vscode.window.activeTextEditor?.document !== document) {
    void offerProblems(
      `${formatAddress(address)}: nothing was sent. ${summary}`,
      document,
      problems,
    );
    return undefined;
  }
  void selectFirst(document, problems);
  return vscode.window.setStatusBarMessage(`$(error) Nothing was sent. ${summary}`, toldMs);
}

const toldMs = 15_000;

async function offerProblems(
  message: string,
  document: vscode.TextDocument,
  problems: readonly TextProblem[],
): Promise<void> {
  const title = 'Show Input';
  const picked = await vscode.window.showErrorMessage(message, title);
  if (picked === title) await selectFirst(document, problems);
}

async function selectFirst(
  { uri }: vscode.TextDocument,
  [first]: readonly TextProblem[],
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { start = 0, end = 0 } = first ?? {};
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection, preview: false });
}
