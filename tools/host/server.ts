import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../atExit.ts';
import { startChild } from '../child.ts';
import type { LineListener } from '../outputLines.ts';
import { ensureEditor } from './editor.ts';

export interface EditorServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Where the server keeps its data and logs while it runs. */
  readonly dataFolder: string;
  stop(): Promise<void>;
}

export interface EditorServerOptions {
  /** The environment of the server and so of the extension. */
  readonly env?: NodeJS.ProcessEnv;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder of an extension that is there as if it were installed. */
  readonly extension?: string;
  /** With the editor's driver, which runs an extension's tests and shows no notifications. */
  readonly isDriven?: boolean;
  /** Called with every line that the server prints. */
  readonly onLine?: LineListener;
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
  if (options.extension) await addExtension(data.path, options.extension);
  const args = serverArguments(serverMain, data.path);
  if (options.isDriven) args.push('--enable-smoke-test-driver');
  const child = startChild(process.execPath, args, {
    // Without a gallery the editor asks nobody for extensions.
    env: { ...(options.env ?? process.env), EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    ...(options.onLine && { onLine: options.onLine }),
  });
  const stop = async () => {
    await child.stop();
    data.remove();
  };
  try {
    const [, port] = await child.waitFor(/Extension host agent listening on (\d+)/, 60);
    const url = `http://127.0.0.1:${port}`;
    return { url, dataFolder: data.path, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(serverMain: string, dataFolder: string): string[] {
  return [
    serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
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

async function addExtension(dataFolder: string, extension: string): Promise<void> {
  const folder = join(dataFolder, 'extensions');
  await mkdir(folder, { recursive: true });
  const { publisher, name, version } = JSON.parse(
    await readFile(join(extension, 'package.json'), 'utf8'),
  );
  await symlink(extension, join(folder, `${publisher}.${name}-${version}`), 'junction');
}

/** The address that opens a folder. */
export function editorUrl(server: EditorServer, folder: string): string {
  const url = new URL(server.url);
  url.searchParams.set('folder', folder);
  return url.href;
}

export interface TestPage {
  /** The folder the editor opens. */
  readonly folder: string;
  /** The root of the extension under development. */
  readonly extension: string;
  /** The file whose `run()` the extension host calls. */
  readonly tests: string;
}

/** The address that opens a driven editor, in which the extension host runs tests. */
export function testUrl(server: EditorServer, page: TestPage): string {
  const remote = (path: string) => `vscode-remote://${new URL(server.url).host}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(page.extension)],
    ['extensionTestsPath', remote(page.tests)],
    ['skipWelcome', 'true'],
  ];
  const url = new URL(editorUrl(server, page.folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
