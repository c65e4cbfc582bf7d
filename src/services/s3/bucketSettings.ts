// What is set on a bucket, each a resource of its own that the bucket leads to. None is a node of the tree.

import type { ActionRule, Kind } from '../../core/resources/kind.ts';
import { ask, identifier, type Params } from '../../core/resources/sources.ts';
import { act } from '../rules.ts';
import { inBucket, ownRegion, toBucket } from './rules.ts';

type Columns = NonNullable<Kind['columns']>;

interface Setting {
  /** As in `Policy of my-bucket`. */
  readonly what: string;
  readonly icon: string;
  /** The operation that reads it. */
  readonly get: string;
  readonly columns: Columns;
  readonly actions: Readonly<Record<string, ActionRule>>;
}

function setting({ what, icon, get, columns, actions }: Setting): Kind {
  return {
    identifiers: ['Bucket'],
    label: [`${what} of {Bucket}`],
    columns,
    icon,
    region: ownRegion(identifier('Bucket')),
    load: { operation: get, params: inBucket },
    actions,
    has: { Bucket: toBucket },
  };
}

function put(operation: string, params: Params = {}, risk: 'D' | 'X' = 'D'): ActionRule {
  return act('Put', risk, operation, { ...inBucket, ...params });
}

function remove(operation: string): ActionRule {
  return act('Delete', 'X', operation, inBucket);
}

const lifecycleColumns: Columns = [
  ['Rules', 'Rules[].ID'],
  ['Status', 'Rules[].Status'],
];

export const bucketSettings = {
  BucketAcl: setting({
    what: 'Access',
    icon: 'shield',
    get: 'GetBucketAcl',
    columns: [
      ['Owner', 'Owner.DisplayName'],
      ['Grantees', 'Grants[].Grantee.DisplayName'],
      ['Groups', 'Grants[].Grantee.URI'],
      ['Permissions', 'Grants[].Permission'],
    ],
    actions: { Put: put('PutBucketAcl') },
  }),
  BucketCors: setting({
    what: 'CORS rules',
    icon: 'globe',
    get: 'GetBucketCors',
    columns: [
      ['Origins', 'CORSRules[].AllowedOrigins[]'],
      ['Methods', 'CORSRules[].AllowedMethods[]'],
    ],
    actions: {
      Put: put('PutBucketCors', { CORSConfiguration: ask('CORSConfiguration') }),
      Delete: remove('DeleteBucketCors'),
    },
  }),
  // A rule that expires objects deletes them.
  BucketLifecycle: setting({
    what: 'Lifecycle',
    icon: 'history',
    get: 'GetBucketLifecycle',
    columns: lifecycleColumns,
    actions: {
      Put: put('PutBucketLifecycle', {}, 'X'),
      Delete: remove('DeleteBucketLifecycle'),
    },
  }),
  BucketLifecycleConfiguration: setting({
    what: 'Lifecycle configuration',
    icon: 'history',
    get: 'GetBucketLifecycleConfiguration',
    columns: lifecycleColumns,
    actions: {
      Put: put('PutBucketLifecycleConfiguration', {}, 'X'),
      Delete: remove('DeleteBucketLifecycle'),
    },
  }),
  BucketLogging: setting({
    what: 'Logging',
    icon: 'output',
    get: 'GetBucketLogging',
    columns: [
      ['Target bucket', 'LoggingEnabled.TargetBucket'],
      ['Target prefix', 'LoggingEnabled.TargetPrefix'],
    ],
    actions: {
      Put: put('PutBucketLogging', { BucketLoggingStatus: ask('BucketLoggingStatus') }),
    },
  }),
  BucketNotification: setting({
    what: 'Notifications',
    icon: 'bell',
    get: 'GetBucketNotificationConfiguration',
    columns: [
      ['Topics', 'TopicConfigurations[].TopicArn'],
      ['Queues', 'QueueConfigurations[].QueueArn'],
      ['Functions', 'LambdaFunctionConfigurations[].LambdaFunctionArn'],
    ],
    actions: {
      Put: put('PutBucketNotificationConfiguration', {
        NotificationConfiguration: ask('NotificationConfiguration'),
      }),
    },
  }),
  BucketPolicy: setting({
    what: 'Policy',
    icon: 'law',
    get: 'GetBucketPolicy',
    columns: [['Policy', 'Policy']],
    actions: {
      Put: put('PutBucketPolicy', { Policy: ask('Policy') }),
      Delete: remove('DeleteBucketPolicy'),
    },
  }),
  BucketRequestPayment: setting({
    what: 'Request payment',
    icon: 'credit-card',
    get: 'GetBucketRequestPayment',
    columns: [['Payer', 'Payer']],
    actions: {
      Put: put('PutBucketRequestPayment', {
        RequestPaymentConfiguration: ask('RequestPaymentConfiguration'),
      }),
    },
  }),
  BucketTagging: setting({
    what: 'Tags',
    icon: 'tag',
    get: 'GetBucketTagging',
    columns: [
      ['Keys', 'TagSet[].Key'],
      ['Values', 'TagSet[].Value'],
    ],
    actions: {
      Put: put('PutBucketTagging', { Tagging: ask('Tagging') }),
      Delete: remove('DeleteBucketTagging'),
    },
  }),
  BucketVersioning: setting({
    what: 'Versioning',
    icon: 'versions',
    get: 'GetBucketVersioning',
    columns: [
      ['Status', 'Status'],
      ['MFA delete', 'MFADelete'],
    ],
    actions: {
      Enable: act('Enable', 'W', 'PutBucketVersioning', {
        ...inBucket,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
      Suspend: act('Suspend', 'D', 'PutBucketVersioning', {
        ...inBucket,
        VersioningConfiguration: { Status: 'Suspended' },
      }),
      Put: put('PutBucketVersioning', {
        VersioningConfiguration: ask('VersioningConfiguration'),
      }),
    },
  }),
  BucketWebsite: setting({
    what: 'Website',
    icon: 'browser',
    get: 'GetBucketWebsite',
    columns: [
      ['Index document', 'IndexDocument.Suffix'],
      ['Error document', 'ErrorDocument.Key'],
      ['Redirect', 'RedirectAllRequestsTo.HostName'],
    ],
    actions: {
      Put: put('PutBucketWebsite', { WebsiteConfiguration: ask('WebsiteConfiguration') }),
      Delete: remove('DeleteBucketWebsite'),
    },
  }),
} satisfies Readonly<Record<string, Kind>>;
