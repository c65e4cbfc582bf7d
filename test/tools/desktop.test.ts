import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeTemporaryFolder } from '../../tools/atExit.ts';
import { exampleKeys } from '../../tools/demo/keys.ts';
import { runDesktopTests } from '../../tools/host/desktop.ts';
import { findSecrets } from '../../tools/suites/secrets.ts';

describe('the tests in a desktop editor', { skip: process.platform === 'win32' }, () => {
  const folder = makeTemporaryFolder('desktop');
  after(() => folder.remove());

  it('are searched for secrets in what the editor keeps and prints', async () => {
    const dataFolder = join(folder.path, 'data');
    mkdirSync(join(dataFolder, 'logs'), { recursive: true });
    const executable = join(folder.path, 'code');
    const script = [
      '#!/bin/sh',
      'for arg in "$@"; do case "$arg" in --user-data-dir=*) data="$' + '{arg#*=}";; esac; done',
      'printf %s "$SECRET" > "$data/logs/main.log"',
      'echo "the secret is $SECRET"; exit 3',
    ];
    writeFileSync(executable, script.join('\n'));
    chmodSync(executable, 0o755);
    const env = { SECRET: exampleKeys.secretAccessKey };
    const places = { version: 'stable', extension: '/e', tests: '/t', folder: '/f' };
    const { code, output } = await runDesktopTests({ ...places, env, dataFolder, executable });
    assert.equal(code, 3);
    const seeded = { demo: exampleKeys, other: exampleKeys, secrets: [] };
    assert.deepEqual(await findSecrets(dataFolder, output, seeded), [
      'what the editor printed',
      join(dataFolder, 'logs', 'main.log'),
    ]);
  });
});
