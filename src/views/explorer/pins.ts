// The services that stand right under each profile; the others stand under "All Services".

import * as vscode from 'vscode';
import { settings } from '../ids.ts';

/** The setting `awscope.services` as it is now. */
export interface Pins extends vscode.Disposable {
  has(service: string): boolean;
  /** Changes the person's own settings. */
  set(service: string, isPinned: boolean): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function watchPins(): Pins {
  const changed = new vscode.EventEmitter<void>();
  let known = readPins();
  const listener = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration(settings.services)) return;
    known = readPins();
    changed.fire();
  });
  return {
    has: (service) => known.has(service),
    async set(service, isPinned) {
      const others = [...known].filter((one) => one !== service);
      const pinned = isPinned ? [...others, service].toSorted() : others;
      const { Global } = vscode.ConfigurationTarget;
      await vscode.workspace.getConfiguration().update(settings.services, pinned, Global);
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listener, changed).dispose(),
  };
}

/** Whatever else was written into the settings file by hand is passed over. */
function readPins(): ReadonlySet<string> {
  const setting: unknown = vscode.workspace.getConfiguration().get(settings.services);
  const names: readonly unknown[] = Array.isArray(setting) ? setting : [];
  return new Set(names.filter((name) => typeof name === 'string'));
}
