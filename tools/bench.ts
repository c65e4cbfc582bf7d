// Compares what Awscope costs with AWS's own SDK and with the least that the same work could cost, and measures what
// only Awscope has. Only the ratios travel from one machine to another.
//
//   npm run bench                     everything; keeps the table in test/bench/RESULTS.md
//   npm run bench -- --quick          few rounds, without the editor; keeps nothing
//   npm run bench -- --only "STS"     only comparisons whose title has this in it; keeps nothing

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Comparison, compareAll } from './bench/compare.ts';
import { type Figure, measureEditor, measureModels, measureSearch } from './bench/own.ts';
import { startServer } from './bench/processes.ts';
import { measureProfiles } from './bench/profiles.ts';
import { printComparison, printFigure, printHead, writeResults } from './bench/report.ts';
import { measureResources } from './bench/resources.ts';
import { installSdk } from './bench/sdk.ts';
import { runOrThrow } from './child.ts';
import { root } from './root.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const rounds = values.quick ? 3 : 9;
const isWhole = !values.quick && values.only === '';

await runOrThrow(process.execPath, [join(root, 'esbuild.mjs'), '--minify'], { cwd: root });
const sdkVersion = await installSdk();
const server = await startServer();
try {
  const comparisons = await compare();
  const figures = values.only === '' ? await measureOwn() : [];
  if (isWhole) {
    await mkdir(join(root, 'test', 'bench'), { recursive: true });
    const file = join(root, 'test', 'bench', 'RESULTS.md');
    await writeResults(file, { sdkVersion, rounds, comparisons, figures });
  }
} finally {
  server.stop();
}

async function compare(): Promise<Comparison[]> {
  printHead();
  const found: Comparison[] = [];
  for await (const comparison of compareAll({ url: server.url, rounds, only: values.only })) {
    printComparison(comparison);
    found.push(comparison);
  }
  return found;
}

async function measureOwn(): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const measure of [
    measureSearch,
    () => measureModels(rounds),
    () => measureProfiles(rounds),
    () => measureResources(rounds, server.url),
    ...(isWhole ? [measureEditor] : []),
  ]) {
    const figures = await measure();
    for (const figure of figures) printFigure(figure);
    found.push(...figures);
  }
  return found;
}
