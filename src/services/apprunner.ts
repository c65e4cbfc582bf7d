import type { ServiceKinds } from '../core/resources/kind.ts';
import { identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofService = { ServiceArn: identifier('ServiceArn') };
const ofScaling = { AutoScalingConfigurationArn: identifier('AutoScalingConfigurationArn') };
const ofConnection = { ConnectionArn: identifier('ConnectionArn') };
const ofConnector = { VpcConnectorArn: identifier('VpcConnectorArn') };

const arns = 'arn:{partition}:apprunner:{region}:{account}';

export const apprunner: ServiceKinds = {
  service: 'apprunner',
  title: 'App Runner',
  icon: 'rocket',
  collections: {
    Services: paged(
      list('Services', 'ListServices', {}, [
        'Service',
        'ServiceSummaryList[]',
        { ServiceArn: 'ServiceArn' },
      ]),
    ),
    AutoScalingConfigurations: paged(
      list('Auto Scaling Configurations', 'ListAutoScalingConfigurations', {}, [
        'AutoScalingConfiguration',
        'AutoScalingConfigurationSummaryList[]',
        { AutoScalingConfigurationArn: 'AutoScalingConfigurationArn' },
      ]),
    ),
    Connections: paged(
      list('Connections', 'ListConnections', {}, [
        'Connection',
        'ConnectionSummaryList[]',
        { ConnectionArn: 'ConnectionArn' },
      ]),
    ),
    VpcConnectors: paged(
      list('VPC Connectors', 'ListVpcConnectors', {}, [
        'VpcConnector',
        'VpcConnectors[]',
        { VpcConnectorArn: 'VpcConnectorArn' },
      ]),
    ),
  },
  kinds: {
    Service: {
      identifiers: ['ServiceArn'],
      label: ['ServiceName', '{ServiceArn|last}'],
      state: 'Status',
      description: ['Status', 'ServiceUrl'],
      columns: [
        ['ID', 'ServiceId'],
        ['Status', 'Status'],
        ['URL', 'ServiceUrl'],
        ['Image', 'SourceConfiguration.ImageRepository.ImageIdentifier'],
        ['Repository', 'SourceConfiguration.CodeRepository.RepositoryUrl'],
        ['Size', '{InstanceConfiguration.Cpu} CPU units, {InstanceConfiguration.Memory} MB'],
        ['Created', 'CreatedAt'],
        ['Updated', 'UpdatedAt'],
      ],
      icon: 'rocket',
      arn: 'ServiceArn',
      arnPattern: `${arns}:service/{*}/{*}`,
      consoleUrl: '{c}/apprunner/home?region={region}#/services/dashboard?service_arn={ServiceArn}',
      load: { operation: 'DescribeService', params: ofService, path: 'Service' },
      collections: {
        Operations: paged(
          list('Operations', 'ListOperations', ofService, [
            'Operation',
            'OperationSummaryList[]',
            { ...ofService, Id: 'Id' },
          ]),
        ),
        CustomDomains: paged(
          list('Custom Domains', 'DescribeCustomDomains', ofService, [
            'CustomDomain',
            'CustomDomains[]',
            { ...ofService, DomainName: 'DomainName' },
          ]),
        ),
      },
      actions: {
        Deploy: act('Deploy', 'W', 'StartDeployment', ofService),
        Pause: act('Pause', 'D', 'PauseService', ofService),
        Resume: act('Resume', 'W', 'ResumeService', ofService),
        Delete: act('Delete', 'X', 'DeleteService', ofService),
      },
      has: {
        InstanceRole: to('InstanceConfiguration.InstanceRoleArn', 'iam.Role'),
        AccessRole: to('SourceConfiguration.AuthenticationConfiguration.AccessRoleArn', 'iam.Role'),
        Connection: to(
          'SourceConfiguration.AuthenticationConfiguration.ConnectionArn',
          'Connection',
        ),
        AutoScalingConfiguration: to(
          'AutoScalingConfigurationSummary.AutoScalingConfigurationArn',
          'AutoScalingConfiguration',
        ),
        VpcConnector: to(
          'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
          'VpcConnector',
        ),
        Key: to('EncryptionConfiguration.KmsKey', 'kms.Key'),
      },
    },
    Operation: {
      identifiers: ['ServiceArn', 'Id'],
      label: ['{Type} {StartedAt|date}', 'Id'],
      state: 'Status',
      description: ['Status'],
      columns: [
        ['ID', 'Id'],
        ['Type', 'Type'],
        ['Status', 'Status'],
        ['Started', 'StartedAt'],
        ['Ended', 'EndedAt'],
      ],
      icon: 'history',
    },
    CustomDomain: {
      identifiers: ['ServiceArn', 'DomainName'],
      state: 'Status',
      description: ['Status'],
      columns: [
        ['Status', 'Status'],
        ['With www', '{EnableWWWSubdomain|if:yes/no}'],
        ['Records', 'CertificateValidationRecords[].Name'],
      ],
      icon: 'globe',
      load: {
        operation: 'DescribeCustomDomains',
        params: ofService,
        path: 'CustomDomains[]',
        match: { DomainName: 'DomainName' },
      },
      actions: {
        Disassociate: act('Remove', 'X', 'DisassociateCustomDomain', {
          ...ofService,
          DomainName: identifier('DomainName'),
        }),
      },
    },
    AutoScalingConfiguration: {
      identifiers: ['AutoScalingConfigurationArn'],
      label: ['{AutoScalingConfigurationName}:{AutoScalingConfigurationRevision}'],
      state: 'Status',
      description: ['Status', '{IsDefault|if:default}'],
      columns: [
        ['Status', 'Status'],
        ['Concurrency', 'MaxConcurrency'],
        ['Limits', '{MinSize}–{MaxSize}'],
        ['In use', '{HasAssociatedService|if:yes/no}'],
        ['Created', 'CreatedAt'],
      ],
      icon: 'arrow-both',
      arn: 'AutoScalingConfigurationArn',
      arnPattern: `${arns}:autoscalingconfiguration/{*}`,
      load: {
        operation: 'DescribeAutoScalingConfiguration',
        params: ofScaling,
        path: 'AutoScalingConfiguration',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteAutoScalingConfiguration', ofScaling) },
    },
    Connection: {
      identifiers: ['ConnectionArn'],
      label: ['ConnectionName', '{ConnectionArn|last}'],
      state: 'Status',
      description: ['Status', 'ProviderType'],
      columns: [
        ['Status', 'Status'],
        ['Provider', 'ProviderType'],
        ['Created', 'CreatedAt'],
      ],
      icon: 'plug',
      arn: 'ConnectionArn',
      arnPattern: `${arns}:connection/{*}`,
      actions: { Delete: act('Delete', 'X', 'DeleteConnection', ofConnection) },
    },
    VpcConnector: {
      identifiers: ['VpcConnectorArn'],
      label: ['{VpcConnectorName}:{VpcConnectorRevision}'],
      state: 'Status',
      description: ['Status'],
      columns: [
        ['Status', 'Status'],
        ['Subnets', 'Subnets'],
        ['Security groups', 'SecurityGroups'],
        ['Created', 'CreatedAt'],
      ],
      icon: 'plug',
      arn: 'VpcConnectorArn',
      arnPattern: `${arns}:vpcconnector/{*}`,
      load: { operation: 'DescribeVpcConnector', params: ofConnector, path: 'VpcConnector' },
      actions: { Delete: act('Delete', 'X', 'DeleteVpcConnector', ofConnector) },
      has: {
        Subnets: to('Subnets[]', 'ec2.Subnet'),
        SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
      },
    },
  },
};
