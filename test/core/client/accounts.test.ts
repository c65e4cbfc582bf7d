import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionError, ParamValidationError } from '../../../src/core/errors.ts';
import { clientOf, json, scriptOf } from './clients.ts';

const outpost = 'arn:aws:s3-outposts:us-east-1:123456789012:outpost:op-01234567890123456';

test('it takes the account of S3 Control from the ARN of an outpost', async () => {
  const send = scriptOf({ body: '<GetAccessPointResult/>' });
  const control = await clientOf('s3control', { send });
  await control.call('GetAccessPoint', { Name: `${outpost}:accesspoint:reports` });
  const { hostname, headers } = send.requests[0] ?? {};
  assert.equal(hostname, 's3-outposts.us-east-1.amazonaws.com');
  assert.equal(headers?.['x-amz-account-id'], '123456789012');
  assert.equal(headers?.['x-amz-outpost-id'], 'op-01234567890123456');
});

test('it refuses an account that is not the one of the ARN', async () => {
  const control = await clientOf('s3control', { send: scriptOf({}) });
  const input = { AccountId: '210987654321', Bucket: `${outpost}:bucket:b` };
  await assert.rejects(control.call('GetBucket', input), ParamValidationError);
});

const queue = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q' };
const md5OfHello = '5d41402abc4b2a76b9719d911017c592';

test('it lets messages pass whose text has the MD5 that SQS says', async () => {
  const send = scriptOf(json({ MD5OfMessageBody: md5OfHello, MessageId: 'm' }));
  const sqs = await clientOf('sqs', { send });
  await sqs.call('SendMessage', { ...queue, MessageBody: 'hello' });
});

const damaged = {
  SendMessage: [{ MessageBody: 'hell' }, { MD5OfMessageBody: md5OfHello, MessageId: 'm' }],
  SendMessageBatch: [
    { Entries: [{ Id: '1', MessageBody: 'hell' }] },
    { Successful: [{ Id: '1', MessageId: 'm', MD5OfMessageBody: md5OfHello }], Failed: [] },
  ],
  ReceiveMessage: [{}, { Messages: [{ Body: 'hell', MD5OfBody: md5OfHello }] }],
} as const;

for (const [operation, [input, output]] of Object.entries(damaged)) {
  test(`it finds a message damaged on its way by ${operation}, and does not send again`, async () => {
    const send = scriptOf(json(output));
    const sqs = await clientOf('sqs', { send });
    await assert.rejects(sqs.call(operation, { ...queue, ...input }), ConnectionError);
    assert.equal(send.requests.length, 1);
  });
}
