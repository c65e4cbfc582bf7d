// What the kinds of S3 have in common.

import type { ActionRule, HasRule, RegionRule } from '../../core/resources/kind.ts';
import { identifier, type Source, sessionRegion } from '../../core/resources/sources.ts';
import { type ActionExtras, act } from '../rules.ts';

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

/** A bucket is made in the region of the Session, where the input names no other. S3 takes every name but that of its first. */
export function creation(title: string, bucket: Source, extras: ActionExtras = {}): ActionRule {
  const params = {
    Bucket: bucket,
    CreateBucketConfiguration: { LocationConstraint: sessionRegion('us-east-1') },
  };
  return {
    ...act(title, 'W', 'CreateBucket', params, extras),
    region: {
      path: 'CreateBucketConfiguration.LocationConstraint',
      values: { EU: 'eu-west-1' },
    },
  };
}

export const toBucket: HasRule = { kind: 'Bucket', identifiers: { Name: identifier('Bucket') } };
export const toObject: HasRule = { kind: 'Object', identifiers: ofObject };
