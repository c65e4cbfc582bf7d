import { made, roleOf } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const queues = 'arn:aws:sqs:eu-west-1:123456789012';

export const scenarios: ServiceScenarios = {
  kinds: {
    Pipe: {
      create: async (stage) => {
        const known = { Name: stage.unique('pipe') };
        return made(stage, 'Pipe', {
          operation: 'CreatePipe',
          input: {
            ...known,
            RoleArn: await roleOf(stage),
            Source: `${queues}:a`,
            Target: `${queues}:b`,
          },
          known,
        });
      },
      loaded: { CurrentState: 'RUNNING', Source: `${queues}:a` },
      actions: [run('Stop'), run('Start')],
      references: { Source: 1, Target: 1, Role: 1 },
    },
  },
};
