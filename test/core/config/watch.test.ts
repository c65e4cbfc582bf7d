import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { test } from 'node:test';
import { watchFiles } from '../../../src/core/config/watch.ts';

const onLinux = { skip: process.platform !== 'linux' && 'only Linux shows open files in a folder' };

test('it watches a file that is there and has no path of its own', onLinux, () => {
  const folder = '/proc/self/fd';
  const nameless = readdirSync(folder).find((name) => {
    try {
      return /^anon_inode:/.test(readlinkSync(`${folder}/${name}`));
    } catch {
      return false;
    }
  });
  assert.ok(nameless);
  watchFiles([`${folder}/${nameless}`], () => {})();
});
