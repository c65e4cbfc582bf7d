// The tests inside the editor: bundled to out/test, started in a real extension host, with the demo AWS beside it.

import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeTemporaryFolder } from '../atExit.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { cleanEnvironment } from '../environment.ts';
import { forwardPorts, openBrowser } from '../host/browser.ts';
import { chooseHost, runDesktopTests } from '../host/desktop.ts';
import { startEditorServer, testUrl } from '../host/server.ts';
import { root } from '../root.ts';
import { findSecrets } from './secrets.ts';
import type { Suite, SuiteResult } from './suite.ts';

/** The oldest supported version and the newest. */
const desktopVersions = ['1.106.0', 'stable'];

const hostSeconds = 180;

export const vscode: Suite = {
  name: 'vscode',
  run: () => runInEditor(),
};

/** Runs the tests in a real editor; with `only`, those whose file has this name. */
export async function runInEditor({ only = '' } = {}): Promise<SuiteResult> {
  await bundleTests();
  const start = (work: (run: Run) => Promise<Outcome>) => runWithDemo(work, only);
  if (chooseHost('server') === 'server') return start(runInServer);
  const results: SuiteResult[] = [];
  for (const version of desktopVersions) {
    results.push(await start((run) => runInDesktop(run, version)));
  }
  return addUp(results);
}

interface Run {
  readonly demo: Demo;
  readonly folder: string;
  readonly resultsFile: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly log: string;
  /** Places where a secret was found. */
  readonly leaks: readonly string[];
}

async function bundleTests(): Promise<void> {
  const outdir = join(root, 'out', 'test');
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/index.ts', ...globSync('test/vscode/**/*.test.ts', { cwd: root })],
    outbase: 'test/vscode',
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Mocha's CommonJS half; one copy that all bundles share.
    alias: { mocha: 'mocha/lib/mocha.cjs' },
    external: ['vscode', 'mocha/lib/mocha.cjs'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await writeFile(join(outdir, 'package.json'), '{"type":"commonjs"}\n');
}

/** A fresh AWS, home and work folder, gone afterwards. */
async function runWithDemo(
  work: (run: Run) => Promise<Outcome>,
  only: string,
): Promise<SuiteResult> {
  const folder = makeTemporaryFolder('tests');
  const demo = await startDemo({ config: await writeOwnConfig(folder.path) });
  try {
    const workspace = join(folder.path, 'workspace');
    await mkdir(workspace);
    const resultsFile = join(folder.path, 'results.json');
    const env = {
      ...demo.env,
      HOME: folder.path,
      AWSCOPE_TEST_RESULTS: resultsFile,
      AWSCOPE_TEST_URL: demo.url,
      AWSCOPE_TEST_ONLY: only,
    };
    const outcome = await work({ demo, folder: workspace, resultsFile, env });
    return addLeaks(await readResults(resultsFile, outcome.log), outcome.leaks);
  } finally {
    await demo.stop();
    folder.remove();
  }
}

/** A user's file with a profile that cannot be used. */
async function writeOwnConfig(folder: string): Promise<string> {
  const path = join(folder, 'own-config');
  await writeFile(path, '[profile broken]\nregion eu-west-1\n');
  return path;
}

async function runInServer({ demo, folder, env }: Run): Promise<Outcome> {
  await using stack = new AsyncDisposableStack();
  const lines: string[] = [];
  const server = await startEditorServer({
    env: { ...cleanEnvironment(), ...env },
    isDriven: true,
    onLine: (line) => lines.push(line),
  });
  stack.defer(() => server.stop());
  const browser = await openBrowser();
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  await forwardPorts(page.context());
  const ended = Promise.withResolvers<void>();
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) =>
    lines.push(`${type}: ${args.map((arg) => String(arg)).join(' ')}`),
  );
  await page.exposeFunction('codeAutomationExit', () => ended.resolve());
  const timer = setTimeout(() => {
    lines.push(`The tests did not end within ${hostSeconds} seconds.`);
    ended.resolve();
  }, hostSeconds * 1000);
  const tests = join(root, 'out', 'test', 'index.js');
  await page.goto(testUrl(server, { folder, extension: root, tests }));
  await ended.promise;
  clearTimeout(timer);
  const output = lines.join('\n');
  const leaks = await findSecrets(server.dataFolder, output, demo.seeded);
  return { log: output, leaks };
}

async function runInDesktop({ demo, folder, env }: Run, version: string): Promise<Outcome> {
  const data = makeTemporaryFolder('vscode');
  try {
    const { code, output } = await runDesktopTests({
      version,
      extension: root,
      tests: join(root, 'out', 'test', 'index.js'),
      folder,
      env,
      dataFolder: data.path,
    });
    const leaks = await findSecrets(data.path, output, demo.seeded);
    return { log: `VS Code ${version} ended with ${code}.\n${output}`, leaks };
  } finally {
    data.remove();
  }
}

/** What test/vscode/index.ts writes. */
async function readResults(file: string, log: string): Promise<SuiteResult> {
  try {
    const { passed, failed, output, notes } = JSON.parse(await readFile(file, 'utf8'));
    return { passed, failed, output, notes };
  } catch (error) {
    return { passed: 0, failed: 1, output: `No results came back: ${String(error)}\n${log}` };
  }
}

/** The search for secrets counts as one test. */
function addLeaks(result: SuiteResult, leaks: readonly string[]): SuiteResult {
  if (leaks.length === 0) return { ...result, passed: result.passed + 1 };
  const output = `${result.output}\nnot ok a secret is in ${leaks.join(', ')}`;
  return { ...result, failed: result.failed + 1, output };
}

function addUp(results: readonly SuiteResult[]): SuiteResult {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    output: results.map((result) => result.output).join('\n'),
    notes: results.flatMap((result) => result.notes ?? []),
  };
}
