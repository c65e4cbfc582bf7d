// Archives for Glacier: the hashes are those botocore's `calculate_sha256` and `calculate_tree_hash` give for the same bytes.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type { PreparedRequest } from '../../../src/core/client.ts';
import { UnsupportedError } from '../../../src/core/errors.ts';
import { fileBody } from '../../../src/core/http/replayableBody.ts';
import { clientOf, scriptOf } from './clients.ts';

const megabyte = 1024 * 1024;
const pattern = Buffer.from(Array.from({ length: 251 }, (_, i) => (i * 7) % 251));
const cases = [
  {
    size: 0,
    whole: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    tree: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  {
    size: megabyte,
    whole: 'e76e4c02227083fd12207b7bc85287bb9e02a618fed3bd8eab1bc2daeda2fb53',
    tree: 'e76e4c02227083fd12207b7bc85287bb9e02a618fed3bd8eab1bc2daeda2fb53',
  },
  {
    size: megabyte + 1,
    whole: '50068d46eb4d17660d829800fa2d52624de6cd1dab0dd5735e5b8c496b822152',
    tree: '4e280062d49dafb2e6377b5ce6a16b88adf953c0cd8c939289b1068139bc34eb',
  },
  {
    size: 3 * megabyte + 5,
    whole: 'ec2623f73dcc1952ac286d1a0e4b72f10904022864fa6db9558717a7e5a94ec4',
    tree: 'c766d527427422dfa006cbd2053f9724db472acf2aa43a472e044f65d71e672f',
  },
  {
    size: 7 * megabyte,
    whole: '472018e9674b82389fa821459125c15f60b2d53fb7db44e8a5b66cf9dcc8e011',
    tree: 'c6077057be9d924fbb3a020125cd0a1a89e9eb6c07d95d47e777a30070d5f887',
  },
];

const content = Buffer.alloc(8 * megabyte, pattern);
let folder = '';

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'awscope-glacier-'));
});
after(async () => rm(folder, { recursive: true }));

async function prepare(body: unknown): Promise<PreparedRequest> {
  const glacier = await clientOf('glacier');
  return glacier.prepare('UploadArchive', { vaultName: 'v', body });
}

async function bytesOf({ body = '' }: PreparedRequest): Promise<Buffer> {
  return body instanceof Readable ? buffer(body) : Buffer.from(body);
}

describe('an archive for Glacier', () => {
  for (const { size, whole, tree } of cases) {
    it(`of ${size} bytes has botocore’s hashes, from memory, a file and a file’s stream`, async () => {
      const bytes = content.subarray(0, size);
      const file = path.join(folder, String(size));
      await writeFile(file, bytes);
      for (const body of [bytes, await fileBody(file), createReadStream(file)]) {
        const request = await prepare(body);
        assert.equal(request.headers['x-amz-content-sha256'], whole);
        assert.equal(request.headers['x-amz-sha256-tree-hash'], tree);
        assert.ok((await bytesOf(request)).equals(bytes));
      }
    });
  }

  it('may be a range of a file', async () => {
    const file = path.join(folder, 'padded');
    await writeFile(
      file,
      Buffer.concat([Buffer.from('no'), content.subarray(0, 1048577), content]),
    );
    const request = await prepare(createReadStream(file, { start: 2, end: 1048578 }));
    assert.equal(request.headers['x-amz-sha256-tree-hash'], cases[2]?.tree);
    assert.equal((await bytesOf(request)).length, 1048577);
  });

  it('is refused as a stream that can be read once, before anything is sent', async () => {
    const send = scriptOf({});
    const glacier = await clientOf('glacier', { send });
    const read = createReadStream(import.meta.filename);
    await read[Symbol.asyncIterator]().next();
    for (const body of [Readable.from([Buffer.from('x')], { objectMode: false }), read]) {
      const sent = glacier.call('UploadArchive', { vaultName: 'v', body });
      await assert.rejects(sent, (error) => {
        assert.ok(error instanceof UnsupportedError);
        assert.match(error.message, /^glacier\.UploadArchive .*must be bytes or a file/);
        return true;
      });
    }
    assert.equal(send.requests.length, 0);
  });

  it('keeps hashes that are given', async () => {
    const glacier = await clientOf('glacier');
    const { headers } = await glacier.prepare('UploadArchive', {
      vaultName: 'v',
      checksum: 'abc',
      body: Buffer.from('x'),
    });
    assert.equal(headers['x-amz-sha256-tree-hash'], 'abc');
  });

  it('says that a file is not there', async () => {
    const missing = createReadStream(path.join(folder, 'missing'));
    await assert.rejects(prepare(missing), { code: 'ENOENT' });
  });
});
