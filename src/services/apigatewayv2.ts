import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofApi = { ApiId: identifier('ApiId') };
const ofRoute = { ...ofApi, RouteId: identifier('RouteId') };
const ofIntegration = { ...ofApi, IntegrationId: identifier('IntegrationId') };
const ofStage = { ...ofApi, StageName: identifier('StageName') };
const ofAuthorizer = { ...ofApi, AuthorizerId: identifier('AuthorizerId') };
const ofDeployment = { ...ofApi, DeploymentId: identifier('DeploymentId') };
const ofDomain = { DomainName: identifier('DomainName') };
const ofMapping = { ...ofDomain, ApiMappingId: identifier('ApiMappingId') };
const ofVpcLink = { VpcLinkId: identifier('VpcLinkId') };

const arns = 'arn:{partition}:apigateway:{region}::';

export const apigatewayv2: ServiceKinds = {
  service: 'apigatewayv2',
  title: 'API Gateway (HTTP, WebSocket)',
  icon: 'plug',
  collections: {
    Apis: list('APIs', 'GetApis', {}, ['Api', 'Items[]', { ApiId: 'ApiId' }]),
    DomainNames: list('Custom Domain Names', 'GetDomainNames', {}, [
      'DomainName',
      'Items[]',
      { DomainName: 'DomainName' },
    ]),
    VpcLinks: paged(
      list('VPC Links', 'GetVpcLinks', {}, ['VpcLink', 'Items[]', { VpcLinkId: 'VpcLinkId' }]),
    ),
  },
  actions: {
    CreateApi: {
      ...act('Create API', 'W', 'CreateApi', {
        Name: ask('Name'),
        ProtocolType: ask('ProtocolType'),
      }),
      result: { kind: 'Api', identifiers: { ApiId: 'ApiId' } },
    },
  },
  kinds: {
    Api: {
      identifiers: ['ApiId'],
      label: ['Name'],
      description: ['ApiId', 'ProtocolType', 'Description'],
      columns: [
        ['ID', 'ApiId'],
        ['Protocol', 'ProtocolType'],
        ['Endpoint', 'ApiEndpoint'],
        ['Description', 'Description'],
        ['Version', 'Version'],
        ['Default endpoint', '{DisableExecuteApiEndpoint|if:off/on}'],
        ['Created', 'CreatedDate'],
      ],
      icon: { by: 'ProtocolType', values: { WEBSOCKET: 'arrow-swap' }, otherwise: 'plug' },
      arn: `${arns}/apis/{ApiId}`,
      urls: [
        'https://{ApiId}.execute-api.{region}.{dns}',
        'wss://{ApiId}.execute-api.{region}.{dns}',
      ],
      consoleUrl: '{c}/apigateway/main/api-detail?api={ApiId}&region={region}',
      load: { operation: 'GetApi', params: ofApi },
      collections: {
        Routes: list('Routes', 'GetRoutes', ofApi, [
          'Route',
          'Items[]',
          { ...ofApi, RouteId: 'RouteId' },
        ]),
        Integrations: list('Integrations', 'GetIntegrations', ofApi, [
          'Integration',
          'Items[]',
          { ...ofApi, IntegrationId: 'IntegrationId' },
        ]),
        Stages: list('Stages', 'GetStages', ofApi, [
          'Stage',
          'Items[]',
          { ...ofApi, StageName: 'StageName' },
        ]),
        Authorizers: list('Authorizers', 'GetAuthorizers', ofApi, [
          'Authorizer',
          'Items[]',
          { ...ofApi, AuthorizerId: 'AuthorizerId' },
        ]),
        Deployments: list('Deployments', 'GetDeployments', ofApi, [
          'Deployment',
          'Items[]',
          { ...ofApi, DeploymentId: 'DeploymentId' },
        ]),
      },
      actions: {
        Export: act('Export Definition', 'R', 'ExportApi', {
          ...ofApi,
          OutputType: 'JSON',
          Specification: 'OAS30',
        }),
        Deploy: {
          ...act('Deploy', 'D', 'CreateDeployment', ofApi),
          result: {
            kind: 'Deployment',
            identifiers: { ...ofApi, DeploymentId: 'DeploymentId' },
          },
        },
        Delete: act('Delete', 'X', 'DeleteApi', ofApi),
      },
    },
    Route: {
      identifiers: ['ApiId', 'RouteId'],
      label: ['RouteKey'],
      description: ['{AuthorizationType|swap:NONE=}', 'Target'],
      columns: [
        ['ID', 'RouteId'],
        ['Route', 'RouteKey'],
        ['Target', 'Target'],
        ['Authorization', 'AuthorizationType'],
        ['Scopes', 'AuthorizationScopes'],
        ['API key', '{ApiKeyRequired|if:required}'],
      ],
      icon: 'list-tree',
      arn: `${arns}/apis/{ApiId}/routes/{RouteId}`,
      load: { operation: 'GetRoute', params: ofRoute },
      actions: { Delete: act('Delete', 'X', 'DeleteRoute', ofRoute) },
      has: {
        Authorizer: {
          kind: 'Authorizer',
          identifiers: { ApiId: identifier('ApiId'), AuthorizerId: 'AuthorizerId' },
        },
      },
    },
    Integration: {
      identifiers: ['ApiId', 'IntegrationId'],
      label: ['{IntegrationUri|last}', 'IntegrationSubtype', 'IntegrationId'],
      description: ['IntegrationType', 'IntegrationMethod'],
      columns: [
        ['ID', 'IntegrationId'],
        ['Type', 'IntegrationType'],
        ['URI', 'IntegrationUri'],
        ['Method', 'IntegrationMethod'],
        ['Payload format', 'PayloadFormatVersion'],
        ['Timeout', '{TimeoutInMillis} ms'],
        ['Connection', 'ConnectionId'],
      ],
      icon: 'link',
      arn: `${arns}/apis/{ApiId}/integrations/{IntegrationId}`,
      load: { operation: 'GetIntegration', params: ofIntegration },
      actions: { Delete: act('Delete', 'X', 'DeleteIntegration', ofIntegration) },
      has: {
        Target: to('IntegrationUri'),
        VpcLink: to('ConnectionId', 'VpcLink'),
        Role: to('CredentialsArn', 'iam.Role'),
      },
    },
    Stage: {
      identifiers: ['ApiId', 'StageName'],
      description: ['{AutoDeploy|if:deploys by itself}', '{LastUpdatedDate|date}'],
      columns: [
        ['Description', 'Description'],
        ['Deployment', 'DeploymentId'],
        ['Last deployment', 'LastDeploymentStatusMessage'],
        ['Access log', 'AccessLogSettings.DestinationArn'],
        ['Rate', '{DefaultRouteSettings.ThrottlingRateLimit} a second'],
        ['Created', 'CreatedDate'],
        ['Updated', 'LastUpdatedDate'],
      ],
      icon: 'rocket',
      arn: `${arns}/apis/{ApiId}/stages/{StageName}`,
      load: { operation: 'GetStage', params: ofStage },
      actions: { Delete: act('Delete', 'X', 'DeleteStage', ofStage) },
      has: {
        Deployment: {
          kind: 'Deployment',
          identifiers: { ApiId: identifier('ApiId'), DeploymentId: 'DeploymentId' },
        },
        AccessLog: to('AccessLogSettings.DestinationArn'),
      },
    },
    Authorizer: {
      identifiers: ['ApiId', 'AuthorizerId'],
      label: ['Name'],
      description: ['AuthorizerType', 'JwtConfiguration.Issuer'],
      columns: [
        ['ID', 'AuthorizerId'],
        ['Type', 'AuthorizerType'],
        ['Identity source', 'IdentitySource'],
        ['Issuer', 'JwtConfiguration.Issuer'],
        ['Audience', 'JwtConfiguration.Audience'],
        ['Function', 'AuthorizerUri'],
      ],
      icon: 'verified',
      arn: `${arns}/apis/{ApiId}/authorizers/{AuthorizerId}`,
      load: { operation: 'GetAuthorizer', params: ofAuthorizer },
      actions: { Delete: act('Delete', 'X', 'DeleteAuthorizer', ofAuthorizer) },
      has: { Role: to('AuthorizerCredentialsArn', 'iam.Role') },
    },
    Deployment: {
      identifiers: ['ApiId', 'DeploymentId'],
      label: ['{CreatedDate|date}', 'DeploymentId'],
      state: 'DeploymentStatus',
      description: ['DeploymentStatus', 'Description'],
      columns: [
        ['ID', 'DeploymentId'],
        ['Status', 'DeploymentStatus'],
        ['Message', 'DeploymentStatusMessage'],
        ['Automatic', '{AutoDeployed|if:yes/no}'],
        ['Description', 'Description'],
        ['Created', 'CreatedDate'],
      ],
      icon: 'package',
      arn: `${arns}/apis/{ApiId}/deployments/{DeploymentId}`,
      load: { operation: 'GetDeployment', params: ofDeployment },
      actions: { Delete: act('Delete', 'X', 'DeleteDeployment', ofDeployment) },
    },
    DomainName: {
      identifiers: ['DomainName'],
      state: 'DomainNameConfigurations[0].DomainNameStatus',
      description: [
        'DomainNameConfigurations[0].DomainNameStatus',
        'DomainNameConfigurations[0].EndpointType',
      ],
      columns: [
        ['Status', 'DomainNameConfigurations[].DomainNameStatus'],
        ['Endpoint', 'DomainNameConfigurations[].EndpointType'],
        ['Target', 'DomainNameConfigurations[].ApiGatewayDomainName'],
        ['Security policy', 'DomainNameConfigurations[].SecurityPolicy'],
        ['Routing', 'RoutingMode'],
      ],
      icon: 'globe',
      arn: 'DomainNameArn',
      arnPattern: `${arns}/domainnames/{DomainName}`,
      load: { operation: 'GetDomainName', params: ofDomain },
      collections: {
        ApiMappings: paged(
          list('API Mappings', 'GetApiMappings', ofDomain, [
            'ApiMapping',
            'Items[]',
            { ...ofDomain, ApiMappingId: 'ApiMappingId' },
          ]),
        ),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteDomainName', ofDomain) },
      has: {
        Certificates: to('DomainNameConfigurations[].CertificateArn', 'acm.Certificate'),
      },
    },
    ApiMapping: {
      identifiers: ['DomainName', 'ApiMappingId'],
      label: ['ApiMappingKey', 'ApiMappingId'],
      description: ['{ApiId}/{Stage}'],
      columns: [
        ['API', 'ApiId'],
        ['Stage', 'Stage'],
        ['Path', 'ApiMappingKey'],
      ],
      icon: 'link',
      arn: `${arns}/domainnames/{DomainName}/apimappings/{ApiMappingId}`,
      load: { operation: 'GetApiMapping', params: ofMapping },
      actions: { Delete: act('Delete', 'X', 'DeleteApiMapping', ofMapping) },
      has: { Api: to('ApiId', 'Api') },
    },
    VpcLink: {
      identifiers: ['VpcLinkId'],
      label: ['Name'],
      state: 'VpcLinkStatus',
      description: ['VpcLinkStatus'],
      columns: [
        ['ID', 'VpcLinkId'],
        ['Status', 'VpcLinkStatus'],
        ['Message', 'VpcLinkStatusMessage'],
        ['Subnets', 'SubnetIds'],
        ['Security groups', 'SecurityGroupIds'],
        ['Created', 'CreatedDate'],
      ],
      icon: 'link',
      arn: `${arns}/vpclinks/{VpcLinkId}`,
      load: { operation: 'GetVpcLink', params: ofVpcLink },
      actions: { Delete: act('Delete', 'X', 'DeleteVpcLink', ofVpcLink) },
      has: {
        Subnets: to('SubnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('SecurityGroupIds[]', 'ec2.SecurityGroup'),
      },
    },
  },
};
