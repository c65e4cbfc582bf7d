import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofDetector = { DetectorId: identifier('DetectorId') };
const ofFinding = { ...ofDetector, FindingIds: [identifier('FindingId')] };
const ofFilter = { ...ofDetector, FilterName: identifier('FilterName') };
/** Findings a call, of `GetFindings` and of the operations that change findings. */
const findings = 50;

const detectorArn = 'arn:{partition}:guardduty:{region}:{account}:detector/{DetectorId}';

/** AWS lists archived findings and current ones together where it is not told. */
function findingsOf(title: string, archived: 'true' | 'false'): CollectionRule {
  return {
    title,
    operation: 'ListFindings',
    params: {
      ...ofDetector,
      FindingCriteria: { Criterion: { 'service.archived': { Equals: [archived] } } },
    },
    items: [
      {
        kind: 'Finding',
        path: 'FindingIds[]',
        identifiers: { ...ofDetector, FindingId: '@' },
      },
    ],
  };
}

const Detector: Kind = {
  identifiers: ['DetectorId'],
  state: 'Status',
  description: ['{Status|lower}'],
  columns: [
    ['Status', 'Status'],
    ['Publishes', 'FindingPublishingFrequency'],
    ['Role', '{ServiceRole|last}'],
    ['Created', '{CreatedAt|date}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'radio-tower',
  arn: detectorArn,
  consoleUrl: '{c}/guardduty/home?region={region}#/findings',
  load: { operation: 'GetDetector', params: ofDetector },
  hydrate: true,
  collections: {
    Findings: findingsOf('Findings', 'false'),
    ArchivedFindings: findingsOf('Archived Findings', 'true'),
    Members: {
      title: 'Members',
      operation: 'ListMembers',
      params: ofDetector,
      items: [
        {
          kind: 'Member',
          path: 'Members[]',
          identifiers: { ...ofDetector, AccountId: 'AccountId' },
        },
      ],
    },
    Filters: {
      title: 'Filters',
      operation: 'ListFilters',
      params: ofDetector,
      items: [
        { kind: 'Filter', path: 'FilterNames[]', identifiers: { ...ofDetector, FilterName: '@' } },
      ],
    },
    IpSets: {
      title: 'IP Sets',
      operation: 'ListIPSets',
      params: ofDetector,
      items: [{ kind: 'IpSet', path: 'IpSetIds[]', identifiers: { ...ofDetector, IpSetId: '@' } }],
    },
    ThreatIntelSets: {
      title: 'Threat Intel Sets',
      operation: 'ListThreatIntelSets',
      params: ofDetector,
      items: [
        {
          kind: 'ThreatIntelSet',
          path: 'ThreatIntelSetIds[]',
          identifiers: { ...ofDetector, ThreatIntelSetId: '@' },
        },
      ],
    },
  },
  actions: {
    GetFindings: act('Show Findings', 'R', 'GetFindings', {
      ...ofDetector,
      FindingIds: ask('FindingIds'),
    }),
    GetStatistics: act('Show Statistics', 'R', 'GetFindingsStatistics', {
      ...ofDetector,
      GroupBy: 'SEVERITY',
    }),
    ArchiveFindings: act('Archive Findings', 'W', 'ArchiveFindings', {
      ...ofDetector,
      FindingIds: ask('FindingIds'),
    }),
    CreateSampleFindings: act('Create Sample Findings', 'W', 'CreateSampleFindings', {
      ...ofDetector,
      FindingTypes: askOptional('FindingTypes'),
    }),
    Enable: act('Resume', 'W', 'UpdateDetector', { ...ofDetector, Enable: true }),
    Disable: act('Suspend', 'D', 'UpdateDetector', { ...ofDetector, Enable: false }),
    Delete: act('Delete', 'X', 'DeleteDetector', ofDetector),
  },
  has: { ServiceRole: to('ServiceRole', 'iam.Role') },
};

const Finding: Kind = {
  identifiers: ['DetectorId', 'FindingId'],
  label: ['Title', 'FindingId'],
  description: ['{Severity} severity', 'Resource.ResourceType', '{UpdatedAt|date}'],
  columns: [
    ['Severity', 'Severity'],
    ['Type', 'Type'],
    ['Description', 'Description'],
    ['Resource type', 'Resource.ResourceType'],
    ['Count', 'Service.Count'],
    ['Account', 'AccountId'],
    ['Created', '{CreatedAt|date}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'warning',
  arn: `${detectorArn}/finding/{FindingId}`,
  consoleUrl: '{c}/guardduty/home?region={region}#/findings?search=id%3D{FindingId}',
  load: {
    operation: 'GetFindings',
    params: ofFinding,
    path: 'Findings[0]',
    batch: {
      size: findings,
      param: 'FindingIds',
      identifier: 'FindingId',
      path: 'Findings[]',
      member: 'Id',
    },
  },
  hydrate: true,
  actions: {
    Archive: { ...act('Archive', 'W', 'ArchiveFindings', ofFinding), batch: { size: findings } },
    Unarchive: {
      ...act('Unarchive', 'W', 'UnarchiveFindings', ofFinding),
      batch: { size: findings },
    },
    GiveFeedback: act('Give Feedback', 'W', 'UpdateFindingsFeedback', {
      ...ofFinding,
      Feedback: ask('Feedback'),
    }),
  },
  has: {
    Detector: { kind: 'Detector', identifiers: ofDetector },
    Instance: to('Resource.InstanceDetails.InstanceId', 'ec2.Instance'),
    Buckets: to('Resource.S3BucketDetails[].Name', 's3.Bucket'),
    User: to('Resource.AccessKeyDetails.UserName', 'iam.User'),
    Function: to('Resource.LambdaDetails.FunctionName', 'lambda.Function'),
    EksCluster: to('Resource.EksClusterDetails.Arn'),
    EcsCluster: to('Resource.EcsClusterDetails.Arn'),
    DBInstance: to('Resource.RdsDbInstanceDetails.DbInstanceIdentifier', 'rds.DBInstance'),
  },
};

const Member: Kind = {
  identifiers: ['DetectorId', 'AccountId'],
  state: 'RelationshipStatus',
  description: ['RelationshipStatus'],
  columns: [
    ['Account', 'AccountId'],
    ['Status', 'RelationshipStatus'],
    ['Administrator', 'AdministratorId'],
    ['Invited', '{InvitedAt|date}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'account',
  has: { Account: to('AccountId', 'organizations.Account') },
};

const Filter: Kind = {
  identifiers: ['DetectorId', 'FilterName'],
  description: ['{Action|lower}'],
  columns: [
    ['Action', 'Action'],
    ['Rank', 'Rank'],
    ['Description', 'Description'],
  ],
  icon: 'filter',
  arn: `${detectorArn}/filter/{FilterName}`,
  load: { operation: 'GetFilter', params: ofFilter },
  hydrate: true,
  actions: { Delete: act('Delete', 'X', 'DeleteFilter', ofFilter) },
};

/** Lists of addresses, those of one's own and those known for threats. */
function addressSet(id: string, type: string, operation: string): Kind {
  const ofSet = { ...ofDetector, [id]: identifier(id) };
  return {
    identifiers: ['DetectorId', id],
    label: ['Name', id],
    state: 'Status',
    description: ['Status'],
    columns: [
      ['Status', 'Status'],
      ['Format', 'Format'],
      ['Location', 'Location'],
    ],
    icon: 'list-flat',
    arn: `${detectorArn}/${type}/{${id}}`,
    load: { operation: `Get${operation}`, params: ofSet },
    hydrate: true,
    actions: { Delete: act('Delete', 'X', `Delete${operation}`, ofSet) },
  };
}

export const guardduty: ServiceKinds = {
  service: 'guardduty',
  title: 'GuardDuty',
  icon: 'radio-tower',
  collections: {
    Detectors: {
      title: 'Detectors',
      operation: 'ListDetectors',
      items: [{ kind: 'Detector', path: 'DetectorIds[]', identifiers: { DetectorId: '@' } }],
    },
  },
  actions: {
    CreateDetector: {
      ...act('Enable GuardDuty', 'W', 'CreateDetector', { Enable: true }),
      result: { kind: 'Detector', identifiers: { DetectorId: 'DetectorId' } },
    },
  },
  kinds: {
    Detector,
    Finding,
    Member,
    Filter,
    IpSet: addressSet('IpSetId', 'ipset', 'IPSet'),
    ThreatIntelSet: addressSet('ThreatIntelSetId', 'threatintelset', 'ThreatIntelSet'),
  },
};
