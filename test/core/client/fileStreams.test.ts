import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { ParamValidationError } from '../../../src/core/errors.ts';
import { startFakeS3 } from '../transfer/fakeS3.ts';
import { clientOf } from './clients.ts';

const content = Buffer.alloc(300_000, 'awscope ');
const target = { Bucket: 'bucket', Key: 'k' };
let folder = '';
let file = '';

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'awscope-files-'));
  file = path.join(folder, 'file');
  await writeFile(file, content);
});
after(async () => rm(folder, { recursive: true }));

describe('a file that is given as a stream', () => {
  it('has its length, and is sent again after a failure', async () => {
    await using s3 = await startFakeS3();
    s3.fault = (_, response, count) => {
      if (count === 1) response.writeHead(500).end();
      return count === 1;
    };
    await s3.client.call('PutObject', { ...target, Body: createReadStream(file) });
    assert.deepEqual(s3.names(), ['PutObject', 'PutObject']);
    for (const { headers, body } of s3.calls) {
      assert.equal(headers['content-length'], String(content.length));
      assert.ok(body.equals(content));
    }
  });

  it('says its length over TLS too, where its checksum comes behind it', async () => {
    const s3 = await clientOf('s3');
    const Body = createReadStream(file, { start: 8, end: 99_999 });
    const { headers, body } = await s3.prepare('PutObject', { ...target, Body });
    assert.equal(headers['x-amz-decoded-content-length'], '99992');
    assert.equal(headers['x-amz-trailer'], 'x-amz-checksum-crc32');
    assert.ok((await buffer(body as Readable)).length > 99_992);
    assert.equal(Body.destroyed, true);
  });
});

it('a stream of unknown length is refused, with what to do instead', async () => {
  const s3 = await clientOf('s3');
  const Body = Readable.from([content], { objectMode: false });
  await assert.rejects(s3.prepare('PutObject', { ...target, Body }), (error) => {
    assert.ok(error instanceof ParamValidationError);
    assert.deepEqual(error.faults[0]?.path, ['ContentLength']);
    assert.match(error.message, /`upload` takes streams of any length/);
    return true;
  });
});
