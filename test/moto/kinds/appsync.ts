import type { Resource } from '../../../src/library.ts';
import { because, firstOf, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const definition = 'dHlwZSBRdWVyeSB7IGE6IFN0cmluZyB9IHNjaGVtYSB7IHF1ZXJ5OiBRdWVyeSB9';

export const scenarios: ServiceScenarios = {
  kinds: {
    GraphqlApi: {
      create: (stage) =>
        stage.make(stage.service, 'CreateGraphqlApi', {
          name: stage.unique('graph'),
          authenticationType: 'API_KEY',
        }),
      loaded: { authenticationType: 'API_KEY' },
      actions: [
        run('PutSchema', { definition }),
        run('GetSchemaStatus'),
        run('FlushCache', cached),
        run('GetSchema'),
        run('CreateApiKey', { description: 'for tests' }, { apiKey: { description: 'for tests' } }),
      ],
      children: { ApiKeys: 1 },
    },
    ApiKey: {
      create: async (stage) => {
        const api = await stage.example('GraphqlApi');
        await stage.act(api, 'CreateApiKey', { description: 'for tests' });
        return firstOf(api, 'ApiKeys');
      },
      listed: under('GraphqlApi', 'ApiKeys'),
      actions: [run('SetExpiry', { expires: 4_000_000_000 })],
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'DataSource',
      'Function',
      'Type',
      'Resolver',
      'DomainName',
      'GraphqlApi.DataSources',
      'GraphqlApi.Functions',
      'GraphqlApi.Types',
    ),
  },
};

async function cached(stage: Stage, { id: apiId }: Resource) {
  const cache = { ttl: 60, apiCachingBehavior: 'FULL_REQUEST_CACHING', type: 'SMALL' };
  await (await stage.client()).call('CreateApiCache', { apiId, ...cache });
  return {};
}
