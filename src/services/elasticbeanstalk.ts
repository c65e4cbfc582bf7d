import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofEnvironment = { EnvironmentId: identifier('EnvironmentId') };
const ofApplication = { ApplicationName: identifier('ApplicationName') };
const ofVersion = { ...ofApplication, VersionLabel: identifier('VersionLabel') };
const theEnvironment = { EnvironmentIds: [identifier('EnvironmentId')] };

const arns = 'arn:{partition}:elasticbeanstalk:{region}:{account}';
const consoleUrl = '{c}/elasticbeanstalk/home?region={region}#';

function environments(params: Params): CollectionRule {
  return list('Environments', 'DescribeEnvironments', params, [
    'Environment',
    'Environments[]',
    { EnvironmentId: 'EnvironmentId' },
  ]);
}

export const elasticbeanstalk: ServiceKinds = {
  service: 'elasticbeanstalk',
  title: 'Elastic Beanstalk',
  icon: 'rocket',
  collections: {
    Applications: list('Applications', 'DescribeApplications', {}, [
      'Application',
      'Applications[]',
      { ApplicationName: 'ApplicationName' },
    ]),
    Environments: environments({}),
  },
  actions: {
    CreateApplication: {
      ...act('Create Application', 'W', 'CreateApplication', {
        ApplicationName: ask('ApplicationName'),
      }),
      result: {
        kind: 'Application',
        path: 'Application',
        identifiers: { ApplicationName: 'ApplicationName' },
      },
    },
  },
  kinds: {
    // Not found by its ARN: that has the name, which another environment may have once this one is terminated.
    Environment: {
      identifiers: ['EnvironmentId'],
      label: ['EnvironmentName'],
      state: 'Status',
      description: ['Status', '{Health|lower}', 'VersionLabel'],
      columns: [
        ['ID', 'EnvironmentId'],
        ['Status', 'Status'],
        ['Health', '{HealthStatus} ({Health})'],
        ['Application', 'ApplicationName'],
        ['Version', 'VersionLabel'],
        ['Platform', 'SolutionStackName'],
        ['Tier', 'Tier.Name'],
        ['Address', 'CNAME'],
        ['Updated', 'DateUpdated'],
      ],
      icon: 'server-environment',
      arn: 'EnvironmentArn',
      idPattern: '^e-[0-9a-z]{10}$',
      consoleUrl: `${consoleUrl}/environment/dashboard?environmentId={EnvironmentId}`,
      load: {
        operation: 'DescribeEnvironments',
        params: theEnvironment,
        path: 'Environments[0]',
      },
      collections: {
        Events: list('Events', 'DescribeEvents', ofEnvironment, [
          'Event',
          'Events[]',
          { ...ofEnvironment, Message: 'Message' },
        ]),
        Instances: paged(
          list(
            'Instances',
            'DescribeInstancesHealth',
            { ...ofEnvironment, AttributeNames: ['All'] },
            ['InstanceHealth', 'InstanceHealthList[]', { InstanceId: 'InstanceId' }],
          ),
        ),
      },
      actions: {
        GetResources: act('Show Resources', 'R', 'DescribeEnvironmentResources', ofEnvironment),
        GetHealth: act('Show Health', 'R', 'DescribeEnvironmentHealth', {
          ...ofEnvironment,
          AttributeNames: ['All'],
        }),
        GetConfiguration: act('Show Configuration', 'R', 'DescribeConfigurationSettings', {
          ApplicationName: data('ApplicationName'),
          EnvironmentName: data('EnvironmentName'),
        }),
        Deploy: act('Deploy Version', 'D', 'UpdateEnvironment', {
          ...ofEnvironment,
          VersionLabel: ask('VersionLabel'),
        }),
        RestartAppServer: act('Restart App Servers', 'D', 'RestartAppServer', ofEnvironment),
        Rebuild: act('Rebuild', 'D', 'RebuildEnvironment', ofEnvironment),
        AbortUpdate: act('Abort Update', 'D', 'AbortEnvironmentUpdate', ofEnvironment),
        Terminate: act('Terminate', 'X', 'TerminateEnvironment', ofEnvironment),
      },
      waiters: {
        Exists: { waiter: 'EnvironmentExists', params: theEnvironment },
        Updated: { waiter: 'EnvironmentUpdated', params: theEnvironment },
        Terminated: { waiter: 'EnvironmentTerminated', params: theEnvironment },
      },
      has: {
        Application: to('ApplicationName', 'Application'),
        OperationsRole: to('OperationsRole', 'iam.Role'),
      },
    },
    Event: {
      identifiers: ['EnvironmentId', 'Message'],
      distinguishedBy: ['EventDate', 'RequestId'],
      state: 'Severity',
      description: ['Severity', '{EventDate|date}'],
      columns: [
        ['Severity', 'Severity'],
        ['Time', 'EventDate'],
        ['Version', 'VersionLabel'],
        ['Request', 'RequestId'],
      ],
      icon: 'history',
    },
    InstanceHealth: {
      identifiers: ['InstanceId'],
      state: 'HealthStatus',
      description: ['HealthStatus', 'InstanceType'],
      columns: [
        ['Health', '{HealthStatus} ({Color})'],
        ['Causes', 'Causes'],
        ['Type', 'InstanceType'],
        ['Zone', 'AvailabilityZone'],
        ['Version', 'Deployment.VersionLabel'],
        ['Launched', 'LaunchedAt'],
      ],
      icon: 'heart',
      has: { Instance: to('InstanceId', 'ec2.Instance') },
    },
    Application: {
      identifiers: ['ApplicationName'],
      description: ['Description', '{Versions|count:version}'],
      columns: [
        ['Description', 'Description'],
        ['Versions', '{Versions|length}'],
        ['Templates', 'ConfigurationTemplates'],
        ['Created', 'DateCreated'],
        ['Updated', 'DateUpdated'],
      ],
      icon: 'package',
      arn: 'ApplicationArn',
      arnPattern: `${arns}:application/{ApplicationName}`,
      consoleUrl: `${consoleUrl}/application/overview?applicationName={ApplicationName}`,
      load: {
        operation: 'DescribeApplications',
        params: { ApplicationNames: [identifier('ApplicationName')] },
        path: 'Applications[0]',
      },
      collections: {
        Environments: environments(ofApplication),
        Versions: list('Versions', 'DescribeApplicationVersions', ofApplication, [
          'ApplicationVersion',
          'ApplicationVersions[]',
          { ...ofApplication, VersionLabel: 'VersionLabel' },
        ]),
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteApplication', {
          ...ofApplication,
          TerminateEnvByForce: askOptional('TerminateEnvByForce'),
        }),
      },
      usedBy: ['Environments'],
    },
    ApplicationVersion: {
      identifiers: ['ApplicationName', 'VersionLabel'],
      state: 'Status',
      description: ['Description', '{DateCreated|date}'],
      columns: [
        ['Status', 'Status'],
        ['Description', 'Description'],
        ['Source', 's3://{SourceBundle.S3Bucket}/{SourceBundle.S3Key}'],
        ['Created', 'DateCreated'],
        ['Updated', 'DateUpdated'],
      ],
      icon: 'versions',
      arn: 'ApplicationVersionArn',
      arnPattern: `${arns}:applicationversion/{ApplicationName}/{VersionLabel}`,
      load: {
        operation: 'DescribeApplicationVersions',
        params: { ...ofApplication, VersionLabels: [identifier('VersionLabel')] },
        path: 'ApplicationVersions[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteApplicationVersion', ofVersion) },
      has: {
        SourceBundle: {
          kind: 's3.Object',
          identifiers: { Bucket: 'SourceBundle.S3Bucket', Key: 'SourceBundle.S3Key' },
        },
      },
    },
  },
};
