import * as vscode from 'vscode';
import { settings } from './ids.ts';
import { lookOf, type ProfileLook } from './profileLook.ts';

/** The setting `awscope.profiles` as it is now. */
export interface ProfileLooks extends vscode.Disposable {
  lookOf(profile: string): ProfileLook;
  readonly onDidChange: vscode.Event<void>;
}

export function watchProfileLooks(): ProfileLooks {
  const changed = new vscode.EventEmitter<void>();
  const looks = new Map<string, ProfileLook>();
  const listener = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration(settings.profiles)) return;
    looks.clear();
    changed.fire();
  });
  return {
    lookOf(profile) {
      const setting = () => vscode.workspace.getConfiguration().get(settings.profiles);
      const look = looks.get(profile) ?? lookOf(setting(), profile);
      looks.set(profile, look);
      return look;
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listener, changed).dispose(),
  };
}
