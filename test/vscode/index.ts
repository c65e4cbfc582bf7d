// What the extension host calls: runs the tests beside it with mocha, all of them or the file that AWSCOPE_TEST_ONLY
// names, and writes the results to the file that AWSCOPE_TEST_RESULTS names, since a host's exit code tells little.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import Mocha from 'mocha';
import { notes } from './notes.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000 });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(`${process.env.AWSCOPE_TEST_ONLY ?? ''}.test.js`))
      mocha.addFile(join(__dirname, file));
  }
  const failed = await runAll(mocha);
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}

function runAll(mocha: Mocha): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const lines: string[] = [];
  let passed = 0;
  const runner = mocha.run((failed) => {
    writeResults({ passed, failed, output: lines.join('\n'), notes: notes() });
    resolve(failed);
  });
  runner.on('pass', (test) => {
    passed++;
    lines.push(`ok ${test.fullTitle()} (${test.duration} ms)`);
  });
  runner.on('fail', (test, error) => lines.push(`not ok ${test.fullTitle()}\n${inspect(error)}`));
  return promise;
}

function writeResults(results: object): void {
  const file = process.env.AWSCOPE_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
}
