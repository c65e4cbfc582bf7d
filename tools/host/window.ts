// A window of the desktop editor, for `npm start`.

import { makeTemporaryFolder } from '../atExit.ts';
import { startChild } from '../child.ts';

export interface WindowOptions {
  /** The command that opens a window and waits until it is closed. */
  readonly editor: string;
  readonly folder: string;
  /** The root of the extension under development. */
  readonly extension: string;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot?: boolean;
}

export interface WindowEnd {
  readonly didOpen: boolean;
  /** Such as `code ended with 1:` and what it printed. */
  readonly message: string;
}

/** The editor's own command ends well even when no window came, but then soon. */
const soonSeconds = 5;

/** Opens a window; resolves when it is closed or did not come. */
export async function openWindow(options: WindowOptions): Promise<WindowEnd> {
  const begin = performance.now();
  const child = startChild(options.editor, windowArguments(options), { env: options.env });
  const { isGood, how } = await child.ended;
  const isSoon = performance.now() - begin < soonSeconds * 1000;
  return { didOpen: isGood && !isSoon, message: `${options.editor} ${how}:\n${child.output()}` };
}

function windowArguments(options: WindowOptions): readonly string[] {
  const { isRoot = process.getuid?.() === 0 } = options;
  return [
    `--extensionDevelopmentPath=${options.extension}`,
    // A profile of its own, so that a running window with another environment is not reused.
    `--user-data-dir=${makeTemporaryFolder('vscode').path}`,
    ...['--new-window', '--wait', '--disable-workspace-trust'],
    // Chromium's sandbox refuses root, and so does the editor's own command.
    ...(isRoot ? ['--no-sandbox'] : []),
    options.folder,
  ];
}
