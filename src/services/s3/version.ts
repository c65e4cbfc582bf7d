import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { identifier, type Source } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { inBucket, ofObject, ownRegion, toObject } from './rules.ts';

const ofVersion = { ...ofObject, VersionId: identifier('VersionId') };

/** All versions in a bucket, delete markers too, or those of one key. S3 lists by prefix only; other keys are left out. */
export function versions(bucket: { readonly Bucket: Source }, key?: Source): CollectionRule {
  const item = {
    kind: 'ObjectVersion',
    identifiers: { ...bucket, Key: 'Key', VersionId: 'VersionId' },
    ...(key && { only: { Key: key } }),
  };
  return {
    title: key ? 'Versions' : 'Object Versions',
    operation: 'ListObjectVersions',
    params: { ...bucket, ...(key && { Prefix: key }) },
    items: [
      { ...item, path: 'Versions[]' },
      { ...item, path: 'DeleteMarkers[]' },
    ],
  };
}

/** Not loaded: S3 answers the description of a delete marker with an error. */
export const objectVersion: Kind = {
  identifiers: ['Bucket', 'Key', 'VersionId'],
  label: ['{Key|segment}'],
  description: ['{IsLatest|if:latest}', '{Size|size}', '{LastModified|date}'],
  columns: [
    ['Key', 'Key'],
    ['Version', 'VersionId'],
    ['Latest', '{IsLatest|if:yes/no}'],
    ['Size', '{Size|size}'],
    ['Modified', '{LastModified|date}'],
    ['Storage class', 'StorageClass'],
  ],
  icon: 'versions',
  consoleUrl: '{c}/s3/object/{Bucket}?region={region}&prefix={Key}&versionId={VersionId}',
  region: ownRegion(identifier('Bucket')),
  actions: {
    Get: act('Open', 'R', 'GetObject', ofVersion),
    Head: act('Show Description', 'R', 'HeadObject', ofVersion),
    Delete: act('Delete', 'X', 'DeleteObject', ofVersion, {
      batch: {
        size: 1000,
        operation: 'DeleteObjects',
        params: {
          ...inBucket,
          Delete: {
            Objects: [{ Key: identifier('Key'), VersionId: identifier('VersionId') }],
          },
        },
        failures: 'Errors',
      },
    }),
  },
  has: { Object: toObject },
};
