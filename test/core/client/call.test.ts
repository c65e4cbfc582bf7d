import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { CallRecord } from '../../../src/core/client.ts';
import {
  ConnectionError,
  CredentialsError,
  isAbort,
  ParamValidationError,
  ResponseParseError,
  ServiceError,
  UnknownOperationError,
} from '../../../src/core/errors.ts';
import { startServer } from '../http/localServer.ts';
import { clientOf, json, keys, scriptOf } from './clients.ts';

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const throttled = {
  status: 400,
  body: '<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>R</RequestId></ErrorResponse>',
};
const reset = new ConnectionError('sts', 'ECONNRESET', '', true);

test('it gives the output', async () => {
  const sts = await clientOf('sts', { send: scriptOf({ body: identity }) });
  assert.deepEqual(await sts.call('GetCallerIdentity'), { Account: '123456789012' });
});

test('it sends nothing when the input does not fit, and names every fault', async () => {
  const send = scriptOf({});
  const sqs = await clientOf('sqs', { send });
  await assert.rejects(sqs.call('SendMessage', { MessageBody: 1 }), (error) => {
    assert.ok(error instanceof ParamValidationError);
    assert.deepEqual(
      error.faults.map(({ path }) => path.join('.')),
      ['QueueUrl', 'MessageBody'],
    );
    return true;
  });
  assert.equal(send.requests.length, 0);
});

test('it names similar operations when there is none of that name', async () => {
  const s3 = await clientOf('s3');
  await assert.rejects(s3.call('ListBucket'), UnknownOperationError);
  await assert.rejects(s3.call('ListBucket'), /ListBuckets/);
  assert.throws(() => s3.operation('toString'), UnknownOperationError);
});

test('it tries again after throttling, faults of the server and of the connection', async () => {
  for (const failure of [throttled, { status: 500 }, { status: 503, body: '<html>' }, reset]) {
    const send = scriptOf(failure, failure, { body: identity });
    const sts = await clientOf('sts', { send });
    assert.deepEqual(await sts.call('GetCallerIdentity'), { Account: '123456789012' });
    assert.equal(send.requests.length, 3);
  }
});

test('it says which call got no answer, and keeps what the connection told', async () => {
  const cause = new Error('refused');
  const refused = new ConnectionError('127.0.0.1:9', 'ECONNREFUSED', 'Check it.', true, cause);
  const sts = await clientOf('sts', { send: scriptOf(refused), profile: 'demo' });
  await assert.rejects(sts.call('GetCallerIdentity'), (error) => {
    assert.ok(error instanceof ConnectionError);
    assert.match(error.message, /^sts\.GetCallerIdentity \(demo, .+\): No answer from 127\.0/);
    assert.equal(error.cause, cause);
    assert.equal(error.reason, 'ECONNREFUSED');
    return true;
  });
});

test('it gives up after the attempts that are set', async () => {
  const send = scriptOf(throttled);
  const sts = await clientOf('sts', { send, settings: { maxAttempts: 2 } });
  await assert.rejects(sts.call('GetCallerIdentity'), (error) => {
    assert.ok(error instanceof ServiceError);
    const { code, statusCode, retryable, requestId, service, operation } = error;
    assert.deepEqual(
      { code, statusCode, retryable, requestId, service, operation },
      {
        code: 'Throttling',
        statusCode: 400,
        retryable: true,
        requestId: 'R',
        service: 'sts',
        operation: 'GetCallerIdentity',
      },
    );
    return true;
  });
  assert.equal(send.requests.length, 2);
});

test('it does not try again what would fail again', async () => {
  const send = scriptOf({
    status: 403,
    body: '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
  });
  const sts = await clientOf('sts', { send });
  await assert.rejects(sts.call('GetCallerIdentity'), /AccessDenied. AWS says: no/);
  assert.equal(send.requests.length, 1);
});

test('it reads a modelled error with its members, and tries again those that are modelled so', async () => {
  const cancelled = json(
    {
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      message: 'no',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }],
    },
    400,
  );
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(cancelled) });
  const input = { TransactItems: [{ Delete: { TableName: 't', Key: { k: { S: 'x' } } } }] };
  await assert.rejects(dynamodb.call('TransactWriteItems', input), (error) => {
    assert.ok(error instanceof ServiceError);
    assert.equal(error.code, 'TransactionCanceledException');
    assert.deepEqual(error.members.CancellationReasons, [{ Code: 'ConditionalCheckFailed' }]);
    return true;
  });
});

test('it signs every attempt anew, and says which it is', async () => {
  const times = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z'];
  const send = scriptOf(throttled, { body: identity });
  const clock = () => new Date(times.shift() ?? '2026-01-01T00:00:03Z');
  const sts = await clientOf('sts', { send, clock });
  await sts.call('GetCallerIdentity');
  const [first, second] = send.requests.map(({ headers }) => headers);
  assert.notEqual(first?.['x-amz-date'], second?.['x-amz-date']);
  assert.notEqual(first?.authorization, second?.authorization);
  assert.equal(first?.['amz-sdk-invocation-id'], second?.['amz-sdk-invocation-id']);
  assert.equal(first?.['amz-sdk-request'], 'attempt=1; max=3');
  assert.equal(second?.['amz-sdk-request'], 'attempt=2; max=3');
});

test('it corrects its clock once by the server’s', async () => {
  const refused = {
    status: 403,
    headers: { date: 'Thu, 01 Jan 2026 01:00:00 GMT' },
    body: '<ErrorResponse><Error><Code>RequestExpired</Code></Error></ErrorResponse>',
  };
  const send = scriptOf(refused, { body: identity });
  const sts = await clientOf('sts', { send, clock: () => new Date('2026-01-01T00:00:00Z') });
  await sts.call('GetCallerIdentity');
  await sts.call('GetCallerIdentity');
  assert.deepEqual(
    send.requests.map(({ headers }) => headers['x-amz-date']),
    ['20260101T000000Z', '20260101T010000Z', '20260101T010000Z'],
  );
});

test('it does not sign what takes no signature, and then needs no keys', async () => {
  const send = scriptOf({
    body: identity.replaceAll('GetCallerIdentity', 'AssumeRoleWithWebIdentity'),
  });
  const sts = await clientOf('sts', { send, credentials: undefined });
  await sts.call('AssumeRoleWithWebIdentity', {
    RoleArn: 'arn:aws:iam::123456789012:role/role',
    RoleSessionName: 'session',
    WebIdentityToken: 'header.payload.signature',
  });
  assert.equal(send.requests[0]?.headers.authorization, undefined);
  await assert.rejects(sts.call('GetCallerIdentity'), CredentialsError);
});

test('it sends a stream once, and not again when it was begun', async () => {
  await using server = await startServer((_, response) => {
    response.statusCode = 500;
    response.end();
  });
  const s3 = await clientOf('s3', { endpoint: server.url });
  const input = { Bucket: 'bucket', Key: 'k', ContentLength: 3, Body: Readable.from(['abc']) };
  await assert.rejects(s3.call('PutObject', input), ServiceError);
  assert.equal(server.seen.length, 1);
  assert.equal(server.seen[0]?.headers['content-length'], '3');
  assert.equal(server.seen[0]?.headers['x-amz-content-sha256'], 'UNSIGNED-PAYLOAD');
});

test('it gives a streaming output as a stream, and everything else as bytes', async () => {
  await using server = await startServer((request, response) => {
    response.end(request.url?.startsWith('/bucket') ? 'object' : '{"a":1}');
  });
  const s3 = await clientOf('s3', { endpoint: server.url });
  const { Body: body } = await s3.call('GetObject', { Bucket: 'bucket', Key: 'k' });
  assert.ok(body instanceof Readable);
  assert.equal(Buffer.concat(await body.toArray()).toString(), 'object');
  const lambda = await clientOf('lambda', { endpoint: server.url });
  const { Payload: payload } = await lambda.call('Invoke', { FunctionName: 'f' });
  assert.deepEqual(payload, Uint8Array.from(Buffer.from('{"a":1}')));
});

test('it tries again when the connection is cut before and in the middle of an answer', async () => {
  await using server = await startServer((request, response, count) => {
    if (count === 1) return void request.socket.destroy();
    response.writeHead(200, { 'content-length': String(identity.length) });
    if (count === 3) return void response.end(identity);
    response.write(identity.slice(0, 20));
    setTimeout(() => request.socket.destroy(), 10);
  });
  const sts = await clientOf('sts', { endpoint: server.url });
  assert.deepEqual(await sts.call('GetCallerIdentity'), { Account: '123456789012' });
  assert.equal(server.seen.length, 3);
});

test('it tries again when the answer does not begin in time', async () => {
  await using server = await startServer((_, response, count) => {
    if (count > 1) response.end(identity);
  });
  const sts = await clientOf('sts', { endpoint: server.url, settings: { readTimeout: 80 } });
  assert.deepEqual(await sts.call('GetCallerIdentity'), { Account: '123456789012' });
});

test('it stops at once when cancelled in flight, in back-off and while keys are found', async () => {
  await using server = await startServer(() => {});
  const inFlight = new AbortController();
  const sts = await clientOf('sts', { endpoint: server.url });
  const flying = sts.call('GetCallerIdentity', {}, { signal: inFlight.signal });
  setTimeout(() => inFlight.abort(), 40);
  await assert.rejects(flying, isAbort);

  const waiting = new AbortController();
  const slow = await clientOf('sts', {
    send: scriptOf(throttled),
    delay: () => new Promise(() => setTimeout(() => waiting.abort(), 10)),
  });
  await assert.rejects(slow.call('GetCallerIdentity', {}, { signal: waiting.signal }), isAbort);

  const finding = new AbortController();
  const keyless = await clientOf('sts', { credentials: () => new Promise(() => {}) });
  const found = keyless.call('GetCallerIdentity', {}, { signal: finding.signal });
  setTimeout(() => finding.abort(), 10);
  await assert.rejects(found, isAbort);
});

test('it says that an answer is not what the model promises', async () => {
  const send = scriptOf({ headers: { 'content-type': 'text/html' }, body: '<html>hello' });
  const dynamodb = await clientOf('dynamodb', { send });
  await assert.rejects(dynamodb.call('ListTables'), ResponseParseError);
});

test('it holds DynamoDB’s answers to their checksum', async () => {
  const body = '{"TableNames":[]}';
  const headers = { 'x-amz-crc32': '1' };
  const send = scriptOf({ body, headers }, { body });
  const dynamodb = await clientOf('dynamodb', { send });
  assert.deepEqual(await dynamodb.call('ListTables'), { TableNames: [] });
  assert.equal(send.requests.length, 2);
});

test('it tells of every call, with nothing of its input or keys', async () => {
  const told: CallRecord[] = [];
  const onCall = (record: CallRecord) => void told.push(record);
  const slowDown = json({ __type: 'ThrottlingException' }, 400);
  const send = scriptOf(slowDown, json({}), { status: 400, body: '' });
  const sqs = await clientOf('sqs', { send, onCall, profile: 'dev' });
  const input = { QueueUrl: 'https://example/q', MessageBody: 'a secret' };
  await sqs.call('SendMessage', input);
  await sqs.call('SendMessage', input).catch(() => {});
  assert.deepEqual(
    told.map(({ startedAt, durationMs, ...rest }) => {
      assert.ok(startedAt instanceof Date && durationMs >= 0);
      return rest;
    }),
    [
      {
        service: 'sqs',
        operation: 'SendMessage',
        profile: 'dev',
        region: 'us-east-1',
        attempts: 2,
        statusCode: 200,
        requestId: 'REQUEST-1',
      },
      {
        service: 'sqs',
        operation: 'SendMessage',
        profile: 'dev',
        region: 'us-east-1',
        attempts: 1,
        statusCode: 400,
        errorCode: '400',
      },
    ],
  );
  assert.doesNotMatch(JSON.stringify(told), new RegExp(`a secret|${keys.secretAccessKey}`));
});

test('it fills in idempotency tokens, the same for every attempt', async () => {
  const send = scriptOf({ status: 500 }, { body: '<RunInstancesResponse/>' });
  const ec2 = await clientOf('ec2', { send });
  await ec2.call('RunInstances', { MinCount: 1, MaxCount: 1 });
  const tokens = send.requests.map(({ body }) => /ClientToken=([^&]+)/.exec(String(body))?.[1]);
  assert.match(tokens[0] ?? '', /^[\da-f-]{36}$/);
  assert.equal(tokens[0], tokens[1]);
});

test('it takes requests of services with discovered endpoints there', async () => {
  const send = scriptOf(
    json({ Endpoints: [{ Address: 'cell1.example.com', CachePeriodInMinutes: 10 }] }),
    json({ Databases: [] }),
  );
  const timestream = await clientOf('timestream-write', { send });
  await timestream.call('ListDatabases');
  await timestream.call('ListDatabases');
  assert.deepEqual(
    send.requests.map(({ hostname }) => hostname),
    ['ingest.timestream.us-east-1.amazonaws.com', 'cell1.example.com', 'cell1.example.com'],
  );
});
