import assert from 'node:assert/strict';
import { because, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Certificate: {
      create: (stage) =>
        stage.make(stage.service, 'RequestCertificate', { DomainName: 'example.com' }),
      loaded: { DomainName: 'example.com', Type: 'AMAZON_ISSUED' },
      actions: [
        run('GetTags', {}, { Tags: [] }),
        run('Get', {}, ({ output }) => assert.ok(output.Certificate)),
      ],
      waits: ['Validated'],
    },
  },
  unserved: {
    'Certificate.Export': 'moto exports certificates of a private authority only.',
    'Certificate.ResendValidationEmail': 'moto validates by e-mail only what was made so.',
    ...because(notInMoto, 'Certificate.Renew'),
  },
};
