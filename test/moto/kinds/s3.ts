import assert from 'node:assert/strict';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import type { Resource } from '../../../src/library.ts';
import { takenAway } from '../made.ts';
import {
  type ActionStep,
  run,
  type Scenario,
  type ServiceScenarios,
  type Stage,
} from './scenario.ts';

const hello = { Body: 'aGVsbG8=' };
const rule = { ID: 'old', Status: 'Enabled', Filter: { Prefix: 'a/' }, Expiration: { Days: 1 } };
const ruleBefore2012 = { ID: 'old', Status: 'Enabled', Prefix: 'a/', Expiration: { Days: 1 } };
const cors = { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] };
const tags = { TagSet: [{ Key: 'team', Value: 'web' }] };
const access = { PublicAccessBlockConfiguration: { BlockPublicAcls: true } };
const encryption = {
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  },
};
const website = { IndexDocument: { Suffix: 'index.html' } };

export const scenarios: ServiceScenarios = {
  actions: [run('CreateBucket', (stage) => ({ Bucket: stage.unique('bucket') }), takenAway)],
  kinds: {
    Bucket: {
      create: async (stage) => {
        const bucket = stage.service.get('Bucket', { Name: stage.unique('bucket') });
        await stage.act(bucket, 'Create');
        return bucket;
      },
      actions: [
        run('PutObject', { Key: 'a/b.txt', ...hello }, ({ resources }) => {
          assert.equal(resources[0]?.identifiers.Key, 'a/b.txt');
        }),
        run('PutPolicy', (_, bucket) => ({ Policy: policyOf(bucket.id) })),
        run('GetPolicy', {}, ({ output }) => assert.match(String(output.Policy), /s3:GetObject/)),
        run(
          'GetTagging',
          async (stage, bucket) => put(stage, bucket, 'Tagging', { Tagging: tags }),
          tags,
        ),
        run(
          'GetLifecycle',
          (stage, bucket) =>
            put(stage, bucket, 'LifecycleConfiguration', {
              LifecycleConfiguration: { Rules: [rule] },
            }),
          { Rules: [{ ID: 'old' }] },
        ),
        run('GetPublicAccessBlock', set('PutPublicAccessBlock', access), access),
        run('GetEncryption', set('PutBucketEncryption', encryption), encryption),
        run('GetVersioning'),
        run('GetNotification'),
        run('DeleteObjects', { Delete: { Objects: [{ Key: 'other' }] } }),
      ],
      children: { Contents: 1, Objects: 1, ObjectVersions: 1 },
      references: { Acl: 1, Versioning: 1, Website: 1 },
      waits: ['Exists'],
      remove: run('Delete', emptied),
      waitsAfter: ['NotExists'],
    },
    Prefix: {
      create: async (stage) => {
        const bucket = await stage.example('Bucket');
        await putObject(stage, 'folder/file.txt');
        return find(await bucket.collection('Contents').page(), 'Prefix');
      },
      listed: async (stage) => (await stage.example('Bucket')).collection('Contents'),
      children: { Contents: 1 },
      references: { Bucket: 1 },
    },
    Object: {
      create: (stage) => putObject(stage, 'k.txt'),
      listed: async (stage) => (await stage.example('Bucket')).collection('Objects'),
      loaded: { ContentLength: 5 },
      actions: [
        run('Get', {}, { ContentLength: 5 }),
        run('GetTagging', {}, { TagSet: [] }),
        run('Download', {}, { ContentLength: 5 }),
        run('Put', hello, ({ output }) => assert.ok(output.ETag)),
        run('CopyFrom', (_, { identifiers }) => ({
          CopySource: `${identifiers.Bucket}/${identifiers.Key}`,
          MetadataDirective: 'REPLACE',
        })),
        run('InitiateMultipartUpload', {}, ({ resources }) => {
          assert.equal(resources[0]?.kind, 'MultipartUpload');
        }),
      ],
      children: { Versions: 1 },
      references: { Bucket: 1, Acl: 1 },
      waits: ['Exists'],
      waitsAfter: ['NotExists'],
    },
    ObjectVersion: {
      create: async (stage) => {
        const bucket = await stage.example('Bucket');
        await stage.act(await the(bucket, 'Versioning'), 'Enable');
        await putObject(stage, 'k.txt');
        return find(await bucket.collection('ObjectVersions').page(), 'ObjectVersion');
      },
      listed: async (stage) => (await stage.example('Bucket')).collection('ObjectVersions'),
      actions: [run('Head', {}, { ContentLength: 5 }), run('Get', {}, { ContentLength: 5 })],
      references: { Object: 1 },
    },
    ObjectAcl: {
      create: async (stage) => the(await putObject(stage, 'k.txt'), 'Acl'),
      loaded: ({ attributes }) => assert.ok(attributes?.Grants),
      actions: [run('Put', { ACL: 'private' })],
      references: { Object: 1 },
    },
    MultipartUpload: {
      create: async (stage) => {
        await completeUpload(stage);
        return startUpload(stage);
      },
      listed: async (stage) => (await stage.example('Bucket')).collection('MultipartUploads'),
      references: { Object: 1 },
      remove: run('Abort'),
    },
    MultipartUploadPart: {
      create: async (stage) => {
        const part = await the(await startUpload(stage), 'Part', { PartNumber: '1' });
        await stage.act(part, 'Upload', hello);
        return part;
      },
      listed: async (_, part) => (await the(part, 'MultipartUpload')).collection('Parts'),
      actions: [
        run('CopyFrom', async (stage) => {
          const { identifiers } = await putObject(stage, 'source.txt');
          return { CopySource: `${identifiers.Bucket}/${identifiers.Key}` };
        }),
      ],
      references: { MultipartUpload: 1 },
      remove: false,
    },
    BucketAcl: setting('Acl', run('Put', { ACL: 'private' })),
    BucketCors: setting('Cors', run('Put', { CORSConfiguration: cors }), cors),
    BucketLifecycleConfiguration: setting(
      'LifecycleConfiguration',
      run('Put', { LifecycleConfiguration: { Rules: [rule] } }),
      { Rules: [{ ID: 'old' }] },
    ),
    BucketLifecycle: setting(
      'Lifecycle',
      run('Put', { LifecycleConfiguration: { Rules: [ruleBefore2012] } }),
      { Rules: [{ ID: 'old', Prefix: 'a/' }] },
    ),
    BucketRequestPayment: {
      create: async (stage) => the(await stage.example('Bucket'), 'RequestPayment'),
      references: { Bucket: 1 },
    },
    BucketLogging: setting('Logging', run('Put', { BucketLoggingStatus: {} })),
    BucketNotification: setting('Notification', run('Put', { NotificationConfiguration: {} })),
    BucketPolicy: setting(
      'Policy',
      run('Put', (_, { identifiers }) => ({ Policy: policyOf(identifiers.Bucket) })),
    ),
    BucketTagging: setting('Tagging', run('Put', { Tagging: tags }), tags),
    BucketVersioning: {
      ...setting('Versioning', run('Put', { VersioningConfiguration: { Status: 'Suspended' } }), {
        Status: 'Suspended',
      }),
      actions: [run('Enable'), run('Suspend')],
    },
    BucketWebsite: setting('Website', run('Put', { WebsiteConfiguration: website }), website),
  },
  unserved: {
    'BucketRequestPayment.Put': 'moto takes the request for one that makes a bucket.',
    'Object.RestoreObject': 'moto restores only what is in Glacier.',
  },
};

/** What is set on a bucket: it can be read once it was put. */
function setting(reference: string, put: ActionStep, loaded: Scenario['loaded'] = {}): Scenario {
  return {
    create: async (stage) => {
      const set = await the(await stage.example('Bucket'), reference);
      const { input = {} } = put;
      await stage.act(set, put.name, typeof input === 'function' ? await input(stage, set) : input);
      return set;
    },
    loaded,
    references: { Bucket: 1 },
  };
}

async function putObject(stage: Stage, key: string): Promise<Resource> {
  return stage.make(await stage.example('Bucket'), 'PutObject', { Key: key, ...hello });
}

async function startUpload(stage: Stage): Promise<Resource> {
  const object = await the(await stage.example('Bucket'), 'Object', { Key: 'large' });
  return stage.make(object, 'InitiateMultipartUpload');
}

async function completeUpload(stage: Stage): Promise<void> {
  const upload = await startUpload(stage);
  const part = await the(upload, 'Part', { PartNumber: '1' });
  const { ETag } = (await stage.act(part, 'Upload', hello)).output;
  const object = await stage.make(upload, 'Complete', {
    MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
  });
  assert.equal((await object.load()).ContentLength, 5);
}

/** The one resource of a reference. */
async function the(resource: Resource, reference: string, input: Document = {}) {
  const [found] = await resource.follow(reference, input);
  assert.ok(found, reference);
  return found;
}

function find({ items }: { readonly items: readonly Resource[] }, kind: string): Resource {
  const found = items.find((item) => item.kind === kind);
  assert.ok(found, kind);
  return found;
}

/** A bucket is deleted once it is empty: all versions, in one call for many. */
async function emptied(_: Stage, bucket: Resource) {
  const outcome = await bucket
    .collection('ObjectVersions')
    .act('Delete', {}, { confirm: bucket.confirmation });
  assert.ok(outcome.isComplete);
  return {};
}

function policyOf(bucket: string | undefined): string {
  const Resource = `arn:aws:s3:::${bucket}/*`;
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** Sets what an action then reads. */
async function put(stage: Stage, bucket: Resource, reference: string, input: Document) {
  await stage.act(await the(bucket, reference), 'Put', input);
  return {};
}

/** The same by an operation that no kind has an action for. */
function set(operation: string, setting: Document) {
  return async (stage: Stage, { id: Bucket }: Resource) => {
    await (await stage.client()).call(operation, { Bucket, ...setting });
    return {};
  };
}
