import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    Location: {
      create: async (stage) => {
        const LocationArn = await locationIn(stage, 'source');
        return stage.service.get('Location', { LocationArn });
      },
    },
    Task: {
      create: async (stage) => {
        const { TaskArn } = await (await stage.client()).call('CreateTask', {
          Name: stage.unique('task'),
          SourceLocationArn: await locationIn(stage, 'source'),
          DestinationLocationArn: await locationIn(stage, 'destination'),
        });
        return stage.service.get('Task', { TaskArn: String(TaskArn) });
      },
      loaded: { Status: 'AVAILABLE' },
      actions: [
        run('CancelExecution', async (stage, task) => {
          const { output } = await stage.act(task, 'Start');
          return { TaskExecutionArn: output.TaskExecutionArn };
        }),
      ],
      references: { Source: 1, Destination: 1 },
    },
    TaskExecution: {
      create: async (stage) => {
        const task = await stage.example('Task');
        const { output } = await stage.act(task, 'Start');
        const TaskExecutionArn = String(output.TaskExecutionArn);
        return stage.service.get('TaskExecution', { TaskExecutionArn });
      },
      actions: [run('Cancel')],
    },
  },
  unserved: {
    'Task.Executions': 'moto describes executions and does not list them.',
    Agent: 'moto has no agents.',
  },
};

async function locationIn(stage: Stage, name: string): Promise<string> {
  const { LocationArn } = await (await stage.client()).call('CreateLocationS3', {
    S3BucketArn: `arn:aws:s3:::${stage.unique(name)}`,
    S3Config: { BucketAccessRoleArn: 'arn:aws:iam::123456789012:role/datasync' },
  });
  return String(LocationArn);
}
