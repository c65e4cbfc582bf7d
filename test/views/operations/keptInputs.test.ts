import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { KeptInputs } from '../../../src/views/operations/keptInputs.ts';

const path = '/demo/eu-west-1/dynamodb/Scan/dynamodb.Scan input (demo, eu-west-1).json';

describe('kept inputs', () => {
  let home: string;
  let folder: string;
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'awscope-'));
    folder = join(home, 'made', 'inputs');
  });
  beforeEach(() => rm(folder, { recursive: true, force: true }));
  after(() => rm(home, { recursive: true }));

  it('are there again when the window is', async () => {
    const changedAt = 1_700_000_000_123;
    const content = new TextEncoder().encode('{ "TableName": "orders" }');
    await window('a').write(path, { content, changedAt });
    const kept = await window('a').read(path);
    assert.equal(kept && text(kept.content), '{ "TableName": "orders" }');
    assert.equal(kept?.changedAt, changedAt);
  });

  it('are none before anything was written, and none after their removal', async () => {
    assert.equal(await window('a').read(path), undefined);
    await window('a').remove(path);
    await write(window('a'), path, '{}');
    await window('a').remove(path);
    assert.equal(await window('a').read(path), undefined);
    assert.deepEqual(await readdir(folder), []);
  });

  it('belong to one window and one document', async () => {
    await write(window('a'), path, '1');
    await write(window('b'), path, '2');
    assert.equal(await window('b').read(`${path}.other`), undefined);
    await window('b').remove(path);
    const kept = await window('a').read(path);
    assert.equal(kept && text(kept.content), '1');
  });

  it('are replaced as a whole, with nothing left beside them', async () => {
    const kept = window('a');
    await write(kept, path, 'a long text');
    await write(kept, path, 'short');
    const [name = '', ...others] = await readdir(folder);
    assert.deepEqual(others, []);
    assert.equal(await readFile(join(folder, name), 'utf8'), 'short');
  });

  it('can be read by nobody else, and say nothing by their names', {
    skip: process.platform === 'win32',
  }, async () => {
    await write(window('a'), path, '{}');
    const [name = ''] = await readdir(folder);
    assert.match(name, /^[0-9a-f]{64}$/);
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
  });

  it('go after thirty days, also those of windows that never came back', async () => {
    await write(window('gone'), path, 'old');
    const [name = ''] = await readdir(folder);
    await makeOlder(name, 31);
    await write(window('young'), path, 'new');
    await write(window('a'), path, '{}');
    assert.equal(await window('gone').read(path), undefined);
    assert.notEqual(await window('young').read(path), undefined);
  });

  it('are a hundred at most when a window begins to write', async () => {
    const first = window('first');
    await write(first, path, '{}');
    for (let i = 0; i < 105; i++) await writeFile(join(folder, `left-${i}`), '');
    for (let i = 0; i < 105; i++) await makeOlder(`left-${i}`, 1);
    await write(window('a'), path, '{}');
    assert.equal((await readdir(folder)).length, 101);
    assert.notEqual(await first.read(path), undefined);
  });

  it('that cannot be written say so', async () => {
    await writeFile(join(home, 'file'), '');
    const kept = new KeptInputs({ folder: join(home, 'file', 'inputs'), windowId: () => 'a' });
    await assert.rejects(write(kept, path, '{}'));
  });

  function window(id: string): KeptInputs {
    return new KeptInputs({ folder, windowId: () => id });
  }

  async function makeOlder(name: string, days: number): Promise<void> {
    const time = Date.now() / 1000 - days * 24 * 60 * 60;
    await utimes(join(folder, name), time, time);
  }
});

function write(kept: KeptInputs, of: string, content: string): Promise<void> {
  return kept.write(of, { content: new TextEncoder().encode(content), changedAt: Date.now() });
}

function text(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
