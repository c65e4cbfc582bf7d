import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofApp = { appId: identifier('appId') };
const ofBranch = { ...ofApp, branchName: identifier('branchName') };
const ofDomain = { ...ofApp, domainName: identifier('domainName') };
const ofJob = { ...ofBranch, jobId: identifier('jobId') };
const job = {
  kind: 'Job',
  path: 'jobSummary',
  identifiers: { ...ofBranch, jobId: 'jobId' },
};

const App: Kind = {
  identifiers: ['appId'],
  label: ['name', 'appId'],
  description: ['productionBranch.status', 'defaultDomain'],
  columns: [
    ['ID', 'appId'],
    ['Domain', 'defaultDomain'],
    ['Platform', 'platform'],
    ['Repository', 'repository'],
    ['Production branch', 'productionBranch.branchName'],
    ['Deployed', '{productionBranch.lastDeployTime|date}'],
    ['Created', '{createTime|date}'],
    ['Updated', '{updateTime|date}'],
  ],
  icon: 'browser',
  arn: 'appArn',
  arnPattern: 'arn:{partition}:amplify:{region}:{account}:apps/{appId}',
  consoleUrl: '{c}/amplify/home?region={region}#/{appId}',
  load: { operation: 'GetApp', params: ofApp, path: 'app' },
  collections: {
    Branches: {
      title: 'Branches',
      operation: 'ListBranches',
      params: ofApp,
      items: [
        {
          kind: 'Branch',
          path: 'branches[]',
          identifiers: { ...ofApp, branchName: 'branchName' },
        },
      ],
    },
    Domains: {
      title: 'Domains',
      operation: 'ListDomainAssociations',
      params: ofApp,
      items: [
        {
          kind: 'DomainAssociation',
          path: 'domainAssociations[]',
          identifiers: { ...ofApp, domainName: 'domainName' },
        },
      ],
    },
    Webhooks: {
      title: 'Webhooks',
      operation: 'ListWebhooks',
      params: ofApp,
      items: [{ kind: 'Webhook', path: 'webhooks[]', identifiers: { webhookId: 'webhookId' } }],
    },
  },
  actions: {
    StartJob: act('Start Job', 'D', 'StartJob', {
      ...ofApp,
      branchName: ask('branchName'),
      jobType: ask('jobType'),
    }),
    CreateBranch: {
      ...act('Create Branch', 'W', 'CreateBranch', { ...ofApp, branchName: ask('branchName') }),
      result: {
        kind: 'Branch',
        path: 'branch',
        identifiers: { ...ofApp, branchName: 'branchName' },
      },
    },
    Delete: act('Delete', 'X', 'DeleteApp', ofApp),
  },
  has: {
    ServiceRole: to('iamServiceRoleArn', 'iam.Role'),
    ComputeRole: to('computeRoleArn', 'iam.Role'),
    WebACL: to('wafConfiguration.webAclArn', 'wafv2.WebACL'),
  },
};

const Branch: Kind = {
  identifiers: ['appId', 'branchName'],
  label: ['displayName', 'branchName'],
  description: ['{stage|lower}', 'framework', '{updateTime|date}'],
  columns: [
    ['Stage', 'stage'],
    ['Framework', 'framework'],
    ['Custom domains', 'customDomains'],
    ['Active job', 'activeJobId'],
    ['Automatic build', '{enableAutoBuild|if:on/off}'],
    ['Created', '{createTime|date}'],
    ['Updated', '{updateTime|date}'],
  ],
  icon: 'git-branch',
  arn: 'branchArn',
  arnPattern: 'arn:{partition}:amplify:{region}:{account}:apps/{appId}/branches/{branchName}',
  consoleUrl: '{c}/amplify/home?region={region}#/{appId}/{branchName}',
  load: { operation: 'GetBranch', params: ofBranch, path: 'branch' },
  collections: {
    Jobs: {
      title: 'Jobs',
      inline: true,
      operation: 'ListJobs',
      params: ofBranch,
      items: [
        { kind: 'Job', path: 'jobSummaries[]', identifiers: { ...ofBranch, jobId: 'jobId' } },
      ],
    },
  },
  actions: {
    Redeploy: {
      ...act('Redeploy', 'D', 'StartJob', { ...ofBranch, jobType: 'RELEASE' }),
      result: job,
    },
    EnableAutoBuild: act('Enable Automatic Build', 'W', 'UpdateBranch', {
      ...ofBranch,
      enableAutoBuild: true,
    }),
    DisableAutoBuild: act('Disable Automatic Build', 'D', 'UpdateBranch', {
      ...ofBranch,
      enableAutoBuild: false,
    }),
    Delete: act('Delete', 'X', 'DeleteBranch', ofBranch),
  },
  has: {
    App: { kind: 'App', identifiers: ofApp },
    BackendStack: to('backend.stackArn', 'cloudformation.Stack'),
    ComputeRole: to('computeRoleArn', 'iam.Role'),
  },
};

const DomainAssociation: Kind = {
  identifiers: ['appId', 'domainName'],
  state: 'domainStatus',
  description: ['domainStatus'],
  columns: [
    ['Status', 'domainStatus'],
    ['Because', 'statusReason'],
    ['Subdomains', 'subDomains[].subDomainSetting.prefix'],
    ['Branches', 'subDomains[].subDomainSetting.branchName'],
    ['Certificate', 'certificate.type'],
  ],
  icon: 'globe',
  arn: 'domainAssociationArn',
  arnPattern: 'arn:{partition}:amplify:{region}:{account}:apps/{appId}/domains/{domainName}',
  load: { operation: 'GetDomainAssociation', params: ofDomain, path: 'domainAssociation' },
  actions: {
    GetAccessLogs: act('Get Access Logs', 'S', 'GenerateAccessLogs', {
      ...ofDomain,
      startTime: askOptional('startTime'),
      endTime: askOptional('endTime'),
    }),
    Delete: act('Delete', 'X', 'DeleteDomainAssociation', ofDomain),
  },
  has: { Certificate: to('certificate.customCertificateArn', 'acm.Certificate') },
};

const Job: Kind = {
  identifiers: ['appId', 'branchName', 'jobId'],
  state: 'status',
  description: ['status', 'commitMessage', '{startTime|date}'],
  columns: [
    ['Status', 'status'],
    ['Type', 'jobType'],
    ['Commit', 'commitId'],
    ['Message', 'commitMessage'],
    ['Committed', '{commitTime|date}'],
    ['Started', '{startTime|date}'],
    ['Ended', '{endTime|date}'],
  ],
  icon: 'run-all',
  arn: 'jobArn',
  arnPattern:
    'arn:{partition}:amplify:{region}:{account}:apps/{appId}/branches/{branchName}/jobs/{jobId}',
  consoleUrl: '{c}/amplify/home?region={region}#/{appId}/{branchName}/{jobId}',
  load: { operation: 'GetJob', params: ofJob, path: 'job.summary' },
  actions: {
    GetSteps: act('Show Steps', 'R', 'GetJob', ofJob),
    Retry: act('Retry', 'D', 'StartJob', { ...ofJob, jobType: 'RETRY' }),
    Stop: act('Stop', 'D', 'StopJob', ofJob),
    Delete: act('Delete', 'X', 'DeleteJob', ofJob),
  },
};

const Webhook: Kind = {
  identifiers: ['webhookId'],
  label: ['description', 'webhookId'],
  description: ['branchName'],
  columns: [
    ['Branch', 'branchName'],
    ['Created', '{createTime|date}'],
    ['Updated', '{updateTime|date}'],
  ],
  icon: 'plug',
  arn: 'webhookArn',
  arnPattern: 'arn:{partition}:amplify:{region}:{account}:webhooks/{webhookId}',
  load: {
    operation: 'GetWebhook',
    params: { webhookId: identifier('webhookId') },
    path: 'webhook',
  },
  actions: {
    Delete: act('Delete', 'X', 'DeleteWebhook', { webhookId: identifier('webhookId') }),
  },
};

export const amplify: ServiceKinds = {
  service: 'amplify',
  title: 'Amplify',
  icon: 'browser',
  collections: {
    Apps: {
      title: 'Apps',
      operation: 'ListApps',
      items: [{ kind: 'App', path: 'apps[]', identifiers: { appId: 'appId' } }],
    },
  },
  actions: {
    CreateApp: {
      ...act('Create App', 'W', 'CreateApp', { name: ask('name') }),
      result: { kind: 'App', path: 'app', identifiers: { appId: 'appId' } },
    },
  },
  kinds: { App, Branch, DomainAssociation, Job, Webhook },
};
