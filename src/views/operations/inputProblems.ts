// Diagnostics of the open input documents, renewed by each change and by nothing else.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import { languages, schemes } from '../ids.ts';
import type { TextProblem } from '../inputText.ts';
import type { Report } from '../report.ts';
import { checkDocument } from './checkDocument.ts';
import type { CheckedInput } from './checkInput.ts';

export class InputProblems {
  readonly #catalogue: Catalogue;
  readonly #report: Report;
  readonly #collection = vscode.languages.createDiagnosticCollection('AWS');
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(catalogue: Catalogue, report: Report) {
    this.#catalogue = catalogue;
    this.#report = report;
    const { workspace } = vscode;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#renew(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#renew(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
    ];
    for (const document of workspace.textDocuments) void this.#renew(document);
  }

  /** Checks the text as it is now, and shows what is wrong with it unless it is another one by then. */
  async check(document: vscode.TextDocument): Promise<CheckedInput> {
    const checked = await checkDocument(this.#catalogue, document);
    if (!checked.isCurrent) return checked;
    const show = (found: readonly TextProblem[], severity: vscode.DiagnosticSeverity) =>
      found.map(({ start, end, message }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const problem = new vscode.Diagnostic(range, message, severity);
        problem.source = 'AWS';
        return problem;
      });
    this.#collection.set(document.uri, [
      ...show(checked.problems, vscode.DiagnosticSeverity.Error),
      ...show(checked.warnings, vscode.DiagnosticSeverity.Warning),
    ]);
    return checked;
  }

  dispose(): void {
    vscode.Disposable.from(this.#collection, ...this.#subscriptions).dispose();
  }

  async #renew(document: vscode.TextDocument): Promise<void> {
    if (document.uri.scheme !== schemes.input) return;
    try {
      // A document VS Code restored knows its file name only, which ends like that of any JSON.
      if (document.languageId !== languages.input) {
        await vscode.languages.setTextDocumentLanguage(document, languages.input);
        return;
      }
      await this.check(document);
    } catch (error) {
      void this.#report(error, 'Checking the input');
    }
  }
}
