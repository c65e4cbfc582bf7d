import { because, notInMoto } from '../made.ts';
import { made, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Canary: {
      create: (stage) => {
        const Name = stage.unique('canary').slice(0, 21);
        const input = {
          Name,
          Code: { Handler: 'index.handler' },
          ArtifactS3Location: 's3://data/canaries',
          ExecutionRoleArn: 'arn:aws:iam::123456789012:role/canary',
          Schedule: { Expression: 'rate(5 minutes)' },
          RuntimeVersion: 'syn-nodejs-puppeteer-9.0',
        };
        return made(stage, 'CreateCanary', input, 'Canary', { Name });
      },
      loaded: { RuntimeVersion: 'syn-nodejs-puppeteer-9.0' },
      references: { Role: 1 },
      remove: false,
    },
  },
  unserved: {
    ...because(notInMoto, 'Canary.Start', 'Canary.Stop', 'Canary.Delete'),
    'Canary.Runs': 'moto runs no canaries.',
    CanaryRun: 'moto runs no canaries.',
    Group: 'moto has no groups.',
  },
};
