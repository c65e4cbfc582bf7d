import { run, type ServiceScenarios } from './scenario.ts';

const job = {
  executionRoleArn: 'arn:aws:iam::123456789012:role/emr',
  jobDriver: { sparkSubmit: { entryPoint: 's3://data/job.py' } },
};

export const scenarios: ServiceScenarios = {
  kinds: {
    Application: {
      create: async (stage) => {
        const { applicationId } = await (await stage.client()).call('CreateApplication', {
          name: stage.unique('app'),
          releaseLabel: 'emr-7.0.0',
          type: 'SPARK',
        });
        return stage.service.get('Application', { id: String(applicationId) });
      },
      loaded: { releaseLabel: 'emr-7.0.0' },
      actions: [
        run('Start'),
        run('CancelJobRun', async (stage, application) => {
          const { output } = await stage.act(application, 'StartJobRun', job);
          return { jobRunId: output.jobRunId };
        }),
        run('Stop'),
        run('Start'),
      ],
      remove: run('Delete', async (stage, application) => {
        await stage.act(application, 'Stop');
        return {};
      }),
      children: { JobRuns: 1 },
    },
    JobRun: {
      create: async (stage) => {
        const application = await stage.example('Application');
        const { output } = await stage.act(application, 'StartJobRun', job);
        const ids = { applicationId: application.id, id: String(output.jobRunId) };
        return stage.service.get('JobRun', ids);
      },
      listed: async (stage) => (await stage.example('Application')).collection('JobRuns'),
      actions: [run('Cancel')],
    },
  },
};
