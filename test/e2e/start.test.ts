// `npm start`, as the first command of the README.

import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { exitOnSignals, makeTemporaryFolder } from '../../tools/atExit.ts';
import { startChild } from '../../tools/child.ts';
import { cleanEnvironment } from '../../tools/environment.ts';
import { root } from '../../tools/root.ts';

exitOnSignals();

describe('npm start', { skip: process.platform === 'win32' }, () => {
  const folder = makeTemporaryFolder('start-test');
  after(() => folder.remove());

  it('serves a browser where the desktop editor shows no window, and says why', async () => {
    writeFileSync(join(folder.path, 'code'), '#!/bin/sh\necho "Missing X server"\nexit 1\n');
    chmodSync(join(folder.path, 'code'), 0o755);
    const own = join(folder.path, 'config');
    writeFileSync(own, '[profile demo]\nregion = us-east-1\n');
    const child = startChild(process.execPath, ['tools/start.ts'], {
      cwd: root,
      env: {
        ...cleanEnvironment(),
        AWSCOPE_HOST: 'desktop',
        AWS_CONFIG_FILE: own,
        PATH: `${folder.path}${delimiter}${process.env.PATH ?? ''}`,
      },
    });
    try {
      const [, url = ''] = await child.waitFor(/^Open in a browser: (http\S+)$/, 120);
      assert.match(child.output(), /No window came: .*code ended with 1:\nMissing X server/);
      assert.match(child.output(), /^Your own demo is not shown/m);
      assert.equal((await fetch(url)).status, 200);
    } finally {
      await child.stop();
    }
  });
});
