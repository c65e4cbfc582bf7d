import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const authorizerUri =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:f/invocations';

export const scenarios: ServiceScenarios = {
  kinds: {
    RestApi: {
      create: (stage) =>
        stage.make(stage.service, 'CreateRestApi', { name: stage.unique('books') }),
      loaded: { endpointConfiguration: { types: ['EDGE'] } },
      actions: [
        run('Export', async (stage, api) => {
          await makeResource(stage, api);
          await stage.act(api, 'Deploy', { stageName: 'test' });
          return { stageName: 'test' };
        }),
      ],
      children: { Resources: 1, Stages: 1 },
    },
    Resource: {
      create: async (stage) => makeResource(stage, await stage.example('RestApi')),
      listed: under('RestApi', 'Resources'),
      loaded: { path: '/books', resourceMethods: { GET: {} } },
    },
    Stage: {
      create: async (stage) => {
        const { restApiId = '' } = (await stage.example('Deployment')).identifiers;
        return stage.service.get('Stage', { restApiId, stageName: 'prod' });
      },
      listed: under('RestApi', 'Stages'),
      loaded: { stageName: 'prod' },
      actions: [
        run('Export', {}, ({ output }) => assert.ok(output.body)),
        run('Update', {
          patchOperations: [{ op: 'replace', path: '/description', value: 'new' }],
        }),
      ],
      references: { Deployment: 1 },
    },
    Deployment: {
      create: async (stage) => {
        await stage.example('Resource');
        return stage.make(await stage.example('RestApi'), 'Deploy', { stageName: 'prod' });
      },
      listed: under('RestApi', 'Deployments'),
      remove: run('Delete', async (stage, { identifiers: { restApiId = '' } }) => {
        for await (const one of stage.service
          .get('RestApi', { id: restApiId })
          .collection('Stages')) {
          await stage.act(one, 'Delete');
        }
        return {};
      }),
    },
    Authorizer: {
      create: async (stage) => {
        const restApiId = (await stage.example('RestApi')).id;
        return made(stage, 'Authorizer', {
          operation: 'CreateAuthorizer',
          input: {
            restApiId,
            name: 'token',
            type: 'TOKEN',
            identitySource: 'method.request.header.Authorization',
            authorizerUri,
          },
          from: { id: 'id' },
          known: { restApiId },
        });
      },
      listed: under('RestApi', 'Authorizers'),
      loaded: { type: 'TOKEN' },
    },
    Model: {
      create: async (stage) => {
        const known = { restApiId: (await stage.example('RestApi')).id, name: 'Book' };
        return made(stage, 'Model', {
          operation: 'CreateModel',
          input: { ...known, contentType: 'application/json', schema: '{}' },
          known,
        });
      },
      listed: under('RestApi', 'Models'),
      loaded: { contentType: 'application/json' },
      remove: false,
    },
    ApiKey: {
      create: (stage) => stage.make(stage.service, 'CreateApiKey', { name: stage.unique('key') }),
      loaded: { enabled: true },
      actions: [
        run('GetValue', {}, ({ output }) => assert.ok(output.value)),
        run('Disable', {}, { enabled: false }),
        run('Enable', {}, { enabled: true }),
      ],
    },
    UsagePlan: {
      create: (stage) =>
        made(stage, 'UsagePlan', {
          operation: 'CreateUsagePlan',
          input: { name: stage.unique('plan'), quota: { limit: 5, period: 'DAY' } },
          from: { id: 'id' },
        }),
      loaded: { quota: { limit: 5 } },
    },
    UsagePlanKey: {
      create: async (stage) =>
        stage.make(await stage.example('UsagePlan'), 'AddKey', {
          keyId: (await stage.example('ApiKey')).id,
        }),
      listed: under('UsagePlan', 'Keys'),
      loaded: { type: 'API_KEY' },
      references: { ApiKey: 1 },
      remove: run('Remove'),
    },
    DomainName: {
      create: async (stage) => {
        const domain = await makeDomain(stage);
        await mapPath(stage, domain.id, 'v0');
        return domain;
      },
      loaded: { domainNameStatus: 'AVAILABLE' },
      children: { BasePathMappings: 1 },
    },
    BasePathMapping: {
      create: async (stage) => mapPath(stage, (await stage.example('DomainName')).id, 'v1'),
      listed: under('DomainName', 'BasePathMappings'),
      loaded: { stage: 'prod' },
      references: { RestApi: 1 },
    },
    VpcLink: {
      create: (stage) =>
        made(stage, 'VpcLink', {
          operation: 'CreateVpcLink',
          input: { name: stage.unique('link'), targetArns: ['arn:aws:test'] },
          from: { id: 'id' },
        }),
      loaded: { status: 'AVAILABLE' },
    },
  },
  unserved: {
    'Model.Delete': 'moto does not know models by their names here.',
    ...because(
      notInMoto,
      'RestApi.FlushStageCache',
      'Resource.TestInvoke',
      'Stage.FlushCache',
      'Authorizer.TestInvoke',
      'UsagePlan.GetUsage',
    ),
  },
};

async function makeResource(stage: Stage, api: Resource): Promise<Resource> {
  const client = await stage.client();
  const restApiId = api.id;
  const [root] = (await api.collection('Resources').page()).items;
  const resource = await made(stage, 'Resource', {
    operation: 'CreateResource',
    input: { restApiId, parentId: root?.id, pathPart: 'books' },
    from: { id: 'id' },
    known: { restApiId },
  });
  const method = { restApiId, resourceId: resource.id, httpMethod: 'GET' };
  await client.call('PutMethod', { ...method, authorizationType: 'NONE' });
  await client.call('PutIntegration', { ...method, type: 'MOCK' });
  return resource;
}

function makeDomain(stage: Stage): Promise<Resource> {
  const known = { domainName: `${stage.unique('api')}.example.com` };
  return made(stage, 'DomainName', {
    operation: 'CreateDomainName',
    input: { ...known, certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' },
    known,
  });
}

async function mapPath(stage: Stage, domainName: string, basePath: string): Promise<Resource> {
  const { restApiId = '' } = (await stage.example('Deployment')).identifiers;
  const known = { domainName, basePath };
  return made(stage, 'BasePathMapping', {
    operation: 'CreateBasePathMapping',
    input: { ...known, restApiId, stage: 'prod' },
    known,
  });
}
