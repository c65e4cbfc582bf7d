import type { ServiceScenarios } from './scenario.ts';
import { run } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  actions: [run('GetInvocationLogging', {}, { loggingConfig: {} })],
  kinds: {
    CustomizationJob: {
      create: async (stage) => {
        const { jobArn } = await (await stage.client()).call('CreateModelCustomizationJob', {
          jobName: stage.unique('job'),
          customModelName: stage.unique('model'),
          roleArn: 'arn:aws:iam::123456789012:role/bedrock',
          baseModelIdentifier: 'amazon.titan-text-express-v1',
          trainingDataConfig: { s3Uri: 's3://data/train' },
          outputDataConfig: { s3Uri: 's3://data/out' },
          hyperParameters: { epochCount: '1' },
        });
        return stage.service.get('CustomizationJob', { jobArn: String(jobArn) });
      },
      references: { Role: 1 },
      actions: [{ name: 'Stop' }],
    },
  },
  unserved: {
    FoundationModel: 'moto has no foundation models.',
    InferenceProfile: 'moto has no inference profiles.',
    Guardrail: 'moto has no guardrails.',
    GuardrailVersion: 'moto has no guardrails.',
    CustomModel: 'moto has custom models only of jobs that it never ends.',
    InvocationJob: 'moto has no batch inference.',
    ProvisionedThroughput: 'moto has no provisioned throughput.',
  },
};
