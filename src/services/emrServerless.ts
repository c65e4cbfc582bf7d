import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofApplication = { applicationId: identifier('id') };
const ofRun = { applicationId: identifier('applicationId'), jobRunId: identifier('id') };
const arn = 'arn:{partition}:emr-serverless:{region}:{account}:/applications';

export const emrServerless: ServiceKinds = {
  service: 'emr-serverless',
  title: 'EMR Serverless',
  icon: 'server-environment',
  collections: {
    Applications: list('Applications', 'ListApplications', {}, [
      'Application',
      'applications[]',
      { id: 'id' },
    ]),
  },
  kinds: {
    Application: {
      identifiers: ['id'],
      label: ['name', 'id'],
      state: 'state',
      description: ['state', 'type', 'releaseLabel'],
      columns: [
        ['Application ID', 'id'],
        ['State', 'state'],
        ['Details', 'stateDetails'],
        ['Type', 'type'],
        ['Release', 'releaseLabel'],
        ['Architecture', 'architecture'],
        ['Most CPU', 'maximumCapacity.cpu'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'server-environment',
      arn: 'arn',
      arnPattern: `${arn}/{id}`,
      load: { operation: 'GetApplication', params: ofApplication, path: 'application' },
      collections: {
        JobRuns: list('Job Runs', 'ListJobRuns', ofApplication, [
          'JobRun',
          'jobRuns[]',
          { ...ofApplication, id: 'id' },
        ]),
      },
      actions: {
        Start: act('Start', 'W', 'StartApplication', ofApplication),
        StartJobRun: act('Run Job', 'W', 'StartJobRun', {
          ...ofApplication,
          executionRoleArn: ask('executionRoleArn'),
          jobDriver: ask('jobDriver'),
          name: askOptional('name'),
        }),
        CancelJobRun: act('Cancel a Job Run', 'D', 'CancelJobRun', {
          ...ofApplication,
          jobRunId: ask('jobRunId'),
        }),
        Stop: act('Stop', 'D', 'StopApplication', ofApplication),
        Delete: act('Delete', 'X', 'DeleteApplication', ofApplication),
      },
      has: {
        Subnets: to('networkConfiguration.subnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('networkConfiguration.securityGroupIds[]', 'ec2.SecurityGroup'),
      },
    },
    JobRun: {
      identifiers: ['applicationId', 'id'],
      label: ['name', 'id'],
      state: 'state',
      description: ['state', '{createdAt|date}'],
      columns: [
        ['Job run ID', 'id'],
        ['State', 'state'],
        ['Details', 'stateDetails'],
        ['Mode', 'mode'],
        ['Release', 'releaseLabel'],
        ['Ran for', '{totalExecutionDurationSeconds} s'],
        ['By', '{createdBy|last}'],
        ['Created', '{createdAt|date}'],
        ['Updated', '{updatedAt|date}'],
      ],
      icon: 'run',
      arn: 'arn',
      arnPattern: `${arn}/{applicationId}/jobruns/{id}`,
      load: { operation: 'GetJobRun', params: ofRun, path: 'jobRun' },
      actions: { Cancel: act('Cancel', 'D', 'CancelJobRun', ofRun) },
      has: { Role: to('executionRole', 'iam.Role') },
    },
  },
};
