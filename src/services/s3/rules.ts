// What the kinds of S3 have in common.

import type { HasRule, RegionRule } from '../../core/resources/kind.ts';
import { identifier, type Source } from '../../core/resources/sources.ts';

export const icons = { bucket: 'archive', folder: 'folder', object: 'file' };

/** Of a kind that belongs to a bucket. */
export const inBucket = { Bucket: identifier('Bucket') };
export const ofObject = { ...inBucket, Key: identifier('Key') };

/** Every call goes to the bucket's own region. */
export function ownRegion(bucket: Source): RegionRule {
  return {
    operation: 'GetBucketLocation',
    params: { Bucket: bucket },
    path: 'LocationConstraint',
    values: { '': 'us-east-1', EU: 'eu-west-1' },
  };
}

export const toBucket: HasRule = { kind: 'Bucket', identifiers: { Name: identifier('Bucket') } };
export const toObject: HasRule = { kind: 'Object', identifiers: ofObject };
