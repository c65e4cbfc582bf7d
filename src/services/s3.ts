import type {
  ActionRule,
  CollectionRule,
  ItemRule,
  RegionRule,
  ServiceKinds,
} from '../core/resources/kind.ts';
import { ask, identifier, type Source } from '../core/resources/sources.ts';
import { usEast1 } from './scopes.ts';

const icons = { bucket: 'archive', folder: 'folder', object: 'file' };

/** One folder's listing: a bucket's root, or what is under a prefix. */
function objects(bucket: Source, prefix?: Source): CollectionRule {
  return {
    title: 'Objects',
    icon: icons.object,
    inline: true,
    operation: 'ListObjectsV2',
    params: { Bucket: bucket, Delimiter: '/', ...(prefix && { Prefix: prefix }) },
    items: [
      {
        kind: 'Prefix',
        path: 'CommonPrefixes[]',
        identifiers: { Bucket: bucket, Prefix: 'Prefix' },
      },
      objectItem(bucket, prefix),
    ],
  };
}

/** A folder made in the console is an empty object of the prefix's own name; it is the folder, not in it. */
function objectItem(bucket: Source, prefix: Source | undefined): ItemRule {
  const rule = { kind: 'Object', path: 'Contents[]', identifiers: { Bucket: bucket, Key: 'Key' } };
  return prefix ? { ...rule, except: { Key: prefix } } : rule;
}

function ownRegion(bucket: Source): RegionRule {
  return {
    operation: 'GetBucketLocation',
    params: { Bucket: bucket },
    path: 'LocationConstraint',
    values: { '': 'us-east-1', EU: 'eu-west-1' },
  };
}

const ofBucket = { Bucket: identifier('Name') };
const ofObject = { Bucket: identifier('Bucket'), Key: identifier('Key') };

function readBucket(title: string, operation: string): ActionRule {
  return { title, risk: 'R', operation, params: ofBucket };
}

export const s3: ServiceKinds = {
  service: 's3',
  title: 'S3',
  icon: icons.bucket,
  scope: usEast1,
  collections: {
    Buckets: {
      title: 'Buckets',
      operation: 'ListBuckets',
      // Without a parameter the answer has no BucketRegion, and no pages.
      params: { MaxBuckets: 1000 },
      items: [{ kind: 'Bucket', path: 'Buckets[]', identifiers: { Name: 'Name' } }],
    },
  },
  actions: {
    CreateBucket: {
      title: 'Create Bucket',
      risk: 'W',
      operation: 'CreateBucket',
      params: { Bucket: ask('Bucket') },
    },
  },
  kinds: {
    Bucket: {
      identifiers: ['Name'],
      description: ['BucketRegion'],
      columns: [
        ['Region', 'BucketRegion'],
        ['Created', 'CreationDate'],
      ],
      icon: icons.bucket,
      arn: 'arn:{partition}:s3:::{Name}',
      consoleUrl: '{c}/s3/buckets/{Name}?region={region}',
      region: { member: 'BucketRegion', ...ownRegion(identifier('Name')) },
      load: { operation: 'HeadBucket', params: ofBucket },
      collections: { Objects: objects(identifier('Name')) },
      actions: {
        GetPolicy: readBucket('Show Policy', 'GetBucketPolicy'),
        GetVersioning: readBucket('Show Versioning', 'GetBucketVersioning'),
        GetEncryption: readBucket('Show Encryption', 'GetBucketEncryption'),
        GetLifecycle: readBucket('Show Lifecycle', 'GetBucketLifecycleConfiguration'),
        GetPublicAccessBlock: readBucket('Show Public Access Block', 'GetPublicAccessBlock'),
        GetTagging: readBucket('Show Tags', 'GetBucketTagging'),
        GetNotification: readBucket('Show Notifications', 'GetBucketNotificationConfiguration'),
        PutObject: {
          title: 'Put Object',
          risk: 'W',
          operation: 'PutObject',
          params: { ...ofBucket, Key: ask('Key'), Body: ask('Body') },
        },
        PutPolicy: {
          title: 'Put Policy',
          risk: 'D',
          operation: 'PutBucketPolicy',
          params: { ...ofBucket, Policy: ask('Policy') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteBucket', params: ofBucket },
      },
      waiters: {
        Exists: { waiter: 'BucketExists', params: ofBucket },
        NotExists: { waiter: 'BucketNotExists', params: ofBucket },
      },
    },
    Prefix: {
      identifiers: ['Bucket', 'Prefix'],
      label: ['{Prefix|segment}'],
      columns: [['Prefix', 'Prefix']],
      icon: icons.folder,
      consoleUrl: '{c}/s3/buckets/{Bucket}?region={region}&prefix={Prefix}',
      region: ownRegion(identifier('Bucket')),
      collections: { Objects: objects(identifier('Bucket'), identifier('Prefix')) },
    },
    Object: {
      identifiers: ['Bucket', 'Key'],
      label: ['{Key|segment}'],
      description: ['{Size|size}', '{LastModified|date}'],
      columns: [
        ['Key', 'Key'],
        ['Size', '{Size|size}'],
        ['Type', 'ContentType'],
        ['Modified', 'LastModified'],
        ['Storage class', 'StorageClass'],
      ],
      icon: icons.object,
      arn: 'arn:{partition}:s3:::{Bucket}/{Key}',
      consoleUrl: '{c}/s3/object/{Bucket}?region={region}&prefix={Key}',
      region: ownRegion(identifier('Bucket')),
      load: { operation: 'HeadObject', params: ofObject },
      actions: {
        Get: { title: 'Open', risk: 'R', operation: 'GetObject', params: ofObject },
        GetTagging: {
          title: 'Show Tags',
          risk: 'R',
          operation: 'GetObjectTagging',
          params: ofObject,
        },
        Download: { title: 'Download', risk: 'L', operation: 'GetObject', params: ofObject },
        CopyFrom: {
          title: 'Copy From',
          risk: 'D',
          operation: 'CopyObject',
          params: { ...ofObject, CopySource: ask('CopySource') },
        },
        Put: {
          title: 'Replace',
          risk: 'D',
          operation: 'PutObject',
          params: { ...ofObject, Body: ask('Body') },
        },
        Restore: {
          title: 'Restore From Archive',
          risk: 'W',
          operation: 'RestoreObject',
          params: { ...ofObject, RestoreRequest: ask('RestoreRequest') },
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteObject', params: ofObject },
      },
      waiters: {
        Exists: { waiter: 'ObjectExists', params: ofObject },
        NotExists: { waiter: 'ObjectNotExists', params: ofObject },
      },
    },
  },
};
