// Suites that run on node:test.

import { globSync } from 'node:fs';
import { runChild } from '../child.ts';
import { startMoto } from '../demo/moto.ts';
import { seed } from '../demo/seed.ts';
import { cleanEnvironment } from '../environment.ts';
import { root } from '../root.ts';
import type { Suite, SuiteResult } from './suite.ts';

/** Plain Node, no network: everything under test/ that is not another suite's. */
export const unit: Suite = {
  name: 'unit',
  run: () => runNodeTests('test/**/*.test.ts', ['test/moto/**', 'test/vscode/**', 'test/e2e/**']),
};

/** Over HTTP against one seeded moto, which all files share. */
export const moto: Suite = {
  name: 'moto',
  run: async () => {
    const server = await startMoto({ usesDocker: false });
    try {
      const { other } = await seed(server.url);
      return await runNodeTests('test/moto/**/*.test.ts', [], {
        AWSCOPE_TEST_MOTO: JSON.stringify({ url: server.url, other }),
      });
    } finally {
      await server.stop();
    }
  },
};

/** Through the user interface; each file starts what it needs, one after the other. */
export const e2e: Suite = {
  name: 'e2e',
  run: () => runNodeTests('test/e2e/**/*.test.ts', [], {}, ['--test-concurrency=1']),
};

async function runNodeTests(
  pattern: string,
  exclude: readonly string[],
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<SuiteResult> {
  const files = globSync(pattern, { cwd: root, exclude: [...exclude] }).sort();
  if (files.length === 0) return { passed: 0, failed: 1, output: `No test matches ${pattern}.` };
  const args = ['--test', '--test-reporter=spec', '--test-timeout=240000', ...flags, ...files];
  const { code, output } = await runChild(process.execPath, args, {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
  });
  const passed = countIn(output, 'pass');
  const failed = countIn(output, 'fail') + countIn(output, 'cancelled');
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    output,
    notes: notesIn(output),
  };
}

/** The reporter's totals stand at the end: `ℹ pass 12`. */
function countIn(output: string, what: string): number {
  const matches = [...output.matchAll(new RegExp(`^ℹ ${what} (\\d+)$`, 'gm'))];
  return Number(matches.at(-1)?.[1] ?? 0);
}

/** Lines that a test prints for the reader: `note: activation took 12 ms`. */
function notesIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:ℹ )?note: (.+)$/gm)].map((match) => match[1] ?? '');
}
