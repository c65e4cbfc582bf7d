import assert from 'node:assert/strict';
import { because, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Certificate: {
      create: (stage) =>
        stage.make(stage.service, 'RequestCertificate', {
          DomainName: 'example.com',
          ValidationMethod: 'EMAIL',
          Options: { Export: 'ENABLED' },
        }),
      loaded: { DomainName: 'example.com', Type: 'AMAZON_ISSUED' },
      actions: [
        run('GetTags', {}, { Tags: [] }),
        run('ResendValidationEmail', { ValidationDomain: 'example.com' }),
        run('Export', { Passphrase: Buffer.from('example').toString('base64') }, ({ output }) =>
          assert.ok(output.PrivateKey),
        ),
        run('Get', {}, ({ output }) => assert.ok(output.Certificate)),
      ],
      waits: ['Validated'],
    },
  },
  unserved: {
    ...because(notInMoto, 'Certificate.Renew'),
  },
};
