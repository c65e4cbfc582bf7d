import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../atExit.ts';
import { startChild } from '../child.ts';
import { ensureEditor } from './editor.ts';

export interface EditorServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What the server printed, for when something went wrong. */
  output(): string;
  stop(): Promise<void>;
}

export interface EditorServerOptions {
  /** The environment of the server and so of the extension. */
  readonly env?: NodeJS.ProcessEnv;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Quiet: nothing opens by itself, nothing asks, nothing is fetched. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts the editor's server on a free loopback port with a data folder of its own, which goes when it is stopped. */
export async function startEditorServer(options: EditorServerOptions = {}): Promise<EditorServer> {
  const serverMain = await ensureEditor();
  const data = makeTemporaryFolder('editor');
  await writeSettings(data.path, { ...quietSettings, ...options.settings });
  const child = startChild(process.execPath, serverArguments(serverMain, data.path), {
    env: options.env ?? process.env,
  });
  const stop = async () => {
    await child.stop();
    data.remove();
  };
  try {
    const [, port] = await child.waitFor(/Extension host agent listening on (\d+)/, 60);
    return { url: `http://127.0.0.1:${port}`, output: child.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(serverMain: string, dataFolder: string): readonly string[] {
  return [
    serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    '--enable-smoke-test-driver',
    ...['--server-data-dir', dataFolder],
  ];
}

async function writeSettings(dataFolder: string, settings: object): Promise<void> {
  for (const level of ['User', 'Machine']) {
    const folder = join(dataFolder, 'data', level);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

export interface EditorPage {
  /** The folder the editor opens. */
  readonly folder: string;
  /** The root of the extension under development. */
  readonly extension: string;
  /** The file whose `run()` the extension host calls. */
  readonly tests?: string;
}

/** The address that opens a folder with the extension in development mode. */
export function editorUrl(server: EditorServer, page: EditorPage): string {
  const remote = (path: string) => `vscode-remote://${new URL(server.url).host}${path}`;
  const payload: [string, string][] = [
    ['extensionDevelopmentPath', remote(page.extension)],
    ['skipWelcome', 'true'],
  ];
  if (page.tests) payload.push(['extensionTestsPath', remote(page.tests)]);
  const url = new URL(server.url);
  url.searchParams.set('folder', page.folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
