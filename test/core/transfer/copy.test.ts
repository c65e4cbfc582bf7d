import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copy } from '../../../src/core/transfer/copy.ts';
import type { TransferProgress } from '../../../src/core/transfer/plan.ts';
import { bytesOf, startFakeS3 } from './fakeS3.ts';

const mebibyte = 1024 * 1024;
const source = { Bucket: 'bucket', Key: 'from here' };
const target = { Bucket: 'other', Key: 'to there' };

test('it copies a small object by one request', async () => {
  await using s3 = await startFakeS3();
  s3.objects.set('/bucket/from here', Buffer.from('hello'));
  await copy(s3.client, source, target);
  assert.deepEqual(s3.names(), ['HeadObject', 'CopyObject']);
  assert.equal(s3.objects.get('/other/to there')?.toString(), 'hello');
});

test('it copies a large object in parts, with what is said of it', async () => {
  await using s3 = await startFakeS3();
  const bytes = bytesOf(12 * mebibyte);
  s3.objects.set('/bucket/from here', bytes);
  const seen: TransferProgress[] = [];
  const onProgress = (progress: TransferProgress) => void seen.push(progress);
  await copy(s3.client, source, target, { partSize: 5 * mebibyte, onProgress });
  assert.ok(s3.objects.get('/other/to there')?.equals(bytes));
  const [, created, part] = s3.calls;
  assert.equal(created?.headers['content-type'], 'text/x-fake');
  assert.match(String(part?.headers['x-amz-copy-source-if-match']), /^"/);
  assert.deepEqual(seen.at(-1), { transferred: bytes.length, total: bytes.length });
});

test('it says so when the object is changed meanwhile, and leaves nothing behind', async () => {
  await using s3 = await startFakeS3();
  s3.objects.set('/bucket/from here', bytesOf(12 * mebibyte));
  s3.fault = ({ operation }, response) => {
    if (operation !== 'UploadPartCopy') return false;
    response.statusCode = 412;
    response.end('<Error><Code>PreconditionFailed</Code></Error>');
    return true;
  };
  const copied = copy(s3.client, source, target, { partSize: 5 * mebibyte });
  await assert.rejects(copied, /changed while it was copied/);
  assert.equal(s3.uploads.size, 0);
});
