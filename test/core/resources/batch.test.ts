import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ConfirmationRequiredError,
  ParamValidationError,
  ReadOnlyError,
  ServiceError,
} from '../../../src/core/errors.ts';
import { actOn, type BatchOutcome } from '../../../src/core/resources/batch.ts';
import { ask, data, identifier } from '../../../src/core/resources/sources.ts';
import { declare, service } from './declared.ts';
import { type Answers, recordSession } from './recordedSession.ts';

const ofObject = { Bucket: identifier('Bucket'), Key: identifier('Key') };

const store = service(
  's3',
  {
    Bucket: {
      identifiers: ['Name'],
      icon: 'archive',
      collections: {
        Objects: {
          title: 'Objects',
          operation: 'ListObjectsV2',
          params: { Bucket: identifier('Name') },
          items: [
            {
              kind: 'Object',
              path: 'Contents[]',
              identifiers: { Bucket: identifier('Name'), Key: 'Key' },
            },
          ],
        },
      },
    },
    Object: {
      identifiers: ['Bucket', 'Key'],
      icon: 'file',
      actions: {
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteObject',
          params: ofObject,
          batch: {
            size: 2,
            operation: 'DeleteObjects',
            params: {
              Bucket: identifier('Bucket'),
              Delete: { Quiet: true, Objects: [{ Key: identifier('Key'), ETag: data('ETag') }] },
            },
            failures: 'Errors[]',
          },
        },
        Tag: {
          title: 'Tag',
          risk: 'W',
          operation: 'TagResources',
          params: { Keys: [identifier('Key')], Tags: ask('Tags'), Modes: ['all'] },
          batch: { size: 100 },
        },
        Touch: { title: 'Touch', risk: 'W', operation: 'TouchObject', params: ofObject },
      },
    },
  },
  { collections: {} },
);

const denied = new ServiceError({
  where: { service: 's3' },
  code: 'AccessDenied',
  message: 'no',
  statusCode: 403,
  retryable: false,
});

function open(answers: Answers) {
  const { session, calls } = recordSession(answers);
  const s3 = declare(session, store);
  const object = (Bucket: string, Key: string) => {
    const made = s3.get('Object', { Bucket, Key });
    made.take({ ETag: `e-${Key}` });
    return made;
  };
  return { bucket: s3.get('Bucket', { Name: 'b' }), object, calls };
}

const deleted = { 's3.DeleteObjects': () => ({}) };

function keysOf({ calls }: BatchOutcome) {
  return calls.map(({ resources }) => resources.map(({ id }) => id).join('+'));
}

describe('an action on many resources', () => {
  test('it joins their parameters, as many in a call as the operation takes', async () => {
    const { object, calls } = open(deleted);
    const resources = [object('b', '1'), object('b', '2'), object('c', '3'), object('b', '4')];
    const outcome = await actOn(resources, 'Delete', {}, { confirm: ['1', '2', '3', '4'] });
    const call = (bucket: string, ...keys: string[]) => {
      const objects = keys.map((key) => `{"Key":"${key}","ETag":"e-${key}"}`);
      return `s3.DeleteObjects(eu-west-1) {"Bucket":"${bucket}","Delete":{"Quiet":true,"Objects":[${objects}]}}`;
    };
    assert.deepEqual(calls, [call('b', '1', '2'), call('b', '4'), call('c', '3')]);
    assert.deepEqual([keysOf(outcome), outcome.isComplete], [['1+2', '4', '3'], true]);
  });

  test('it gives what a person gives once a call, and never doubles a fixed list', async () => {
    const { object, calls } = open({ 's3.TagResources': () => ({}) });
    const input = { Tags: [{ Key: 'a' }], Owner: 'me' };
    await actOn([object('b', '1'), object('c', '2')], 'Tag', input);
    assert.deepEqual(calls, [
      's3.TagResources(eu-west-1) {"Keys":["1","2"],"Tags":[{"Key":"a"}],"Modes":["all"],"Owner":"me"}',
    ]);
    await assert.rejects(actOn([object('b', '1')], 'Tag'), ParamValidationError);
    assert.equal(calls.length, 1);
  });

  test('it makes a call each where no operation takes many', async () => {
    const { object, calls } = open({ 's3.TouchObject': () => ({}) });
    const outcome = await actOn([object('b', '1'), object('b', '2')], 'Touch');
    assert.deepEqual(calls, [
      's3.TouchObject(eu-west-1) {"Bucket":"b","Key":"1"}',
      's3.TouchObject(eu-west-1) {"Bucket":"b","Key":"2"}',
    ]);
    assert.deepEqual(keysOf(outcome), ['1', '2']);
  });

  test('it destroys nothing unless all of it is confirmed', async () => {
    const { object, calls } = open(deleted);
    const resources = [object('b', '1'), object('b', '2')];
    for (const confirm of [undefined, 'b', '1', ['1'], ['1', '2', '3'], ['1', '1']]) {
      const options = confirm === undefined ? {} : { confirm };
      await assert.rejects(actOn(resources, 'Delete', {}, options), (error) => {
        assert.ok(error instanceof ConfirmationRequiredError);
        assert.match(error.message, /confirm has to be the 2 ids, from "1" on\./);
        return true;
      });
    }
    assert.deepEqual(calls, []);
    await actOn(resources, 'Delete', {}, { confirm: ['2', '1'] });
    assert.equal(calls.length, 1);
  });

  test('it tells what was not done, and goes on where AWS refuses one call', async () => {
    const failure = { Key: '2', Code: 'AccessDenied' };
    const { object } = open({
      's3.DeleteObjects': ({ Bucket }) => (Bucket === 'b' ? { Errors: [failure] } : denied),
    });
    const resources = [object('b', '1'), object('c', '9'), object('b', '2')];
    const outcome = await actOn(resources, 'Delete', {}, { confirm: ['1', '2', '9'] });
    assert.deepEqual(
      outcome.calls.map(({ failures, error }) => [failures, error]),
      [
        [[failure], undefined],
        [[], denied],
      ],
    );
    assert.deepEqual([outcome.untried, outcome.isComplete], [[], false]);
  });

  test('it ends where no other call would go through either', async () => {
    const { object, calls } = open({ 's3.TouchObject': () => new ReadOnlyError({}) });
    const resources = Array.from({ length: 20 }, (_, at) => object('b', String(at)));
    const outcome = await actOn(resources, 'Touch');
    assert.ok(outcome.calls.every(({ error }) => error instanceof ReadOnlyError));
    assert.equal(outcome.calls.length + outcome.untried.length, 20);
    assert.ok(calls.length <= 5, String(calls.length));
    assert.equal(outcome.isComplete, false);
  });

  test('it stops when cancelled', async () => {
    const { object } = open({ 's3.TouchObject': () => ({}) });
    const acting = actOn([object('b', '1')], 'Touch', {}, { signal: AbortSignal.abort() });
    await assert.rejects(acting, { name: 'AbortError' });
  });
});

describe('an action on a collection', () => {
  const pages = (fail?: Error): Answers => ({
    ...deleted,
    's3.ListObjectsV2': ({ Token }) => {
      if (Token === undefined) return { Contents: [{ Key: '1' }, { Key: '2' }], NextToken: 'n' };
      return fail ?? { Contents: [{ Key: '3' }] };
    },
  });

  test('it goes page by page', async () => {
    const { bucket, calls } = open(pages());
    const outcome = await bucket.collection('Objects').act('Delete', {}, { confirm: 'b' });
    assert.deepEqual(
      calls.map((call) => call.split('(')[0]),
      ['s3.ListObjectsV2', 's3.DeleteObjects', 's3.ListObjectsV2', 's3.DeleteObjects'],
    );
    assert.deepEqual([keysOf(outcome), outcome.isComplete], [['1+2', '3'], true]);
  });

  test('it acts on what the collection is narrowed to', async () => {
    const { bucket, calls } = open(pages());
    const objects = bucket.collection('Objects').filter({ Prefix: 'a/' }).limit(1);
    await objects.act('Delete', {}, { confirm: 'b' });
    assert.deepEqual(calls, [
      's3.ListObjectsV2(eu-west-1) {"Bucket":"b","Prefix":"a/"}',
      's3.DeleteObjects(eu-west-1) {"Bucket":"b","Delete":{"Quiet":true,"Objects":[{"Key":"1"}]}}',
    ]);
  });

  test('it destroys nothing unless its owner is named', async () => {
    const { bucket, calls } = open(pages());
    const objects = bucket.collection('Objects');
    await assert.rejects(objects.act('Delete'), ConfirmationRequiredError);
    await assert.rejects(objects.act('Delete', {}, { confirm: ['1', '2', '3'] }), {
      code: 'ConfirmationRequired',
    });
    await assert.rejects(objects.act('Destroy'), /s3 Object has no action "Destroy"/);
    assert.deepEqual(calls, []);
  });

  test('it destroys nothing that a filter finds outside of its owner', async () => {
    const { bucket, calls } = open(pages());
    const objects = bucket.collection('Objects').filter({ Bucket: 'other' });
    await assert.rejects(objects.act('Delete', {}, { confirm: 'b' }), (error) => {
      assert.ok(error instanceof ParamValidationError);
      assert.match(error.message, /Bucket: cannot be given: what is confirmed tells it\./);
      return true;
    });
    assert.deepEqual(calls, []);
  });

  test('it keeps what was done when the list fails half-way, and says so', async () => {
    const { bucket } = open(pages(denied));
    const outcome = await bucket.collection('Objects').act('Delete', {}, { confirm: 'b' });
    assert.deepEqual(
      [keysOf(outcome), outcome.error, outcome.isComplete],
      [['1+2'], denied, false],
    );
  });

  test('it reads no further page after a call that failed', async () => {
    const { bucket, calls } = open({ ...pages(), 's3.DeleteObjects': () => denied });
    const outcome = await bucket.collection('Objects').act('Delete', {}, { confirm: 'b' });
    assert.deepEqual([calls.length, outcome.calls[0]?.error], [2, denied]);
  });

  test('it fails where the first page does', async () => {
    const { bucket } = open({ 's3.ListObjectsV2': () => denied });
    await assert.rejects(bucket.collection('Objects').act('Touch'), denied);
  });
});
