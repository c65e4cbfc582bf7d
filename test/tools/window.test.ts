import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeTemporaryFolder } from '../../tools/atExit.ts';
import { openWindow } from '../../tools/host/window.ts';

const onWindows = process.platform === 'win32';

describe('a window of the desktop editor', { skip: onWindows }, () => {
  const folder = makeTemporaryFolder('window');
  after(() => folder.remove());

  function open(script: string, isRoot = false) {
    const editor = join(folder.path, 'code');
    writeFileSync(editor, `#!/bin/sh\n${script}\n`);
    chmodSync(editor, 0o755);
    return openWindow({ editor, folder: '/work', extension: '/awscope', env: process.env, isRoot });
  }

  it('did not open when its command fails, and what that printed is told', async () => {
    const { didOpen, message } = await open('echo "Missing X server" >&2; exit 1');
    assert.equal(didOpen, false);
    assert.match(message, /code ended with 1:\nMissing X server$/);
  });

  it('did not open when its command ends at once, although well', async () => {
    assert.equal((await open('exit 0')).didOpen, false);
  });

  it('did not open when there is no such command', async () => {
    const env = process.env;
    const end = await openWindow({ editor: '/no/code', folder: '/', extension: '/', env });
    assert.equal(end.didOpen, false);
    assert.match(end.message, /could not be started/);
  });

  it('is asked for without a sandbox by root only', async () => {
    assert.match((await open('echo "$@"', true)).message, / --no-sandbox \/work$/);
    assert.doesNotMatch((await open('echo "$@"')).message, /sandbox/);
  });
});
