import { made, roleOf, under } from '../made.ts';
import { run, type ServiceScenarios } from './scenario.ts';

const when = { ScheduleExpression: 'rate(1 hour)', FlexibleTimeWindow: { Mode: 'OFF' } };

export const scenarios: ServiceScenarios = {
  kinds: {
    Schedule: {
      create: async (stage) => {
        const known = {
          GroupName: (await stage.example('ScheduleGroup')).id,
          Name: stage.unique('hourly'),
        };
        const Target = {
          Arn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
          RoleArn: await roleOf(stage),
        };
        return made(stage, 'Schedule', {
          operation: 'CreateSchedule',
          input: { ...known, ...when, Target },
          known,
        });
      },
      listed: under('ScheduleGroup', 'Schedules'),
      loaded: { State: 'ENABLED', ScheduleExpression: 'rate(1 hour)' },
      actions: [
        run('Disable'),
        run('Enable'),
        run('Update', (_, { attributes }) => ({
          ...when,
          ScheduleExpression: 'rate(2 hours)',
          Target: attributes?.Target,
        })),
      ],
      references: { Target: 1, Role: 1, ScheduleGroup: 1 },
    },
    ScheduleGroup: {
      create: (stage) =>
        stage.make(stage.service, 'CreateScheduleGroup', { Name: stage.unique('group') }),
      loaded: { State: 'ACTIVE' },
    },
  },
};
