import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Client, EventStream } from '../../src/core/index.ts';
import { uniqueName, useAws } from './aws.ts';

const aws = await useAws();

describe('a selection from an object', () => {
  let client: Client;
  const Bucket = uniqueName('select');
  const select = {
    Bucket,
    Key: 'people.csv',
    ExpressionType: 'SQL',
    InputSerialization: { CSV: { FileHeaderInfo: 'USE' } },
    OutputSerialization: { JSON: {} },
  };

  before(async () => {
    client = await aws.client('s3');
    await client.call('CreateBucket', {
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
    const Body = Buffer.from('name,city\nAda,London\nEmmy,Rome');
    await client.call('PutObject', { Bucket, Key: 'people.csv', Body });
  });

  it('comes as events', async () => {
    const Expression = 'SELECT * FROM S3Object';
    const { Payload } = await client.call('SelectObjectContent', { ...select, Expression });
    assert.ok(Payload instanceof EventStream);
    const names: string[] = [];
    let records = '';
    for await (const event of Payload) {
      names.push(...Object.keys(event));
      const { Payload: bytes } = (event.Records ?? {}) as { Payload?: Uint8Array };
      if (bytes) records += Buffer.from(bytes).toString();
    }
    assert.deepEqual(names, ['Records', 'Stats', 'End']);
    assert.deepEqual(
      records
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [
        { name: 'Ada', city: 'London' },
        { name: 'Emmy', city: 'Rome' },
      ],
    );
  });

  it('fails as a whole where there is no such object', async () => {
    const input = { ...select, Key: 'missing', Expression: 'SELECT * FROM S3Object' };
    const called = client.call('SelectObjectContent', input);
    await assert.rejects(called, { name: 'ServiceError', code: 'NoSuchKey', statusCode: 404 });
  });
});
