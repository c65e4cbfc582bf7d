// Where a person declares kinds: files of the workspace, and the setting. Untrusted workspaces declare nothing.

import * as vscode from 'vscode';
import { settings } from '../ids.ts';

/** A text with definitions in it. */
export interface DefinitionText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The files, and `.vscode/awscope-kinds.json` among them. */
export const definitionFiles = '**/*awscope-kinds.json';

export async function readDefinitionFiles(): Promise<readonly DefinitionText[]> {
  if (!vscode.workspace.isTrusted) return [];
  const uris = await vscode.workspace.findFiles(definitionFiles, '**/node_modules/**');
  const read = async (uri: vscode.Uri) => ({
    uri,
    text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
  });
  const sorted = uris.toSorted((one, other) => one.path.localeCompare(other.path));
  return Promise.all(sorted.map(read));
}

/** Those of the person, then those of the workspace, which VS Code leaves out where it is not trusted. */
export function readDefinitionSettings(): readonly unknown[] {
  const found = vscode.workspace.getConfiguration().inspect(settings.kinds);
  const lists: readonly unknown[] = vscode.workspace.isTrusted
    ? [found?.globalValue, found?.workspaceValue]
    : [found?.globalValue];
  return lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
}
