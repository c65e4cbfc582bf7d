import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfirmationRequiredError, ParamValidationError } from '../../../src/core/errors.ts';
import { ask, data, identifier, requested } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { recordSession } from './recordedSession.ts';

const store = service(
  's3',
  {
    Bucket: {
      identifiers: ['Name'],
      icon: 'archive',
      load: { operation: 'HeadBucket', params: { Bucket: identifier('Name') } },
      actions: {
        PutObject: {
          title: 'Put Object',
          risk: 'W',
          operation: 'PutObject',
          params: { Bucket: identifier('Name'), Key: ask('Key') },
          result: {
            kind: 'Object',
            identifiers: { Bucket: identifier('Name'), Key: requested('Key') },
          },
        },
        Upload: {
          title: 'Upload',
          risk: 'W',
          operation: 'CreateMultipartUpload',
          params: { Bucket: identifier('Name') },
          result: {
            kind: 'Upload',
            identifiers: { Bucket: data('BucketRegion'), UploadId: 'UploadId' },
          },
        },
        Empty: {
          title: 'Empty',
          risk: 'X',
          operation: 'DeleteObjects',
          params: { Bucket: identifier('Name'), Delete: ask('Delete') },
        },
      },
    },
    Object: { identifiers: ['Bucket', 'Key'], icon: 'file' },
    Upload: { identifiers: ['Bucket', 'UploadId'], icon: 'file' },
    Grant: { identifiers: ['Grantee'], icon: 'key', state: 'Permission' },
  },
  {
    actions: {
      List: {
        title: 'List',
        risk: 'R',
        operation: 'GetGrants',
        result: { kind: 'Grant', path: 'Grants[]', identifiers: { Grantee: 'Grantee.ID' } },
      },
      Reset: { title: 'Reset', risk: 'X', operation: 'Reset' },
    },
  },
);

function open(answers = {}) {
  const { session, calls } = recordSession({
    's3.HeadBucket': () => ({ BucketRegion: 'eu-west-1' }),
    's3.PutObject': () => ({ ETag: 'e' }),
    's3.CreateMultipartUpload': () => ({ UploadId: 'u-1' }),
    's3.DeleteObjects': () => ({}),
    's3.Reset': () => ({}),
    ...answers,
  });
  const s3 = declare(session, store);
  return { s3, bucket: s3.get('Bucket', { Name: 'b' }), calls };
}

describe('the outcome of an action', () => {
  test('it has the answer, and what was made of the request that was sent', async () => {
    const { bucket } = open();
    const { output, resources } = await bucket.act('PutObject', { Key: 'k' });
    assert.deepEqual(output, { ETag: 'e' });
    assert.deepEqual(
      resources.map(({ path, attributes }) => [path, attributes]),
      [['s3.Object(Bucket=b,Key=k)', undefined]],
    );
  });

  test('it reads identifiers from the answer and from the resource', async () => {
    const { bucket, calls } = open();
    const { resources } = await bucket.act('Upload');
    assert.deepEqual(
      resources.map(({ path }) => path),
      ['s3.Upload(Bucket=eu-west-1,UploadId=u-1)'],
    );
    assert.deepEqual(calls.length, 2);
  });

  test('it has a resource for each item of a path, with its members', async () => {
    const { s3 } = open({
      's3.GetGrants': () => ({
        Grants: [{ Grantee: { ID: 'a' }, Permission: 'READ' }, { Grantee: { URI: 'all' } }],
      }),
    });
    const { resources } = await s3.act('List');
    assert.deepEqual(
      resources.map(({ path, state }) => [path, state]),
      [['s3.Grant(Grantee=a)', 'READ']],
    );
  });

  test('it names nothing where the answer does not', async () => {
    const { bucket } = open({ 's3.CreateMultipartUpload': () => ({}) });
    assert.deepEqual((await bucket.act('Upload')).resources, []);
  });
});

describe('an action that destroys for good', () => {
  test('it is refused before anything is sent, unless it is told what is destroyed', async () => {
    const { bucket, calls } = open();
    for (const confirm of [undefined, '', 'B', 's3', [], ['b', 'b']]) {
      const options = confirm === undefined ? {} : { confirm };
      await assert.rejects(bucket.act('Empty', { Delete: {} }, options), (error) => {
        assert.ok(error instanceof ConfirmationRequiredError);
        assert.deepEqual([error.code, error.expected], ['ConfirmationRequired', ['b']]);
        assert.match(
          error.message,
          /^s3\.DeleteObjects \(dev, eu-west-1\): .* confirm has to be "b"\. Nothing was sent\.$/,
        );
        return true;
      });
    }
    assert.deepEqual(calls, []);
    await bucket.act('Empty', { Delete: {} }, { confirm: bucket.id });
    assert.deepEqual(calls, ['s3.DeleteObjects(eu-west-1) {"Bucket":"b","Delete":{}}']);
  });

  test('it cannot be aimed at something else than what is confirmed', async () => {
    const { bucket, calls } = open();
    const elsewhere = { Bucket: 'other', Delete: {} };
    await assert.rejects(bucket.act('Empty', elsewhere, { confirm: 'b' }), (error) => {
      assert.ok(error instanceof ParamValidationError);
      assert.deepEqual(
        error.faults.map(({ path }) => path),
        [['Bucket']],
      );
      return true;
    });
    assert.deepEqual(calls, []);
    await bucket.act('Empty', { Delete: {}, MFA: '1' }, { confirm: 'b' });
    assert.deepEqual(calls, ['s3.DeleteObjects(eu-west-1) {"Bucket":"b","Delete":{},"MFA":"1"}']);
  });

  test('it asks for the service where it belongs to one', async () => {
    const { s3, calls } = open();
    await assert.rejects(s3.act('Reset', {}, { confirm: 'b' }), ConfirmationRequiredError);
    await s3.act('Reset', {}, { confirm: s3.confirmation });
    assert.deepEqual(calls, ['s3.Reset(eu-west-1) {}']);
  });

  test('it says what is missing first', async () => {
    const { bucket } = open();
    await assert.rejects(bucket.act('Empty', {}, { confirm: 'b' }), ParamValidationError);
  });
});
