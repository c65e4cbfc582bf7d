import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { ParamValidationError, TransferError } from '../../../src/core/errors.ts';
import type { TransferProgress } from '../../../src/core/transfer/plan.ts';
import { upload } from '../../../src/core/transfer/upload.ts';
import { bytesOf, type FakeS3, startFakeS3 } from './fakeS3.ts';

const mebibyte = 1024 * 1024;
const target = { Bucket: 'bucket', Key: 'big file.bin' };
const key = '/bucket/big file.bin';
const inParts = { partSize: 5 * mebibyte };
const bytes = bytesOf(12 * mebibyte);

function streamed(): Readable {
  const pieces = Array.from({ length: 48 }, (_, i) =>
    bytes.subarray(i * 262_144, (i + 1) * 262_144),
  );
  return Readable.from(pieces, { objectMode: false });
}

function sorted(s3: FakeS3): string[] {
  return s3.names().sort();
}

describe('an upload', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'awscope-'));
    file = join(folder, 'big');
    await writeFile(file, bytes);
  });
  after(() => rm(folder, { recursive: true }));

  it('of a small file is one request', async () => {
    await using s3 = await startFakeS3();
    const small = join(folder, 'small');
    await writeFile(small, 'hello');
    await upload(s3.client, small, { ...target, ContentType: 'text/plain' });
    assert.deepEqual(s3.names(), ['PutObject']);
    assert.equal(s3.objects.get(key)?.toString(), 'hello');
    assert.equal(s3.calls[0]?.headers['content-length'], '5');
    assert.equal(s3.calls[0]?.headers['content-type'], 'text/plain');
    assert.equal(s3.calls[0]?.headers['x-amz-checksum-crc32'], 'NhCmhg==');
  });

  it('of an empty file is one request', async () => {
    await using s3 = await startFakeS3();
    const empty = join(folder, 'empty');
    await writeFile(empty, '');
    await upload(s3.client, empty, target);
    assert.equal(s3.objects.get(key)?.length, 0);
  });

  for (const [what, source] of [
    ['a file', () => file],
    ['bytes', () => bytes],
    ['a stream', streamed],
  ] as const) {
    it(`of ${what} goes in parts from the threshold on, and says how far it is`, async () => {
      await using s3 = await startFakeS3();
      const seen: TransferProgress[] = [];
      const onProgress = (progress: TransferProgress) => void seen.push(progress);
      await upload(s3.client, source(), target, { ...inParts, onProgress });
      assert.deepEqual(sorted(s3), [
        'CompleteMultipartUpload',
        'CreateMultipartUpload',
        'UploadPart 1',
        'UploadPart 2',
        'UploadPart 3',
      ]);
      assert.ok(s3.objects.get(key)?.equals(bytes));
      assert.deepEqual(seen.at(-1), { transferred: bytes.length, total: bytes.length });
      assert.ok(seen.length > 10);
      const created = s3.calls.find(({ operation }) => operation === 'CreateMultipartUpload');
      assert.equal(created?.headers['x-amz-checksum-algorithm'], 'CRC32');
      assert.match(String(s3.calls.at(-1)?.body), /<ChecksumCRC32>/);
    });
  }

  it('of a short stream is one request', async () => {
    await using s3 = await startFakeS3();
    await upload(s3.client, Readable.from(['he', 'llo']), target);
    assert.deepEqual(s3.names(), ['PutObject']);
    assert.equal(s3.objects.get(key)?.toString(), 'hello');
  });

  it('has only so many parts under way as it may, and reads no more of a stream than those', async () => {
    await using s3 = await startFakeS3();
    let taken = 0;
    let most = 0;
    let sent = 0;
    async function* pieces() {
      for (let i = 0; i < 30; i += 1) {
        taken += mebibyte;
        most = Math.max(most, taken - sent);
        yield bytes.subarray(0, mebibyte);
      }
    }
    s3.fault = async ({ operation, body }) => {
      if (operation !== 'UploadPart') return false;
      await new Promise((resolve) => setTimeout(resolve, 5));
      sent += body.length;
      return false;
    };
    const options = { ...inParts, concurrency: 2, threshold: 5 * mebibyte };
    await upload(s3.client, Readable.from(pieces(), { objectMode: false }), target, options);
    assert.equal(s3.objects.get(key)?.length, 30 * mebibyte);
    assert.ok(most <= 12 * mebibyte, `${most / mebibyte} MiB were read ahead`);
  });

  it('sends a part again whose connection broke, from its start', async () => {
    await using s3 = await startFakeS3();
    s3.fault = ({ operation, part }, response, count) => {
      if (operation !== 'UploadPart' || part !== 2 || count > 1) return false;
      response.destroy();
      return true;
    };
    const seen: TransferProgress[] = [];
    await upload(s3.client, file, target, { ...inParts, onProgress: (one) => void seen.push(one) });
    assert.ok(s3.objects.get(key)?.equals(bytes));
    assert.equal(seen.at(-1)?.transferred, bytes.length);
  });

  it('that fails says which part, and leaves nothing behind', async () => {
    await using s3 = await startFakeS3();
    s3.fault = ({ operation, part }, response) => {
      if (operation !== 'UploadPart' || part !== 2) return false;
      response.statusCode = 503;
      response.end('<Error><Code>SlowDown</Code><Message>m</Message></Error>');
      return true;
    };
    await assert.rejects(upload(s3.client, streamed(), target, inParts), (error) => {
      assert.ok(error instanceof TransferError);
      assert.equal(error.part, 2);
      assert.match(error.message, /part 2 failed.*SlowDown/);
      return true;
    });
    assert.equal(s3.names().filter((name) => name === 'UploadPart 2').length, 3);
    assert.equal(s3.uploads.size, 0);
    assert.equal(s3.objects.size, 0);
  });

  it('says so when the parts could not be removed either', async () => {
    await using s3 = await startFakeS3({ settings: { maxAttempts: 1 } });
    s3.fault = ({ operation }, response) => {
      if (operation !== 'UploadPart' && operation !== 'AbortMultipartUpload') return false;
      response.statusCode = 403;
      response.end('<Error><Code>AccessDenied</Code><Message>m</Message></Error>');
      return true;
    };
    await assert.rejects(upload(s3.client, file, target, inParts), (error) => {
      assert.ok(error instanceof TransferError);
      assert.equal(error.uploadId, 'upload-1');
      assert.match(error.message, /could not be removed either/);
      return true;
    });
  });

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    await using s3 = await startFakeS3();
    const controller = new AbortController();
    s3.fault = ({ operation, part }) => {
      if (operation !== 'UploadPart') return false;
      if (part === 2) controller.abort();
      return part !== 1;
    };
    const { signal } = controller;
    await assert.rejects(upload(s3.client, file, target, { ...inParts, signal }), {
      name: 'AbortError',
    });
    assert.equal(s3.uploads.size, 0);
    assert.equal(s3.names().at(-1), 'AbortMultipartUpload');
  });

  it('stops when it is cancelled while its stream is silent', async () => {
    await using s3 = await startFakeS3();
    const controller = new AbortController();
    const stream = new Readable({ read() {} });
    stream.push(bytes);
    s3.fault = ({ operation }) => {
      if (operation === 'UploadPart') setImmediate(() => controller.abort());
      return false;
    };
    const options = { ...inParts, signal: controller.signal };
    await assert.rejects(upload(s3.client, stream, target, options), { name: 'AbortError' });
    assert.equal(s3.uploads.size, 0);
    assert.equal(stream.destroyed, true);
  });

  it('ends with the failure of its stream, and leaves nothing behind', async () => {
    await using s3 = await startFakeS3();
    async function* pieces() {
      yield bytes;
      throw new Error('the disk is gone');
    }
    const stream = Readable.from(pieces(), { objectMode: false });
    await assert.rejects(upload(s3.client, stream, target, inParts), /the disk is gone/);
    assert.equal(s3.uploads.size, 0);
  });

  it('goes on where another one ended: only what is missing or differs is sent', async () => {
    await using s3 = await startFakeS3();
    s3.fault = ({ operation }, response) => {
      if (operation !== 'CompleteMultipartUpload') return false;
      response.statusCode = 400;
      response.end('<Error><Code>InvalidPart</Code></Error>');
      return true;
    };
    const first = upload(s3.client, file, target, { ...inParts, keepParts: true });
    const failure = await first.catch((error: unknown) => error);
    assert.ok(failure instanceof TransferError);
    const parts = s3.uploads.get(failure.uploadId ?? '');
    parts?.set(2, Buffer.alloc(5 * mebibyte));
    parts?.delete(3);
    s3.fault = () => false;
    s3.calls.length = 0;
    await upload(s3.client, file, target, { uploadId: failure.uploadId });
    assert.deepEqual(sorted(s3), [
      'CompleteMultipartUpload',
      'ListParts',
      'UploadPart 2',
      'UploadPart 3',
    ]);
    assert.ok(s3.objects.get(key)?.equals(bytes));
  });

  it('refuses parameters no upload has, before anything is sent', async () => {
    await using s3 = await startFakeS3();
    const input = { ...target, Colour: 'red' };
    await assert.rejects(upload(s3.client, file, input), ParamValidationError);
    assert.equal(s3.calls.length, 0);
  });

  it('of a file that is not there fails before anything is sent', async () => {
    await using s3 = await startFakeS3();
    await assert.rejects(upload(s3.client, join(folder, 'none'), target), { code: 'ENOENT' });
    assert.equal(s3.calls.length, 0);
  });
});
