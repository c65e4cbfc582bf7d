import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { ParamValidationError, s3 } from '../../src/core/index.ts';
import type { Resource } from '../../src/core/resources/resource.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { uniqueName, useAws } from './aws.ts';

const aws = await useAws();

describe('the resources of S3', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'awscope-s3-'));
  const file = join(folder, 'large.bin');
  const bytes = randomBytes(9 * 1024 * 1024);
  const service = await serviceResource(aws.session, 's3');
  const Name = uniqueName('resources');
  const bucket = service.get('Bucket', { Name });
  const objectOf = (Key: string) => service.get('Object', { Bucket: Name, Key });

  before(async () => {
    await writeFile(file, bytes);
    await service.act('CreateBucket', { Bucket: Name });
  });
  after(() => rm(folder, { recursive: true }));

  async function keysOf(owner: Resource, collection: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { identifiers } of owner.collection(collection))
      keys.push(identifiers.Key ?? '');
    return keys;
  }

  it('is made where the Session is', async () => {
    assert.equal(await bucket.callRegion(), 'eu-west-1');
  });

  it('takes a file in parts by the bucket, and gives it back by the object', async () => {
    await s3.upload(bucket, file, { Key: 'a/large.bin', ContentType: 'text/x-test' });
    const object = objectOf('a/large.bin');
    const { ContentType, Size } = await object.load();
    assert.deepEqual([ContentType, Size], ['text/x-test', bytes.length]);
    const back = join(folder, 'back.bin');
    await s3.download(object, back);
    assert.ok((await readFile(back)).equals(bytes));
  });

  it('takes and gives streams', async () => {
    const object = objectOf('streamed');
    await s3.upload(object, Readable.from([Buffer.from('one '), Buffer.from('two')]));
    assert.equal((await buffer(await s3.downloadStream(object))).toString(), 'one two');
  });

  it('copies an object to another bucket of another region', async () => {
    const there = uniqueName('copies');
    const input = { Bucket: there, CreateBucketConfiguration: { LocationConstraint: 'us-west-2' } };
    const { resources } = await service.act('CreateBucket', input);
    const [target] = resources;
    assert.ok(target);
    await s3.upload(objectOf('to copy'), Buffer.from('copied'));
    await s3.copy(objectOf('to copy'), target, { Key: 'copy' });
    const [copied] = await target.follow('Object', { Key: 'copy' });
    assert.ok(copied);
    assert.equal((await buffer(await s3.downloadStream(copied))).toString(), 'copied');
  });

  it('keeps versions, of which each is read by itself', async () => {
    const [versioning] = await bucket.follow('Versioning');
    assert.ok(versioning);
    await versioning.act('Enable');
    assert.equal((await versioning.load()).Status, 'Enabled');
    const object = objectOf('versions');
    for (const text of ['first', 'second']) await s3.upload(object, Buffer.from(text));
    await s3.upload(objectOf('versions of another'), Buffer.from('other'));
    const { items } = await object.collection('Versions').page();
    const texts = await Promise.all(
      items.map(async (version) => (await buffer(await s3.downloadStream(version))).toString()),
    );
    assert.deepEqual(texts.toSorted(), ['first', 'second']);
    const [oldest] = items.filter(({ attributes }) => attributes?.IsLatest === false);
    assert.ok(oldest);
    await s3.copy(oldest, object);
    assert.equal((await buffer(await s3.downloadStream(object))).toString(), 'first');
  });

  it('tells when a bucket was made, though it was got by name', async () => {
    const { CreationDate, BucketRegion } = await bucket.load();
    assert.ok(CreationDate instanceof Date);
    assert.equal(BucketRegion, 'eu-west-1');
  });

  it('is put together of parts by their own resources', async () => {
    const { resources } = await objectOf('by hand').act('InitiateMultipartUpload');
    const [upload] = resources;
    assert.ok(upload);
    assert.deepEqual(await keysOf(bucket, 'MultipartUploads'), ['by hand']);
    const [part] = await upload.follow('Part', { PartNumber: '1' });
    const { output } = (await part?.act('Upload', { Body: Buffer.from('part') })) ?? {};
    const made = await upload.act('Complete', {
      MultipartUpload: { Parts: [{ ETag: output?.ETag, PartNumber: 1 }] },
    });
    const [object] = made.resources;
    assert.ok(object);
    assert.equal((await buffer(await s3.downloadStream(object))).toString(), 'part');
  });

  it('says what it cannot be done to', async () => {
    await assert.rejects(s3.upload(bucket, file), ParamValidationError);
    const table = (await serviceResource(aws.session, 'dynamodb')).get('Table', { TableName: 't' });
    await assert.rejects(s3.download(table, file), /Key: is not known of a dynamodb Table/);
  });

  it('is emptied, versions and all, and then deleted', async () => {
    const versions = bucket.collection('ObjectVersions');
    const { isComplete, calls } = await versions.act('Delete', {}, { confirm: Name });
    assert.ok(isComplete);
    assert.ok(calls.every(({ operation }) => operation === 'DeleteObjects'));
    assert.deepEqual(await keysOf(bucket, 'Objects'), []);
    await bucket.act('Delete', {}, { confirm: Name });
    await bucket.wait('NotExists');
  });
});
