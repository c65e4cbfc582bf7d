import type { CollectionRule, ItemRule, Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier, type Source } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { icons, inBucket, ofObject, ownRegion, toBucket, toObject } from './rules.ts';
import { versions } from './version.ts';

/** One folder's listing: a bucket's root, or what is under a prefix. */
export function objects(bucket: Source, under?: Source): CollectionRule {
  return {
    title: 'Objects',
    icon: icons.object,
    inline: true,
    operation: 'ListObjectsV2',
    params: { Bucket: bucket, Delimiter: '/', ...(under && { Prefix: under }) },
    items: [
      {
        kind: 'Prefix',
        path: 'CommonPrefixes[]',
        identifiers: { Bucket: bucket, Prefix: 'Prefix' },
      },
      objectItem(bucket, under),
    ],
  };
}

/** A folder made in the console is an empty object of the prefix's own name; it is the folder, not in it. */
function objectItem(bucket: Source, under: Source | undefined): ItemRule {
  const rule = { kind: 'Object', path: 'Contents[]', identifiers: { Bucket: bucket, Key: 'Key' } };
  return under ? { ...rule, except: { Key: under } } : rule;
}

export const prefix: Kind = {
  identifiers: ['Bucket', 'Prefix'],
  label: ['{Prefix|segment}'],
  columns: [['Prefix', 'Prefix']],
  icon: icons.folder,
  consoleUrl: '{c}/s3/buckets/{Bucket}?region={region}&prefix={Prefix}',
  region: ownRegion(identifier('Bucket')),
  collections: { Contents: objects(identifier('Bucket'), identifier('Prefix')) },
  has: { Bucket: toBucket },
};

export const object: Kind = {
  identifiers: ['Bucket', 'Key'],
  label: ['{Key|segment}'],
  description: ['{Size|size}', '{LastModified|date}'],
  columns: [
    ['Key', 'Key'],
    ['Size', '{Size|size}'],
    ['Type', 'ContentType'],
    ['Modified', '{LastModified|date}'],
    ['Storage class', 'StorageClass'],
    ['Encryption', 'ServerSideEncryption'],
  ],
  icon: icons.object,
  arn: 'arn:{partition}:s3:::{Bucket}/{Key}',
  urls: [
    's3://{Bucket}/{Key}',
    'https://{Bucket}.s3.{region}.{dns}/{Key}',
    'https://s3.{region}.{dns}/{Bucket}/{Key}',
    'https://{Bucket}.s3.amazonaws.com/{Key}',
    'https://s3.amazonaws.com/{Bucket}/{Key}',
  ],
  consoleUrl: '{c}/s3/object/{Bucket}?region={region}&prefix={Key}',
  region: ownRegion(identifier('Bucket')),
  load: {
    operation: 'HeadObject',
    params: ofObject,
    listedAs: { Size: 'ContentLength' },
  },
  collections: { Versions: versions(inBucket, identifier('Key')) },
  actions: {
    Get: act('Open', 'R', 'GetObject', ofObject),
    GetTagging: act('Show Tags', 'R', 'GetObjectTagging', ofObject),
    Download: act('Download', 'L', 'GetObject', ofObject),
    CopyFrom: act('Copy From', 'D', 'CopyObject', { ...ofObject, CopySource: ask('CopySource') }),
    Put: act('Replace', 'D', 'PutObject', { ...ofObject, Body: askOptional('Body') }),
    RestoreObject: act('Restore From Archive', 'W', 'RestoreObject', {
      ...ofObject,
      RestoreRequest: askOptional('RestoreRequest'),
    }),
    InitiateMultipartUpload: act('Begin Multipart Upload', 'W', 'CreateMultipartUpload', ofObject, {
      result: { kind: 'MultipartUpload', identifiers: { ...ofObject, UploadId: 'UploadId' } },
    }),
    Delete: act('Delete', 'X', 'DeleteObject', ofObject, {
      batch: {
        size: 1000,
        operation: 'DeleteObjects',
        params: { ...inBucket, Delete: { Objects: [{ Key: identifier('Key') }] } },
        failures: 'Errors',
      },
    }),
  },
  waiters: {
    Exists: { waiter: 'ObjectExists', params: ofObject },
    NotExists: { waiter: 'ObjectNotExists', params: ofObject },
  },
  has: {
    Acl: { kind: 'ObjectAcl', identifiers: ofObject },
    Bucket: toBucket,
    MultipartUpload: {
      kind: 'MultipartUpload',
      identifiers: { ...ofObject, UploadId: ask('UploadId') },
    },
    Version: { kind: 'ObjectVersion', identifiers: { ...ofObject, VersionId: ask('VersionId') } },
    KmsKey: { member: 'SSEKMSKeyId', kind: 'kms.Key' },
  },
};

export const objectAcl: Kind = {
  identifiers: ['Bucket', 'Key'],
  label: ['Access of {Key|segment}'],
  columns: [
    ['Owner', 'Owner.DisplayName'],
    ['Grantees', 'Grants[].Grantee.DisplayName'],
    ['Groups', 'Grants[].Grantee.URI'],
    ['Permissions', 'Grants[].Permission'],
  ],
  icon: 'shield',
  region: ownRegion(identifier('Bucket')),
  load: { operation: 'GetObjectAcl', params: ofObject },
  actions: { Put: act('Put', 'D', 'PutObjectAcl', ofObject) },
  has: { Object: toObject },
};
