import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { ParamValidationError, ServiceError, UnsupportedError } from '../../../src/core/errors.ts';
import { clientOf, scriptOf } from './clients.ts';

const object = { Bucket: 'bucket', Key: 'k' };

const listing = `<?xml version="1.0"?><ListBucketResult><Name>bucket</Name><Prefix>a%2F</Prefix><EncodingType>url</EncodingType>
<IsTruncated>false</IsTruncated><Contents><Key>a%2Fb+c%2B%C3%BC%FF.txt</Key><Size>1</Size></Contents>
<CommonPrefixes><Prefix>a%2Fd+e%2F</Prefix></CommonPrefixes></ListBucketResult>`;

test('it unescapes listings it asked to be escaped, and no others', async () => {
  const send = scriptOf({ body: listing });
  const s3 = await clientOf('s3', { send });
  const plain = await s3.call('ListObjectsV2', { Bucket: 'bucket' });
  assert.equal(send.requests[0]?.query['encoding-type'], 'url');
  assert.equal(plain.Prefix, 'a/');
  assert.deepEqual(plain.Contents, [{ Key: 'a/b c+ü\ufffd.txt', Size: 1 }]);
  assert.deepEqual(plain.CommonPrefixes, [{ Prefix: 'a/d e/' }]);
  const escaped = await s3.call('ListObjectsV2', { Bucket: 'bucket', EncodingType: 'url' });
  assert.equal(escaped.Prefix, 'a%2F');
});

test('it finds the error inside a good answer, and tries again', async () => {
  const error =
    '<?xml version="1.0"?>\n<Error><Code>InternalError</Code><Message>m</Message></Error>';
  const done = '<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>';
  const input = { ...object, CopySource: 'bucket/other' };
  const s3 = await clientOf('s3', { send: scriptOf({ body: error }, { body: done }) });
  assert.deepEqual(await s3.call('CopyObject', input), { CopyObjectResult: { ETag: '"e"' } });
  const failing = await clientOf('s3', { send: scriptOf({ body: error }) });
  await assert.rejects(failing.call('CopyObject', input), /InternalError/);
});

test('it reads where a bucket is', async () => {
  const text =
    '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">eu-west-1</LocationConstraint>';
  const s3 = await clientOf('s3', {
    send: scriptOf({ body: text }, { body: '<LocationConstraint/>' }),
  });
  const input = { Bucket: 'bucket' };
  assert.deepEqual(await s3.call('GetBucketLocation', input), { LocationConstraint: 'eu-west-1' });
  assert.deepEqual(await s3.call('GetBucketLocation', input), { LocationConstraint: null });
});

const redirects = {
  'a 301 with a body': {
    status: 301,
    headers: { 'x-amz-bucket-region': 'eu-west-1' },
    body: '<Error><Code>PermanentRedirect</Code></Error>',
  },
  'a wrong region in the signature': {
    status: 400,
    body: "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'</Message><Region>eu-west-1</Region></Error>",
  },
};

for (const [name, answer] of Object.entries(redirects)) {
  test(`it goes to the region of the bucket after ${name}, and remembers it`, async () => {
    const send = scriptOf(answer, { body: listing });
    const s3 = await clientOf('s3', { send });
    await s3.call('ListObjectsV2', { Bucket: 'bucket' });
    await s3.call('ListObjectsV2', { Bucket: 'bucket' });
    assert.deepEqual(
      send.requests.map(({ hostname }) => hostname),
      [
        'bucket.s3.amazonaws.com',
        'bucket.s3.eu-west-1.amazonaws.com',
        'bucket.s3.eu-west-1.amazonaws.com',
      ],
    );
    assert.match(send.requests[1]?.headers.authorization ?? '', /\/eu-west-1\/s3\//);
  });
}

test('it goes to the region of the bucket after a HEAD that says only 400', async () => {
  const send = scriptOf({ status: 400, headers: { 'x-amz-bucket-region': 'eu-west-1' } }, {});
  const s3 = await clientOf('s3', { send });
  await s3.call('HeadBucket', { Bucket: 'bucket' });
  assert.equal(send.requests[1]?.hostname, 'bucket.s3.eu-west-1.amazonaws.com');
});

test('it asks for the region of the bucket after a redirect that does not name it', async () => {
  const moved = { status: 307, body: '<Error><Code>TemporaryRedirect</Code></Error>' };
  const refused = { status: 403, headers: { 'x-amz-bucket-region': 'eu-west-1' } };
  const send = scriptOf(moved, refused, { body: listing });
  const s3 = await clientOf('s3', { send });
  await s3.call('ListObjectsV2', { Bucket: 'bucket' });
  assert.deepEqual(
    send.requests.map(({ method, hostname }) => `${method} ${hostname}`),
    [
      'GET bucket.s3.amazonaws.com',
      'HEAD bucket.s3.amazonaws.com',
      'GET bucket.s3.eu-west-1.amazonaws.com',
    ],
  );
});

test('it tells the redirect itself where nobody knows the region', async () => {
  const moved = { status: 307, body: '<Error><Code>TemporaryRedirect</Code></Error>' };
  const send = scriptOf(moved, { status: 404 });
  const s3 = await clientOf('s3', { send });
  const called = s3.call('ListObjectsV2', { Bucket: 'bucket' });
  await assert.rejects(called, { code: 'TemporaryRedirect' });
  assert.deepEqual(
    send.requests.map(({ method }) => method),
    ['GET', 'HEAD'],
  );
});

test('it follows a redirect once only', async () => {
  const send = scriptOf(
    { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-2' } },
  );
  const s3 = await clientOf('s3', { send });
  await assert.rejects(s3.call('HeadBucket', { Bucket: 'bucket' }), ServiceError);
  assert.equal(send.requests.length, 2);
});

test('it sends the checksum of an upload behind it over TLS', async () => {
  const send = scriptOf({});
  const s3 = await clientOf('s3', { send });
  await s3.call('PutObject', { ...object, Body: 'aGVsbG8=' });
  const { headers = {}, body } = send.requests[0] ?? {};
  assert.equal(String(body), '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n');
  assert.equal(headers['x-amz-sdk-checksum-algorithm'], 'CRC32');
  assert.equal(headers['x-amz-content-sha256'], 'STREAMING-UNSIGNED-PAYLOAD-TRAILER');
});

test('it names the checksum of an upload in a header without TLS, and signs the payload', async () => {
  const send = scriptOf({});
  const s3 = await clientOf('s3', { send, endpoint: 'http://127.0.0.1:1' });
  await s3.call('PutObject', { ...object, Body: 'aGVsbG8=' });
  const { headers = {}, body } = send.requests[0] ?? {};
  assert.equal(Buffer.from(body as Uint8Array).toString(), 'hello');
  assert.equal(headers['x-amz-checksum-crc32'], 'NhCmhg==');
  assert.match(headers['x-amz-content-sha256'] ?? '', /^2cf24dba5fb0a30e/);
});

test('it sends the checksum of a stream behind it', async () => {
  const send = scriptOf({});
  const s3 = await clientOf('s3', { send });
  await s3.call('PutObject', { ...object, ContentLength: 5, Body: Readable.from(['he', 'llo']) });
  const { headers = {}, body } = send.requests[0] ?? {};
  assert.ok(body instanceof Readable);
  const text = Buffer.concat(await body.toArray()).toString();
  assert.equal(text, '2\r\nhe\r\n3\r\nllo\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n');
  assert.equal(headers['x-amz-decoded-content-length'], '5');
  assert.equal(headers['content-length'], undefined);
  assert.equal(headers['content-encoding'], 'aws-chunked');
  assert.equal(headers['x-amz-trailer'], 'x-amz-checksum-crc32');
  assert.equal(headers['x-amz-content-sha256'], 'STREAMING-UNSIGNED-PAYLOAD-TRAILER');
});

test('it asks for the length of a stream', async () => {
  const s3 = await clientOf('s3', { send: scriptOf({}) });
  const input = { ...object, Body: Readable.from(['hello']) };
  await assert.rejects(s3.call('PutObject', input), ParamValidationError);
});

// The first four are the check values of "123456789" in the catalogue of parametrised CRCs and of FIPS 180.
const checksums = {
  CRC32: 'cbf43926',
  CRC32C: 'e3069283',
  CRC64NVME: 'ae8b14860a799888',
  SHA1: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
  XXHASH64: '8cb841db40e6ae83',
};

for (const [name, digest] of Object.entries(checksums)) {
  test(`it adds the checksum ${name} where it is asked for`, async () => {
    const send = scriptOf({});
    const s3 = await clientOf('s3', { send, endpoint: 'http://127.0.0.1:1' });
    const Body = Buffer.from('123456789');
    await s3.call('PutObject', { ...object, Body, ChecksumAlgorithm: name });
    const value = send.requests[0]?.headers[`x-amz-checksum-${name.toLowerCase()}`] ?? '';
    assert.equal(Buffer.from(value, 'base64').toString('hex'), digest);
  });
}

test('it names the checksums there are when it is asked for another', async () => {
  const s3 = await clientOf('s3', { send: scriptOf({}) });
  const input = { ...object, Body: '', ChecksumAlgorithm: 'ADLER32' };
  await assert.rejects(s3.call('PutObject', input), UnsupportedError);
});

test('it leaves the checksum to those who want one, when the profile says so', async () => {
  const send = scriptOf({});
  const settings = { requestChecksumCalculation: 'when_required' } as const;
  const s3 = await clientOf('s3', { send, settings });
  await s3.call('PutObject', { ...object, Body: 'aGVsbG8=' });
  await s3.call('DeleteObjects', { Bucket: 'bucket', Delete: { Objects: [{ Key: 'k' }] } });
  const [put, remove] = send.requests.map(({ headers }) => Object.keys(headers).join(' '));
  assert.doesNotMatch(put ?? '', /checksum|trailer/);
  assert.match(remove ?? '', /x-amz-checksum-crc32/);
});

test('it holds an object to its checksum while it is read', async () => {
  const headers = { 'x-amz-checksum-crc32': 'NhCmhg==' };
  const send = scriptOf({ body: 'hello', headers }, { body: 'hellO', headers });
  const s3 = await clientOf('s3', { send });
  const read = async () => {
    const { Body: body } = await s3.call('GetObject', object);
    assert.ok(body instanceof Readable);
    return Buffer.concat(await body.toArray()).toString();
  };
  assert.equal(await read(), 'hello');
  assert.equal(send.requests[0]?.headers['x-amz-checksum-mode'], 'ENABLED');
  await assert.rejects(read(), /crc32 differs/);
});

test('it refuses a name no bucket can have', async () => {
  const s3 = await clientOf('s3', { send: scriptOf({}) });
  await assert.rejects(s3.call('HeadBucket', { Bucket: 'a/b' }), ParamValidationError);
});

test('it refuses metadata that headers cannot carry', async () => {
  const s3 = await clientOf('s3', { send: scriptOf({}) });
  const input = { ...object, Metadata: { name: 'ü' } };
  await assert.rejects(s3.call('PutObject', input), /Metadata.name: can only have ASCII/);
});

test('it signs for directory buckets with the keys of a session', async () => {
  const session = `<CreateSessionResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY</SecretAccessKey>
<SessionToken>session-token</SessionToken><Expiration>2026-01-01T00:05:00Z</Expiration></Credentials></CreateSessionResult>`;
  const send = scriptOf({ body: session }, { body: 'x' });
  const s3 = await clientOf('s3', { send, clock: () => new Date('2026-01-01T00:00:00Z') });
  const input = { Bucket: 'bucket--use1-az4--x-s3', Key: 'k' };
  await s3.call('HeadObject', input);
  await s3.call('HeadObject', input);
  assert.equal(send.requests.length, 3);
  const [created, read] = send.requests.map(({ headers }) => headers);
  assert.match(created?.authorization ?? '', /AKIAIOSFODNN7EXAMPLE.*\/s3express\//);
  assert.match(read?.authorization ?? '', /ASIAIOSFODNN7EXAMPLE.*x-amz-s3session-token/);
  assert.equal(read?.['x-amz-s3session-token'], 'session-token');
  assert.equal(read?.['x-amz-security-token'], undefined);
});

test('it prepares a large body as a stream, framed with its checksum', async () => {
  const s3 = await clientOf('s3');
  const bytes = Buffer.alloc(3_000_000, 'x');
  const { body, headers } = await s3.prepare('PutObject', { ...object, Body: bytes });
  assert.ok(body instanceof Readable);
  assert.equal(headers['x-amz-decoded-content-length'], '3000000');
  const text = Buffer.concat(await body.toArray()).toString();
  assert.match(text, /^100000\r\nx+\r\n100000\r\nx+\r\ndc6c0\r\nx+\r\n0\r\nx-amz-checksum-crc32:/);
});
