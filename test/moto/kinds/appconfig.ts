import assert from 'node:assert/strict';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Application: {
      create: (stage) =>
        stage.make(stage.service, 'CreateApplication', { Name: stage.unique('application') }),
      loaded: ({ label }) => assert.match(label, /^test-application-/),
    },
    ConfigurationProfile: {
      create: async (stage) => {
        const { identifiers } = await stage.example('Application');
        const client = await stage.client();
        const { Id } = await client.call('CreateConfigurationProfile', {
          ...identifiers,
          Name: stage.unique('profile'),
          LocationUri: 'hosted',
        });
        return stage.service.get('ConfigurationProfile', {
          ...identifiers,
          ConfigurationProfileId: String(Id),
        });
      },
      listed: async (stage) =>
        (await stage.example('Application')).collection('ConfigurationProfiles'),
      loaded: { LocationUri: 'hosted' },
      references: { Application: 1 },
    },
    HostedConfigurationVersion: {
      create: async (stage) => {
        const profile = await stage.example('ConfigurationProfile');
        await stage.act(profile, 'CreateVersion', {
          Content: 'e30=',
          ContentType: 'application/json',
        });
        return stage.service.get('HostedConfigurationVersion', {
          ...profile.identifiers,
          VersionNumber: '1',
        });
      },
      actions: [run('Get', {}, { ContentType: 'application/json' })],
    },
  },
  unserved: {
    'Application.list': 'moto has no ListApplications.',
    'Application.Environments': 'moto has no environments.',
    'Application.CreateEnvironment': 'moto has no environments.',
    'Application.StartDeployment': 'moto has no deployments.',
    'ConfigurationProfile.HostedVersions': 'moto has no ListHostedConfigurationVersions.',
    'ConfigurationProfile.Validate': 'moto has no ValidateConfiguration.',
    Environment: 'moto has no environments.',
    Deployment: 'moto has no deployments.',
    DeploymentStrategy: 'moto has no deployment strategies.',
  },
};
