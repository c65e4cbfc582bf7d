import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { buildPackage, listPackage } from '../vsix.ts';
import type { Suite, SuiteResult } from './suite.ts';

const megabytes = 8;

/** The package is small and holds what is needed and nothing else. */
export const packaging: Suite = {
  name: 'package',
  run: async (): Promise<SuiteResult> => {
    const files = await listPackage();
    checkFiles(files);
    const { size } = await stat(await buildPackage());
    const text = `${(size / 1024 / 1024).toFixed(2)} MB, ${files.length} files`;
    assert.ok(size < megabytes * 1024 * 1024, `The package is too large: ${text}.`);
    return { passed: 1, failed: 0, output: '', notes: [text] };
  },
};

function checkFiles(files: readonly string[]): void {
  for (const needed of [
    'dist/extension.js',
    'dist/extension/main.js',
    'dist/extension/undici-apart.cjs',
    'dist/core/undici-apart.cjs',
    'media/models/index.json',
    'LICENSE',
  ]) {
    assert.ok(files.includes(needed), `${needed} is missing from the package.`);
  }
  const allowed =
    /^(dist\/(extension\.js|extension\/([\w-]+\.js|undici-apart\.cjs)|core\.mjs|core\/([\w-]+\.mjs|undici-apart\.cjs)|package\.json)|media\/(?!readme\/)|[^/]+$)/;
  const others = files.filter((file) => !allowed.test(file));
  assert.deepEqual(others, [], 'The package holds files that it should not.');
}
