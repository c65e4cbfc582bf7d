import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const origin = {
  Id: 'o',
  DomainName: 'b.s3.amazonaws.com',
  S3OriginConfig: { OriginAccessIdentity: '' },
};
const invalidation = (reference: string) => ({
  InvalidationBatch: { Paths: { Quantity: 1, Items: ['/*'] }, CallerReference: reference },
});

export const scenarios: ServiceScenarios = {
  kinds: {
    Distribution: {
      create: makeDistribution,
      loaded: { Status: 'Deployed', DistributionConfig: { Enabled: false } },
      actions: [
        run('GetConfig', {}, { DistributionConfig: { Comment: '' } }),
        run('GetTags'),
        run('Invalidate', (stage) => invalidation(stage.unique('invalidation'))),
        run('Update', (_, { attributes }) => ({
          DistributionConfig: attributes?.DistributionConfig,
        })),
      ],
      children: { Invalidations: 1 },
      waits: ['Deployed'],
    },
    Invalidation: {
      create: async (stage) =>
        stage.make(await stage.example('Distribution'), 'Invalidate', invalidation('a')),
      listed: under('Distribution', 'Invalidations'),
      loaded: { Status: 'COMPLETED' },
      references: { Distribution: 1 },
    },
    OriginAccessControl: {
      create: (stage) =>
        made(stage, 'OriginAccessControl', {
          operation: 'CreateOriginAccessControl',
          input: {
            OriginAccessControlConfig: {
              Name: stage.unique('access'),
              SigningProtocol: 'sigv4',
              SigningBehavior: 'always',
              OriginAccessControlOriginType: 's3',
            },
          },
          from: { Id: 'OriginAccessControl.Id' },
        }),
      loaded: ({ attributes }) => assert.ok(attributes?.ETag),
    },
  },
  unserved: {
    'Invalidation.Completed': 'moto says COMPLETED, where AWS says Completed.',
    ...because(notInMoto, 'Function', 'CachePolicy'),
  },
};

function makeDistribution(stage: Stage): Promise<Resource> {
  return made(stage, 'Distribution', {
    operation: 'CreateDistribution',
    input: {
      DistributionConfig: {
        CallerReference: stage.unique('distribution'),
        Comment: '',
        Enabled: false,
        Origins: { Quantity: 1, Items: [origin] },
        DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
      },
    },
    from: { Id: 'Distribution.Id' },
  });
}
