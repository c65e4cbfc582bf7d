import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofGuardrail = { guardrailIdentifier: identifier('id') };
const ofVersion = { ...ofGuardrail, guardrailVersion: identifier('version') };
const ofProfile = { inferenceProfileIdentifier: identifier('inferenceProfileId') };
const ofCustomModel = { modelIdentifier: identifier('modelArn') };
const ofJob = { jobIdentifier: identifier('jobArn') };
const ofThroughput = { provisionedModelId: identifier('provisionedModelArn') };
const arn = 'arn:{partition}:bedrock:{region}:{account}';

function converse(modelId: string) {
  const params = {
    modelId: identifier(modelId),
    messages: ask('messages'),
    system: askOptional('system'),
  };
  return {
    ...act('Converse (Costs per Token)', 'W', 'Converse', params),
    service: 'bedrock-runtime',
  };
}

export const bedrock: ServiceKinds = {
  service: 'bedrock',
  title: 'Bedrock',
  icon: 'sparkle',
  collections: {
    FoundationModels: list('Foundation Models', 'ListFoundationModels', {}, [
      'FoundationModel',
      'modelSummaries[]',
      { modelId: 'modelId' },
    ]),
    InferenceProfiles: list('Inference Profiles', 'ListInferenceProfiles', {}, [
      'InferenceProfile',
      'inferenceProfileSummaries[]',
      { inferenceProfileId: 'inferenceProfileId' },
    ]),
    Guardrails: list('Guardrails', 'ListGuardrails', {}, [
      'Guardrail',
      'guardrails[]',
      { id: 'id' },
    ]),
    CustomModels: list('Custom Models', 'ListCustomModels', {}, [
      'CustomModel',
      'modelSummaries[]',
      { modelArn: 'modelArn' },
    ]),
    CustomizationJobs: list('Customization Jobs', 'ListModelCustomizationJobs', {}, [
      'CustomizationJob',
      'modelCustomizationJobSummaries[]',
      { jobArn: 'jobArn' },
    ]),
    InvocationJobs: list('Batch Inference Jobs', 'ListModelInvocationJobs', {}, [
      'InvocationJob',
      'invocationJobSummaries[]',
      { jobArn: 'jobArn' },
    ]),
    ProvisionedThroughputs: list('Provisioned Throughput', 'ListProvisionedModelThroughputs', {}, [
      'ProvisionedThroughput',
      'provisionedModelSummaries[]',
      { provisionedModelArn: 'provisionedModelArn' },
    ]),
  },
  actions: {
    GetInvocationLogging: act(
      'Show Invocation Logging',
      'R',
      'GetModelInvocationLoggingConfiguration',
    ),
  },
  kinds: {
    FoundationModel: {
      identifiers: ['modelId'],
      label: ['modelName', 'modelId'],
      state: 'modelLifecycle.status',
      description: ['providerName', 'modelId'],
      columns: [
        ['Model ID', 'modelId'],
        ['Provider', 'providerName'],
        ['Takes', 'inputModalities'],
        ['Gives', 'outputModalities'],
        ['Inference', 'inferenceTypesSupported'],
        ['Customization', 'customizationsSupported'],
        ['Streams', '{responseStreamingSupported|if:yes/no}'],
        ['Lifecycle', 'modelLifecycle.status'],
      ],
      icon: 'sparkle',
      arn: 'modelArn',
      arnPattern: 'arn:{partition}:bedrock:{region}::foundation-model/{modelId}',
      consoleUrl: '{c}/bedrock/home?region={region}#/model-catalog/serverless/{modelId}',
      load: {
        operation: 'GetFoundationModel',
        params: { modelIdentifier: identifier('modelId') },
        path: 'modelDetails',
      },
      actions: {
        GetAvailability: act('Show Availability', 'R', 'GetFoundationModelAvailability', {
          modelId: identifier('modelId'),
        }),
        Converse: converse('modelId'),
      },
    },
    InferenceProfile: {
      identifiers: ['inferenceProfileId'],
      label: ['inferenceProfileName', 'inferenceProfileId'],
      state: 'status',
      description: ['status', 'type'],
      columns: [
        ['Profile ID', 'inferenceProfileId'],
        ['Status', 'status'],
        ['Type', 'type'],
        ['Models', 'models[].modelArn'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'git-merge',
      arn: 'inferenceProfileArn',
      arnPattern: `${arn}:inference-profile/{inferenceProfileId}`,
      consoleUrl: '{c}/bedrock/home?region={region}#/inference-profiles/{inferenceProfileId}',
      load: { operation: 'GetInferenceProfile', params: ofProfile },
      actions: {
        Converse: converse('inferenceProfileId'),
        Delete: act('Delete', 'X', 'DeleteInferenceProfile', ofProfile),
      },
      has: { Models: to('models[].modelArn', 'FoundationModel') },
    },
    // Its name and description are marked as sensitive in the model, so its id stands for it.
    Guardrail: {
      identifiers: ['id'],
      state: 'status',
      description: ['status', '{updatedAt|date}'],
      columns: [
        ['Status', 'status'],
        ['Version', 'version'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'shield',
      arn: 'arn',
      arnPattern: `${arn}:guardrail/{id}`,
      consoleUrl: '{c}/bedrock/home?region={region}#/guardrails/{id}',
      load: { operation: 'GetGuardrail', params: ofGuardrail },
      collections: {
        Versions: list('Versions', 'ListGuardrails', ofGuardrail, [
          'GuardrailVersion',
          'guardrails[]',
          { id: 'id', version: 'version' },
        ]),
      },
      actions: {
        CreateVersion: act('Create Version', 'W', 'CreateGuardrailVersion', ofGuardrail),
        Delete: act('Delete', 'X', 'DeleteGuardrail', ofGuardrail),
      },
      has: { Key: to('kmsKeyArn', 'kms.Key') },
    },
    GuardrailVersion: {
      identifiers: ['id', 'version'],
      label: ['Version {version}'],
      state: 'status',
      description: ['status', '{createdAt|date}'],
      columns: [
        ['Status', 'status'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'versions',
      load: { operation: 'GetGuardrail', params: ofVersion },
      actions: { Delete: act('Delete', 'X', 'DeleteGuardrail', ofVersion) },
    },
    CustomModel: {
      identifiers: ['modelArn'],
      label: ['modelName', '{modelArn|last}'],
      state: 'modelStatus',
      description: ['modelStatus', 'baseModelName', 'customizationType'],
      columns: [
        ['Status', 'modelStatus'],
        ['Failure', 'failureMessage'],
        ['Base model', 'baseModelName'],
        ['Customization', 'customizationType'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'beaker',
      arn: 'modelArn',
      arnPattern: `${arn}:custom-model/{*}`,
      load: { operation: 'GetCustomModel', params: ofCustomModel },
      actions: { Delete: act('Delete', 'X', 'DeleteCustomModel', ofCustomModel) },
      has: {
        BaseModel: to('baseModelArn', 'FoundationModel'),
        Job: to('jobArn', 'CustomizationJob'),
        Key: to('modelKmsKeyArn', 'kms.Key'),
      },
    },
    CustomizationJob: {
      identifiers: ['jobArn'],
      label: ['jobName', '{jobArn|last}'],
      state: 'status',
      description: ['status', 'customizationType', '{creationTime|date}'],
      columns: [
        ['Status', 'status'],
        ['Failure', 'failureMessage'],
        ['Makes', 'customModelName'],
        ['Base model', '{baseModelArn|segment}'],
        ['Customization', 'customizationType'],
        ['Created', '{creationTime|date}'],
        ['Ended', '{endTime|date}'],
      ],
      icon: 'mortar-board',
      arn: 'jobArn',
      arnPattern: `${arn}:model-customization-job/{*}`,
      load: { operation: 'GetModelCustomizationJob', params: ofJob },
      actions: { Stop: act('Stop', 'D', 'StopModelCustomizationJob', ofJob) },
      has: {
        Model: to('customModelArn', 'CustomModel'),
        BaseModel: to('baseModelArn', 'FoundationModel'),
        Role: to('roleArn', 'iam.Role'),
      },
    },
    InvocationJob: {
      identifiers: ['jobArn'],
      label: ['jobName', '{jobArn|last}'],
      state: 'status',
      description: ['status', '{modelId|last}', '{submitTime|date}'],
      columns: [
        ['Status', 'status'],
        ['Model', 'modelId'],
        ['Records', '{processedRecordCount} of {totalRecordCount}'],
        ['Failed', 'errorRecordCount'],
        ['Submitted', '{submitTime|date}'],
        ['Ended', '{endTime|date}'],
      ],
      icon: 'run-all',
      arn: 'jobArn',
      arnPattern: `${arn}:model-invocation-job/{*}`,
      load: { operation: 'GetModelInvocationJob', params: ofJob },
      actions: { Stop: act('Stop', 'D', 'StopModelInvocationJob', ofJob) },
      has: { Role: to('roleArn', 'iam.Role') },
    },
    ProvisionedThroughput: {
      identifiers: ['provisionedModelArn'],
      label: ['provisionedModelName', '{provisionedModelArn|last}'],
      state: 'status',
      description: ['status', '{modelUnits|count:unit}'],
      columns: [
        ['Status', 'status'],
        ['Failure', 'failureMessage'],
        ['Units', '{modelUnits}, to be {desiredModelUnits}'],
        ['Model', '{modelArn|segment}'],
        ['Commitment', 'commitmentDuration'],
        ['Committed until', '{commitmentExpirationTime|date}'],
        ['Created', '{creationTime|date}'],
      ],
      icon: 'dashboard',
      arn: 'provisionedModelArn',
      arnPattern: `${arn}:provisioned-model/{*}`,
      load: { operation: 'GetProvisionedModelThroughput', params: ofThroughput },
      actions: {
        Converse: converse('provisionedModelArn'),
        Delete: act('Delete', 'X', 'DeleteProvisionedModelThroughput', ofThroughput),
      },
      has: { FoundationModel: to('foundationModelArn', 'FoundationModel') },
    },
  },
};
