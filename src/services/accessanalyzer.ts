import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, text } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofAnalyzer = { analyzerName: identifier('analyzerName') };
const inAnalyzer = { analyzerArn: identifier('analyzerArn') };
const ofRule = { ...ofAnalyzer, ruleName: identifier('ruleName') };
const ofFinding = { ...inAnalyzer, ids: [identifier('id')] };

const Analyzer: Kind = {
  identifiers: ['analyzerName'],
  state: 'status',
  description: ['{type|lower}', '{status|swap:ACTIVE=}'],
  columns: [
    ['Type', 'type'],
    ['Status', 'status'],
    ['Because', 'statusReason.code'],
    ['Last resource', 'lastResourceAnalyzed'],
    ['Analyzed', '{lastResourceAnalyzedAt|date}'],
    ['Managed by', 'managedBy'],
    ['Created', '{createdAt|date}'],
  ],
  icon: 'inspect',
  arn: 'arn',
  arnPattern: 'arn:{partition}:access-analyzer:{region}:{account}:analyzer/{analyzerName}',
  load: { operation: 'GetAnalyzer', params: ofAnalyzer, path: 'analyzer' },
  collections: {
    Findings: {
      title: 'Findings',
      operation: 'ListFindingsV2',
      params: { analyzerArn: data('arn') },
      items: [
        {
          kind: 'Finding',
          path: 'findings[]',
          identifiers: { analyzerArn: data('arn'), id: 'id' },
        },
      ],
    },
    AnalyzedResources: {
      title: 'Analyzed Resources',
      operation: 'ListAnalyzedResources',
      params: { analyzerArn: data('arn') },
      items: [
        {
          kind: 'AnalyzedResource',
          path: 'analyzedResources[]',
          identifiers: { analyzerArn: data('arn'), resourceArn: 'resourceArn' },
        },
      ],
    },
    ArchiveRules: {
      title: 'Archive Rules',
      operation: 'ListArchiveRules',
      params: ofAnalyzer,
      items: [
        {
          kind: 'ArchiveRule',
          path: 'archiveRules[]',
          identifiers: { ...ofAnalyzer, ruleName: 'ruleName' },
        },
      ],
    },
  },
  actions: {
    GetStatistics: act('Show Statistics', 'R', 'GetFindingsStatistics', {
      analyzerArn: data('arn'),
    }),
    ValidatePolicy: act('Validate Policy', 'R', 'ValidatePolicy', {
      policyDocument: ask('policyDocument'),
      policyType: ask('policyType'),
    }),
    ScanResource: act('Scan Resource', 'W', 'StartResourceScan', {
      analyzerArn: data('arn'),
      resourceArn: ask('resourceArn'),
    }),
    Delete: act('Delete', 'X', 'DeleteAnalyzer', ofAnalyzer),
  },
};

const Finding: Kind = {
  identifiers: ['analyzerArn', 'id'],
  label: ['{resource|last}', 'id'],
  state: 'status',
  description: ['{status|lower}', 'findingType', 'resourceType'],
  columns: [
    ['Status', 'status'],
    ['Type', 'findingType'],
    ['Resource', 'resource'],
    ['Resource type', 'resourceType'],
    ['Owner', 'resourceOwnerAccount'],
    ['Error', 'error'],
    ['Created', '{createdAt|date}'],
    ['Updated', '{updatedAt|date}'],
  ],
  icon: 'warning',
  load: {
    operation: 'GetFindingV2',
    params: { ...inAnalyzer, id: identifier('id') },
  },
  actions: {
    Archive: act('Archive', 'W', 'UpdateFindings', { ...ofFinding, status: 'ARCHIVED' }),
    Activate: act('Mark as Active', 'W', 'UpdateFindings', { ...ofFinding, status: 'ACTIVE' }),
    Rescan: act('Rescan', 'W', 'StartResourceScan', {
      ...inAnalyzer,
      resourceArn: data('resource'),
    }),
  },
  has: {
    Analyzer: { kind: 'Analyzer', identifiers: { analyzerName: text('{analyzerArn|last}') } },
    Resource: to('resource'),
  },
};

const AnalyzedResource: Kind = {
  identifiers: ['analyzerArn', 'resourceArn'],
  label: ['{resourceArn|last}'],
  description: ['resourceType'],
  columns: [
    ['ARN', 'resourceArn'],
    ['Type', 'resourceType'],
    ['Owner', 'resourceOwnerAccount'],
  ],
  icon: 'references',
  load: {
    operation: 'GetAnalyzedResource',
    params: { ...inAnalyzer, resourceArn: identifier('resourceArn') },
    path: 'resource',
  },
  actions: {
    Scan: act('Scan', 'W', 'StartResourceScan', {
      ...inAnalyzer,
      resourceArn: identifier('resourceArn'),
    }),
  },
  has: { Resource: to('resourceArn') },
};

const ArchiveRule: Kind = {
  identifiers: ['analyzerName', 'ruleName'],
  description: ['{updatedAt|date}'],
  columns: [
    ['Name', 'ruleName'],
    ['Created', '{createdAt|date}'],
    ['Updated', '{updatedAt|date}'],
  ],
  icon: 'archive',
  arn: 'arn:{partition}:access-analyzer:{region}:{account}:analyzer/{analyzerName}/archive-rule/{ruleName}',
  load: { operation: 'GetArchiveRule', params: ofRule, path: 'archiveRule' },
  actions: { Delete: act('Delete', 'X', 'DeleteArchiveRule', ofRule) },
};

export const accessanalyzer: ServiceKinds = {
  service: 'accessanalyzer',
  title: 'IAM Access Analyzer',
  icon: 'inspect',
  collections: {
    Analyzers: {
      title: 'Analyzers',
      operation: 'ListAnalyzers',
      items: [{ kind: 'Analyzer', path: 'analyzers[]', identifiers: { analyzerName: 'name' } }],
    },
  },
  actions: {
    CreateAnalyzer: act('Create Analyzer', 'W', 'CreateAnalyzer', {
      analyzerName: ask('analyzerName'),
      type: ask('type'),
    }),
  },
  kinds: { Analyzer, Finding, AnalyzedResource, ArchiveRule },
};
