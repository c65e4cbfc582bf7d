import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofApi = { apiId: identifier('apiId') };
const ofDataSource = { ...ofApi, name: identifier('name') };
const ofFunction = { ...ofApi, functionId: identifier('functionId') };
const ofType = { ...ofApi, typeName: identifier('name') };
const ofResolver = {
  ...ofApi,
  typeName: identifier('typeName'),
  fieldName: identifier('fieldName'),
};
const ofKey = { ...ofApi, id: identifier('id') };
const ofDomain = { domainName: identifier('domainName') };

const arns = 'arn:{partition}:appsync:{region}:{account}';

export const appsync: ServiceKinds = {
  service: 'appsync',
  title: 'AppSync',
  icon: 'type-hierarchy',
  collections: {
    GraphqlApis: list('GraphQL APIs', 'ListGraphqlApis', {}, [
      'GraphqlApi',
      'graphqlApis[]',
      { apiId: 'apiId' },
    ]),
    DomainNames: list('Custom Domain Names', 'ListDomainNames', {}, [
      'DomainName',
      'domainNameConfigs[]',
      { domainName: 'domainName' },
    ]),
  },
  actions: {
    CreateGraphqlApi: {
      ...act('Create GraphQL API', 'W', 'CreateGraphqlApi', {
        name: ask('name'),
        authenticationType: ask('authenticationType'),
      }),
      result: { kind: 'GraphqlApi', path: 'graphqlApi', identifiers: { apiId: 'apiId' } },
    },
  },
  kinds: {
    GraphqlApi: {
      identifiers: ['apiId'],
      label: ['name'],
      description: ['apiId', 'authenticationType', '{apiType|swap:GRAPHQL=}'],
      columns: [
        ['ID', 'apiId'],
        ['Endpoint', 'uris.GRAPHQL'],
        ['Authentication', 'authenticationType'],
        ['More', 'additionalAuthenticationProviders[].authenticationType'],
        ['Visibility', 'visibility'],
        ['Log level', 'logConfig.fieldLogLevel'],
        ['X-Ray', '{xrayEnabled|if:on/off}'],
        ['Web ACL', '{wafWebAclArn|last}'],
      ],
      icon: 'type-hierarchy',
      arn: 'arn',
      arnPattern: `${arns}:apis/{apiId}`,
      consoleUrl: '{c}/appsync/home?region={region}#/{apiId}/v1/home',
      load: { operation: 'GetGraphqlApi', params: ofApi, path: 'graphqlApi' },
      collections: {
        DataSources: list('Data Sources', 'ListDataSources', ofApi, [
          'DataSource',
          'dataSources[]',
          { ...ofApi, name: 'name' },
        ]),
        Functions: list('Functions', 'ListFunctions', ofApi, [
          'Function',
          'functions[]',
          { ...ofApi, functionId: 'functionId' },
        ]),
        Types: list('Types', 'ListTypes', { ...ofApi, format: 'SDL' }, [
          'Type',
          'types[]',
          { ...ofApi, name: 'name' },
        ]),
        ApiKeys: list('API Keys', 'ListApiKeys', ofApi, [
          'ApiKey',
          'apiKeys[]',
          { ...ofApi, id: 'id' },
        ]),
      },
      actions: {
        GetSchema: act('Show Schema', 'R', 'GetIntrospectionSchema', { ...ofApi, format: 'SDL' }),
        GetSchemaStatus: act('Show Schema Status', 'R', 'GetSchemaCreationStatus', ofApi),
        PutSchema: act('Replace Schema', 'D', 'StartSchemaCreation', {
          ...ofApi,
          definition: ask('definition'),
        }),
        CreateApiKey: act('Create API Key', 'S', 'CreateApiKey', {
          ...ofApi,
          description: askOptional('description'),
        }),
        FlushCache: act('Flush Cache', 'D', 'FlushApiCache', ofApi),
        Delete: act('Delete', 'X', 'DeleteGraphqlApi', ofApi),
      },
      has: {
        UserPool: to('userPoolConfig.userPoolId', 'cognito-idp.UserPool'),
        WebACL: to('wafWebAclArn'),
        LogsRole: to('logConfig.cloudWatchLogsRoleArn', 'iam.Role'),
        Authorizer: to('lambdaAuthorizerConfig.authorizerUri', 'lambda.Function'),
      },
    },
    DataSource: {
      identifiers: ['apiId', 'name'],
      description: ['type', 'description'],
      columns: [
        ['Type', 'type'],
        ['Description', 'description'],
        ['Table', 'dynamodbConfig.tableName'],
        ['Function', '{lambdaConfig.lambdaFunctionArn|last}'],
        ['Endpoint', 'httpConfig.endpoint'],
        ['Event bus', '{eventBridgeConfig.eventBusArn|last}'],
        ['Role', '{serviceRoleArn|last}'],
      ],
      icon: 'database',
      arn: 'dataSourceArn',
      arnPattern: `${arns}:apis/{apiId}/datasources/{name}`,
      load: { operation: 'GetDataSource', params: ofDataSource, path: 'dataSource' },
      actions: { Delete: act('Delete', 'X', 'DeleteDataSource', ofDataSource) },
      has: {
        Table: to('dynamodbConfig.tableName', 'dynamodb.Table'),
        Function: to('lambdaConfig.lambdaFunctionArn', 'lambda.Function'),
        EventBus: to('eventBridgeConfig.eventBusArn', 'events.EventBus'),
        Role: to('serviceRoleArn', 'iam.Role'),
      },
    },
    Function: {
      identifiers: ['apiId', 'functionId'],
      label: ['name'],
      description: ['dataSourceName', 'runtime.name', 'description'],
      columns: [
        ['ID', 'functionId'],
        ['Data source', 'dataSourceName'],
        ['Runtime', '{runtime.name} {runtime.runtimeVersion}'],
        ['Version', 'functionVersion'],
        ['Description', 'description'],
      ],
      icon: 'zap',
      arn: 'functionArn',
      arnPattern: `${arns}:apis/{apiId}/functions/{functionId}`,
      load: { operation: 'GetFunction', params: ofFunction, path: 'functionConfiguration' },
      actions: { Delete: act('Delete', 'X', 'DeleteFunction', ofFunction) },
      has: {
        DataSource: {
          kind: 'DataSource',
          identifiers: { apiId: identifier('apiId'), name: 'dataSourceName' },
        },
      },
    },
    Type: {
      identifiers: ['apiId', 'name'],
      description: ['description'],
      columns: [
        ['Description', 'description'],
        ['Format', 'format'],
      ],
      icon: 'json',
      arn: 'arn',
      arnPattern: `${arns}:apis/{apiId}/types/{name}`,
      load: { operation: 'GetType', params: { ...ofType, format: 'SDL' }, path: 'type' },
      collections: {
        Resolvers: list('Resolvers', 'ListResolvers', ofType, [
          'Resolver',
          'resolvers[]',
          { ...ofApi, typeName: 'typeName', fieldName: 'fieldName' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteType', ofType) },
    },
    Resolver: {
      identifiers: ['apiId', 'typeName', 'fieldName'],
      description: ['kind', 'dataSourceName'],
      columns: [
        ['Kind', 'kind'],
        ['Data source', 'dataSourceName'],
        ['Functions', 'pipelineConfig.functions'],
        ['Runtime', '{runtime.name} {runtime.runtimeVersion}'],
        ['Cached', '{cachingConfig.ttl|count:second}'],
      ],
      icon: 'link',
      arn: 'resolverArn',
      arnPattern: `${arns}:apis/{apiId}/types/{typeName}/resolvers/{fieldName}`,
      load: { operation: 'GetResolver', params: ofResolver, path: 'resolver' },
      actions: { Delete: act('Delete', 'X', 'DeleteResolver', ofResolver) },
      has: {
        DataSource: {
          kind: 'DataSource',
          identifiers: { apiId: identifier('apiId'), name: 'dataSourceName' },
        },
      },
    },
    /** Its id is the key itself, so nothing that is shown of it says the id. */
    ApiKey: {
      identifiers: ['apiId', 'id'],
      id: 'API key until {expires|day}',
      description: ['description'],
      columns: [
        ['Description', 'description'],
        ['Expires', '{expires|date}'],
        ['Deleted', '{deletes|date}'],
      ],
      icon: 'key',
      actions: {
        SetExpiry: act('Set Expiry', 'D', 'UpdateApiKey', { ...ofKey, expires: ask('expires') }),
        Delete: act('Delete', 'X', 'DeleteApiKey', ofKey),
      },
    },
    DomainName: {
      identifiers: ['domainName'],
      description: ['appsyncDomainName', 'description'],
      columns: [
        ['Target', 'appsyncDomainName'],
        ['Hosted zone', 'hostedZoneId'],
        ['Certificate', '{certificateArn|last}'],
        ['Description', 'description'],
      ],
      icon: 'globe',
      arn: 'domainNameArn',
      arnPattern: `${arns}:domainnames/{domainName}`,
      load: { operation: 'GetDomainName', params: ofDomain, path: 'domainNameConfig' },
      actions: { Delete: act('Delete', 'X', 'DeleteDomainName', ofDomain) },
      has: { Certificate: to('certificateArn', 'acm.Certificate') },
    },
  },
};
