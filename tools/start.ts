// npm start: the demo AWS, the extension, and VS Code with both, until Ctrl-C. What it opens sees a copy of the user's own
// shared files with the demo's profiles added; the user's files are only read.

import { mkdirSync, watchFile } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { exitOnSignals, makeTemporaryFolder } from './atExit.ts';
import { runOrThrow } from './child.ts';
import { type Demo, startDemo } from './demo/demo.ts';
import { type OwnFiles, writeProfiles } from './demo/profiles.ts';
import { chooseHost, findDesktopEditor, hasDisplay } from './host/desktop.ts';
import { editorUrl, startEditorServer } from './host/server.ts';
import { openWindow } from './host/window.ts';
import { root } from './root.ts';

exitOnSignals();
process.on('exit', () => console.log('Stopping what was started.'));
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  console.log('Building the extension ...');
  await runOrThrow(process.execPath, ['esbuild.mjs'], { cwd: root });
  console.log('Starting the demo AWS and filling it ...');
  const own = ownFiles();
  const demo = await startDemo(own);
  followOwnFiles(demo, own);
  console.log(`The demo AWS answers at ${demo.url} (profiles demo and demo-other).`);
  if (demo.leftOut.length > 0) {
    console.log(`Your own ${demo.leftOut.join(' and ')} is not shown beside it.`);
  }
  // The demo is active to begin with; a switch is remembered as always.
  const env = { ...process.env, ...demo.env, AWS_PROFILE: 'demo' };
  const folder = makeWorkspace();
  const desktop = wantsDesktop() ? await findDesktopEditor() : undefined;
  if (desktop) return openDesktop(desktop, folder, env);
  console.log('There is no desktop editor here.');
  return openServer(folder, env);
}

function ownFiles(): Required<OwnFiles> {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = process.env;
  return {
    config: AWS_CONFIG_FILE || join(homedir(), '.aws', 'config'),
    credentials: AWS_SHARED_CREDENTIALS_FILE || join(homedir(), '.aws', 'credentials'),
  };
}

/** A change of the user's files reaches the copy, so that a new profile of theirs appears as well. */
function followOwnFiles(demo: Demo, own: Required<OwnFiles>): void {
  for (const path of [own.config, own.credentials]) {
    watchFile(path, { interval: 1000 }, () => {
      writeProfiles(demo.folder, demo.url, demo.seeded, own).catch((error: unknown) =>
        console.error(`Could not copy the change of ${path}: ${String(error)}`),
      );
    });
  }
}

/** An empty folder to open: what is shown is AWS. */
function makeWorkspace(): string {
  const folder = join(makeTemporaryFolder('start').path, 'awscope-demo');
  mkdirSync(folder);
  return folder;
}

function wantsDesktop(): boolean {
  return chooseHost(hasDisplay() ? 'desktop' : 'server') === 'desktop';
}

/** Until the window is closed; when none comes, the server serves as well. */
async function openDesktop(editor: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  console.log(`Opening VS Code (${editor}); Ctrl-C stops everything ...`);
  const { didOpen, message } = await openWindow({ editor, folder, extension: root, env });
  if (didOpen) {
    console.log('The window was closed. Ctrl-C stops the demo AWS.');
    return;
  }
  console.log(`No window came: ${message}`);
  await openServer(folder, env);
}

async function openServer(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  console.log('Starting the editor server ...');
  const server = await startEditorServer({ env, extension: root });
  console.log(`Open in a browser: ${editorUrl(server, folder)}`);
  console.log('Ctrl-C stops everything.');
}
