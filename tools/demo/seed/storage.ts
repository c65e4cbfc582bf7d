import { type Call, inParallel } from '../account.ts';
import { secondRegion } from '../keys.ts';

/** Buckets: one to browse, one in another region, one with more objects than a page holds, one that is empty. */
export async function seedStorage(call: Call): Promise<void> {
  await createBucket(call, 'meadow-media');
  await createBucket(call, 'meadow-invoices', secondRegion);
  await createBucket(call, 'meadow-access-logs');
  await createBucket(call, 'meadow-archive');
  await call('s3', 'PutBucketTagging', {
    Bucket: 'meadow-media',
    Tagging: { TagSet: [{ Key: 'team', Value: 'shop' }] },
  });
  await inParallel(mediaObjects, 8, ([Key, ContentType, text]) =>
    call('s3', 'PutObject', { Bucket: 'meadow-media', Key, ContentType, Body: base64(text) }),
  );
  await inParallel(invoiceKeys(), 8, (Key) =>
    call('s3', 'PutObject', { Bucket: 'meadow-invoices', Key, Body: base64(Key) }, secondRegion),
  );
  await inParallel(logKeys(), 16, (Key) =>
    call('s3', 'PutObject', { Bucket: 'meadow-access-logs', Key, Body: '' }),
  );
}

function createBucket(call: Call, bucket: string, region?: string): Promise<unknown> {
  const LocationConstraint = region ?? 'eu-west-1';
  const input = { Bucket: bucket, CreateBucketConfiguration: { LocationConstraint } };
  return call('s3', 'CreateBucket', input, region);
}

const mediaObjects: readonly (readonly [key: string, contentType: string, text: string])[] = [
  ['README.md', 'text/markdown', '# Media of the shop\n'],
  ['catalogue/books.json', 'application/json', '[{"isbn":"9780141439518","stock":12}]\n'],
  ['catalogue/music.json', 'application/json', '[]\n'],
  ['covers/2024/pride-and-prejudice.svg', 'image/svg+xml', '<svg/>'],
  ['covers/2025/emma.svg', 'image/svg+xml', '<svg/>'],
  ['covers/2025/persuasion.svg', 'image/svg+xml', '<svg/>'],
  ['covers/Bücher & Noten/größe 100%.svg', 'image/svg+xml', '<svg/>'],
  ['covers/a+b = c?.svg', 'image/svg+xml', '<svg/>'],
];

function invoiceKeys(): readonly string[] {
  return [1, 2, 3, 4, 5, 6].map((month) => `2025/${String(month).padStart(2, '0')}/invoices.csv`);
}

function logKeys(): readonly string[] {
  return Array.from({ length: 1_150 }, (_, i) => `access-${String(i + 1).padStart(5, '0')}.log`);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
