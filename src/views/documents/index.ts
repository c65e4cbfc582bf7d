// Read-only JSON documents: outputs of operations and descriptions of resources. A document's text is kept while it is
// open and forgotten when it is closed.

import * as vscode from 'vscode';
import { toJson } from '../../core/json.ts';
import { schemes } from '../ids.ts';
import type { Documents, ResultDocument } from '../offers.ts';
import { titleOf } from './title.ts';

export function register(context: vscode.ExtensionContext): Documents {
  const documents = new JsonDocuments();
  context.subscriptions.push(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(schemes.result, documents),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => documents.forget(uri)),
  );
  return documents;
}

class JsonDocuments implements Documents, vscode.TextDocumentContentProvider {
  readonly #textsByUri = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  #count = 0;

  async showJson(document: ResultDocument): Promise<void> {
    const text = toJson(document.value, 2);
    const uri = this.#uriOf(document);
    const isOpen = this.#textsByUri.has(uri.toString());
    this.#textsByUri.set(uri.toString(), text);
    if (isOpen) this.#changed.fire(uri);
    try {
      const { preserveFocus = false } = document;
      const opened = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(opened, { preview: true, preserveFocus });
    } catch (error) {
      this.forget(uri);
      throw error;
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#textsByUri.get(uri.toString()) ?? toJson(notKept, 2);
  }

  forget(uri: vscode.Uri): void {
    this.#textsByUri.delete(uri.toString());
  }

  dispose(): void {
    this.#textsByUri.clear();
    this.#changed.dispose();
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
