// npm test [SUITE ...]: runs all suites, or those named, and ends with the line "N passed, N failed".

import { exitOnSignals } from './atExit.ts';
import { build, lint, types } from './suites/checks.ts';
import { e2e, moto, unit } from './suites/node.ts';
import { packaging } from './suites/packaging.ts';
import type { Suite, SuiteResult } from './suites/suite.ts';
import { vscode } from './suites/vscode.ts';

/** In this order: what fails fastest first. `build` comes before all that use dist. */
const suites: readonly Suite[] = [lint, types, build, unit, packaging, moto, vscode, e2e];
const needBuild: readonly Suite[] = [packaging, moto, vscode, e2e];

exitOnSignals();
const results: SuiteResult[] = [];
for (const suite of chosenSuites(process.argv.slice(2))) results.push(await runSuite(suite));
const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function chosenSuites(names: readonly string[]): readonly Suite[] {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = suites.map((suite) => suite.name).join(', ');
    throw new Error(`There is no suite "${unknown}". There are: ${known}.`);
  }
  if (names.length === 0) return suites;
  const chosen = suites.filter((suite) => names.includes(suite.name));
  const wantsBuild = !chosen.includes(build) && chosen.some((suite) => needBuild.includes(suite));
  return wantsBuild ? [build, ...chosen] : chosen;
}

async function runSuite(suite: Suite): Promise<SuiteResult> {
  const start = performance.now();
  const result = await suite.run().catch(asFailure);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result.failed > 0) console.log(result.output);
  for (const note of result.notes ?? []) console.log(`${suite.name}: ${note}`);
  const { passed, failed } = result;
  console.log(`${suite.name}: ${passed} ok, ${failed} not ok (${seconds} s)`);
  return result;
}

/** A suite that cannot be run counts as one failure, and the others still run. */
function asFailure(error: unknown): SuiteResult {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, failed: 1, output };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
