// The lines above an input: run it, where it runs, and what AWS says of the operation.

import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { formatTarget, parseInputPath } from './inputAddress.ts';

export class InputLenses implements vscode.CodeLensProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #isRunning: (uri: vscode.Uri) => boolean;

  constructor(isRunning: (uri: vscode.Uri) => boolean) {
    this.#isRunning = isRunning;
  }

  get onDidChangeCodeLenses(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** Called when a run began or ended. */
  update(): void {
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const address = parseInputPath(uri.path);
    if (address === undefined) return [];
    const target = formatTarget(address);
    const run = this.#isRunning(uri)
      ? { title: `$(loading~spin) Running in ${target}…`, command: '' }
      : { title: `▶ Run in ${target}`, command: commands.runInput, arguments: [uri] };
    const reference = {
      title: 'API reference',
      command: commands.openReference,
      arguments: [uri],
    };
    const top = new vscode.Range(0, 0, 0, 0);
    return [new vscode.CodeLens(top, run), new vscode.CodeLens(top, reference)];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
