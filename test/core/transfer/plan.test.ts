import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { ByteReader } from '../../../src/core/transfer/byteReader.ts';
import { partSizeFor, partsOf, uploadParameters } from '../../../src/core/transfer/plan.ts';
import { clientOf } from '../client/clients.ts';

const mebibyte = 1024 * 1024;

// What boto3's s3transfer (0.17) makes of the same numbers.
const sizes: readonly (readonly [wanted: number, total: number | undefined, chosen: number])[] = [
  [8 * mebibyte, 20 * mebibyte, 8 * mebibyte],
  [8 * mebibyte, undefined, 8 * mebibyte],
  [1, 100, 5 * mebibyte],
  [8 * mebibyte, 80_000 * mebibyte, 8 * mebibyte],
  [8 * mebibyte, 80_000 * mebibyte + 1, 16 * mebibyte],
  [8 * mebibyte, 5 * 1024 ** 4, 1024 * mebibyte],
  [6 * 1024 * mebibyte, 10 * 1024 * mebibyte, 5 * 1024 * mebibyte],
];

for (const [wanted, total, chosen] of sizes) {
  test(`it makes parts of ${chosen} bytes for ${total} when ${wanted} are wanted`, () => {
    assert.equal(partSizeFor(wanted, total), chosen);
  });
}

test('it cuts without a rest, and gives the last part what is left', () => {
  assert.deepEqual(
    [...partsOf(10, 5)].map(({ start, end }) => [start, end]),
    [
      [0, 5],
      [5, 10],
    ],
  );
  assert.deepEqual([...partsOf(11, 5)].at(-1), { number: 3, start: 10, end: 11 });
  assert.deepEqual([...partsOf(0, 5)], []);
});

test('it gives each call of an upload its parameters', async () => {
  const { service } = await clientOf('s3');
  const place = { Bucket: 'b', Key: 'k' };
  const target = {
    ...place,
    ContentType: 'text/plain',
    ChecksumSHA256: 'x',
    SSECustomerKey: 'y',
    IfNoneMatch: '*',
    RequestPayer: 'requester',
    MpuObjectSize: 5,
  };
  const kept = { ...place, SSECustomerKey: 'y', RequestPayer: 'requester' };
  const whole = { ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' };
  const { creation, part, completion, plain } = uploadParameters(service, target);
  assert.deepEqual(creation, { ...kept, ContentType: 'text/plain', ...whole });
  assert.deepEqual(part, { ...kept, ChecksumAlgorithm: 'SHA256' });
  assert.deepEqual(completion, {
    ...kept,
    ChecksumSHA256: 'x',
    ChecksumType: 'FULL_OBJECT',
    IfNoneMatch: '*',
    MpuObjectSize: 5,
  });
  assert.deepEqual(plain, { ...place, RequestPayer: 'requester' });
});

test('it reads pieces of the wanted size, however the stream is cut', async () => {
  const reader = new ByteReader(Readable.from(['a', 'bcd', 'efghi', 'j'], { objectMode: false }));
  const read = async (size: number) => (await reader.read(size)).toString();
  assert.equal(await read(2), 'ab');
  reader.unread(Buffer.from('AB'));
  assert.equal(await read(5), 'ABcde');
  assert.equal(await read(9), 'fghij');
  assert.equal(await read(9), '');
});
