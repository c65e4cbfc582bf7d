// Long lists: what a resource costs, and that pages which were read are let go.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serviceResource } from '../../../src/services/registry.ts';
import { recordSession } from './recordedSession.ts';

const size = 1000;

async function openBucket(pageCount: number) {
  const { session } = recordSession({
    's3.ListObjectsV2': ({ Token = '0' }) => {
      const page = Number(Token);
      const Contents = Array.from({ length: size }, (_, at) => ({
        Key: `logs/${page}/${at}.json.gz`,
        Size: at,
        ETag: `"${page}-${at}"`,
      }));
      return page + 1 < pageCount ? { Contents, NextToken: String(page + 1) } : { Contents };
    },
  });
  const s3 = await serviceResource(session, 's3');
  const bucket = s3.get('Bucket', { Name: 'b' });
  bucket.take({ BucketRegion: 'eu-west-1' });
  return bucket.collection('Objects');
}

test('it makes a thousand resources in far less than a tenth of a second of work', async () => {
  const objects = await openBucket(1);
  await objects.page();
  const start = process.cpuUsage();
  const { items } = await objects.page();
  const { user, system } = process.cpuUsage(start);
  assert.equal(items.length, size);
  assert.ok(user + system < 100_000, `${user + system} µs`);
});

test('it reads a hundred thousand objects page by page without keeping them', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  let count = 0;
  let early = 0;
  for await (const { items } of (await openBucket(100)).pages()) {
    count += items.length;
    if (count === 10 * size) early = heap();
  }
  assert.equal(count, 100 * size);
  const grown = (heap() - early) / 1024 / 1024;
  assert.ok(grown < 2, `${grown.toFixed(1)} MB more are held`);
});
