import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import { root } from '../root.ts';
import type { Suite, SuiteResult } from './suite.ts';

export const lint: Suite = {
  name: 'lint',
  run: () => runCheck('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
};

export const types: Suite = {
  name: 'types',
  run: () => runCheck('typescript/bin/tsc', '--noEmit'),
};

/** Builds what is shipped, as it is shipped: the suites after it use this build. */
export const build: Suite = {
  name: 'build',
  run: async () => {
    await rm(join(root, 'dist'), { recursive: true, force: true });
    return countAsOne(await runChild(process.execPath, ['esbuild.mjs', '--minify'], { cwd: root }));
  },
};

async function runCheck(script: string, ...args: readonly string[]): Promise<SuiteResult> {
  const path = join(root, 'node_modules', script);
  return countAsOne(await runChild(process.execPath, [path, ...args], { cwd: root }));
}

function countAsOne(result: { code: number; output: string }): SuiteResult {
  const failed = result.code === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, output: result.output };
}
