import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { before, describe, it } from 'node:test';
import { type Client, ServiceError } from '../../src/core/index.ts';
import { uniqueName, useAws } from './aws.ts';

const oddKeys = [
  'plain.txt',
  'with space.txt',
  'a+b=c&d?e#f.txt',
  '100% sure/%41.txt',
  'grün/日本語/😀.txt',
  'double//slash/',
  './dot/../dots',
  "quote'(paren)*!~.txt",
  ' leading and trailing ',
];

const aws = await useAws();

describe('an object', () => {
  let client: Client;
  const Bucket = uniqueName('objects');

  before(async () => {
    client = await aws.client('s3');
    await client.call('CreateBucket', {
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
  });

  for (const Key of oddKeys) {
    it(`keeps its bytes under the key ${JSON.stringify(Key)}`, async () => {
      await client.call('PutObject', { Bucket, Key, Body: Buffer.from(Key) });
      const { Body, ContentLength } = await client.call('GetObject', { Bucket, Key });
      assert.equal((await readBody(Body)).toString(), Key);
      assert.equal(ContentLength, Buffer.byteLength(Key));
    });

    it(`is fetched by a presigned address under the key ${JSON.stringify(Key)}`, async () => {
      await client.call('PutObject', { Bucket, Key, Body: Buffer.from(Key) });
      const response = await getAsItIs(await client.presign('GetObject', { Bucket, Key }));
      assert.equal(response.statusCode, 200);
      assert.equal((await buffer(response)).toString(), Key);
    });
  }

  it('is listed by its own key, whatever the key', async () => {
    for (const Key of oddKeys) await client.call('PutObject', { Bucket, Key, Body: '' });
    const { Contents } = await client.call('ListObjectsV2', { Bucket });
    assert.ok(Array.isArray(Contents));
    assert.deepEqual(Contents.map((object) => object.Key).sort(), [...oddKeys].sort());
  });

  it('is put from a stream of known length', async () => {
    const Body = Readable.from([Buffer.from('one '), Buffer.from('two')]);
    await client.call('PutObject', { Bucket, Key: 'streamed', Body, ContentLength: 7 });
    const read = await client.call('GetObject', { Bucket, Key: 'streamed' });
    assert.equal((await readBody(read.Body)).toString(), 'one two');
  });

  it('keeps its metadata and content type', async () => {
    await client.call('PutObject', {
      Bucket,
      Key: 'described',
      Body: 'e30=',
      ContentType: 'application/json',
      Metadata: { source: 'test', 'two-words': 'a b' },
    });
    const head = await client.call('HeadObject', { Bucket, Key: 'described' });
    assert.equal(head.ContentType, 'application/json');
    assert.deepEqual(head.Metadata, { source: 'test', 'two-words': 'a b' });
    assert.ok(head.LastModified instanceof Date);
  });

  it('gives a part of itself', async () => {
    await client.call('PutObject', { Bucket, Key: 'ranged', Body: Buffer.from('0123456789') });
    const part = await client.call('GetObject', { Bucket, Key: 'ranged', Range: 'bytes=2-4' });
    assert.equal((await readBody(part.Body)).toString(), '234');
    assert.equal(part.ContentRange, 'bytes 2-4/10');
  });

  it('is an error with a code when it is missing, though the answer of a HEAD has no body', async () => {
    await assert.rejects(client.call('HeadObject', { Bucket, Key: 'missing' }), (error) => {
      assert.ok(error instanceof ServiceError);
      assert.equal(error.statusCode, 404);
      assert.equal(error.code, '404');
      return true;
    });
    await assert.rejects(client.call('GetObject', { Bucket, Key: 'missing' }), {
      code: 'NoSuchKey',
      statusCode: 404,
    });
  });

  it('is deleted with others in one call that carries a checksum', async () => {
    for (const Key of ['x1', 'x2']) await client.call('PutObject', { Bucket, Key, Body: '' });
    const { Deleted } = await client.call('DeleteObjects', {
      Bucket,
      Delete: { Objects: [{ Key: 'x1' }, { Key: 'x2' }] },
    });
    assert.ok(Array.isArray(Deleted));
    assert.deepEqual(Deleted.map((object) => object.Key).sort(), ['x1', 'x2']);
  });

  it('is not read any further once the call was cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(
      client.call('GetObject', { Bucket, Key: 'plain.txt' }, { signal: controller.signal }),
      { name: 'AbortError' },
    );
  });
});

/** `fetch` would resolve the dots of a path, which S3 takes as they are. */
async function getAsItIs(url: string): Promise<IncomingMessage> {
  const { hostname, port, origin } = new URL(url);
  const [response] = await once(
    get({ hostname, port, path: url.slice(origin.length) }),
    'response',
  );
  return response;
}

function readBody(body: unknown): Promise<Buffer> {
  assert.ok(body instanceof Readable);
  return buffer(body);
}
