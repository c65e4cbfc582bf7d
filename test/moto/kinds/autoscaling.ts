import type { Resource } from '../../../src/library.ts';
import { because, imageOf, made, notInMoto, subnetsOf, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    AutoScalingGroup: {
      create: makeGroup,
      loaded: { MinSize: 0, MaxSize: 3, Instances: [{}] },
      actions: [
        run('SetDesiredCapacity', { DesiredCapacity: 2 }),
        run('SetLimits', { MinSize: 1, MaxSize: 4 }),
        run('SuspendProcesses', { ScalingProcesses: ['AZRebalance'] }),
        run('ResumeProcesses', { ScalingProcesses: ['AZRebalance'] }),
      ],
      children: { Instances: 2 },
      references: { Instances: 1, LaunchConfiguration: 1 },
      remove: run('Delete', { ForceDelete: true }),
    },
    ScalingPolicy: {
      create: async (stage) => {
        const group = { AutoScalingGroupName: (await stage.example('AutoScalingGroup')).id };
        return made(stage, 'ScalingPolicy', {
          operation: 'PutScalingPolicy',
          input: {
            ...group,
            PolicyName: 'up',
            AdjustmentType: 'ChangeInCapacity',
            ScalingAdjustment: 1,
          },
          known: { ...group, PolicyName: 'up' },
        });
      },
      listed: under('AutoScalingGroup', 'Policies'),
      loaded: { PolicyType: 'SimpleScaling', ScalingAdjustment: 1 },
      actions: [run('Execute')],
    },
    ScheduledAction: {
      create: async (stage) => {
        const known = {
          AutoScalingGroupName: (await stage.example('AutoScalingGroup')).id,
          ScheduledActionName: 'nightly',
        };
        return made(stage, 'ScheduledAction', {
          operation: 'PutScheduledUpdateGroupAction',
          input: { ...known, Recurrence: '0 0 * * *', DesiredCapacity: 1 },
          known,
        });
      },
      listed: under('AutoScalingGroup', 'ScheduledActions'),
      loaded: { Recurrence: '0 0 * * *' },
    },
    LifecycleHook: {
      create: async (stage) => {
        const known = {
          AutoScalingGroupName: (await stage.example('AutoScalingGroup')).id,
          LifecycleHookName: 'drain',
        };
        return made(stage, 'LifecycleHook', {
          operation: 'PutLifecycleHook',
          input: { ...known, LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' },
          known,
        });
      },
      listed: under('AutoScalingGroup', 'LifecycleHooks'),
      loaded: { DefaultResult: 'ABANDON' },
    },
    LaunchConfiguration: {
      create: makeLaunchConfiguration,
      loaded: { InstanceType: 't3.micro' },
      references: { Image: 1 },
    },
  },
  unserved: {
    Activity: 'moto lists no activities.',
    ...because(
      notInMoto,
      'InstanceRefresh',
      'AutoScalingGroup.InstanceRefreshes',
      'AutoScalingGroup.StartInstanceRefresh',
      'AutoScalingGroup.CancelInstanceRefresh',
    ),
  },
};

async function makeGroup(stage: Stage): Promise<Resource> {
  const { id } = await stage.example('LaunchConfiguration');
  const AutoScalingGroupName = stage.unique('group');
  return made(stage, 'AutoScalingGroup', {
    operation: 'CreateAutoScalingGroup',
    input: {
      AutoScalingGroupName,
      LaunchConfigurationName: id,
      MinSize: 0,
      MaxSize: 3,
      DesiredCapacity: 1,
      VPCZoneIdentifier: (await subnetsOf(stage))[0],
    },
    known: { AutoScalingGroupName },
  });
}

async function makeLaunchConfiguration(stage: Stage): Promise<Resource> {
  const known = { LaunchConfigurationName: stage.unique('launch') };
  return made(stage, 'LaunchConfiguration', {
    operation: 'CreateLaunchConfiguration',
    input: { ...known, ImageId: await imageOf(stage), InstanceType: 't3.micro' },
    known,
  });
}
