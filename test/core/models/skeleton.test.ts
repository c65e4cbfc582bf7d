import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { Service, Shape } from '../../../src/core/models/model.ts';
import {
  documentationUrl,
  inputSkeleton,
  requiresInput,
} from '../../../src/core/models/skeleton.ts';
import { buildModel } from './dataFolder.ts';

const catalogue = openCatalogue({ searchPath: [] });

async function skeletonOf(id: string, name: string): Promise<unknown> {
  const service = await catalogue.service(id);
  const operation = service.operations[name];
  assert.ok(operation);
  return inputSkeleton(service, operation);
}

test('it has the required members with blanks to fill', async () => {
  assert.deepEqual(await skeletonOf('s3', 'PutObject'), { Bucket: '', Key: '' });
  assert.deepEqual(await skeletonOf('s3', 'DeleteObjects'), {
    Bucket: '',
    Delete: { Objects: [{ Key: '' }] },
  });
  assert.deepEqual(await skeletonOf('ec2', 'RunInstances'), { MaxCount: 0, MinCount: 0 });
  assert.deepEqual(await skeletonOf('s3', 'ListBuckets'), {});
});

test('it begins an enum with its first value and a map with one entry', async () => {
  assert.deepEqual(await skeletonOf('route53', 'ChangeResourceRecordSets'), {
    HostedZoneId: '',
    ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet: { Name: '', Type: 'SOA' } }] },
  });
  assert.deepEqual(await skeletonOf('dynamodb', 'GetItem'), { TableName: '', Key: { '': {} } });
});

test('it has one event of each kind for a stream of events', async () => {
  assert.deepEqual(await skeletonOf('bedrock-runtime', 'InvokeModelWithBidirectionalStream'), {
    modelId: '',
    body: [{ chunk: { bytes: '' } }],
  });
  const { requestEventStream } = (await skeletonOf('lexv2-runtime', 'StartConversation')) as {
    readonly requestEventStream: readonly object[];
  };
  assert.deepEqual(requestEventStream, [
    { ConfigurationEvent: { responseContentType: '' } },
    { AudioInputEvent: { audioChunk: '', contentType: '' } },
    { DTMFInputEvent: { inputCharacter: '' } },
    { TextInputEvent: { text: '' } },
    { PlaybackCompletionEvent: {} },
    { DisconnectionEvent: {} },
  ]);
  const listening = await skeletonOf('connecthealth', 'StartMedicalScribeListeningSession');
  const { inputStream } = listening as { readonly inputStream: readonly object[] };
  assert.deepEqual(Object.keys(inputStream[0] ?? {}), ['configurationEvent']);
  assert.deepEqual(inputStream.slice(1), [
    { audioEvent: { audioChunk: '' } },
    { sessionControlEvent: { type: 'END_OF_SESSION' } },
  ]);
});

const recursive: Service = {
  id: 'toys',
  ...(buildModel('2020-01-01', []) as object as Omit<Service, 'id'>),
  operations: {
    PutToy: {
      name: 'PutToy',
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'Toy' },
    },
    PutToken: {
      name: 'PutToken',
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'Token' },
    },
  },
  shapes: {
    Toy: {
      type: 'structure',
      required: ['Parts', 'Choice', 'Size'],
      members: {
        Note: { shape: 'Name' },
        Parts: { shape: 'Toys' },
        Choice: { shape: 'Choice' },
        Size: { shape: 'Size' },
      },
    },
    Toys: { type: 'list', member: { shape: 'Toy' } },
    Choice: {
      type: 'structure',
      union: true,
      members: {
        Old: { shape: 'Name', deprecated: true },
        A: { shape: 'Name' },
        B: { shape: 'Name' },
      },
    },
    Token: {
      type: 'structure',
      required: ['ClientToken'],
      members: { ClientToken: { shape: 'Name', idempotencyToken: true } },
    },
    Name: { type: 'string' },
    Size: { type: 'integer', min: 3 },
  },
};

test('it cuts recursion and takes one member of a union', () => {
  const operation = recursive.operations.PutToy;
  assert.ok(operation);
  assert.deepEqual(inputSkeleton(recursive, operation), {
    Parts: [{}],
    Choice: { A: '' },
    Size: 3,
  });
});

test('it leaves idempotency tokens out', () => {
  const operation = recursive.operations.PutToken;
  assert.ok(operation);
  assert.deepEqual(inputSkeleton(recursive, operation), {});
  assert.equal(requiresInput(recursive, operation), false);
});

test('it knows what needs no input', async () => {
  const needs = async (id: string, name: string) => {
    const service = await catalogue.service(id);
    const operation = service.operations[name];
    assert.ok(operation);
    return requiresInput(service, operation);
  };
  assert.equal(await needs('s3', 'ListBuckets'), false);
  assert.equal(await needs('sts', 'GetCallerIdentity'), false);
  assert.equal(await needs('ec2', 'DescribeInstances'), false);
  assert.equal(await needs('dynamodb', 'Scan'), true);
});

test('it links to the API reference', async () => {
  const url = async (id: string, name: string) =>
    documentationUrl(await catalogue.service(id), name);
  const base = 'https://docs.aws.amazon.com/goto/WebAPI';
  assert.equal(await url('s3', 'ListBuckets'), `${base}/s3-2006-03-01/ListBuckets`);
  const cloudFront = `${base}/cloudfront-2020-05-31/GetDistribution`;
  assert.equal(await url('cloudfront', 'GetDistribution'), cloudFront);
  assert.equal(await url('cloudfront', 'GetDistribution2020_05_31'), cloudFront);
});

test('it fits the input shape of every operation of every service', async () => {
  for (const { id } of await catalogue.services()) {
    const service = await catalogue.service(id);
    for (const [name, operation] of Object.entries(service.operations)) {
      const skeleton = inputSkeleton(service, operation);
      const shape = operation.input && service.shapes[operation.input.shape];
      assert.ok(!shape || fits(service, shape, skeleton), `${id}.${name}`);
      assert.equal(Object.keys(skeleton).length > 0, requiresInput(service, operation));
    }
  }
});

function fits(service: Service, shape: Shape, value: unknown): boolean {
  const fitsRef = (name: string, part: unknown) => {
    const target = service.shapes[name];
    return target !== undefined && fits(service, target, part);
  };
  if (shape.type === 'list') {
    return Array.isArray(value) && value.every((item) => fitsRef(shape.member.shape, item));
  }
  if (shape.type === 'structure' && shape.eventstream === true) {
    return (
      Array.isArray(value) &&
      value.every((event) => fits(service, { ...shape, eventstream: false }, event))
    );
  }
  if (shape.type === 'structure' || shape.type === 'map') {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    return (
      entries?.every(([key, part]) =>
        fitsRef(shape.type === 'map' ? shape.value.shape : (shape.members[key]?.shape ?? ''), part),
      ) ?? false
    );
  }
  const numbers = ['integer', 'long', 'float', 'double'];
  const type =
    shape.type === 'boolean' ? 'boolean' : numbers.includes(shape.type) ? 'number' : 'string';
  return typeof value === type;
}
