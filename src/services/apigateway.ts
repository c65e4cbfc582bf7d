import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const theApi = { restApiId: identifier('id') };
const inApi = { restApiId: identifier('restApiId') };
const ofStage = { ...inApi, stageName: identifier('stageName') };
const ofResource = { ...inApi, resourceId: identifier('id') };
const ofDeployment = { ...inApi, deploymentId: identifier('id') };
const ofAuthorizer = { ...inApi, authorizerId: identifier('id') };
const ofModel = { ...inApi, modelName: identifier('name') };
const ofKey = { apiKey: identifier('id') };
const ofPlan = { usagePlanId: identifier('id') };
const ofPlanKey = { usagePlanId: identifier('usagePlanId'), keyId: identifier('id') };
const ofDomain = { domainName: identifier('domainName') };
const ofMapping = { ...ofDomain, basePath: identifier('basePath') };
const ofVpcLink = { vpcLinkId: identifier('id') };

const arns = 'arn:{partition}:apigateway:{region}::';

export const apigateway: ServiceKinds = {
  service: 'apigateway',
  title: 'API Gateway (REST)',
  icon: 'plug',
  collections: {
    RestApis: list('REST APIs', 'GetRestApis', {}, ['RestApi', 'items[]', { id: 'id' }]),
    // Never with their values.
    ApiKeys: list('API Keys', 'GetApiKeys', {}, ['ApiKey', 'items[]', { id: 'id' }]),
    UsagePlans: list('Usage Plans', 'GetUsagePlans', {}, ['UsagePlan', 'items[]', { id: 'id' }]),
    DomainNames: list('Custom Domain Names', 'GetDomainNames', {}, [
      'DomainName',
      'items[]',
      { domainName: 'domainName' },
    ]),
    VpcLinks: list('VPC Links', 'GetVpcLinks', {}, ['VpcLink', 'items[]', { id: 'id' }]),
  },
  actions: {
    CreateRestApi: {
      ...act('Create REST API', 'W', 'CreateRestApi', { name: ask('name') }),
      result: { kind: 'RestApi', identifiers: { id: 'id' } },
    },
    CreateApiKey: {
      ...act('Create API Key', 'S', 'CreateApiKey', { name: ask('name'), enabled: true }),
      result: { kind: 'ApiKey', identifiers: { id: 'id' } },
    },
  },
  kinds: {
    RestApi: {
      identifiers: ['id'],
      label: ['name'],
      description: ['id', 'endpointConfiguration.types', 'description'],
      columns: [
        ['ID', 'id'],
        ['Description', 'description'],
        ['Endpoint', 'endpointConfiguration.types'],
        ['Status', 'apiStatus'],
        ['Version', 'version'],
        ['Key from', 'apiKeySource'],
        ['Created', 'createdDate'],
      ],
      icon: 'plug',
      arn: `${arns}/restapis/{id}`,
      consoleUrl: '{c}/apigateway/main/apis/{id}/resources?api={id}&region={region}',
      load: { operation: 'GetRestApi', params: theApi },
      collections: {
        Resources: list('Resources', 'GetResources', { ...theApi, embed: ['methods'] }, [
          'Resource',
          'items[]',
          { ...theApi, id: 'id' },
        ]),
        Stages: list('Stages', 'GetStages', theApi, [
          'Stage',
          'item[]',
          { ...theApi, stageName: 'stageName' },
        ]),
        Deployments: list('Deployments', 'GetDeployments', theApi, [
          'Deployment',
          'items[]',
          { ...theApi, id: 'id' },
        ]),
        Authorizers: list('Authorizers', 'GetAuthorizers', theApi, [
          'Authorizer',
          'items[]',
          { ...theApi, id: 'id' },
        ]),
        Models: list('Models', 'GetModels', theApi, [
          'Model',
          'items[]',
          { ...theApi, name: 'name' },
        ]),
      },
      actions: {
        Export: act('Export Definition', 'R', 'GetExport', {
          ...theApi,
          stageName: ask('stageName'),
          exportType: 'oas30',
          accepts: 'application/json',
        }),
        Deploy: {
          ...act('Deploy', 'D', 'CreateDeployment', { ...theApi, stageName: ask('stageName') }),
          result: { kind: 'Deployment', identifiers: { ...theApi, id: 'id' } },
        },
        FlushStageCache: act('Flush Cache of Stage', 'D', 'FlushStageCache', {
          ...theApi,
          stageName: ask('stageName'),
        }),
        Delete: act('Delete', 'X', 'DeleteRestApi', theApi),
      },
    },
    Resource: {
      identifiers: ['restApiId', 'id'],
      label: ['path'],
      description: ['{resourceMethods|keys}'],
      columns: [
        ['ID', 'id'],
        ['Path', 'path'],
        ['Methods', '{resourceMethods|keys}'],
      ],
      icon: 'list-tree',
      arn: `${arns}/restapis/{restApiId}/resources/{id}`,
      load: { operation: 'GetResource', params: { ...ofResource, embed: ['methods'] } },
      actions: {
        TestInvoke: act('Test Invoke', 'D', 'TestInvokeMethod', {
          ...ofResource,
          httpMethod: ask('httpMethod'),
          pathWithQueryString: askOptional('pathWithQueryString'),
          body: askOptional('body'),
        }),
        Delete: act('Delete', 'X', 'DeleteResource', ofResource),
      },
    },
    Stage: {
      identifiers: ['restApiId', 'stageName'],
      description: ['description', '{lastUpdatedDate|date}'],
      columns: [
        ['Description', 'description'],
        ['Deployment', 'deploymentId'],
        ['Cache', 'cacheClusterStatus'],
        ['Tracing', '{tracingEnabled|if:on/off}'],
        ['Access log', 'accessLogSettings.destinationArn'],
        ['Web ACL', '{webAclArn|last}'],
        ['Created', 'createdDate'],
        ['Updated', 'lastUpdatedDate'],
      ],
      icon: 'rocket',
      arn: `${arns}/restapis/{restApiId}/stages/{stageName}`,
      urls: ['https://{restApiId}.execute-api.{region}.{dns}/{stageName}'],
      consoleUrl: '{c}/apigateway/main/apis/{restApiId}/stages?api={restApiId}&region={region}',
      load: { operation: 'GetStage', params: ofStage },
      actions: {
        Export: act('Export Definition', 'R', 'GetExport', {
          ...ofStage,
          exportType: 'oas30',
          accepts: 'application/json',
        }),
        Update: act('Update', 'D', 'UpdateStage', {
          ...ofStage,
          patchOperations: ask('patchOperations'),
        }),
        FlushCache: act('Flush Cache', 'D', 'FlushStageCache', ofStage),
        Delete: act('Delete', 'X', 'DeleteStage', ofStage),
      },
      has: {
        Deployment: {
          kind: 'Deployment',
          identifiers: { restApiId: identifier('restApiId'), id: 'deploymentId' },
        },
        WebACL: to('webAclArn'),
        AccessLog: to('accessLogSettings.destinationArn'),
      },
    },
    Deployment: {
      identifiers: ['restApiId', 'id'],
      label: ['{createdDate|date}', 'id'],
      description: ['id', 'description'],
      columns: [
        ['ID', 'id'],
        ['Description', 'description'],
        ['Created', 'createdDate'],
      ],
      icon: 'package',
      arn: `${arns}/restapis/{restApiId}/deployments/{id}`,
      load: { operation: 'GetDeployment', params: ofDeployment },
      actions: { Delete: act('Delete', 'X', 'DeleteDeployment', ofDeployment) },
    },
    Authorizer: {
      identifiers: ['restApiId', 'id'],
      label: ['name'],
      description: ['type', 'identitySource'],
      columns: [
        ['ID', 'id'],
        ['Type', 'type'],
        ['Identity source', 'identitySource'],
        ['Function', 'authorizerUri'],
        ['User pools', 'providerARNs'],
        ['Result kept', '{authorizerResultTtlInSeconds|count:second}'],
      ],
      icon: 'verified',
      arn: `${arns}/restapis/{restApiId}/authorizers/{id}`,
      load: { operation: 'GetAuthorizer', params: ofAuthorizer },
      actions: {
        TestInvoke: act('Test Invoke', 'D', 'TestInvokeAuthorizer', {
          ...ofAuthorizer,
          headers: askOptional('headers'),
        }),
        Delete: act('Delete', 'X', 'DeleteAuthorizer', ofAuthorizer),
      },
      has: {
        UserPools: to('providerARNs[]', 'cognito-idp.UserPool'),
        Role: to('authorizerCredentials', 'iam.Role'),
      },
    },
    Model: {
      identifiers: ['restApiId', 'name'],
      description: ['contentType', 'description'],
      columns: [
        ['Content type', 'contentType'],
        ['Description', 'description'],
      ],
      icon: 'json',
      arn: `${arns}/restapis/{restApiId}/models/{name}`,
      load: { operation: 'GetModel', params: ofModel },
      actions: { Delete: act('Delete', 'X', 'DeleteModel', ofModel) },
    },
    ApiKey: {
      identifiers: ['id'],
      label: ['name'],
      description: ['id', '{enabled|if:/disabled}'],
      columns: [
        ['ID', 'id'],
        ['Description', 'description'],
        ['Enabled', '{enabled|if:yes/no}'],
        ['Stages', 'stageKeys'],
        ['Created', 'createdDate'],
        ['Updated', 'lastUpdatedDate'],
      ],
      icon: 'key',
      arn: `${arns}/apikeys/{id}`,
      load: { operation: 'GetApiKey', params: ofKey },
      actions: {
        GetValue: act('Show Value', 'S', 'GetApiKey', { ...ofKey, includeValue: true }),
        Enable: act('Enable', 'W', 'UpdateApiKey', {
          ...ofKey,
          patchOperations: [{ op: 'replace', path: '/enabled', value: 'true' }],
        }),
        Disable: act('Disable', 'D', 'UpdateApiKey', {
          ...ofKey,
          patchOperations: [{ op: 'replace', path: '/enabled', value: 'false' }],
        }),
        Delete: act('Delete', 'X', 'DeleteApiKey', ofKey),
      },
    },
    UsagePlan: {
      identifiers: ['id'],
      label: ['name'],
      description: ['{quota.limit} a {quota.period|lower}', '{apiStages|count:stage}'],
      columns: [
        ['ID', 'id'],
        ['Description', 'description'],
        ['Quota', '{quota.limit} a {quota.period|lower}'],
        ['Rate', '{throttle.rateLimit} a second'],
        ['Burst', 'throttle.burstLimit'],
        ['Stages', 'apiStages[].stage'],
      ],
      icon: 'dashboard',
      arn: `${arns}/usageplans/{id}`,
      load: { operation: 'GetUsagePlan', params: ofPlan },
      collections: {
        Keys: list('Keys', 'GetUsagePlanKeys', ofPlan, [
          'UsagePlanKey',
          'items[]',
          { usagePlanId: identifier('id'), id: 'id' },
        ]),
      },
      actions: {
        GetUsage: act('Show Usage', 'R', 'GetUsage', {
          ...ofPlan,
          startDate: ask('startDate'),
          endDate: ask('endDate'),
        }),
        AddKey: {
          ...act('Add Key', 'W', 'CreateUsagePlanKey', {
            ...ofPlan,
            keyId: ask('keyId'),
            keyType: 'API_KEY',
          }),
          result: {
            kind: 'UsagePlanKey',
            identifiers: { usagePlanId: identifier('id'), id: 'id' },
          },
        },
        Delete: act('Delete', 'X', 'DeleteUsagePlan', ofPlan),
      },
      has: { RestApis: to('apiStages[].apiId', 'RestApi') },
    },
    UsagePlanKey: {
      identifiers: ['usagePlanId', 'id'],
      label: ['name', 'id'],
      description: ['type'],
      columns: [
        ['ID', 'id'],
        ['Type', 'type'],
      ],
      icon: 'key',
      arn: `${arns}/usageplans/{usagePlanId}/keys/{id}`,
      load: { operation: 'GetUsagePlanKey', params: ofPlanKey },
      actions: { Remove: act('Remove From Plan', 'D', 'DeleteUsagePlanKey', ofPlanKey) },
      has: { ApiKey: { kind: 'ApiKey', identifiers: { id: identifier('id') } } },
    },
    DomainName: {
      identifiers: ['domainName'],
      state: 'domainNameStatus',
      description: ['domainNameStatus', 'endpointConfiguration.types'],
      columns: [
        ['Status', 'domainNameStatus'],
        ['Endpoint', 'endpointConfiguration.types'],
        ['Target', 'regionalDomainName'],
        ['Distribution', 'distributionDomainName'],
        ['Security policy', 'securityPolicy'],
        ['Certificate', '{regionalCertificateArn|last}'],
      ],
      icon: 'globe',
      arn: 'domainNameArn',
      arnPattern: `${arns}/domainnames/{domainName}`,
      consoleUrl: '{c}/apigateway/main/publish/domain-names?domain={domainName}&region={region}',
      load: { operation: 'GetDomainName', params: ofDomain },
      collections: {
        BasePathMappings: list('Base Path Mappings', 'GetBasePathMappings', ofDomain, [
          'BasePathMapping',
          'items[]',
          { ...ofDomain, basePath: 'basePath' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteDomainName', ofDomain) },
      has: {
        Certificate: to('certificateArn', 'acm.Certificate'),
        RegionalCertificate: to('regionalCertificateArn', 'acm.Certificate'),
      },
    },
    BasePathMapping: {
      identifiers: ['domainName', 'basePath'],
      description: ['{restApiId}/{stage}'],
      columns: [
        ['API', 'restApiId'],
        ['Stage', 'stage'],
      ],
      icon: 'link',
      arn: `${arns}/domainnames/{domainName}/basepathmappings/{basePath}`,
      load: { operation: 'GetBasePathMapping', params: ofMapping },
      actions: { Delete: act('Delete', 'X', 'DeleteBasePathMapping', ofMapping) },
      has: { RestApi: to('restApiId', 'RestApi') },
    },
    VpcLink: {
      identifiers: ['id'],
      label: ['name'],
      state: 'status',
      description: ['status'],
      columns: [
        ['ID', 'id'],
        ['Status', 'status'],
        ['Message', 'statusMessage'],
        ['Description', 'description'],
        ['Targets', 'targetArns'],
      ],
      icon: 'link',
      arn: `${arns}/vpclinks/{id}`,
      load: { operation: 'GetVpcLink', params: ofVpcLink },
      actions: { Delete: act('Delete', 'X', 'DeleteVpcLink', ofVpcLink) },
      has: { Targets: to('targetArns[]', 'elbv2.LoadBalancer') },
    },
  },
};
