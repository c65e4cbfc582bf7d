import { because, notInMoto } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';

const role = 'arn:aws:iam::123456789012:role/bedrock';
const partOfAgent = 'moto has agents without versions and aliases.';
const partOfBase = 'moto has knowledge bases without data sources.';

export const scenarios: ServiceScenarios = {
  kinds: {
    Agent: {
      create: async (stage) => {
        const input = { agentName: stage.unique('agent'), agentResourceRoleArn: role };
        const { agent } = await (await stage.client()).call('CreateAgent', input);
        const { agentId } = agent as { readonly agentId: string };
        return stage.service.get('Agent', { agentId });
      },
      loaded: { agentResourceRoleArn: role },
      references: { Role: 1 },
    },
    KnowledgeBase: {
      create: async (stage) => {
        const { knowledgeBase } = await (await stage.client()).call('CreateKnowledgeBase', {
          name: stage.unique('base'),
          roleArn: role,
          knowledgeBaseConfiguration: { type: 'VECTOR' },
          storageConfiguration: { type: 'OPENSEARCH_SERVERLESS' },
        });
        const { knowledgeBaseId } = knowledgeBase as { readonly knowledgeBaseId: string };
        return stage.service.get('KnowledgeBase', { knowledgeBaseId });
      },
      loaded: { roleArn: role },
      references: { Role: 1 },
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'Agent.Prepare',
      'Agent.CreateAlias',
      'KnowledgeBase.Retrieve',
      'KnowledgeBase.StartIngestion',
    ),
    'Agent.Aliases': partOfAgent,
    'Agent.Versions': partOfAgent,
    'KnowledgeBase.DataSources': partOfBase,
    AgentAlias: partOfAgent,
    AgentVersion: partOfAgent,
    ActionGroup: partOfAgent,
    DataSource: partOfBase,
    IngestionJob: partOfBase,
    Flow: 'moto has no flows.',
    Prompt: 'moto has no prompts.',
  },
};
