import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params, text } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const inDomain = { domainOwner: identifier('domainOwner'), domain: identifier('domain') };
const ofRepository = { ...inDomain, repository: identifier('repository') };
const inPackage = {
  ...ofRepository,
  format: identifier('format'),
  namespace: identifier('namespace'),
  package: identifier('package'),
};
// Many packages have no namespace, and AWS takes no empty one: a text that is empty is left out.
const ofPackage = { ...inPackage, namespace: text('namespace') };
const ofVersion = { ...ofPackage, packageVersion: identifier('version') };

function repositories(operation: string, params: Params = {}): CollectionRule {
  return {
    title: 'Repositories',
    operation,
    params,
    items: [
      {
        kind: 'Repository',
        path: 'repositories[]',
        identifiers: { domainOwner: 'domainOwner', domain: 'domainName', repository: 'name' },
      },
    ],
  };
}

/** Named by its owner too: a domain may belong to another account. */
const Domain: Kind = {
  identifiers: ['domainOwner', 'domain'],
  state: 'status',
  description: ['{createdTime|date}'],
  columns: [
    ['Owner', 'owner'],
    ['Status', 'status'],
    ['Repositories', 'repositoryCount'],
    ['Size', '{assetSizeBytes|size}'],
    ['Key', '{encryptionKey|last}'],
    ['Created', '{createdTime|date}'],
  ],
  icon: 'library',
  arn: 'arn',
  arnPattern: 'arn:{partition}:codeartifact:{region}:{domainOwner}:domain/{domain}',
  consoleUrl: '{c}/codesuite/codeartifact/d/{domainOwner}/{domain}?region={region}',
  load: { operation: 'DescribeDomain', params: inDomain, path: 'domain' },
  collections: { Repositories: repositories('ListRepositoriesInDomain', inDomain) },
  actions: {
    GetPolicy: act('Show Policy', 'R', 'GetDomainPermissionsPolicy', inDomain),
    GetAuthorizationToken: act('Get Authorization Token', 'S', 'GetAuthorizationToken', {
      ...inDomain,
      durationSeconds: askOptional('durationSeconds'),
    }),
    CreateRepository: {
      ...act('Create Repository', 'W', 'CreateRepository', {
        ...inDomain,
        repository: ask('repository'),
      }),
      result: {
        kind: 'Repository',
        path: 'repository',
        identifiers: { domainOwner: 'domainOwner', domain: 'domainName', repository: 'name' },
      },
    },
    Delete: act('Delete', 'X', 'DeleteDomain', inDomain),
  },
  has: {
    EncryptionKey: to('encryptionKey', 'kms.Key'),
    Bucket: to('s3BucketArn', 's3.Bucket'),
  },
};

const Repository: Kind = {
  identifiers: ['domainOwner', 'domain', 'repository'],
  description: ['domainName', 'description'],
  columns: [
    ['Description', 'description'],
    ['Domain', 'domainName'],
    ['Administrator', 'administratorAccount'],
    ['Upstreams', 'upstreams[].repositoryName'],
    ['External connections', 'externalConnections[].externalConnectionName'],
    ['Created', '{createdTime|date}'],
  ],
  icon: 'repo',
  arn: 'arn',
  arnPattern:
    'arn:{partition}:codeartifact:{region}:{domainOwner}:repository/{domain}/{repository}',
  consoleUrl: '{c}/codesuite/codeartifact/d/{domainOwner}/{domain}/r/{repository}?region={region}',
  load: { operation: 'DescribeRepository', params: ofRepository, path: 'repository' },
  collections: {
    Packages: {
      title: 'Packages',
      inline: true,
      operation: 'ListPackages',
      params: ofRepository,
      items: [
        {
          kind: 'Package',
          path: 'packages[]',
          identifiers: {
            ...ofRepository,
            format: 'format',
            namespace: 'namespace',
            package: 'package',
          },
        },
      ],
    },
  },
  actions: {
    GetEndpoint: act('Show Endpoint', 'R', 'GetRepositoryEndpoint', {
      ...ofRepository,
      format: ask('format'),
    }),
    GetPolicy: act('Show Policy', 'R', 'GetRepositoryPermissionsPolicy', ofRepository),
    GetAuthorizationToken: act('Get Authorization Token', 'S', 'GetAuthorizationToken', {
      ...inDomain,
      durationSeconds: askOptional('durationSeconds'),
    }),
    Delete: act('Delete', 'X', 'DeleteRepository', ofRepository),
  },
  has: { Domain: { kind: 'Domain', identifiers: inDomain } },
};

const Package: Kind = {
  identifiers: ['domainOwner', 'domain', 'repository', 'format', 'namespace', 'package'],
  label: ['{namespace}/{package}', 'package'],
  description: ['format'],
  columns: [
    ['Format', 'format'],
    ['Namespace', 'namespace'],
    ['Publish', 'originConfiguration.restrictions.publish'],
    ['Upstream', 'originConfiguration.restrictions.upstream'],
  ],
  icon: 'package',
  arn: 'arn:{partition}:codeartifact:{region}:{domainOwner}:package/{domain}/{repository}/{format}/{namespace}/{package}',
  collections: {
    Versions: {
      title: 'Versions',
      inline: true,
      operation: 'ListPackageVersions',
      params: ofPackage,
      items: [
        {
          kind: 'PackageVersion',
          path: 'versions[]',
          identifiers: { ...inPackage, version: 'version' },
        },
      ],
    },
  },
  actions: { Delete: act('Delete', 'X', 'DeletePackage', ofPackage) },
};

const PackageVersion: Kind = {
  identifiers: ['domainOwner', 'domain', 'repository', 'format', 'namespace', 'package', 'version'],
  state: 'status',
  description: ['status', 'origin.originType'],
  columns: [
    ['Status', 'status'],
    ['Summary', 'summary'],
    ['Origin', 'origin.originType'],
    ['Revision', 'revision'],
    ['Licenses', 'licenses[].name'],
    ['Published', '{publishedTime|date}'],
  ],
  icon: 'tag',
  load: { operation: 'DescribePackageVersion', params: ofVersion, path: 'packageVersion' },
  actions: {
    GetReadme: act('Show Readme', 'R', 'GetPackageVersionReadme', ofVersion),
    ListAssets: act('Show Assets', 'R', 'ListPackageVersionAssets', ofVersion),
    ListDependencies: act('Show Dependencies', 'R', 'ListPackageVersionDependencies', ofVersion),
    UpdateStatus: act(
      'Change Status',
      'D',
      'UpdatePackageVersionsStatus',
      {
        ...ofPackage,
        versions: [identifier('version')],
        targetStatus: ask('targetStatus'),
      },
      { failures: 'failedVersions' },
    ),
    Dispose: act(
      'Delete Assets',
      'X',
      'DisposePackageVersions',
      {
        ...ofPackage,
        versions: [identifier('version')],
      },
      { failures: 'failedVersions' },
    ),
    Delete: act(
      'Delete',
      'X',
      'DeletePackageVersions',
      {
        ...ofPackage,
        versions: [identifier('version')],
      },
      { failures: 'failedVersions' },
    ),
  },
};

export const codeartifact: ServiceKinds = {
  service: 'codeartifact',
  title: 'CodeArtifact',
  icon: 'library',
  collections: {
    Domains: {
      title: 'Domains',
      operation: 'ListDomains',
      items: [
        {
          kind: 'Domain',
          path: 'domains[]',
          identifiers: { domainOwner: 'owner', domain: 'name' },
        },
      ],
    },
    Repositories: repositories('ListRepositories'),
  },
  actions: {
    CreateDomain: {
      ...act('Create Domain', 'W', 'CreateDomain', { domain: ask('domain') }),
      result: {
        kind: 'Domain',
        path: 'domain',
        identifiers: { domainOwner: 'owner', domain: 'name' },
      },
    },
  },
  kinds: { Domain, Repository, Package, PackageVersion },
};
