import assert from 'node:assert/strict';
import { run, type ServiceScenarios } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Project: {
      create: async (stage) => {
        const name = stage.unique('project');
        const client = await stage.client();
        await client.call('CreateProject', {
          name,
          source: { type: 'S3', location: 'bucket/source.zip' },
          artifacts: { type: 'NO_ARTIFACTS' },
          environment: {
            type: 'LINUX_CONTAINER',
            image: 'aws/codebuild/standard:7.0',
            computeType: 'BUILD_GENERAL1_SMALL',
          },
          serviceRole: 'arn:aws:iam::123456789012:role/build',
        });
        return stage.service.get('Project', { name });
      },
      loaded: { source: { type: 'S3' }, environment: { type: 'LINUX_CONTAINER' } },
      actions: [
        run('StartBuild', {}, ({ resources }) => assert.equal(resources[0]?.kind, 'Build')),
      ],
      children: { Builds: 1 },
      references: { ServiceRole: 1 },
    },
    Build: {
      create: async (stage) => stage.make(await stage.example('Project'), 'StartBuild'),
      listed: async (stage) => (await stage.example('Project')).collection('Builds'),
      loaded: ({ label, attributes }) =>
        assert.equal(label, `${attributes?.projectName} #${attributes?.buildNumber}`),
      actions: [run('Stop', {}, { build: { buildStatus: 'STOPPED' } })],
      references: { Project: 1, ServiceRole: 1 },
    },
  },
  unserved: {
    'Project.BatchBuilds': 'moto has no batch builds.',
    'Project.StartBatchBuild': 'moto has no batch builds.',
    'Project.InvalidateCache': 'moto has no cache.',
    'Build.GetLog': "moto's builds write no log.",
    'Build.Retry': 'moto has no RetryBuild.',
    'Build.Delete': 'moto has no BatchDeleteBuilds.',
    BuildBatch: 'moto has no batch builds.',
    ReportGroup: 'moto has no reports.',
    Report: 'moto has no reports.',
  },
};
