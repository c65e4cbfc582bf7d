// Tells which inputs have a tab and which have lost their last one. A reload of the window closes no tab.

import * as vscode from 'vscode';
import { schemes } from '../ids.ts';

export interface InputTabsOptions {
  readonly onShown: (uri: vscode.Uri) => Promise<void>;
  readonly onGone: (uri: vscode.Uri) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

export function watchInputTabs(options: InputTabsOptions): vscode.Disposable {
  const { onShown, onGone, onFailure } = options;
  const tell = async (uri: vscode.Uri): Promise<void> => {
    try {
      await (isShown(uri) ? onShown(uri) : onGone(uri));
    } catch (error) {
      onFailure(error);
    }
  };
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    for (const uri of [...opened, ...closed].flatMap(inputOf)) void tell(uri);
  });
}

/** A tab that is moved to another group closes here and opens there. */
function isShown(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(inputOf).some((shown) => shown.path === uri.path);
}

function inputOf({ input }: vscode.Tab): vscode.Uri[] {
  const isInput = input instanceof vscode.TabInputText && input.uri.scheme === schemes.input;
  return isInput ? [input.uri] : [];
}
