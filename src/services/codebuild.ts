import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const project = identifier('name');
const build = identifier('id');
const group = identifier('reportGroupArn');
const report = identifier('reportArn');

/** The listings give only names, ids and ARNs; `BatchGet*` describes up to a hundred. */
const batchSize = 100;

const Project: Kind = {
  identifiers: ['name'],
  description: ['source.type', '{environment.image|last}'],
  columns: [
    ['Description', 'description'],
    ['Source', 'source.type'],
    ['Location', 'source.location'],
    ['Image', 'environment.image'],
    ['Compute', 'environment.computeType'],
    ['Role', '{serviceRole|last}'],
    ['Created', '{created|date}'],
    ['Modified', '{lastModified|date}'],
  ],
  icon: 'tools',
  arn: 'arn:{partition}:codebuild:{region}:{account}:project/{name}',
  consoleUrl: '{c}/codesuite/codebuild/{account}/projects/{name}/history?region={region}',
  load: {
    operation: 'BatchGetProjects',
    params: { names: [project] },
    path: 'projects[0]',
    batch: {
      size: batchSize,
      param: 'names',
      identifier: 'name',
      path: 'projects[]',
      member: 'name',
    },
  },
  hydrate: true,
  collections: {
    Builds: {
      title: 'Builds',
      operation: 'ListBuildsForProject',
      params: { projectName: project, sortOrder: 'DESCENDING' },
      items: [{ kind: 'Build', path: 'ids[]', identifiers: { id: '@' } }],
    },
    BatchBuilds: {
      title: 'Batch Builds',
      operation: 'ListBuildBatchesForProject',
      params: { projectName: project, sortOrder: 'DESCENDING' },
      items: [{ kind: 'BuildBatch', path: 'ids[]', identifiers: { id: '@' } }],
    },
  },
  actions: {
    StartBuild: {
      ...act('Start Build', 'W', 'StartBuild', { projectName: project }),
      result: { kind: 'Build', path: 'build', identifiers: { id: 'id' } },
    },
    StartBatchBuild: {
      ...act('Start Batch Build', 'W', 'StartBuildBatch', { projectName: project }),
      result: { kind: 'BuildBatch', path: 'buildBatch', identifiers: { id: 'id' } },
    },
    InvalidateCache: act('Invalidate Cache', 'D', 'InvalidateProjectCache', {
      projectName: project,
    }),
    Delete: act('Delete', 'X', 'DeleteProject', { name: project }),
  },
  has: {
    ServiceRole: to('serviceRole', 'iam.Role'),
    EncryptionKey: to('encryptionKey', 'kms.Key'),
    LogGroup: to('logsConfig.cloudWatchLogs.groupName', 'logs.LogGroup'),
    Vpc: to('vpcConfig.vpcId', 'ec2.Vpc'),
    Subnets: to('vpcConfig.subnets[]', 'ec2.Subnet'),
    SecurityGroups: to('vpcConfig.securityGroupIds[]', 'ec2.SecurityGroup'),
  },
};

const Build: Kind = {
  identifiers: ['id'],
  label: ['{projectName} #{buildNumber}', 'id'],
  state: 'buildStatus',
  description: ['buildStatus', '{startTime|date}'],
  columns: [
    ['Status', 'buildStatus'],
    ['Phase', 'currentPhase'],
    ['Project', 'projectName'],
    ['Source version', 'sourceVersion'],
    ['Commit', 'resolvedSourceVersion'],
    ['Started by', 'initiator'],
    ['Started', '{startTime|date}'],
    ['Ended', '{endTime|date}'],
  ],
  icon: 'package',
  arn: 'arn:{partition}:codebuild:{region}:{account}:build/{id}',
  consoleUrl:
    '{c}/codesuite/codebuild/{account}/projects/{projectName}/build/{id}/?region={region}',
  load: {
    operation: 'BatchGetBuilds',
    params: { ids: [build] },
    path: 'builds[0]',
    batch: { size: batchSize, param: 'ids', identifier: 'id', path: 'builds[]', member: 'id' },
  },
  hydrate: true,
  actions: {
    GetLog: {
      service: 'logs',
      ...act('Show Log', 'R', 'GetLogEvents', {
        logGroupName: data('logs.groupName'),
        logStreamName: data('logs.streamName'),
        startFromHead: true,
      }),
    },
    Retry: {
      ...act('Retry', 'W', 'RetryBuild', { id: build }),
      result: { kind: 'Build', path: 'build', identifiers: { id: 'id' } },
    },
    Stop: act('Stop', 'D', 'StopBuild', { id: build }),
    Delete: {
      ...act('Delete', 'X', 'BatchDeleteBuilds', { ids: [build] }),
      failures: 'buildsNotDeleted',
      batch: { size: batchSize },
    },
  },
  has: {
    Project: to('projectName', 'Project'),
    LogGroup: to('logs.groupName', 'logs.LogGroup'),
    LogStream: {
      member: 'logs.streamName',
      kind: 'logs.LogStream',
      identifiers: { logGroupName: data('logs.groupName') },
    },
    ServiceRole: to('serviceRole', 'iam.Role'),
    NetworkInterface: to('networkInterface.networkInterfaceId', 'ec2.NetworkInterface'),
    Reports: to('reportArns[]', 'Report'),
  },
};

const BuildBatch: Kind = {
  identifiers: ['id'],
  label: ['{projectName} #{buildBatchNumber}', 'id'],
  state: 'buildBatchStatus',
  description: ['buildBatchStatus', '{startTime|date}'],
  columns: [
    ['Status', 'buildBatchStatus'],
    ['Phase', 'currentPhase'],
    ['Project', 'projectName'],
    ['Source version', 'sourceVersion'],
    ['Started by', 'initiator'],
    ['Started', '{startTime|date}'],
    ['Ended', '{endTime|date}'],
  ],
  icon: 'versions',
  arn: 'arn:{partition}:codebuild:{region}:{account}:build-batch/{id}',
  load: {
    operation: 'BatchGetBuildBatches',
    params: { ids: [build] },
    path: 'buildBatches[0]',
    batch: {
      size: batchSize,
      param: 'ids',
      identifier: 'id',
      path: 'buildBatches[]',
      member: 'id',
    },
  },
  hydrate: true,
  actions: {
    Retry: act('Retry', 'W', 'RetryBuildBatch', { id: build, retryType: ask('retryType') }),
    Stop: act('Stop', 'D', 'StopBuildBatch', { id: build }),
    Delete: act('Delete', 'X', 'DeleteBuildBatch', { id: build }, { failures: 'buildsNotDeleted' }),
  },
  has: { Project: to('projectName', 'Project'), ServiceRole: to('serviceRole', 'iam.Role') },
};

const ReportGroup: Kind = {
  identifiers: ['reportGroupArn'],
  label: ['name', '{reportGroupArn|last}'],
  state: 'status',
  description: ['{type|lower}', '{created|date}'],
  columns: [
    ['Type', 'type'],
    ['Status', 'status'],
    ['Export', 'exportConfig.exportConfigType'],
    ['Created', '{created|date}'],
    ['Modified', '{lastModified|date}'],
  ],
  icon: 'beaker',
  arn: 'reportGroupArn',
  arnPattern: 'arn:{partition}:codebuild:{region}:{account}:report-group/{*}',
  load: {
    operation: 'BatchGetReportGroups',
    params: { reportGroupArns: [group] },
    path: 'reportGroups[0]',
    batch: {
      size: batchSize,
      param: 'reportGroupArns',
      identifier: 'reportGroupArn',
      path: 'reportGroups[]',
      member: 'arn',
    },
  },
  hydrate: true,
  collections: {
    Reports: {
      title: 'Reports',
      inline: true,
      operation: 'ListReportsForReportGroup',
      params: { reportGroupArn: group, sortOrder: 'DESCENDING' },
      items: [{ kind: 'Report', path: 'reports[]', identifiers: { reportArn: '@' } }],
    },
  },
  actions: {
    Delete: act('Delete with Reports', 'X', 'DeleteReportGroup', {
      arn: group,
      deleteReports: true,
    }),
  },
  has: { ExportBucket: to('exportConfig.s3Destination.bucket', 's3.Bucket') },
};

const Report: Kind = {
  identifiers: ['reportArn'],
  label: ['name', '{reportArn|last}'],
  state: 'status',
  description: ['status', '{testSummary.total|count:test}', '{created|date}'],
  columns: [
    ['Status', 'status'],
    ['Type', 'type'],
    ['Tests', 'testSummary.total'],
    ['Lines covered', 'codeCoverageSummary.lineCoveragePercentage'],
    ['Created', '{created|date}'],
    ['Expires', '{expired|date}'],
  ],
  icon: 'checklist',
  arn: 'reportArn',
  arnPattern: 'arn:{partition}:codebuild:{region}:{account}:report/{*}',
  load: {
    operation: 'BatchGetReports',
    params: { reportArns: [report] },
    path: 'reports[0]',
    batch: {
      size: batchSize,
      param: 'reportArns',
      identifier: 'reportArn',
      path: 'reports[]',
      member: 'arn',
    },
  },
  hydrate: true,
  actions: {
    DescribeTestCases: act('Show Test Cases', 'R', 'DescribeTestCases', { reportArn: report }),
    Delete: act('Delete', 'X', 'DeleteReport', { arn: report }),
  },
  has: {
    ReportGroup: to('reportGroupArn', 'ReportGroup'),
    Build: to('executionId', 'Build'),
  },
};

export const codebuild: ServiceKinds = {
  service: 'codebuild',
  title: 'CodeBuild',
  icon: 'tools',
  collections: {
    Projects: {
      title: 'Projects',
      operation: 'ListProjects',
      items: [{ kind: 'Project', path: 'projects[]', identifiers: { name: '@' } }],
    },
    ReportGroups: {
      title: 'Report Groups',
      operation: 'ListReportGroups',
      items: [
        { kind: 'ReportGroup', path: 'reportGroups[]', identifiers: { reportGroupArn: '@' } },
      ],
    },
  },
  kinds: { Project, Build, BuildBatch, ReportGroup, Report },
};
