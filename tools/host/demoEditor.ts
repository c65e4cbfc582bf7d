import { mkdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeTemporaryFolder } from '../atExit.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { cleanEnvironment } from '../environment.ts';
import { root } from '../root.ts';
import { forwardPorts, openBrowser } from './browser.ts';
import { editorUrl, startEditorServer } from './server.ts';
import { Workbench } from './workbench.ts';

/** A window of the editor with the extension and the demo AWS. */
export interface DemoEditor extends AsyncDisposable {
  readonly demo: Demo;
  /** What the demo AWS had answered before any extension ran. */
  readonly requestsAtStart: number;
  readonly workbench: Workbench;
  /** Another window of the same person, with a folder of its own. */
  openWindow(name: string): Promise<Workbench>;
  /** Adds to the user's settings, which windows read when they are loaded. */
  setSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** The folder of the user, in which the AWS CLI's caches are. */
  readonly home: string;
  /** Everything the editor itself wrote: logs, settings, its memory. */
  readonly dataFolder: string;
  /** The texts of all files in a folder of the extension's own storage. */
  keptTexts(folder: string): Promise<readonly string[]>;
}

export interface DemoEditorOptions {
  readonly width: number;
  readonly height: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Variables the extension sees beside those of the demo. `folder` is the one the window opens. */
  readonly env?: (demo: Demo, folder: string) => Readonly<Record<string, string>>;
}

export async function openDemoEditor(options: DemoEditorOptions): Promise<DemoEditor> {
  await using started = new AsyncDisposableStack();
  const demo = await startDemo();
  started.defer(() => demo.stop());
  const home = makeTemporaryFolder('home');
  started.defer(() => home.remove());
  const folder = join(home.path, 'shop');
  mkdirSync(folder);
  const server = await startEditorServer({
    env: { ...cleanEnvironment(), ...demo.env, HOME: home.path, ...options.env?.(demo, folder) },
    extension: root,
    ...(options.settings && { settings: options.settings }),
  });
  started.defer(() => server.stop());
  const browser = await openBrowser();
  started.defer(() => browser.close());
  const requestsAtStart = demo.requestCount();
  const { width, height } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  await forwardPorts(context);
  const page = await context.newPage();
  const openIn = async (shown: Page, at: string) => {
    const opened = new Workbench(shown);
    await opened.open(editorUrl(server, at));
    return opened;
  };
  const workbench = await openIn(page, folder);
  const storage = join(server.dataFolder, 'data', 'User', 'globalStorage', 'awscope.awscope');
  const stack = started.move();
  return {
    demo,
    requestsAtStart,
    workbench,
    async openWindow(name) {
      mkdirSync(join(home.path, name));
      return openIn(await context.newPage(), join(home.path, name));
    },
    async setSettings(settings) {
      const file = join(server.dataFolder, 'data', 'User', 'settings.json');
      const known: object = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...known, ...settings }));
    },
    home: home.path,
    dataFolder: server.dataFolder,
    keptTexts: (name) => readTexts(join(storage, name)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** None while the folder is not there, or while a file in it is being replaced. */
async function readTexts(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
