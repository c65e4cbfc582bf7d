import * as vscode from 'vscode';

/** False for a file of a workspace that the person does not trust: what it says must not run anything. */
export function isOutsideUntrusted(file: string): boolean {
  const { isTrusted, getWorkspaceFolder } = vscode.workspace;
  return isTrusted || getWorkspaceFolder(vscode.Uri.file(file)) === undefined;
}
