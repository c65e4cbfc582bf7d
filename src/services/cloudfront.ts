import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usEast1OrNingxia } from './scopes.ts';

const byId = { Id: identifier('Id') };
const byName = { Name: identifier('Name') };
const ofDistribution = { DistributionId: identifier('Id') };
const ofInvalidation = { DistributionId: identifier('DistributionId'), Id: identifier('Id') };
/** What was described last: a change is refused if someone else made one since. */
const unchanged = { IfMatch: data('ETag') };

export const cloudfront: ServiceKinds = {
  service: 'cloudfront',
  title: 'CloudFront',
  icon: 'globe',
  scope: usEast1OrNingxia,
  collections: {
    Distributions: list('Distributions', 'ListDistributions', {}, [
      'Distribution',
      'DistributionList.Items[]',
      { Id: 'Id' },
    ]),
    Functions: {
      // Without a stage every function is listed once a stage.
      ...list('Functions', 'ListFunctions', { Stage: 'DEVELOPMENT' }, [
        'Function',
        'FunctionList.Items[]',
        { Name: 'Name' },
      ]),
      tokens: { input: 'Marker', output: 'FunctionList.NextMarker' },
    },
    OriginAccessControls: list('Origin Access Controls', 'ListOriginAccessControls', {}, [
      'OriginAccessControl',
      'OriginAccessControlList.Items[]',
      { Id: 'Id' },
    ]),
    CachePolicies: {
      ...list('Cache Policies', 'ListCachePolicies', { Type: 'custom' }, [
        'CachePolicy',
        'CachePolicyList.Items[]',
        { Id: 'CachePolicy.Id' },
      ]),
      tokens: { input: 'Marker', output: 'CachePolicyList.NextMarker' },
    },
  },
  kinds: {
    Distribution: {
      identifiers: ['Id'],
      label: ['Aliases.Items[0]', 'DistributionConfig.Aliases.Items[0]', 'DomainName'],
      state: 'Status',
      description: ['Id', 'Status', '{Enabled|if:/disabled}'],
      columns: [
        ['ID', 'Id'],
        ['Status', 'Status'],
        ['Enabled', '{Enabled|if:yes/no}'],
        ['Domain name', 'DomainName'],
        ['Aliases', 'Aliases.Items'],
        ['Origins', 'Origins.Items[].DomainName'],
        ['Price class', 'PriceClass'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'globe',
      arn: 'arn:{partition}:cloudfront::{account}:distribution/{Id}',
      consoleUrl: '{c}/cloudfront/v4/home#/distributions/{Id}',
      load: {
        operation: 'GetDistribution',
        params: byId,
        path: 'Distribution',
        beside: ['ETag'],
      },
      collections: {
        Invalidations: list('Invalidations', 'ListInvalidations', ofDistribution, [
          'Invalidation',
          'InvalidationList.Items[]',
          { DistributionId: identifier('Id'), Id: 'Id' },
        ]),
      },
      actions: {
        GetConfig: act('Show Configuration', 'R', 'GetDistributionConfig', byId),
        GetTags: act('Show Tags', 'R', 'ListTagsForResource', { Resource: data('ARN') }),
        Invalidate: {
          ...act('Invalidate', 'D', 'CreateInvalidation', {
            ...ofDistribution,
            InvalidationBatch: ask('InvalidationBatch'),
          }),
          result: {
            kind: 'Invalidation',
            path: 'Invalidation',
            identifiers: { DistributionId: identifier('Id'), Id: 'Id' },
          },
        },
        Update: act('Update', 'D', 'UpdateDistribution', {
          ...byId,
          DistributionConfig: ask('DistributionConfig'),
          ...unchanged,
        }),
        Delete: act('Delete', 'X', 'DeleteDistribution', { ...byId, ...unchanged }),
      },
      waiters: { Deployed: { waiter: 'DistributionDeployed', params: byId } },
      has: {
        WebACL: to('WebACLId'),
        Certificate: to('ViewerCertificate.ACMCertificateArn', 'acm.Certificate'),
        Functions: to(
          'DefaultCacheBehavior.LambdaFunctionAssociations.Items[].LambdaFunctionARN',
          'lambda.Version',
        ),
        OriginAccessControls: to('Origins.Items[].OriginAccessControlId', 'OriginAccessControl'),
      },
    },
    Invalidation: {
      identifiers: ['DistributionId', 'Id'],
      state: 'Status',
      description: ['Status', '{CreateTime|date}'],
      columns: [
        ['Status', 'Status'],
        ['Created', 'CreateTime'],
        ['Paths', 'InvalidationBatch.Paths.Items'],
      ],
      icon: 'clear-all',
      load: { operation: 'GetInvalidation', params: ofInvalidation, path: 'Invalidation' },
      waiters: { Completed: { waiter: 'InvalidationCompleted', params: ofInvalidation } },
      has: {
        Distribution: {
          kind: 'Distribution',
          identifiers: { Id: identifier('DistributionId') },
        },
      },
    },
    Function: {
      identifiers: ['Name'],
      state: 'Status',
      description: ['Status', 'FunctionConfig.Runtime'],
      columns: [
        ['Status', 'Status'],
        ['Stage', 'FunctionMetadata.Stage'],
        ['Runtime', 'FunctionConfig.Runtime'],
        ['Comment', 'FunctionConfig.Comment'],
        ['Created', 'FunctionMetadata.CreatedTime'],
        ['Modified', 'FunctionMetadata.LastModifiedTime'],
      ],
      icon: 'zap',
      arn: 'arn:{partition}:cloudfront::{account}:function/{Name}',
      consoleUrl: '{c}/cloudfront/v4/home#/functions/{Name}',
      load: {
        operation: 'DescribeFunction',
        params: { ...byName, Stage: 'DEVELOPMENT' },
        path: 'FunctionSummary',
        beside: ['ETag'],
      },
      actions: {
        GetCode: act('Show Code', 'R', 'GetFunction', { ...byName, Stage: 'DEVELOPMENT' }),
        GetLiveCode: act('Show Live Code', 'R', 'GetFunction', { ...byName, Stage: 'LIVE' }),
        Publish: act('Publish', 'D', 'PublishFunction', { ...byName, ...unchanged }),
        Delete: act('Delete', 'X', 'DeleteFunction', { ...byName, ...unchanged }),
      },
    },
    OriginAccessControl: {
      identifiers: ['Id'],
      label: ['Name', 'OriginAccessControlConfig.Name'],
      description: ['OriginAccessControlOriginType', 'signs {SigningBehavior}'],
      columns: [
        ['ID', 'Id'],
        ['Origin type', 'OriginAccessControlOriginType'],
        ['Signs', 'SigningBehavior'],
        ['Protocol', 'SigningProtocol'],
        ['Description', 'Description'],
      ],
      icon: 'lock',
      arn: 'arn:{partition}:cloudfront::{account}:origin-access-control/{Id}',
      load: {
        operation: 'GetOriginAccessControl',
        params: byId,
        path: 'OriginAccessControl',
        beside: ['ETag'],
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteOriginAccessControl', { ...byId, ...unchanged }),
      },
    },
    CachePolicy: {
      identifiers: ['Id'],
      label: ['CachePolicy.CachePolicyConfig.Name'],
      description: ['{CachePolicy.LastModifiedTime|date}'],
      columns: [
        ['ID', 'Id'],
        ['Comment', 'CachePolicy.CachePolicyConfig.Comment'],
        ['Default TTL', '{CachePolicy.CachePolicyConfig.DefaultTTL|count:second}'],
        [
          'Limits',
          '{CachePolicy.CachePolicyConfig.MinTTL}–{CachePolicy.CachePolicyConfig.MaxTTL} seconds',
        ],
        ['Modified', 'CachePolicy.LastModifiedTime'],
      ],
      icon: 'layers',
      arn: 'arn:{partition}:cloudfront::{account}:cache-policy/{Id}',
      // Listed with its policy as a member, so described with it as one.
      load: { operation: 'GetCachePolicy', params: byId },
      actions: { Delete: act('Delete', 'X', 'DeleteCachePolicy', { ...byId, ...unchanged }) },
    },
  },
};
