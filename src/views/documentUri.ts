// The document that a command is about.

import * as vscode from 'vscode';

/** The title of an editor hands its document's URI to a command, keys and the palette nothing. */
export function documentUri(target: unknown): vscode.Uri | undefined {
  return target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
}
