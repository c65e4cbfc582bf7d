import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import * as vscode from 'vscode';

/** False for a file of a workspace that the person does not trust: what it says must not run anything. */
export function isOutsideUntrusted(file: string): boolean {
  const { isTrusted, getWorkspaceFolder } = vscode.workspace;
  if (isTrusted) return true;
  const paths = [resolve(file), realPathOf(file)];
  return paths.every((path) => getWorkspaceFolder(vscode.Uri.file(path)) === undefined);
}

/** Where links lead; the path itself where there is nothing. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
