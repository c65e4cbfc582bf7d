// What must not outlive the process: children and temporary folders. Each is registered while it exists and goes when the
// process ends, however it ends short of being killed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanups = new Set<() => void>();

process.on('exit', () => {
  for (const cleanup of [...cleanups].reverse()) cleanup();
});

/** Registers something synchronous for the end of the process; gives back how to forget it. */
export function atExit(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Makes Ctrl-C and a polite kill end the process by `process.exit`, so that the clean-ups run. */
export function exitOnSignals(): void {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export function makeTemporaryFolder(name: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `awscope-${name}-`));
  const removeFolder = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  const forget = atExit(removeFolder);
  return {
    path,
    remove: () => {
      forget();
      removeFolder();
    },
  };
}
