import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofDomain = { DomainName: identifier('DomainName') };

export const opensearch: ServiceKinds = {
  service: 'opensearch',
  title: 'OpenSearch Service',
  icon: 'search',
  collections: {
    Domains: list('Domains', 'ListDomainNames', {}, [
      'Domain',
      'DomainNames[]',
      { DomainName: 'DomainName' },
    ]),
  },
  kinds: {
    Domain: {
      identifiers: ['DomainName'],
      state: 'DomainProcessingStatus',
      description: [
        'DomainProcessingStatus',
        '{EngineVersion}',
        '{ClusterConfig.InstanceCount} × {ClusterConfig.InstanceType}',
      ],
      columns: [
        ['Status', 'DomainProcessingStatus'],
        ['Engine', 'EngineVersion'],
        ['Data nodes', '{ClusterConfig.InstanceCount} × {ClusterConfig.InstanceType}'],
        ['Storage', '{EBSOptions.VolumeSize} GiB {EBSOptions.VolumeType} a node'],
        ['Endpoint', 'Endpoint'],
        ['Endpoint in VPC', 'Endpoints.vpc'],
        ['Service software', 'ServiceSoftwareOptions.CurrentVersion'],
        ['Update', '{ServiceSoftwareOptions.UpdateAvailable|if:available/none}'],
        ['Encrypted', '{EncryptionAtRestOptions.Enabled|if:yes/no}'],
      ],
      icon: 'search',
      arn: 'arn:{partition}:es:{region}:{account}:domain/{DomainName}',
      urls: [
        'https://search-{DomainName}-{*}.{region}.es.amazonaws.com',
        'https://vpc-{DomainName}-{*}.{region}.es.amazonaws.com',
      ],
      consoleUrl: '{c}/aos/home?region={region}#opensearch/domains/{DomainName}',
      load: {
        operation: 'DescribeDomains',
        params: { DomainNames: [identifier('DomainName')] },
        path: 'DomainStatusList[0]',
        batch: {
          // The model does not tell the limit; AWS refuses more than five names.
          size: 5,
          param: 'DomainNames',
          identifier: 'DomainName',
          path: 'DomainStatusList[]',
          member: 'DomainName',
        },
      },
      hydrate: true,
      collections: {
        Packages: paged(
          list('Packages', 'ListPackagesForDomain', ofDomain, [
            'DomainPackage',
            'DomainPackageDetailsList[]',
            { ...ofDomain, PackageID: 'PackageID' },
          ]),
        ),
        VpcEndpoints: paged(
          list('VPC Endpoints', 'ListVpcEndpointsForDomain', ofDomain, [
            'VpcEndpoint',
            'VpcEndpointSummaryList[]',
            { VpcEndpointId: 'VpcEndpointId' },
          ]),
        ),
      },
      actions: {
        GetHealth: act('Show Health', 'R', 'DescribeDomainHealth', ofDomain),
        GetChangeProgress: act(
          'Show Progress of Change',
          'R',
          'DescribeDomainChangeProgress',
          ofDomain,
        ),
        UpdateCluster: act('Change Cluster', 'D', 'UpdateDomainConfig', {
          ...ofDomain,
          ClusterConfig: ask('ClusterConfig'),
        }),
        UpdateSoftware: act('Update Service Software', 'D', 'StartServiceSoftwareUpdate', ofDomain),
        Upgrade: act('Upgrade Engine', 'D', 'UpgradeDomain', {
          ...ofDomain,
          TargetVersion: ask('TargetVersion'),
        }),
        Delete: act('Delete', 'X', 'DeleteDomain', ofDomain),
      },
      has: {
        Vpc: to('VPCOptions.VPCId', 'ec2.Vpc'),
        Subnets: to('VPCOptions.SubnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('VPCOptions.SecurityGroupIds[]', 'ec2.SecurityGroup'),
        Key: to('EncryptionAtRestOptions.KmsKeyId', 'kms.Key'),
      },
    },
    DomainPackage: {
      identifiers: ['DomainName', 'PackageID'],
      label: ['PackageName', 'PackageID'],
      state: 'DomainPackageStatus',
      description: ['DomainPackageStatus', 'PackageType', 'PackageVersion'],
      columns: [
        ['Status', 'DomainPackageStatus'],
        ['Package ID', 'PackageID'],
        ['Type', 'PackageType'],
        ['Version', 'PackageVersion'],
        ['Error', 'ErrorDetails.ErrorMessage'],
        ['Updated', '{LastUpdated|date}'],
      ],
      icon: 'package',
      actions: {
        Dissociate: act('Remove From Domain', 'D', 'DissociatePackage', {
          ...ofDomain,
          PackageID: identifier('PackageID'),
        }),
      },
    },
    VpcEndpoint: {
      identifiers: ['VpcEndpointId'],
      state: 'Status',
      description: ['Status', 'VpcEndpointOwner'],
      columns: [
        ['Status', 'Status'],
        ['Owner', 'VpcEndpointOwner'],
        ['Domain', '{DomainArn|last}'],
      ],
      icon: 'plug',
      actions: {
        Delete: act('Delete', 'X', 'DeleteVpcEndpoint', {
          VpcEndpointId: identifier('VpcEndpointId'),
        }),
      },
      has: { Domain: to('DomainArn', 'Domain') },
    },
  },
};
