import { because, firstOf, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
const imageManifest = JSON.stringify({
  schemaVersion: 2,
  mediaType,
  config: {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    size: 1,
    digest: 'sha256:1',
  },
  layers: [],
});
const lifecyclePolicyText = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 5 },
      action: { type: 'expire' },
    },
  ],
});
const policyText = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
});

export const scenarios: ServiceScenarios = {
  kinds: {
    Repository: {
      create: (stage) =>
        stage.make(stage.service, 'CreateRepository', { repositoryName: stage.unique('team/web') }),
      loaded: { imageTagMutability: 'MUTABLE' },
      actions: [
        run('PutLifecyclePolicy', { lifecyclePolicyText }),
        run('GetLifecyclePolicy', {}, { lifecyclePolicyText }),
        run('PutPolicy', { policyText }),
        run('GetPolicy'),
        run('GetAuthorizationToken', {}, { authorizationData: [{}] }),
        run('SetScanning', { scanOnPush: true }),
        run('SetTagMutability', { imageTagMutability: 'IMMUTABLE' }),
      ],
      remove: run('Delete', { force: true }),
    },
    Image: {
      create: async (stage) => {
        const repository = await stage.example('Repository');
        const client = await stage.client();
        const repositoryName = repository.id;
        await client.call('PutImage', { repositoryName, imageManifest, imageTag: 'latest' });
        return firstOf(repository, 'Images');
      },
      listed: under('Repository', 'Images'),
      loaded: { imageTags: ['latest'] },
      actions: [
        run('GetManifest', {}, { images: [{}] }),
        run('StartScan'),
        run('GetScanFindings', {}, { imageScanStatus: { status: 'COMPLETE' } }),
      ],
      references: { Repository: 1 },
      waits: ['ScanComplete'],
    },
  },
  unserved: because(notInMoto, 'PullThroughCacheRule'),
};
