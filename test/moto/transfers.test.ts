import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import {
  type Client,
  ConfirmationRequiredError,
  copy,
  deletePrefix,
  download,
  downloadStream,
  fileBody,
  TransferError,
  upload,
} from '../../src/core/index.ts';
import { uniqueName, useAws } from './aws.ts';

const aws = await useAws();
const bytes = randomBytes(20_000_000);

describe('a transfer', () => {
  let client: Client;
  let folder = '';
  let file = '';
  const Bucket = uniqueName('transfers');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'awscope-'));
    file = join(folder, 'source.bin');
    await writeFile(file, bytes);
    client = await aws.client('s3');
    await client.call('CreateBucket', {
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
  });
  after(() => rm(folder, { recursive: true }));

  async function read(Key: string): Promise<Buffer> {
    const { Body } = await client.call('GetObject', { Bucket, Key });
    assert.ok(Body instanceof Readable);
    return buffer(Body);
  }

  async function openUploads(): Promise<number> {
    const { Uploads } = await client.call('ListMultipartUploads', { Bucket });
    return Array.isArray(Uploads) ? Uploads.length : 0;
  }

  it('brings a large file there in parts, and back by ranges', async () => {
    const target = { Bucket, Key: 'a/file', ContentType: 'text/x-test', Metadata: { a: 'b' } };
    await upload(client, file, target);
    const head = await client.call('HeadObject', { Bucket, Key: 'a/file', PartNumber: 1 });
    assert.equal(head.PartsCount, 3);
    const back = join(folder, 'back.bin');
    const { ContentType, Metadata } = await download(client, { Bucket, Key: 'a/file' }, back);
    assert.ok((await readFile(back)).equals(bytes));
    assert.deepEqual([ContentType, Metadata], ['text/x-test', { a: 'b' }]);
  });

  it('brings a stream there whose length nobody knows', async () => {
    await upload(client, Readable.from([bytes], { objectMode: false }), {
      Bucket,
      Key: 'a/stream',
    });
    const stream = await downloadStream(client, { Bucket, Key: 'a/stream' });
    assert.ok((await buffer(stream)).equals(bytes));
  });

  it('takes a range of a file as a body', async () => {
    const Body = await fileBody(file, { start: 10, end: 1_000_010 });
    await client.call('PutObject', { Bucket, Key: 'range', Body });
    assert.ok((await read('range')).equals(bytes.subarray(10, 1_000_010)));
  });

  it('copies in parts, with what is said of the object', async () => {
    await upload(client, file, { Bucket, Key: 'b/from', ContentType: 'text/x-test' });
    await copy(client, { Bucket, Key: 'b/from' }, { Bucket, Key: 'b/to' });
    assert.ok((await read('b/to')).equals(bytes));
    const { ContentType } = await client.call('HeadObject', { Bucket, Key: 'b/to' });
    assert.equal(ContentType, 'text/x-test');
  });

  it('leaves no upload behind when it is cancelled, and no file', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const cancel = () => controller.abort();
    const target = { Bucket, Key: 'cancelled' };
    await assert.rejects(upload(client, file, target, { signal, onProgress: cancel }), {
      name: 'AbortError',
    });
    assert.equal(await openUploads(), 0);
    const again = download(client, { Bucket, Key: 'a/file' }, join(folder, 'none'), { signal });
    await assert.rejects(again, { name: 'AbortError' });
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('none')));
  });

  it('goes on with an upload that ended early', async () => {
    let uploadId = '';
    const target = { Bucket, Key: 'resumed' };
    const onUpload = (id: string) => {
      uploadId = id;
    };
    async function* broken() {
      yield bytes.subarray(0, 17_000_000);
      throw new Error('unplugged');
    }
    const stream = Readable.from(broken(), { objectMode: false });
    const options = { keepParts: true, onUpload, concurrency: 1 };
    const failure = await upload(client, stream, target, options).catch((error: unknown) => error);
    assert.ok(failure instanceof TransferError);
    assert.equal(failure.uploadId, uploadId);
    assert.equal(await openUploads(), 1);
    await upload(client, file, target, { uploadId });
    assert.ok((await read('resumed')).equals(bytes));
    assert.equal(await openUploads(), 0);
  });

  it('deletes all below a prefix, and nothing else', async () => {
    for (let i = 0; i < 5; i += 1) {
      await client.call('PutObject', { Bucket, Key: `x/${i} ü`, Body: '' });
    }
    await client.call('PutObject', { Bucket, Key: 'xy', Body: '' });
    const below = { Bucket, Prefix: 'x/' };
    for (const confirm of ['', Bucket, 'x/']) {
      await assert.rejects(deletePrefix(client, below, { confirm }), ConfirmationRequiredError);
    }
    assert.equal(await deletePrefix(client, below, { confirm: `${Bucket}/x/` }), 5);
    const { KeyCount } = await client.call('ListObjectsV2', { Bucket, Prefix: 'x' });
    assert.equal(KeyCount, 1);
  });
});
