import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, json } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofApplication = { ApplicationId: identifier('ApplicationId') };
const ofEnvironment = { ...ofApplication, EnvironmentId: identifier('EnvironmentId') };
const ofProfile = {
  ...ofApplication,
  ConfigurationProfileId: identifier('ConfigurationProfileId'),
};
const inEnvironment = { ...ofEnvironment, DeploymentNumber: identifier('DeploymentNumber') };
const inProfile = { ...ofProfile, VersionNumber: identifier('VersionNumber') };
// Both are numbers in the operations' input, and identifiers are texts.
const ofDeployment = { ...ofEnvironment, DeploymentNumber: json(inEnvironment.DeploymentNumber) };
const ofVersion = { ...ofProfile, VersionNumber: json(inProfile.VersionNumber) };
const ofStrategy = { DeploymentStrategyId: identifier('DeploymentStrategyId') };

const application = 'arn:{partition}:appconfig:{region}:{account}:application/{ApplicationId}';
const console = '{c}/systems-manager/appconfig/applications/{ApplicationId}?region={region}';

const Application: Kind = {
  identifiers: ['ApplicationId'],
  label: ['Name', 'ApplicationId'],
  description: ['Description'],
  columns: [
    ['ID', 'ApplicationId'],
    ['Name', 'Name'],
    ['Description', 'Description'],
  ],
  icon: 'settings',
  arn: application,
  consoleUrl: console,
  load: { operation: 'GetApplication', params: ofApplication },
  collections: {
    Environments: {
      title: 'Environments',
      operation: 'ListEnvironments',
      params: ofApplication,
      items: [
        {
          kind: 'Environment',
          path: 'Items[]',
          identifiers: { ...ofApplication, EnvironmentId: 'Id' },
        },
      ],
    },
    ConfigurationProfiles: {
      title: 'Configuration Profiles',
      operation: 'ListConfigurationProfiles',
      params: ofApplication,
      items: [
        {
          kind: 'ConfigurationProfile',
          path: 'Items[]',
          identifiers: { ...ofApplication, ConfigurationProfileId: 'Id' },
        },
      ],
    },
  },
  actions: {
    CreateEnvironment: {
      ...act('Create Environment', 'W', 'CreateEnvironment', {
        ...ofApplication,
        Name: ask('Name'),
      }),
      result: {
        kind: 'Environment',
        identifiers: { ...ofApplication, EnvironmentId: 'Id' },
      },
    },
    StartDeployment: act('Start Deployment', 'D', 'StartDeployment', {
      ...ofApplication,
      EnvironmentId: ask('EnvironmentId'),
      DeploymentStrategyId: ask('DeploymentStrategyId'),
      ConfigurationProfileId: ask('ConfigurationProfileId'),
      ConfigurationVersion: ask('ConfigurationVersion'),
    }),
    Delete: act('Delete', 'X', 'DeleteApplication', ofApplication),
  },
};

const Environment: Kind = {
  identifiers: ['ApplicationId', 'EnvironmentId'],
  label: ['Name', 'EnvironmentId'],
  state: 'State',
  description: ['State'],
  columns: [
    ['ID', 'EnvironmentId'],
    ['State', 'State'],
    ['Description', 'Description'],
    ['Alarms', '{Monitors|length}'],
  ],
  icon: 'server-environment',
  arn: `${application}/environment/{EnvironmentId}`,
  consoleUrl:
    '{c}/systems-manager/appconfig/applications/{ApplicationId}/environments/{EnvironmentId}?region={region}',
  load: { operation: 'GetEnvironment', params: ofEnvironment },
  collections: {
    Deployments: {
      title: 'Deployments',
      inline: true,
      operation: 'ListDeployments',
      params: ofEnvironment,
      items: [
        {
          kind: 'Deployment',
          path: 'Items[]',
          identifiers: { ...ofEnvironment, DeploymentNumber: 'DeploymentNumber' },
        },
      ],
    },
  },
  actions: {
    Deploy: {
      ...act('Start Deployment', 'D', 'StartDeployment', {
        ...ofEnvironment,
        DeploymentStrategyId: ask('DeploymentStrategyId'),
        ConfigurationProfileId: ask('ConfigurationProfileId'),
        ConfigurationVersion: ask('ConfigurationVersion'),
      }),
      result: {
        kind: 'Deployment',
        identifiers: { ...ofEnvironment, DeploymentNumber: 'DeploymentNumber' },
      },
    },
    Delete: act('Delete', 'X', 'DeleteEnvironment', ofEnvironment),
  },
  waiters: {
    ReadyForDeployment: { waiter: 'EnvironmentReadyForDeployment', params: ofEnvironment },
  },
  has: {
    Application: { kind: 'Application', identifiers: ofApplication },
    Alarms: to('Monitors[].AlarmArn', 'cloudwatch.Alarm'),
    AlarmRoles: to('Monitors[].AlarmRoleArn', 'iam.Role'),
  },
};

const ConfigurationProfile: Kind = {
  identifiers: ['ApplicationId', 'ConfigurationProfileId'],
  label: ['Name', 'ConfigurationProfileId'],
  description: ['{Type|last}'],
  columns: [
    ['ID', 'ConfigurationProfileId'],
    ['Type', 'Type'],
    ['Location', 'LocationUri'],
    ['Validators', 'ValidatorTypes'],
    ['Description', 'Description'],
  ],
  icon: 'settings-gear',
  arn: `${application}/configurationprofile/{ConfigurationProfileId}`,
  load: { operation: 'GetConfigurationProfile', params: ofProfile },
  collections: {
    HostedVersions: {
      title: 'Hosted Configuration Versions',
      inline: true,
      operation: 'ListHostedConfigurationVersions',
      params: ofProfile,
      items: [
        {
          kind: 'HostedConfigurationVersion',
          path: 'Items[]',
          identifiers: { ...ofProfile, VersionNumber: 'VersionNumber' },
        },
      ],
    },
  },
  actions: {
    Validate: act('Validate Version', 'R', 'ValidateConfiguration', {
      ...ofProfile,
      ConfigurationVersion: ask('ConfigurationVersion'),
    }),
    CreateVersion: act('Create Hosted Version', 'W', 'CreateHostedConfigurationVersion', {
      ...ofProfile,
      Content: ask('Content'),
      ContentType: ask('ContentType'),
      Description: askOptional('Description'),
    }),
    Delete: act('Delete', 'X', 'DeleteConfigurationProfile', ofProfile),
  },
  has: {
    Application: { kind: 'Application', identifiers: ofApplication },
    RetrievalRole: to('RetrievalRoleArn', 'iam.Role'),
    Key: to('KmsKeyArn', 'kms.Key'),
    Location: to('LocationUri'),
  },
};

const HostedConfigurationVersion: Kind = {
  identifiers: ['ApplicationId', 'ConfigurationProfileId', 'VersionNumber'],
  label: ['{VersionNumber} {VersionLabel}', 'VersionNumber'],
  description: ['ContentType'],
  columns: [
    ['Version', 'VersionNumber'],
    ['Label', 'VersionLabel'],
    ['Content type', 'ContentType'],
    ['Description', 'Description'],
  ],
  icon: 'file-code',
  arn: `${application}/configurationprofile/{ConfigurationProfileId}/hostedconfigurationversion/{VersionNumber}`,
  actions: {
    Get: act('Show Content', 'S', 'GetHostedConfigurationVersion', ofVersion),
    Delete: act('Delete', 'X', 'DeleteHostedConfigurationVersion', ofVersion),
  },
};

const Deployment: Kind = {
  identifiers: ['ApplicationId', 'EnvironmentId', 'DeploymentNumber'],
  label: ['#{DeploymentNumber} {ConfigurationName}', '#{DeploymentNumber}'],
  state: 'State',
  description: ['State', '{PercentageComplete} %', '{StartedAt|date}'],
  columns: [
    ['State', 'State'],
    ['Configuration', 'ConfigurationName'],
    ['Version', 'ConfigurationVersion'],
    ['Complete', '{PercentageComplete} %'],
    ['Growth', '{GrowthType} {GrowthFactor} %'],
    ['Duration', '{DeploymentDurationInMinutes} min'],
    ['Started', '{StartedAt|date}'],
    ['Completed', '{CompletedAt|date}'],
  ],
  icon: 'rocket',
  arn: `${application}/environment/{EnvironmentId}/deployment/{DeploymentNumber}`,
  load: { operation: 'GetDeployment', params: ofDeployment },
  actions: {
    Stop: act('Stop and Roll Back', 'D', 'StopDeployment', ofDeployment),
    Revert: act('Revert Completed', 'D', 'StopDeployment', { ...ofDeployment, AllowRevert: true }),
  },
  waiters: { Complete: { waiter: 'DeploymentComplete', params: ofDeployment } },
  has: {
    Environment: { kind: 'Environment', identifiers: ofEnvironment },
    Strategy: to('DeploymentStrategyId', 'DeploymentStrategy'),
    ConfigurationProfile: {
      member: 'ConfigurationProfileId',
      kind: 'ConfigurationProfile',
      identifiers: ofApplication,
    },
  },
};

const DeploymentStrategy: Kind = {
  identifiers: ['DeploymentStrategyId'],
  label: ['Name', 'DeploymentStrategyId'],
  description: ['{GrowthType|lower}', '{DeploymentDurationInMinutes} min'],
  columns: [
    ['ID', 'DeploymentStrategyId'],
    ['Growth', '{GrowthType} {GrowthFactor} %'],
    ['Duration', '{DeploymentDurationInMinutes} min'],
    ['Bake time', '{FinalBakeTimeInMinutes} min'],
    ['Description', 'Description'],
  ],
  icon: 'graph-line',
  arn: 'arn:{partition}:appconfig:{region}:{account}:deploymentstrategy/{DeploymentStrategyId}',
  load: { operation: 'GetDeploymentStrategy', params: ofStrategy },
  actions: { Delete: act('Delete', 'X', 'DeleteDeploymentStrategy', ofStrategy) },
};

export const appconfig: ServiceKinds = {
  service: 'appconfig',
  title: 'AppConfig',
  icon: 'settings',
  collections: {
    Applications: {
      title: 'Applications',
      operation: 'ListApplications',
      items: [{ kind: 'Application', path: 'Items[]', identifiers: { ApplicationId: 'Id' } }],
    },
    DeploymentStrategies: {
      title: 'Deployment Strategies',
      operation: 'ListDeploymentStrategies',
      items: [
        {
          kind: 'DeploymentStrategy',
          path: 'Items[]',
          identifiers: { DeploymentStrategyId: 'Id' },
        },
      ],
    },
  },
  actions: {
    CreateApplication: {
      ...act('Create Application', 'W', 'CreateApplication', { Name: ask('Name') }),
      result: { kind: 'Application', identifiers: { ApplicationId: 'Id' } },
    },
  },
  kinds: {
    Application,
    Environment,
    ConfigurationProfile,
    HostedConfigurationVersion,
    Deployment,
    DeploymentStrategy,
  },
};
