import type { ServiceKinds } from '../../core/resources/kind.ts';
import { ask, requested } from '../../core/resources/sources.ts';
import { list } from '../rules.ts';
import { usEast1 } from '../scopes.ts';
import { bucket } from './bucket.ts';
import { bucketSettings } from './bucketSettings.ts';
import { object, objectAcl, prefix } from './object.ts';
import { creation, icons } from './rules.ts';
import { multipartUpload, multipartUploadPart } from './uploads.ts';
import { objectVersion } from './version.ts';

export const s3: ServiceKinds = {
  service: 's3',
  title: 'S3',
  icon: icons.bucket,
  scope: usEast1,
  aliases: { ObjectSummary: 'Object' },
  collections: {
    // Without a parameter the answer has no BucketRegion, and no pages.
    Buckets: list('Buckets', 'ListBuckets', { MaxBuckets: 1000 }, [
      'Bucket',
      'Buckets[]',
      { Name: 'Name' },
    ]),
  },
  actions: {
    CreateBucket: creation('Create Bucket', ask('Bucket'), {
      result: { kind: 'Bucket', identifiers: { Name: requested('Bucket') } },
    }),
  },
  kinds: {
    Bucket: bucket,
    Prefix: prefix,
    Object: object,
    ObjectVersion: objectVersion,
    ObjectAcl: objectAcl,
    MultipartUpload: multipartUpload,
    MultipartUploadPart: multipartUploadPart,
    ...bucketSettings,
  },
};
