// Another window may change the profiles that the editor keeps: no file tells of that.

import * as vscode from 'vscode';
import type { KeptProfiles } from './keptProfiles.ts';

/** The store of secrets tells of it, and may do so before the memory of the editor is the same in all windows. */
const settleMs = 500;

/** Calls the listener when the kept profiles are others than they were when they were last looked at. */
export function watchKept(
  secrets: Pick<vscode.SecretStorage, 'onDidChange'>,
  kept: Pick<KeptProfiles, 'isSecret' | 'print'>,
  listener: () => void,
): vscode.Disposable {
  let last = kept.print;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const { print } = kept;
    if (print === last) return;
    last = print;
    listener();
  };
  return vscode.Disposable.from(
    secrets.onDidChange(({ key }) => {
      if (!kept.isSecret(key)) return;
      clearTimeout(timer);
      timer = setTimeout(look, settleMs);
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) look();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
