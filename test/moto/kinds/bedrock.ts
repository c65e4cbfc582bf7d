import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { made } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';
import { run, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  actions: [run('GetInvocationLogging', {}, { loggingConfig: {} })],
  kinds: {
    CustomModel: {
      create: async (stage) => {
        const name = stage.unique('model');
        await makeJob(stage, name);
        for await (const model of stage.service.collection('CustomModels')) {
          if (model.label === name) return model;
        }
        throw new Error('The job made no model.');
      },
      loaded: ({ attributes }) => assert.ok(attributes?.jobArn),
      references: { Job: 1 },
    },
    CustomizationJob: {
      create: (stage) => makeJob(stage, stage.unique('model')),
      references: { Role: 1 },
      actions: [{ name: 'Stop' }],
    },
  },
  unserved: {
    FoundationModel: 'moto has no foundation models.',
    InferenceProfile: 'moto has no inference profiles.',
    Guardrail: 'moto has no guardrails.',
    GuardrailVersion: 'moto has no guardrails.',
    InvocationJob: 'moto has no batch inference.',
    ProvisionedThroughput: 'moto has no provisioned throughput.',
  },
};

/** moto makes the model at once. */
async function makeJob(stage: Stage, customModelName: string): Promise<Resource> {
  return made(stage, 'CustomizationJob', {
    operation: 'CreateModelCustomizationJob',
    input: {
      jobName: stage.unique('job'),
      customModelName,
      roleArn: 'arn:aws:iam::123456789012:role/bedrock',
      baseModelIdentifier: 'amazon.titan-text-express-v1',
      trainingDataConfig: { s3Uri: 's3://data/train' },
      outputDataConfig: { s3Uri: 's3://data/out' },
      hyperParameters: { epochCount: '1' },
    },
    from: { jobArn: 'jobArn' },
  });
}
