// `presigned.json` holds the URLs botocore 1.43 gives at the same time.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Client } from '../../../src/core/client.ts';
import { ParamValidationError, UnsupportedError } from '../../../src/core/errors.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';

interface PresignCase {
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expiresIn: number;
  readonly token?: string;
  readonly endpoint?: string;
  readonly region: string;
  readonly url: string;
}

const file = new URL('presigned.json', import.meta.url);
const { date, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  date: string;
  cases: readonly PresignCase[];
};
const catalogue = openCatalogue();

type Place = Pick<PresignCase, 'service' | 'region' | 'endpoint' | 'token'>;

async function clientOf({ service, region, endpoint, token }: Place): Promise<Client> {
  return new Client({
    service: await catalogue.service(service),
    partitions: await catalogue.partitions(),
    region,
    endpoint,
    clock: () => new Date(date),
    credentials: async () => ({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ...(token === undefined ? {} : { sessionToken: token }),
    }),
  });
}

/** The order of parameters in a URL means nothing. */
function comparable(text: string) {
  const url = new URL(text);
  return { address: url.origin + url.pathname, query: [...url.searchParams].sort() };
}

for (const given of cases) {
  test(`it presigns ${given.service}.${given.operation} ${JSON.stringify(given.input)} as botocore does`, async () => {
    const client = await clientOf(given);
    const { operation, input, expiresIn } = given;
    const url = await client.presign(operation, input, { expiresIn });
    assert.deepEqual(comparable(url), comparable(given.url));
  });
}

test('it says that a week is the longest', async () => {
  const client = await clientOf({ service: 's3', region: 'eu-west-1' });
  const presigned = client.presign('GetObject', { Bucket: 'b', Key: 'k' }, { expiresIn: 700_000 });
  await assert.rejects(presigned, ParamValidationError);
});

test('it puts a JSON body into the URL, nested members as botocore prints them', async () => {
  const polly = await clientOf({ service: 'polly', region: 'eu-west-1' });
  const input = { OutputFormat: 'mp3', Text: 'hello wörld', VoiceId: 'Joanna' };
  const url = new URL(await polly.presign('SynthesizeSpeech', input, { method: 'GET' }));
  assert.equal(url.pathname, '/v1/speech');
  assert.equal(url.searchParams.get('Text'), 'hello wörld');
  assert.equal(url.searchParams.get('X-Amz-SignedHeaders'), 'host');
  const dynamodb = await clientOf({ service: 'dynamodb', region: 'eu-west-1' });
  const key = { a: { S: "it's" }, 'a\n"é': { S: '\u00a0"\'\u{1f600}\u200b' }, n: { NULL: true } };
  const item = { TableName: 't', Key: key, ConsistentRead: false, AttributesToGet: ['b', 'c'] };
  const nested = new URL(await dynamodb.presign('GetItem', item));
  // `str` of the same in Python 3.
  const printed = `{'a': {'S': "it's"}, 'a\\n"é': {'S': '\\xa0"\\'\u{1f600}\\u200b'}, 'n': {'NULL': True}}`;
  assert.equal(nested.searchParams.get('Key'), printed);
  assert.equal(nested.searchParams.get('ConsistentRead'), 'False');
  assert.deepEqual(nested.searchParams.getAll('AttributesToGet'), ['b', 'c']);
});

test('it refuses by name what a URL cannot carry', async () => {
  const route53 = await clientOf({ service: 'route53', region: 'us-east-1' });
  const tagged = { ResourceType: 'healthcheck', ResourceId: 'x', RemoveTagKeys: ['a'] };
  await assert.rejects(route53.presign('ChangeTagsForResource', tagged), UnsupportedError);
  const lambda = await clientOf({ service: 'lambda', region: 'us-east-1' });
  const payload = { FunctionName: 'f', Payload: Buffer.from([255, 1]) };
  await assert.rejects(lambda.presign('Invoke', payload), UnsupportedError);
});

test('it leaves the body of an object to whoever uses the URL', async () => {
  const s3 = await clientOf({ service: 's3', region: 'us-east-1' });
  const target = { Bucket: 'b', Key: 'k' };
  const bare = new URL(await s3.presign('PutObject', target));
  const withBody = new URL(
    await s3.presign('PutObject', { ...target, Body: Buffer.from('{"a":1}') }),
  );
  assert.equal(withBody.href, bare.href);
});

test('it signs for another method when told so', async () => {
  const sts = await clientOf({ service: 'sts', region: 'us-west-2' });
  const url = await sts.presign('GetCallerIdentity', {}, { method: 'POST' });
  // Of botocore 1.43, which signs for POST unless told otherwise.
  assert.match(
    url,
    /X-Amz-Signature=4d49b3f937928c8c506ab98253fbe534860ea6d9c3a8569f848dec467f8d766f$/,
  );
});

// The signature is made with botocore 1.43 of the same policy.
test('it makes the fields of a form that uploads an object', async () => {
  const s3 = await clientOf({ service: 's3', region: 'us-west-2' });
  const { url, fields } = await s3.presignPost(
    { Bucket: 'bucket', Key: `in/\${filename}` },
    {
      expiresIn: 60,
      fields: { acl: 'private' },
      conditions: [{ acl: 'private' }, ['content-length-range', 0, 1000]],
    },
  );
  assert.equal(url, 'https://bucket.s3.us-west-2.amazonaws.com/');
  const { policy = '', 'x-amz-signature': signature, ...others } = fields;
  assert.deepEqual(others, {
    acl: 'private',
    key: `in/\${filename}`,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20260102/us-west-2/s3/aws4_request',
    'x-amz-date': '20260102T030405Z',
  });
  assert.deepEqual(JSON.parse(Buffer.from(policy, 'base64').toString()), {
    expiration: '2026-01-02T03:05:05Z',
    conditions: [
      { acl: 'private' },
      ['content-length-range', 0, 1000],
      { bucket: 'bucket' },
      ['starts-with', '$key', 'in/'],
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20260102/us-west-2/s3/aws4_request' },
      { 'x-amz-date': '20260102T030405Z' },
    ],
  });
  assert.equal(signature, '721f0ecc5efc8cc50ef22eb7a60b5388a845013bf5cb96675d50e947fdd764cd');
});

const copies = [
  {
    service: 'ec2',
    operation: 'CopySnapshot',
    input: { SourceRegion: 'us-west-2', SourceSnapshotId: 'snap-1' },
    parameter: 'PresignedUrl',
  },
  {
    service: 'rds',
    operation: 'CopyDBSnapshot',
    input: {
      SourceRegion: 'us-west-2',
      SourceDBSnapshotIdentifier: 'arn:x',
      TargetDBSnapshotIdentifier: 't',
    },
    parameter: 'PreSignedUrl',
  },
];

for (const { service, operation, input, parameter } of copies) {
  test(`it puts a request presigned for the source's region into ${operation}`, async () => {
    const client = await clientOf({ service, region: 'eu-west-1' });
    const { body } = await client.prepare(operation, input);
    const inner = new URL(new URLSearchParams(String(body)).get(parameter) ?? '');
    assert.equal(inner.hostname, `${service}.us-west-2.amazonaws.com`);
    assert.equal(inner.searchParams.get('DestinationRegion'), 'eu-west-1');
    assert.match(inner.searchParams.get('X-Amz-Credential') ?? '', /\/us-west-2\//);
  });
}
