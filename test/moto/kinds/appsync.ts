import { because, firstOf, notInMoto, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

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
    'GraphqlApi.FlushCache': 'There is no cache without one being made, which takes minutes.',
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
