// Another window may change the profiles that the editor keeps: no file tells of that.

import type { Disposable, Event } from 'vscode';
import type { KeptProfiles } from './keptProfiles.ts';

/** The store of secrets tells of it, and may do so before the memory of the editor is the same in all windows. */
const settleMs = 500;

export interface KeptSigns {
  /** Of the store of secrets. */
  readonly onDidChange: Event<{ readonly key: string }>;
  /**
   * Somebody comes back to this window. The store tells a window on a desktop nothing before something in it has asked for a
   * secret, and one in a browser nothing at all.
   * https://github.com/microsoft/vscode/blob/1.106.0/src/vs/platform/secrets/common/secrets.ts
   */
  readonly onDidChangeWindowState: Event<{ readonly focused: boolean }>;
}

/** Calls the listener when the kept profiles are others than they were when they were last looked at. */
export function watchKept(
  { onDidChange, onDidChangeWindowState }: KeptSigns,
  kept: Pick<KeptProfiles, 'isSecret' | 'print'>,
  listener: () => void,
): Pick<Disposable, 'dispose'> {
  let last = kept.print;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const { print } = kept;
    if (print === last) return;
    last = print;
    listener();
  };
  const secrets = onDidChange(({ key }) => {
    if (!kept.isSecret(key)) return;
    clearTimeout(timer);
    timer = setTimeout(look, settleMs);
  });
  const windows = onDidChangeWindowState(({ focused }) => {
    if (focused) look();
  });
  return {
    dispose() {
      clearTimeout(timer);
      secrets.dispose();
      windows.dispose();
    },
  };
}
