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

/** Where they mostly are. */
export const definitionFolders = '**/.vscode';

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

/** A definition in the setting. */
export interface SettingDefinition {
  readonly value: unknown;
  /** False in the person's own settings. */
  readonly isWorkspace: boolean;
}

/** Those of the person, then those of the workspace, which VS Code leaves out where it is not trusted. */
export function readDefinitionSettings(): readonly SettingDefinition[] {
  const found = vscode.workspace.getConfiguration().inspect(settings.kinds);
  const own = listed(found?.globalValue, false);
  return vscode.workspace.isTrusted ? [...own, ...listed(found?.workspaceValue, true)] : own;
}

function listed(list: unknown, isWorkspace: boolean): readonly SettingDefinition[] {
  const values: readonly unknown[] = Array.isArray(list) ? list : [];
  return values.map((value) => ({ value, isWorkspace }));
}
