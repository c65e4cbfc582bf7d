// Brings the status bar up to date while keys run out: no more often than a minute, and only while somebody may look at it.

import * as vscode from 'vscode';

export interface ExpirationWatch extends vscode.Disposable {
  /** Counts down to this moment instead of the last one; undefined for none. */
  watch(expiration: Date | undefined): void;
}

const minuteMs = 60_000;

export function watchExpiration(onMinute: () => void): ExpirationWatch {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  const arm = () => {
    clearTimeout(timer);
    const isSeen = vscode.window.state.focused;
    timer = isWanted && isSeen ? setTimeout(onMinute, minuteMs) : undefined;
  };
  const listener = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused && isWanted) onMinute();
    else arm();
  });
  return {
    watch(expiration) {
      isWanted = expiration !== undefined && expiration.getTime() > Date.now();
      arm();
    },
    dispose() {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}
