import type { CollectionRule, HasRule, Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier, requested } from '../../core/resources/sources.ts';
import { act, list } from '../rules.ts';
import { objects } from './object.ts';
import { creation, icons, ownRegion } from './rules.ts';
import { uploads } from './uploads.ts';
import { versions } from './version.ts';

const name = identifier('Name');
const ofBucket = { Bucket: name };

function sub(kind: string): HasRule {
  return { kind, identifiers: ofBucket };
}

/** Without folders: every object, whatever its key. */
const allObjects: CollectionRule = {
  ...list('All Objects', 'ListObjectsV2', ofBucket, [
    'Object',
    'Contents[]',
    { ...ofBucket, Key: 'Key' },
  ]),
  icon: 'list-flat',
};

export const bucket: Kind = {
  identifiers: ['Name'],
  description: ['BucketRegion'],
  columns: [
    ['Region', 'BucketRegion'],
    ['Created', '{CreationDate|date}'],
    ['ARN', 'BucketArn'],
    ['Location', 'BucketLocationName'],
  ],
  icon: icons.bucket,
  arn: 'arn:{partition}:s3:::{Name}',
  urls: [
    's3://{Name}',
    's3://{Name}/',
    ...['{Name}.s3.{region}.{dns}', 's3.{region}.{dns}/{Name}'].flatMap((host) => [
      `https://${host}`,
      `https://${host}/`,
    ]),
    'https://{Name}.s3.amazonaws.com/',
  ],
  consoleUrl: '{c}/s3/buckets/{Name}?region={region}',
  region: { member: 'BucketRegion', ...ownRegion(name) },
  load: {
    operation: 'HeadBucket',
    params: ofBucket,
    // What nothing else tells of a bucket: when it was made.
    more: {
      operation: 'ListBuckets',
      params: { Prefix: name, MaxBuckets: 1000 },
      path: 'Buckets[]',
      match: { Name: 'Name' },
    },
  },
  collections: {
    Contents: objects(name),
    Objects: allObjects,
    ObjectVersions: versions(ofBucket),
    MultipartUploads: uploads(ofBucket),
  },
  actions: {
    GetPolicy: act('Show Policy', 'R', 'GetBucketPolicy', ofBucket),
    GetVersioning: act('Show Versioning', 'R', 'GetBucketVersioning', ofBucket),
    GetEncryption: act('Show Encryption', 'R', 'GetBucketEncryption', ofBucket),
    GetLifecycle: act('Show Lifecycle', 'R', 'GetBucketLifecycleConfiguration', ofBucket),
    GetPublicAccessBlock: act('Show Public Access Block', 'R', 'GetPublicAccessBlock', ofBucket),
    GetTagging: act('Show Tags', 'R', 'GetBucketTagging', ofBucket),
    GetNotification: act('Show Notifications', 'R', 'GetBucketNotificationConfiguration', ofBucket),
    Create: creation('Create', name),
    PutObject: act(
      'Put Object',
      'W',
      'PutObject',
      { ...ofBucket, Key: ask('Key'), Body: askOptional('Body') },
      { result: { kind: 'Object', identifiers: { ...ofBucket, Key: requested('Key') } } },
    ),
    PutPolicy: act('Put Policy', 'D', 'PutBucketPolicy', { ...ofBucket, Policy: ask('Policy') }),
    DeleteObjects: act(
      'Delete Objects',
      'X',
      'DeleteObjects',
      {
        ...ofBucket,
        Delete: ask('Delete'),
      },
      { failures: 'Errors' },
    ),
    Delete: act('Delete', 'X', 'DeleteBucket', ofBucket),
  },
  waiters: {
    Exists: { waiter: 'BucketExists', params: ofBucket },
    NotExists: { waiter: 'BucketNotExists', params: ofBucket },
  },
  has: {
    Acl: sub('BucketAcl'),
    Cors: sub('BucketCors'),
    Lifecycle: sub('BucketLifecycle'),
    LifecycleConfiguration: sub('BucketLifecycleConfiguration'),
    Logging: sub('BucketLogging'),
    Notification: sub('BucketNotification'),
    Object: { kind: 'Object', identifiers: { ...ofBucket, Key: ask('Key') } },
    Policy: sub('BucketPolicy'),
    RequestPayment: sub('BucketRequestPayment'),
    Tagging: sub('BucketTagging'),
    Versioning: sub('BucketVersioning'),
    Website: sub('BucketWebsite'),
  },
};
