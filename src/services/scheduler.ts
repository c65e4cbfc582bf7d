import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofSchedule = { GroupName: identifier('GroupName'), Name: identifier('Name') };
const byName = { Name: identifier('Name') };

/** An update replaces all of a schedule, so what is not asked for is said again. */
const unchanged = {
  ...ofSchedule,
  ScheduleExpression: data('ScheduleExpression'),
  ScheduleExpressionTimezone: data('ScheduleExpressionTimezone'),
  FlexibleTimeWindow: data('FlexibleTimeWindow'),
  Target: data('Target'),
  StartDate: data('StartDate'),
  EndDate: data('EndDate'),
  Description: data('Description'),
  KmsKeyArn: data('KmsKeyArn'),
  ActionAfterCompletion: data('ActionAfterCompletion'),
};

const arns = 'arn:{partition}:scheduler:{region}:{account}';

function schedules(params: Params): CollectionRule {
  return list('Schedules', 'ListSchedules', params, [
    'Schedule',
    'Schedules[]',
    { GroupName: 'GroupName', Name: 'Name' },
  ]);
}

export const scheduler: ServiceKinds = {
  service: 'scheduler',
  title: 'EventBridge Scheduler',
  icon: 'calendar',
  collections: {
    Schedules: schedules({}),
    ScheduleGroups: list('Schedule Groups', 'ListScheduleGroups', {}, [
      'ScheduleGroup',
      'ScheduleGroups[]',
      { Name: 'Name' },
    ]),
  },
  actions: {
    CreateScheduleGroup: {
      ...act('Create Schedule Group', 'W', 'CreateScheduleGroup', { Name: ask('Name') }),
      result: { kind: 'ScheduleGroup', identifiers: { Name: '{ScheduleGroupArn|last}' } },
    },
  },
  kinds: {
    Schedule: {
      identifiers: ['GroupName', 'Name'],
      state: 'State',
      description: ['State', 'ScheduleExpression', '{GroupName|swap:default=}'],
      columns: [
        ['State', 'State'],
        ['Schedule', 'ScheduleExpression'],
        ['Time zone', 'ScheduleExpressionTimezone'],
        ['Target', 'Target.Arn'],
        ['Group', 'GroupName'],
        ['Starts', 'StartDate'],
        ['Ends', 'EndDate'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModificationDate'],
      ],
      icon: 'calendar',
      arn: 'Arn',
      arnPattern: `${arns}:schedule/{GroupName}/{Name}`,
      consoleUrl: '{c}/scheduler/home?region={region}#schedules/{GroupName}/{Name}',
      load: { operation: 'GetSchedule', params: ofSchedule },
      actions: {
        Update: act('Update', 'D', 'UpdateSchedule', {
          ...ofSchedule,
          ScheduleExpression: ask('ScheduleExpression'),
          FlexibleTimeWindow: ask('FlexibleTimeWindow'),
          Target: ask('Target'),
          State: askOptional('State'),
        }),
        Enable: act('Enable', 'D', 'UpdateSchedule', { ...unchanged, State: 'ENABLED' }),
        Disable: act('Disable', 'D', 'UpdateSchedule', { ...unchanged, State: 'DISABLED' }),
        Delete: act('Delete', 'X', 'DeleteSchedule', ofSchedule),
      },
      has: {
        Target: to('Target.Arn'),
        Role: to('Target.RoleArn', 'iam.Role'),
        DeadLetterQueue: to('Target.DeadLetterConfig.Arn'),
        ScheduleGroup: to('GroupName', 'ScheduleGroup'),
      },
    },
    ScheduleGroup: {
      identifiers: ['Name'],
      state: 'State',
      description: ['State'],
      columns: [
        ['State', 'State'],
        ['Created', 'CreationDate'],
        ['Modified', 'LastModificationDate'],
      ],
      icon: 'folder',
      arn: 'Arn',
      arnPattern: `${arns}:schedule-group/{Name}`,
      load: { operation: 'GetScheduleGroup', params: byName },
      collections: { Schedules: schedules({ GroupName: identifier('Name') }) },
      actions: { Delete: act('Delete', 'X', 'DeleteScheduleGroup', byName) },
    },
  },
};
