import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pages } from '../../../src/core/client.ts';
import { isAbort, PaginationError } from '../../../src/core/errors.ts';
import { formatResumeToken, parseResumeToken } from '../../../src/core/resumeToken.ts';
import { clientOf, json, scriptOf } from './clients.ts';

const pages = [
  json({ TableNames: ['a', 'b'], LastEvaluatedTableName: 'table-b' }),
  json({ TableNames: ['c', 'd'], LastEvaluatedTableName: 'table-d' }),
  json({ TableNames: ['e'] }),
];

async function namesOf(listing: Pages): Promise<unknown[]> {
  const names: unknown[] = [];
  for await (const { TableNames: page } of listing) names.push(page);
  return names;
}

function sentTo(send: ReturnType<typeof scriptOf>): unknown[] {
  return send.requests.map(({ body }) => JSON.parse(String(body)));
}

test('it gives one page after the other, and asks for each with the token of the last', async () => {
  const send = scriptOf(...pages);
  const dynamodb = await clientOf('dynamodb', { send });
  const listing = dynamodb.pages('ListTables', {}, { pageSize: 2 });
  assert.deepEqual(await namesOf(listing), [['a', 'b'], ['c', 'd'], ['e']]);
  assert.equal(listing.resumeToken, undefined);
  assert.deepEqual(sentTo(send), [
    { Limit: 2 },
    { Limit: 2, ExclusiveStartTableName: 'table-b' },
    { Limit: 2, ExclusiveStartTableName: 'table-d' },
  ]);
});

test('it asks for a page only when that is wanted', async () => {
  const send = scriptOf(...pages);
  const dynamodb = await clientOf('dynamodb', { send });
  const listing = dynamodb.pages('ListTables');
  for await (const _ of listing) break;
  assert.equal(send.requests.length, 1);
  assert.equal(
    Buffer.from(listing.resumeToken ?? '', 'base64').toString(),
    '{"ExclusiveStartTableName": "table-b"}',
  );
});

test('it stops at the limit, and goes on from there', async () => {
  const first = await clientOf('dynamodb', { send: scriptOf(...pages) });
  const listing = first.pages('ListTables', {}, { limit: 3 });
  assert.deepEqual(await namesOf(listing), [['a', 'b'], ['c']]);
  const token = listing.resumeToken ?? '';
  assert.deepEqual(JSON.parse(Buffer.from(token, 'base64').toString()), {
    ExclusiveStartTableName: 'table-b',
    boto_truncate_amount: 1,
  });
  const send = scriptOf(...pages.slice(1));
  const second = await clientOf('dynamodb', { send });
  const rest = second.pages('ListTables', {}, { startingToken: token });
  assert.deepEqual(await namesOf(rest), [['d'], ['e']]);
  assert.deepEqual(sentTo(send)[0], { ExclusiveStartTableName: 'table-b' });
});

test('it counts what was given of a page cut twice', async () => {
  const all = json({ TableNames: ['a', 'b', 'c', 'd'] });
  const client = await clientOf('dynamodb', { send: scriptOf(all) });
  const first = client.pages('ListTables', {}, { limit: 1 });
  assert.deepEqual(await namesOf(first), [['a']]);
  const startingToken = first.resumeToken ?? '';
  const second = client.pages('ListTables', {}, { limit: 2, startingToken });
  assert.deepEqual(await namesOf(second), [['b', 'c']]);
  const third = client.pages('ListTables', {}, { startingToken: second.resumeToken ?? '' });
  assert.deepEqual(await namesOf(third), [['d']]);
});

test('it ends at a limit that is the end of a page', async () => {
  const send = scriptOf(...pages);
  const dynamodb = await clientOf('dynamodb', { send });
  const listing = dynamodb.pages('ListTables', {}, { limit: 2 });
  assert.deepEqual(await namesOf(listing), [['a', 'b']]);
  assert.equal(send.requests.length, 1);
  assert.notEqual(listing.resumeToken, undefined);
});

test('it ends with an error when a token comes twice', async () => {
  const again = json({ TableNames: ['a'], LastEvaluatedTableName: 'table-a' });
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(again) });
  await assert.rejects(namesOf(dynamodb.pages('ListTables')), PaginationError);
});

test('it goes on from a token that its first page repeats, as boto3 does', async () => {
  const first = json({ TableNames: ['a'], LastEvaluatedTableName: 'table-b' });
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(first, json({ TableNames: [] })) });
  const startingToken = formatResumeToken({
    tokens: { ExclusiveStartTableName: 'table-b' },
    skip: 0,
  });
  assert.deepEqual(await namesOf(dynamodb.pages('ListTables', {}, { startingToken })), [['a'], []]);
});

test('it refuses a page size where none can be chosen, and an unreadable token', async () => {
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(...pages) });
  const foreign = dynamodb.pages('ListTables', {}, { startingToken: 'a___b___c' });
  await assert.rejects(namesOf(foreign), PaginationError);
  const cloudformation = await clientOf('cloudformation', { send: scriptOf({}) });
  await assert.rejects(
    namesOf(cloudformation.pages('ListStacks', {}, { pageSize: 1 })),
    PaginationError,
  );
});

test('it follows several tokens, and the word that there is more', async () => {
  const version = (truncated: boolean, key: string) => ({
    body: `<ListVersionsResult><IsTruncated>${truncated}</IsTruncated><NextKeyMarker>${key}</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker><Version><Key>${key}</Key></Version></ListVersionsResult>`,
  });
  const send = scriptOf(version(true, 'a'), version(false, 'b'));
  const s3 = await clientOf('s3', { send });
  let count = 0;
  for await (const _ of s3.pages('ListObjectVersions', { Bucket: 'bucket' })) count += 1;
  assert.equal(count, 2);
  assert.equal(send.requests[1]?.query['key-marker'], 'a');
  assert.equal(send.requests[1]?.query['version-id-marker'], 'v');
});

test('it falls back to the last key where a service gives no token', async () => {
  const page = (truncated: boolean) => ({
    body: `<ListBucketResult><IsTruncated>${truncated}</IsTruncated><Contents><Key>k1</Key></Contents><Contents><Key>k2</Key></Contents></ListBucketResult>`,
  });
  const send = scriptOf(page(true), page(false));
  const s3 = await clientOf('s3', { send });
  for await (const _ of s3.pages('ListObjects', { Bucket: 'bucket' }));
  assert.equal(send.requests[1]?.query.marker, 'k2');
});

test('it gives the one page of an operation without paginator', async () => {
  const send = scriptOf({ body: '<ListBucketInventory/>' });
  const sts = await clientOf('sts', {
    send: scriptOf({
      body: '<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>',
    }),
  });
  let count = 0;
  for await (const _ of sts.pages('GetCallerIdentity')) count += 1;
  assert.equal(count, 1);
  assert.equal(send.requests.length, 0);
});

test('it stops between pages when cancelled', async () => {
  const controller = new AbortController();
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(...pages) });
  const listing = dynamodb.pages('ListTables', {}, { signal: controller.signal });
  const read = async () => {
    for await (const _ of listing) controller.abort();
  };
  await assert.rejects(read, isAbort);
});

test('it keeps bytes in a token, as boto3 does', () => {
  const tokens = { ExclusiveStartKey: { k: { B: Buffer.from('\u0001ü') }, n: { N: '1' } } };
  const text = formatResumeToken({ tokens, skip: 2 });
  assert.equal(
    Buffer.from(text, 'base64').toString(),
    '{"ExclusiveStartKey": {"k": {"B": "AcO8"}, "n": {"N": "1"}}, "boto_truncate_amount": 2, "boto_encoded_keys": [["ExclusiveStartKey", "k", "B"]]}',
  );
  assert.deepEqual(parseResumeToken(text, ['ExclusiveStartKey']), { tokens, skip: 2 });
});

test('it reads tokens of the form boto had before', () => {
  assert.deepEqual(parseResumeToken('abc___3', ['Marker']), {
    tokens: { Marker: 'abc' },
    skip: 3,
  });
  assert.deepEqual(parseResumeToken('a___None', ['A', 'B']), {
    tokens: { A: 'a', B: null },
    skip: 0,
  });
});
