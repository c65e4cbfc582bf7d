import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofGroup = { AutoScalingGroupName: identifier('AutoScalingGroupName') };
const ofPolicy = { ...ofGroup, PolicyName: identifier('PolicyName') };
const ofScheduledAction = {
  ...ofGroup,
  ScheduledActionName: identifier('ScheduledActionName'),
};
const ofHook = { ...ofGroup, LifecycleHookName: identifier('LifecycleHookName') };
const ofLaunchConfiguration = {
  LaunchConfigurationName: identifier('LaunchConfigurationName'),
};

const arns = 'arn:{partition}:autoscaling:{region}:{account}';

export const autoscaling: ServiceKinds = {
  service: 'autoscaling',
  title: 'EC2 Auto Scaling',
  icon: 'arrow-both',
  collections: {
    AutoScalingGroups: list('Auto Scaling Groups', 'DescribeAutoScalingGroups', {}, [
      'AutoScalingGroup',
      'AutoScalingGroups[]',
      { AutoScalingGroupName: 'AutoScalingGroupName' },
    ]),
    LaunchConfigurations: list('Launch Configurations', 'DescribeLaunchConfigurations', {}, [
      'LaunchConfiguration',
      'LaunchConfigurations[]',
      { LaunchConfigurationName: 'LaunchConfigurationName' },
    ]),
  },
  kinds: {
    AutoScalingGroup: {
      identifiers: ['AutoScalingGroupName'],
      state: 'Status',
      description: ['Status', '{Instances|count:instance}', '{DesiredCapacity} desired'],
      columns: [
        ['Instances', '{Instances|length}'],
        ['Desired', 'DesiredCapacity'],
        ['Limits', '{MinSize}–{MaxSize}'],
        ['Launch template', 'LaunchTemplate.LaunchTemplateName'],
        ['Launch configuration', 'LaunchConfigurationName'],
        ['Zones', 'AvailabilityZones'],
        ['Health check', 'HealthCheckType'],
        ['Suspended', 'SuspendedProcesses[].ProcessName'],
        ['Created', 'CreatedTime'],
      ],
      icon: 'arrow-both',
      arn: 'AutoScalingGroupARN',
      arnPattern: `${arns}:autoScalingGroup:{*}:autoScalingGroupName/{AutoScalingGroupName}`,
      consoleUrl:
        '{c}/ec2/home?region={region}#AutoScalingGroupDetails:id={AutoScalingGroupName};view=details',
      load: {
        operation: 'DescribeAutoScalingGroups',
        params: { AutoScalingGroupNames: [identifier('AutoScalingGroupName')] },
        path: 'AutoScalingGroups[0]',
      },
      collections: {
        Instances: {
          ...list(
            'Instances',
            'DescribeInstances',
            {
              Filters: [
                {
                  Name: 'tag:aws:autoscaling:groupName',
                  Values: [identifier('AutoScalingGroupName')],
                },
              ],
            },
            ['ec2.Instance', 'Reservations[].Instances[]', { InstanceId: 'InstanceId' }],
          ),
          service: 'ec2',
        },
        Activities: list('Activities', 'DescribeScalingActivities', ofGroup, [
          'Activity',
          'Activities[]',
          { ActivityId: 'ActivityId' },
        ]),
        Policies: list('Policies', 'DescribePolicies', ofGroup, [
          'ScalingPolicy',
          'ScalingPolicies[]',
          { ...ofGroup, PolicyName: 'PolicyName' },
        ]),
        ScheduledActions: list('Scheduled Actions', 'DescribeScheduledActions', ofGroup, [
          'ScheduledAction',
          'ScheduledUpdateGroupActions[]',
          { ...ofGroup, ScheduledActionName: 'ScheduledActionName' },
        ]),
        InstanceRefreshes: paged(
          list('Instance Refreshes', 'DescribeInstanceRefreshes', ofGroup, [
            'InstanceRefresh',
            'InstanceRefreshes[]',
            { ...ofGroup, InstanceRefreshId: 'InstanceRefreshId' },
          ]),
        ),
        LifecycleHooks: list('Lifecycle Hooks', 'DescribeLifecycleHooks', ofGroup, [
          'LifecycleHook',
          'LifecycleHooks[]',
          { ...ofGroup, LifecycleHookName: 'LifecycleHookName' },
        ]),
      },
      actions: {
        SetDesiredCapacity: act('Set Desired Capacity', 'D', 'SetDesiredCapacity', {
          ...ofGroup,
          DesiredCapacity: ask('DesiredCapacity'),
        }),
        SetLimits: act('Set Limits', 'D', 'UpdateAutoScalingGroup', {
          ...ofGroup,
          MinSize: ask('MinSize'),
          MaxSize: ask('MaxSize'),
        }),
        StartInstanceRefresh: {
          ...act('Refresh Instances', 'D', 'StartInstanceRefresh', ofGroup),
          result: {
            kind: 'InstanceRefresh',
            identifiers: { ...ofGroup, InstanceRefreshId: 'InstanceRefreshId' },
          },
        },
        CancelInstanceRefresh: act('Cancel Refresh', 'W', 'CancelInstanceRefresh', ofGroup),
        SuspendProcesses: act('Suspend Processes', 'W', 'SuspendProcesses', {
          ...ofGroup,
          ScalingProcesses: askOptional('ScalingProcesses'),
        }),
        ResumeProcesses: act('Resume Processes', 'W', 'ResumeProcesses', {
          ...ofGroup,
          ScalingProcesses: askOptional('ScalingProcesses'),
        }),
        Delete: act('Delete', 'X', 'DeleteAutoScalingGroup', {
          ...ofGroup,
          ForceDelete: askOptional('ForceDelete'),
        }),
      },
      has: {
        Instances: to('Instances[].InstanceId', 'ec2.Instance'),
        TargetGroups: to('TargetGroupARNs[]', 'elbv2.TargetGroup'),
        ClassicLoadBalancers: to('LoadBalancerNames[]', 'elb.LoadBalancer'),
        LaunchTemplate: to('LaunchTemplate.LaunchTemplateId', 'ec2.LaunchTemplate'),
        LaunchConfiguration: to('LaunchConfigurationName', 'LaunchConfiguration'),
        ServiceLinkedRole: to('ServiceLinkedRoleARN', 'iam.Role'),
      },
    },
    Activity: {
      identifiers: ['ActivityId'],
      label: ['Description', 'ActivityId'],
      state: 'StatusCode',
      description: ['StatusCode', '{StartTime|date}'],
      columns: [
        ['Status', 'StatusCode'],
        ['Message', 'StatusMessage'],
        ['Cause', 'Cause'],
        ['Progress', '{Progress} %'],
        ['Started', 'StartTime'],
        ['Ended', 'EndTime'],
      ],
      icon: 'history',
      load: {
        operation: 'DescribeScalingActivities',
        params: { ActivityIds: [identifier('ActivityId')] },
        path: 'Activities[0]',
      },
      has: { AutoScalingGroup: to('AutoScalingGroupName', 'AutoScalingGroup') },
    },
    ScalingPolicy: {
      identifiers: ['AutoScalingGroupName', 'PolicyName'],
      description: ['PolicyType', '{Enabled|if:/disabled}'],
      columns: [
        ['Type', 'PolicyType'],
        ['Enabled', '{Enabled|if:yes/no}'],
        ['Adjustment', '{ScalingAdjustment} ({AdjustmentType})'],
        [
          'Metric',
          'TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
        ],
        ['Target', 'TargetTrackingConfiguration.TargetValue'],
        ['Alarms', 'Alarms[].AlarmName'],
      ],
      icon: 'graph-line',
      arn: 'PolicyARN',
      arnPattern: `${arns}:scalingPolicy:{*}:autoScalingGroupName/{AutoScalingGroupName}:policyName/{PolicyName}`,
      load: {
        operation: 'DescribePolicies',
        params: { ...ofGroup, PolicyNames: [identifier('PolicyName')] },
        path: 'ScalingPolicies[0]',
      },
      actions: {
        Execute: act('Execute', 'D', 'ExecutePolicy', ofPolicy),
        Delete: act('Delete', 'X', 'DeletePolicy', ofPolicy),
      },
      has: { Alarms: to('Alarms[].AlarmARN') },
    },
    ScheduledAction: {
      identifiers: ['AutoScalingGroupName', 'ScheduledActionName'],
      description: ['Recurrence', '{DesiredCapacity} desired', 'next {StartTime|date}'],
      columns: [
        ['Recurrence', '{Recurrence} {TimeZone}'],
        ['Starts', 'StartTime'],
        ['Ends', 'EndTime'],
        ['Desired', 'DesiredCapacity'],
        ['Limits', '{MinSize}–{MaxSize}'],
      ],
      icon: 'calendar',
      arn: 'ScheduledActionARN',
      arnPattern: `${arns}:scheduledUpdateGroupAction:{*}:autoScalingGroupName/{AutoScalingGroupName}:scheduledActionName/{ScheduledActionName}`,
      load: {
        operation: 'DescribeScheduledActions',
        params: { ...ofGroup, ScheduledActionNames: [identifier('ScheduledActionName')] },
        path: 'ScheduledUpdateGroupActions[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteScheduledAction', ofScheduledAction) },
    },
    InstanceRefresh: {
      identifiers: ['AutoScalingGroupName', 'InstanceRefreshId'],
      label: ['{StartTime|date}', 'InstanceRefreshId'],
      state: 'Status',
      description: ['Status', '{PercentageComplete} %'],
      columns: [
        ['ID', 'InstanceRefreshId'],
        ['Status', 'Status'],
        ['Reason', 'StatusReason'],
        ['Complete', '{PercentageComplete} %'],
        ['Instances left', 'InstancesToUpdate'],
        ['Started', 'StartTime'],
        ['Ended', 'EndTime'],
      ],
      icon: 'refresh',
      load: {
        operation: 'DescribeInstanceRefreshes',
        params: { ...ofGroup, InstanceRefreshIds: [identifier('InstanceRefreshId')] },
        path: 'InstanceRefreshes[0]',
      },
      actions: { Rollback: act('Roll Back', 'D', 'RollbackInstanceRefresh', ofGroup) },
    },
    LifecycleHook: {
      identifiers: ['AutoScalingGroupName', 'LifecycleHookName'],
      description: ['{LifecycleTransition|last}', '{DefaultResult|lower} after timeout'],
      columns: [
        ['Transition', '{LifecycleTransition|last}'],
        ['Default result', 'DefaultResult'],
        ['Heartbeat timeout', '{HeartbeatTimeout|count:second}'],
        ['Notifies', '{NotificationTargetARN|last}'],
      ],
      icon: 'debug-pause',
      load: {
        operation: 'DescribeLifecycleHooks',
        params: { ...ofGroup, LifecycleHookNames: [identifier('LifecycleHookName')] },
        path: 'LifecycleHooks[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteLifecycleHook', ofHook) },
      has: { NotificationTarget: to('NotificationTargetARN'), Role: to('RoleARN', 'iam.Role') },
    },
    LaunchConfiguration: {
      identifiers: ['LaunchConfigurationName'],
      description: ['InstanceType', 'ImageId'],
      columns: [
        ['Instance type', 'InstanceType'],
        ['Image', 'ImageId'],
        ['Key pair', 'KeyName'],
        ['Security groups', 'SecurityGroups'],
        ['Spot price', 'SpotPrice'],
        ['Created', 'CreatedTime'],
      ],
      icon: 'server',
      arn: 'LaunchConfigurationARN',
      arnPattern: `${arns}:launchConfiguration:{*}:launchConfigurationName/{LaunchConfigurationName}`,
      consoleUrl:
        '{c}/ec2/home?region={region}#LaunchConfigurations:name={LaunchConfigurationName}',
      load: {
        operation: 'DescribeLaunchConfigurations',
        params: { LaunchConfigurationNames: [identifier('LaunchConfigurationName')] },
        path: 'LaunchConfigurations[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteLaunchConfiguration', ofLaunchConfiguration),
      },
      has: {
        Image: to('ImageId', 'ec2.Image'),
        KeyPair: to('KeyName', 'ec2.KeyPair'),
        SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
        InstanceProfile: to('IamInstanceProfile', 'iam.InstanceProfile'),
      },
    },
  },
};
