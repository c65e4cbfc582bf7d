import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier, literal, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofQueue = { jobQueue: identifier('jobQueueArn') };
const ofEnvironment = { computeEnvironment: identifier('computeEnvironmentArn') };
const ofDefinition = { jobDefinition: identifier('jobDefinitionArn') };
const ofJob = { jobId: identifier('jobId') };
const ofPolicy = { arn: identifier('arn') };

const arns = 'arn:{partition}:batch:{region}:{account}';

/** Jobs of all states: without a filter only those that run are listed, and one call takes one state. */
const everyJob: Params = {
  ...ofQueue,
  filters: [{ name: 'AFTER_CREATED_AT', values: ['0'] }],
};

export const batch: ServiceKinds = {
  service: 'batch',
  title: 'Batch',
  icon: 'tasklist',
  collections: {
    JobQueues: list('Job Queues', 'DescribeJobQueues', {}, [
      'JobQueue',
      'jobQueues[]',
      { jobQueueArn: 'jobQueueArn' },
    ]),
    ComputeEnvironments: list('Compute Environments', 'DescribeComputeEnvironments', {}, [
      'ComputeEnvironment',
      'computeEnvironments[]',
      { computeEnvironmentArn: 'computeEnvironmentArn' },
    ]),
    JobDefinitions: list('Job Definitions', 'DescribeJobDefinitions', { status: 'ACTIVE' }, [
      'JobDefinition',
      'jobDefinitions[]',
      { jobDefinitionArn: 'jobDefinitionArn' },
    ]),
    SchedulingPolicies: list('Scheduling Policies', 'ListSchedulingPolicies', {}, [
      'SchedulingPolicy',
      'schedulingPolicies[]',
      { arn: 'arn' },
    ]),
  },
  kinds: {
    JobQueue: {
      identifiers: ['jobQueueArn'],
      label: ['jobQueueName', '{jobQueueArn|last}'],
      state: 'state',
      description: ['state', 'status', 'priority {priority}'],
      columns: [
        ['State', 'state'],
        ['Status', 'status'],
        ['Reason', 'statusReason'],
        ['Priority', 'priority'],
        ['Type', 'jobQueueType'],
        ['Environments', 'computeEnvironmentOrder[].computeEnvironment'],
        ['Scheduling policy', '{schedulingPolicyArn|last}'],
      ],
      icon: 'tasklist',
      arn: 'jobQueueArn',
      arnPattern: `${arns}:job-queue/{*}`,
      consoleUrl: '{c}/batch/home?region={region}#queues/detail/{jobQueueArn}',
      load: {
        operation: 'DescribeJobQueues',
        params: { jobQueues: [identifier('jobQueueArn')] },
        path: 'jobQueues[0]',
      },
      collections: {
        Jobs: list('Jobs', 'ListJobs', everyJob, ['Job', 'jobSummaryList[]', { jobId: 'jobId' }]),
      },
      actions: {
        GetSnapshot: act('Show Front of Queue', 'R', 'GetJobQueueSnapshot', ofQueue),
        SubmitJob: {
          ...act('Submit Job', 'W', 'SubmitJob', {
            ...ofQueue,
            jobName: ask('jobName'),
            jobDefinition: ask('jobDefinition'),
          }),
          result: { kind: 'Job', identifiers: { jobId: 'jobId' } },
        },
        SetState: act('Enable or Disable', 'D', 'UpdateJobQueue', {
          ...ofQueue,
          state: ask('state'),
        }),
        Delete: act('Delete', 'X', 'DeleteJobQueue', ofQueue),
      },
      has: {
        ComputeEnvironments: to(
          'computeEnvironmentOrder[].computeEnvironment',
          'ComputeEnvironment',
        ),
        SchedulingPolicy: to('schedulingPolicyArn', 'SchedulingPolicy'),
      },
    },
    Job: {
      identifiers: ['jobId'],
      label: ['jobName', 'jobId'],
      state: 'status',
      description: ['status', '{createdAt|date}'],
      columns: [
        ['ID', 'jobId'],
        ['Status', 'status'],
        ['Reason', 'statusReason'],
        ['Definition', '{jobDefinition|segment}'],
        ['Exit code', 'container.exitCode'],
        ['Created', '{createdAt|date}'],
        ['Started', '{startedAt|date}'],
        ['Stopped', '{stoppedAt|date}'],
      ],
      icon: 'play',
      arn: 'jobArn',
      arnPattern: `${arns}:job/{jobId}`,
      consoleUrl: '{c}/batch/home?region={region}#jobs/detail/{jobId}',
      load: {
        operation: 'DescribeJobs',
        params: { jobs: [identifier('jobId')] },
        path: 'jobs[0]',
      },
      actions: {
        Cancel: act('Cancel', 'D', 'CancelJob', { ...ofJob, reason: ask('reason') }),
        Terminate: act('Terminate', 'D', 'TerminateJob', { ...ofJob, reason: ask('reason') }),
      },
      has: {
        JobDefinition: to('jobDefinition', 'JobDefinition'),
        JobQueue: to('jobQueue', 'JobQueue'),
        LogStream: {
          kind: 'logs.LogStream',
          identifiers: {
            logGroupName: literal('/aws/batch/job'),
            logStreamName: 'container.logStreamName',
          },
        },
      },
    },
    ComputeEnvironment: {
      identifiers: ['computeEnvironmentArn'],
      label: ['computeEnvironmentName', '{computeEnvironmentArn|last}'],
      state: 'state',
      description: ['state', 'status', 'computeResources.type'],
      columns: [
        ['State', 'state'],
        ['Status', 'status'],
        ['Reason', 'statusReason'],
        ['Type', '{type} {computeResources.type}'],
        ['vCPUs', '{computeResources.desiredvCpus}'],
        ['Limits', '{computeResources.minvCpus}–{computeResources.maxvCpus}'],
        ['Instance types', 'computeResources.instanceTypes'],
        ['Runs on', 'containerOrchestrationType'],
      ],
      icon: 'server-environment',
      arn: 'computeEnvironmentArn',
      arnPattern: `${arns}:compute-environment/{*}`,
      consoleUrl:
        '{c}/batch/home?region={region}#compute-environments/detail/{computeEnvironmentArn}',
      load: {
        operation: 'DescribeComputeEnvironments',
        params: { computeEnvironments: [identifier('computeEnvironmentArn')] },
        path: 'computeEnvironments[0]',
      },
      actions: {
        SetState: act('Enable or Disable', 'D', 'UpdateComputeEnvironment', {
          ...ofEnvironment,
          state: ask('state'),
        }),
        SetCapacity: act('Set Maximum vCPUs', 'D', 'UpdateComputeEnvironment', {
          ...ofEnvironment,
          computeResources: { maxvCpus: ask('maxvCpus') },
        }),
        Delete: act('Delete', 'X', 'DeleteComputeEnvironment', ofEnvironment),
      },
      has: {
        EcsCluster: to('ecsClusterArn', 'ecs.Cluster'),
        EksCluster: to('eksConfiguration.eksClusterArn', 'eks.Cluster'),
        ServiceRole: to('serviceRole', 'iam.Role'),
        InstanceProfile: to('computeResources.instanceRole', 'iam.InstanceProfile'),
        Subnets: to('computeResources.subnets[]', 'ec2.Subnet'),
        SecurityGroups: to('computeResources.securityGroupIds[]', 'ec2.SecurityGroup'),
        LaunchTemplate: to(
          'computeResources.launchTemplate.launchTemplateId',
          'ec2.LaunchTemplate',
        ),
      },
    },
    JobDefinition: {
      identifiers: ['jobDefinitionArn'],
      label: ['{jobDefinitionName}:{revision}', '{jobDefinitionArn|segment}'],
      state: 'status',
      description: ['type', 'platformCapabilities'],
      columns: [
        ['Status', 'status'],
        ['Type', 'type'],
        ['Revision', 'revision'],
        ['Platform', 'platformCapabilities'],
        ['Image', 'containerProperties.image'],
        ['Attempts', 'retryStrategy.attempts'],
        ['Timeout', '{timeout.attemptDurationSeconds|count:second}'],
      ],
      icon: 'notebook-template',
      arn: 'jobDefinitionArn',
      arnPattern: `${arns}:job-definition/{*}`,
      consoleUrl: '{c}/batch/home?region={region}#job-definition/detail/{jobDefinitionArn}',
      load: {
        operation: 'DescribeJobDefinitions',
        params: { jobDefinitions: [identifier('jobDefinitionArn')] },
        path: 'jobDefinitions[0]',
      },
      actions: { Deregister: act('Deregister', 'X', 'DeregisterJobDefinition', ofDefinition) },
      has: {
        JobRole: to('containerProperties.jobRoleArn', 'iam.Role'),
        ExecutionRole: to('containerProperties.executionRoleArn', 'iam.Role'),
      },
    },
    SchedulingPolicy: {
      identifiers: ['arn'],
      label: ['name', '{arn|last}'],
      columns: [
        ['Shares', 'fairsharePolicy.shareDistribution[].shareIdentifier'],
        ['Decay', '{fairsharePolicy.shareDecaySeconds|count:second}'],
        ['Reserved', '{fairsharePolicy.computeReservation} %'],
      ],
      icon: 'law',
      arn: 'arn',
      arnPattern: `${arns}:scheduling-policy/{*}`,
      load: {
        operation: 'DescribeSchedulingPolicies',
        params: { arns: [identifier('arn')] },
        path: 'schedulingPolicies[0]',
        batch: {
          size: 100,
          param: 'arns',
          identifier: 'arn',
          path: 'schedulingPolicies[]',
          member: 'arn',
        },
      },
      hydrate: true,
      actions: { Delete: act('Delete', 'X', 'DeleteSchedulingPolicy', ofPolicy) },
    },
  },
};
