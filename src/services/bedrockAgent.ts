import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofAgent = { agentId: identifier('agentId') };
const ofAlias = { ...ofAgent, agentAliasId: identifier('agentAliasId') };
const ofVersion = { ...ofAgent, agentVersion: identifier('agentVersion') };
const ofGroup = { ...ofVersion, actionGroupId: identifier('actionGroupId') };
const ofBase = { knowledgeBaseId: identifier('knowledgeBaseId') };
const ofSource = { ...ofBase, dataSourceId: identifier('dataSourceId') };
const ofIngestion = { ...ofSource, ingestionJobId: identifier('ingestionJobId') };
const ofFlow = { flowIdentifier: identifier('id') };
const ofPrompt = { promptIdentifier: identifier('id') };
const arn = 'arn:{partition}:bedrock:{region}:{account}';

export const bedrockAgent: ServiceKinds = {
  service: 'bedrock-agent',
  title: 'Bedrock Agents',
  icon: 'robot',
  collections: {
    Agents: list('Agents', 'ListAgents', {}, ['Agent', 'agentSummaries[]', { agentId: 'agentId' }]),
    KnowledgeBases: list('Knowledge Bases', 'ListKnowledgeBases', {}, [
      'KnowledgeBase',
      'knowledgeBaseSummaries[]',
      { knowledgeBaseId: 'knowledgeBaseId' },
    ]),
    Flows: list('Flows', 'ListFlows', {}, ['Flow', 'flowSummaries[]', { id: 'id' }]),
    Prompts: list('Prompts', 'ListPrompts', {}, ['Prompt', 'promptSummaries[]', { id: 'id' }]),
  },
  kinds: {
    Agent: {
      identifiers: ['agentId'],
      label: ['agentName', 'agentId'],
      state: 'agentStatus',
      description: ['agentStatus', 'description'],
      columns: [
        ['Agent ID', 'agentId'],
        ['Status', 'agentStatus'],
        ['Description', 'description'],
        ['Model', '{foundationModel|segment}'],
        ['Newest version', 'latestAgentVersion'],
        ['Session ends after', '{idleSessionTTLInSeconds} s idle'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'robot',
      arn: `${arn}:agent/{agentId}`,
      consoleUrl: '{c}/bedrock/home?region={region}#/agents/{agentId}',
      load: { operation: 'GetAgent', params: ofAgent, path: 'agent' },
      collections: {
        Aliases: list('Aliases', 'ListAgentAliases', ofAgent, [
          'AgentAlias',
          'agentAliasSummaries[]',
          { ...ofAgent, agentAliasId: 'agentAliasId' },
        ]),
        Versions: list('Versions', 'ListAgentVersions', ofAgent, [
          'AgentVersion',
          'agentVersionSummaries[]',
          { ...ofAgent, agentVersion: 'agentVersion' },
        ]),
      },
      actions: {
        Prepare: act('Prepare', 'W', 'PrepareAgent', ofAgent),
        CreateAlias: act('Create Alias', 'W', 'CreateAgentAlias', {
          ...ofAgent,
          agentAliasName: ask('agentAliasName'),
        }),
        Delete: act('Delete', 'X', 'DeleteAgent', ofAgent),
      },
      has: {
        Role: to('agentResourceRoleArn', 'iam.Role'),
        Model: to('foundationModel', 'bedrock.FoundationModel'),
        Guardrail: to('guardrailConfiguration.guardrailIdentifier', 'bedrock.Guardrail'),
        Key: to('customerEncryptionKeyArn', 'kms.Key'),
      },
    },
    AgentAlias: {
      identifiers: ['agentId', 'agentAliasId'],
      label: ['agentAliasName', 'agentAliasId'],
      state: 'agentAliasStatus',
      description: ['agentAliasStatus', 'Version {routingConfiguration[0].agentVersion}'],
      columns: [
        ['Alias ID', 'agentAliasId'],
        ['Status', 'agentAliasStatus'],
        ['Description', 'description'],
        ['Version', 'routingConfiguration[].agentVersion'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'tag',
      arn: `${arn}:agent-alias/{agentId}/{agentAliasId}`,
      load: { operation: 'GetAgentAlias', params: ofAlias, path: 'agentAlias' },
      actions: { Delete: act('Delete', 'X', 'DeleteAgentAlias', ofAlias) },
    },
    AgentVersion: {
      identifiers: ['agentId', 'agentVersion'],
      label: ['Version {agentVersion}'],
      state: 'agentStatus',
      description: ['agentStatus', '{createdAt|date}'],
      columns: [
        ['Status', 'agentStatus'],
        ['Description', 'description'],
        ['Model', '{foundationModel|segment}'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'versions',
      load: { operation: 'GetAgentVersion', params: ofVersion, path: 'agentVersion' },
      collections: {
        ActionGroups: list('Action Groups', 'ListAgentActionGroups', ofVersion, [
          'ActionGroup',
          'actionGroupSummaries[]',
          { ...ofVersion, actionGroupId: 'actionGroupId' },
        ]),
        KnowledgeBases: list('Knowledge Bases', 'ListAgentKnowledgeBases', ofVersion, [
          'KnowledgeBase',
          'agentKnowledgeBaseSummaries[]',
          { knowledgeBaseId: 'knowledgeBaseId' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteAgentVersion', ofVersion) },
      has: { Model: to('foundationModel', 'bedrock.FoundationModel') },
    },
    ActionGroup: {
      identifiers: ['agentId', 'agentVersion', 'actionGroupId'],
      label: ['actionGroupName', 'actionGroupId'],
      state: 'actionGroupState',
      description: ['actionGroupState', 'description'],
      columns: [
        ['State', 'actionGroupState'],
        ['Description', 'description'],
        ['Function', '{actionGroupExecutor.lambda|last}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'tools',
      load: { operation: 'GetAgentActionGroup', params: ofGroup, path: 'agentActionGroup' },
      actions: { Delete: act('Delete', 'X', 'DeleteAgentActionGroup', ofGroup) },
      has: { Function: to('actionGroupExecutor.lambda', 'lambda.Function') },
    },
    KnowledgeBase: {
      identifiers: ['knowledgeBaseId'],
      label: ['name', 'knowledgeBaseId'],
      state: 'status',
      description: ['status', 'description'],
      columns: [
        ['Knowledge base', 'knowledgeBaseId'],
        ['Status', 'status'],
        ['Failure', 'failureReasons'],
        ['Description', 'description'],
        ['Storage', 'storageConfiguration.type'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'library',
      arn: `${arn}:knowledge-base/{knowledgeBaseId}`,
      consoleUrl:
        '{c}/bedrock/home?region={region}#/knowledge-bases/knowledge-base-details/{knowledgeBaseId}',
      load: { operation: 'GetKnowledgeBase', params: ofBase, path: 'knowledgeBase' },
      collections: {
        DataSources: list('Data Sources', 'ListDataSources', ofBase, [
          'DataSource',
          'dataSourceSummaries[]',
          { ...ofBase, dataSourceId: 'dataSourceId' },
        ]),
      },
      actions: {
        Retrieve: {
          ...act('Search', 'R', 'Retrieve', {
            ...ofBase,
            retrievalQuery: { text: ask('text') },
          }),
          service: 'bedrock-agent-runtime',
        },
        StartIngestion: act('Ingest a Data Source', 'W', 'StartIngestionJob', {
          ...ofBase,
          dataSourceId: ask('dataSourceId'),
        }),
        Delete: act('Delete', 'X', 'DeleteKnowledgeBase', ofBase),
      },
      has: { Role: to('roleArn', 'iam.Role') },
    },
    DataSource: {
      identifiers: ['knowledgeBaseId', 'dataSourceId'],
      label: ['name', 'dataSourceId'],
      state: 'status',
      description: ['status', 'description'],
      columns: [
        ['Data source', 'dataSourceId'],
        ['Status', 'status'],
        ['Failure', 'failureReasons'],
        ['Type', 'dataSourceConfiguration.type'],
        ['When deleted', 'dataDeletionPolicy'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'database',
      load: { operation: 'GetDataSource', params: ofSource, path: 'dataSource' },
      collections: {
        IngestionJobs: list('Ingestion Jobs', 'ListIngestionJobs', ofSource, [
          'IngestionJob',
          'ingestionJobSummaries[]',
          { ...ofSource, ingestionJobId: 'ingestionJobId' },
        ]),
      },
      actions: {
        StartIngestion: act('Ingest', 'W', 'StartIngestionJob', ofSource),
        Delete: act('Delete', 'X', 'DeleteDataSource', ofSource),
      },
      has: {
        Bucket: to('dataSourceConfiguration.s3Configuration.bucketArn', 's3.Bucket'),
        KnowledgeBase: to('knowledgeBaseId', 'KnowledgeBase'),
      },
    },
    IngestionJob: {
      identifiers: ['knowledgeBaseId', 'dataSourceId', 'ingestionJobId'],
      label: ['{startedAt|date}', 'ingestionJobId'],
      state: 'status',
      description: ['status', '{statistics.numberOfDocumentsScanned|count:document}'],
      columns: [
        ['Job ID', 'ingestionJobId'],
        ['Status', 'status'],
        ['Failure', 'failureReasons'],
        ['Scanned', 'statistics.numberOfDocumentsScanned'],
        ['New', 'statistics.numberOfNewDocumentsIndexed'],
        ['Failed', 'statistics.numberOfDocumentsFailed'],
        ['Started', '{startedAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'sync',
      load: { operation: 'GetIngestionJob', params: ofIngestion, path: 'ingestionJob' },
      actions: { Stop: act('Stop', 'D', 'StopIngestionJob', ofIngestion) },
    },
    Flow: {
      identifiers: ['id'],
      label: ['name', 'id'],
      state: 'status',
      description: ['status', 'description'],
      columns: [
        ['Flow ID', 'id'],
        ['Status', 'status'],
        ['Description', 'description'],
        ['Version', 'version'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'type-hierarchy',
      arn: 'arn',
      arnPattern: `${arn}:flow/{id}`,
      load: { operation: 'GetFlow', params: ofFlow },
      actions: {
        Prepare: act('Prepare', 'W', 'PrepareFlow', ofFlow),
        Delete: act('Delete', 'X', 'DeleteFlow', ofFlow),
      },
      has: { Role: to('executionRoleArn', 'iam.Role') },
    },
    Prompt: {
      identifiers: ['id'],
      label: ['name', 'id'],
      description: ['description'],
      columns: [
        ['Prompt ID', 'id'],
        ['Description', 'description'],
        ['Version', 'version'],
        ['Default variant', 'defaultVariant'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'comment-discussion',
      arn: 'arn',
      arnPattern: `${arn}:prompt/{id}`,
      load: { operation: 'GetPrompt', params: ofPrompt },
      actions: { Delete: act('Delete', 'X', 'DeletePrompt', ofPrompt) },
    },
  },
};
