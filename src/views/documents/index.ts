// Read-only JSON documents: outputs of operations and descriptions of resources. A document is kept while it is open and
// forgotten when it is closed. What is secret in it is hidden until the person reveals it, and never kept anywhere else.

import * as vscode from 'vscode';
import { toJson } from '../../core/json.ts';
import { documentUri } from '../documentUri.ts';
import { commands, contextKeys, schemes } from '../ids.ts';
import type { Documents, ResultDocument } from '../offers.ts';
import { formatHidden, type HiddenText, hideSecrets } from './hiddenText.ts';
import { titleOf } from './title.ts';

export function register(context: vscode.ExtensionContext): Documents {
  const documents = new JsonDocuments();
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(schemes.result, documents),
    vscode.languages.registerCodeLensProvider({ scheme: schemes.result }, documents),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => documents.forget(uri)),
    registerCommand(commands.revealValues, (uri?: unknown) =>
      documents.reveal(documentUri(uri), true),
    ),
    registerCommand(commands.hideValues, (uri?: unknown) =>
      documents.reveal(documentUri(uri), false),
    ),
  );
  return documents;
}

/** A document that is open. */
interface Shown {
  readonly document: ResultDocument;
  readonly hidden: HiddenText;
  readonly isRevealed: boolean;
}

class JsonDocuments
  implements Documents, vscode.TextDocumentContentProvider, vscode.CodeLensProvider
{
  readonly #shownByUri = new Map<string, Shown>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeCodeLenses = this.#lensesChanged.event;
  #count = 0;

  async showJson(document: ResultDocument): Promise<void> {
    const hidden = hideSecrets(document);
    const uri = this.#uriOf(document);
    this.#set(uri, { document, hidden, isRevealed: false });
    try {
      const { preserveFocus = false } = document;
      const opened = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(opened, { preview: true, preserveFocus });
    } catch (error) {
      this.forget(uri);
      throw error;
    }
  }

  shownAt(uri: vscode.Uri): ResultDocument | undefined {
    return this.#shownByUri.get(uri.toString())?.document;
  }

  reveal(uri: vscode.Uri | undefined, isRevealed: boolean): void {
    const shown = uri && this.#shownByUri.get(uri.toString());
    if (shown && shown.isRevealed !== isRevealed) this.#set(uri, { ...shown, isRevealed });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const shown = this.#shownByUri.get(uri.toString());
    if (shown === undefined) return toJson(notKept, 2);
    return shown.isRevealed ? toJson(shown.document.value, 2) : shown.hidden.text;
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const { hidden, isRevealed = false } = this.#shownByUri.get(uri.toString()) ?? {};
    const title = formatHidden(hidden?.count ?? 0, isRevealed);
    if (title === undefined) return [];
    const command = isRevealed ? commands.hideValues : commands.revealValues;
    const top = new vscode.Range(0, 0, 0, 0);
    return [new vscode.CodeLens(top, { title, command, arguments: [uri] })];
  }

  forget(uri: vscode.Uri): void {
    const shown = this.#shownByUri.get(uri.toString());
    this.#shownByUri.delete(uri.toString());
    if (shown && shown.hidden.count > 0) this.#tellMenus();
  }

  dispose(): void {
    this.#shownByUri.clear();
    this.#changed.dispose();
    this.#lensesChanged.dispose();
  }

  #set(uri: vscode.Uri, shown: Shown): void {
    const before = this.#shownByUri.get(uri.toString());
    this.#shownByUri.set(uri.toString(), shown);
    if (before) this.#changed.fire(uri);
    if (shown.hidden.count === 0 && !before?.hidden.count) return;
    this.#lensesChanged.fire();
    this.#tellMenus();
  }

  /** The editor's title shows what can be done with the document in it. */
  #tellMenus(): void {
    const secret = [...this.#shownByUri].filter(([, { hidden }]) => hidden.count > 0);
    const urisOf = (isRevealed: boolean) =>
      secret.filter(([, shown]) => shown.isRevealed === isRevealed).map(([uri]) => uri);
    const { executeCommand } = vscode.commands;
    void executeCommand('setContext', contextKeys.hidingResults, urisOf(false));
    void executeCommand('setContext', contextKeys.revealedResults, urisOf(true));
  }

  /** The path is what the tab shows; the query tells documents of the same title apart. */
  #uriOf(document: ResultDocument): vscode.Uri {
    const query = document.key ?? String(++this.#count);
    return vscode.Uri.from({ scheme: schemes.result, path: `/${titleOf(document)}`, query });
  }
}

/** Shown for a tab that VS Code restored after its window was loaded anew. */
const notKept = {
  Note: 'This result was kept while its window was open. Open it again from the AWS view or run the operation again.',
};
