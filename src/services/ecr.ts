import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofRepository = { repositoryName: identifier('repositoryName') };
const theImage = { imageDigest: identifier('imageDigest') };
const ofImage = { ...ofRepository, imageId: theImage };
const theImages = { ...ofRepository, imageIds: [theImage] };

export const ecr: ServiceKinds = {
  service: 'ecr',
  title: 'ECR',
  icon: 'archive',
  collections: {
    Repositories: list('Repositories', 'DescribeRepositories', {}, [
      'Repository',
      'repositories[]',
      { repositoryName: 'repositoryName' },
    ]),
    PullThroughCacheRules: list('Pull Through Cache Rules', 'DescribePullThroughCacheRules', {}, [
      'PullThroughCacheRule',
      'pullThroughCacheRules[]',
      { ecrRepositoryPrefix: 'ecrRepositoryPrefix' },
    ]),
  },
  actions: {
    CreateRepository: {
      ...act('Create Repository', 'W', 'CreateRepository', {
        repositoryName: ask('repositoryName'),
      }),
      result: {
        kind: 'Repository',
        path: 'repository',
        identifiers: { repositoryName: 'repositoryName' },
      },
    },
  },
  kinds: {
    Repository: {
      identifiers: ['repositoryName'],
      description: ['{imageTagMutability|lower}', '{createdAt|day}'],
      columns: [
        ['URI', 'repositoryUri'],
        ['Tags', 'imageTagMutability'],
        ['Scan on push', '{imageScanningConfiguration.scanOnPush|if:yes/no}'],
        ['Encryption', 'encryptionConfiguration.encryptionType'],
        ['Created', 'createdAt'],
      ],
      icon: 'archive',
      arn: 'repositoryArn',
      arnPattern: 'arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}',
      urls: ['{account}.dkr.ecr.{region}.{dns}/{repositoryName}'],
      consoleUrl: '{c}/ecr/repositories/private/{account}/{repositoryName|raw}?region={region}',
      load: {
        operation: 'DescribeRepositories',
        params: { repositoryNames: [identifier('repositoryName')] },
        path: 'repositories[0]',
      },
      collections: {
        Images: list('Images', 'DescribeImages', ofRepository, [
          'Image',
          'imageDetails[]',
          { ...ofRepository, imageDigest: 'imageDigest' },
        ]),
      },
      actions: {
        GetLifecyclePolicy: act('Show Lifecycle Policy', 'R', 'GetLifecyclePolicy', ofRepository),
        GetPolicy: act('Show Policy', 'R', 'GetRepositoryPolicy', ofRepository),
        // What a container tool signs in with.
        GetAuthorizationToken: act('Show Sign-in Token', 'S', 'GetAuthorizationToken'),
        SetScanning: act('Set Scanning', 'W', 'PutImageScanningConfiguration', {
          ...ofRepository,
          imageScanningConfiguration: { scanOnPush: ask('scanOnPush') },
        }),
        SetTagMutability: act('Set Tag Mutability', 'W', 'PutImageTagMutability', {
          ...ofRepository,
          imageTagMutability: ask('imageTagMutability'),
        }),
        PutLifecyclePolicy: act('Put Lifecycle Policy', 'D', 'PutLifecyclePolicy', {
          ...ofRepository,
          lifecyclePolicyText: ask('lifecyclePolicyText'),
        }),
        PutPolicy: act('Put Policy', 'D', 'SetRepositoryPolicy', {
          ...ofRepository,
          policyText: ask('policyText'),
        }),
        Delete: act('Delete', 'X', 'DeleteRepository', {
          ...ofRepository,
          force: askOptional('force'),
        }),
      },
      has: { Key: to('encryptionConfiguration.kmsKey', 'kms.Key') },
    },
    Image: {
      identifiers: ['repositoryName', 'imageDigest'],
      label: ['imageTags', 'imageDigest'],
      description: ['{imageSizeInBytes|size}', '{imagePushedAt|date}'],
      columns: [
        ['Digest', 'imageDigest'],
        ['Tags', 'imageTags'],
        ['Size', '{imageSizeInBytes|size}'],
        ['Pushed', 'imagePushedAt'],
        ['Last pulled', 'lastRecordedPullTime'],
        ['Scan', 'imageScanStatus.status'],
        ['Type', 'artifactMediaType'],
      ],
      icon: 'package',
      urls: ['{account}.dkr.ecr.{region}.{dns}/{repositoryName}@{imageDigest}'],
      consoleUrl:
        '{c}/ecr/repositories/private/{account}/{repositoryName|raw}/_/image/{imageDigest}/details?region={region}',
      load: { operation: 'DescribeImages', params: theImages, path: 'imageDetails[0]' },
      actions: {
        GetManifest: act('Show Manifest', 'R', 'BatchGetImage', theImages, {
          failures: 'failures',
        }),
        GetScanFindings: act('Show Scan Findings', 'R', 'DescribeImageScanFindings', ofImage),
        StartScan: act('Scan', 'W', 'StartImageScan', ofImage),
        Delete: {
          ...act('Delete', 'X', 'BatchDeleteImage', theImages),
          failures: 'failures',
          batch: { size: 100 },
        },
      },
      waiters: { ScanComplete: { waiter: 'ImageScanComplete', params: ofImage } },
      has: {
        Repository: {
          kind: 'Repository',
          identifiers: { repositoryName: identifier('repositoryName') },
        },
      },
    },
    PullThroughCacheRule: {
      identifiers: ['ecrRepositoryPrefix'],
      description: ['upstreamRegistryUrl'],
      columns: [
        ['Upstream', 'upstreamRegistryUrl'],
        ['Registry', 'upstreamRegistry'],
        ['Credentials', '{credentialArn|last}'],
        ['Created', 'createdAt'],
      ],
      icon: 'repo-pull',
      load: {
        operation: 'DescribePullThroughCacheRules',
        params: { ecrRepositoryPrefixes: [identifier('ecrRepositoryPrefix')] },
        path: 'pullThroughCacheRules[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeletePullThroughCacheRule', {
          ecrRepositoryPrefix: identifier('ecrRepositoryPrefix'),
        }),
      },
      has: { Secret: to('credentialArn', 'secretsmanager.Secret') },
    },
  },
};
