import assert from 'node:assert/strict';
import { because, instanceOf, made, notInMoto } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const content = JSON.stringify({
  schemaVersion: '2.2',
  description: 'Restarts the shop',
  mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ['true'] } }],
});

export const scenarios: ServiceScenarios = {
  kinds: {
    Parameter: {
      create: (stage) => {
        const known = { Name: `/${stage.unique('parameter')}` };
        const input = { ...known, Value: 'first', Type: 'SecureString' };
        return made(stage, 'Parameter', { operation: 'PutParameter', input, known });
      },
      loaded: ({ attributes }) => {
        assert.equal(attributes?.Version, 1);
        assert.equal('Value' in attributes, false);
      },
      actions: [
        run('GetValue', {}, { Parameter: { Value: 'first' } }),
        run('Put', { Value: 'second' }, { Version: 2 }),
        run('GetHistory', {}, { Parameters: [{ Version: 1 }, { Version: 2 }] }),
        run('Label', { Labels: ['good'] }, { InvalidLabels: [], ParameterVersion: 2 }),
      ],
      references: { KmsKey: 1 },
    },
    Document: {
      create: (stage) => {
        const known = { Name: stage.unique('document') };
        const form = { DocumentType: 'Command', DocumentFormat: 'JSON' };
        const input = { ...known, ...form, Content: content };
        return made(stage, 'Document', { operation: 'CreateDocument', input, known });
      },
      loaded: { DocumentType: 'Command' },
      actions: [
        run(
          'Update',
          { Content: content.replace('shop', 'store'), DocumentVersion: '$LATEST' },
          { DocumentDescription: { DocumentVersion: '2' } },
        ),
      ],
    },
    DocumentVersion: {
      create: async (stage) => {
        const { id: Name } = await stage.example('Document');
        const input = { Name, Content: content.replace('Restarts', 'Stops') };
        return made(stage, 'DocumentVersion', {
          operation: 'UpdateDocument',
          input: { ...input, DocumentVersion: '$LATEST' },
          from: { DocumentVersion: 'DocumentDescription.DocumentVersion' },
          known: { Name },
        });
      },
      loaded: { DocumentVersion: '2' },
      actions: [
        run('SetAsDefault'),
        run('SetAsDefault', { DocumentVersion: '1' }, { Description: { DefaultVersion: '1' } }),
      ],
      references: { Document: 1 },
    },
    ManagedInstance: {
      create: async (stage) =>
        stage.service.get('ManagedInstance', { InstanceId: await instanceOf(stage) }),
      actions: [
        run('RunShellScript', { Parameters: { commands: ['true'] } }, ({ output }, { id }) =>
          assert.partialDeepStrictEqual(output, { Command: { InstanceIds: [id] } }),
        ),
      ],
      references: { Instance: 1 },
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'AutomationExecution',
      'Document.Automate',
      'Document.Versions',
      'DocumentVersion.list',
      'ManagedInstance.list',
      'ManagedInstance.load',
      'ManagedInstance.Patches',
      'ManagedInstance.Role',
      'ManagedInstance.Deregister',
      'Patch',
    ),
    'ManagedInstance.StartSession': 'It is handed over to a program, and moto does not have it.',
  },
};
