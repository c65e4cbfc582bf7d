import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { TransferError } from '../../../src/core/errors.ts';
import { download, downloadStream } from '../../../src/core/transfer/download.ts';
import type { TransferProgress } from '../../../src/core/transfer/plan.ts';
import { bytesOf, etagOf, type FakeCall, type FakeS3, startFakeS3 } from './fakeS3.ts';

const source = { Bucket: 'bucket', Key: 'k' };
const key = '/bucket/k';
const bytes = bytesOf(1_000_000);
const ranged = { threshold: 100_000, partSize: 300_000 };

/** The first requests for this range break off in the middle of the answer. */
function breakOff(s3: FakeS3, range: string | undefined, times: number): void {
  s3.fault = (call: FakeCall, response: ServerResponse, count: number) => {
    if (call.operation !== 'GetObject' || call.range !== range || count > times) return false;
    const [start = 0, end = bytes.length - 1] = (range ?? '').match(/\d+/g)?.map(Number) ?? [];
    response.statusCode = range ? 206 : 200;
    if (range) response.setHeader('content-range', `${range.replace('=', ' ')}/${bytes.length}`);
    response.setHeader('content-length', end + 1 - start);
    response.write(bytes.subarray(start, start + 1000), () =>
      setTimeout(() => response.destroy(), 5),
    );
    return new Promise((resolve) => response.once('close', () => resolve(true)));
  };
}

describe('a download', () => {
  let folder = '';
  let file = '';
  let s3: FakeS3;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'awscope-'));
    file = join(folder, 'target.bin');
    s3 = await startFakeS3();
    s3.objects.set(key, bytes);
  });
  afterEach(async () => {
    await s3[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('of a small object is one request beside the one for its size', async () => {
    const { ContentType } = await download(s3.client, source, file);
    assert.ok((await readFile(file)).equals(bytes));
    assert.equal(ContentType, 'text/x-fake');
    assert.deepEqual(s3.names(), ['HeadObject', 'GetObject']);
  });

  it('of a large one reads ranges of one version, and says how far it is', async () => {
    const seen: TransferProgress[] = [];
    const onProgress = (progress: TransferProgress) => void seen.push(progress);
    await download(s3.client, source, file, { ...ranged, onProgress });
    assert.ok((await readFile(file)).equals(bytes));
    const gets = s3.calls.filter(({ operation }) => operation === 'GetObject');
    assert.deepEqual(gets.map(({ range }) => range).sort(), [
      'bytes=0-299999',
      'bytes=300000-599999',
      'bytes=600000-899999',
      'bytes=900000-999999',
    ]);
    assert.ok(gets.every(({ headers }) => headers['if-match'] === etagOf(bytes)));
    assert.deepEqual(seen.at(-1), { transferred: bytes.length, total: bytes.length });
  });

  it('of an empty object makes an empty file', async () => {
    s3.objects.set(key, Buffer.alloc(0));
    await download(s3.client, source, file);
    assert.equal((await readFile(file)).length, 0);
  });

  it('asks again for what broke off, and counts it once', async () => {
    const seen: TransferProgress[] = [];
    for (const [range, options] of [
      ['bytes=300000-599999', ranged],
      [undefined, {}],
    ] as const) {
      breakOff(s3, range, 2);
      const onProgress = (one: TransferProgress) => void seen.push(one);
      await download(s3.client, source, file, { ...options, onProgress });
      assert.ok((await readFile(file)).equals(bytes));
      assert.equal(seen.at(-1)?.transferred, bytes.length);
    }
  });

  it('that breaks off again and again says which part, and leaves the old file and no other', async () => {
    await writeFile(file, 'old');
    breakOff(s3, 'bytes=300000-599999', 9);
    await assert.rejects(download(s3.client, source, file, { ...ranged, attempts: 3 }), (error) => {
      assert.ok(error instanceof TransferError);
      assert.equal(error.part, 2);
      return true;
    });
    assert.equal(s3.calls.filter(({ range }) => range === 'bytes=300000-599999').length, 3);
    assert.deepEqual(await readdir(folder), ['target.bin']);
    assert.equal(await readFile(file, 'utf8'), 'old');
  });

  it('that never has the right checksum fails', async () => {
    s3.fault = ({ operation }, response) => {
      if (operation !== 'GetObject') return false;
      response.setHeader('x-amz-checksum-crc32', 'AAAAAA==');
      response.end(bytes);
      return true;
    };
    await assert.rejects(download(s3.client, source, file), /crc32 differs/);
    assert.equal(s3.names().filter((name) => name === 'GetObject').length, 5);
    assert.deepEqual(await readdir(folder), []);
  });

  it('of an object that is changed meanwhile fails', async () => {
    s3.fault = ({ operation }) => {
      if (operation === 'GetObject') s3.objects.set(key, Buffer.from('new'));
      return false;
    };
    await assert.rejects(download(s3.client, source, file, ranged), /changed while it was read/);
    assert.deepEqual(await readdir(folder), []);
  });

  it('that is given another range fails', async () => {
    s3.fault = ({ operation }, response) => {
      if (operation !== 'GetObject') return false;
      response.statusCode = 206;
      response.setHeader('content-range', 'bytes 0-9/1000000');
      response.end('0123456789');
      return true;
    };
    await assert.rejects(download(s3.client, source, file, ranged), /bytes 0-9\/1000000 came/);
  });

  it('stops when it is cancelled, and leaves no file', async () => {
    const controller = new AbortController();
    s3.fault = ({ operation }, response) => {
      if (operation !== 'GetObject') return false;
      response.writeHead(206, { 'content-length': '300000' });
      response.write('abc', () => setTimeout(() => controller.abort(), 5));
      return true;
    };
    const options = { ...ranged, signal: controller.signal };
    await assert.rejects(download(s3.client, source, file, options), { name: 'AbortError' });
    assert.deepEqual(await readdir(folder), []);
  });

  it('as a stream has the bytes in order, whatever order they come in', async () => {
    s3.fault = async ({ operation }) => {
      if (operation === 'GetObject') {
        await new Promise((resolve) => setTimeout(resolve, 20 * Math.random()));
      }
      return false;
    };
    const options = { threshold: 1, partSize: 50_000, concurrency: 4 };
    const stream = await downloadStream(s3.client, source, options);
    assert.ok((await buffer(stream)).equals(bytes));
    const target = new PassThrough();
    const read = buffer(target);
    await download(s3.client, source, target, options);
    assert.ok((await read).equals(bytes));
  });

  it('as a stream reads only so far ahead as it may, and stops when nobody reads on', async () => {
    const options = { threshold: 1, partSize: 50_000, concurrency: 2 };
    const stream = await downloadStream(s3.client, source, options);
    for await (const _ of stream) break;
    assert.equal(stream.destroyed, true);
    const asked = s3.calls.filter(({ operation }) => operation === 'GetObject').length;
    assert.ok(asked < 8, `${asked} ranges were asked for`);
  });
});
