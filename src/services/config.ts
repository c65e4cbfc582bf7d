import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const ofRule = { ConfigRuleName: identifier('ConfigRuleName') };
const ofPack = { ConformancePackName: identifier('ConformancePackName') };
const ofRecorder = { ConfigurationRecorderName: identifier('name') };
const ofResult = {
  resourceType: identifier('ResourceType'),
  resourceId: identifier('ResourceId'),
};
const qualifier = 'EvaluationResultIdentifier.EvaluationResultQualifier';

const ConfigRule: Kind = {
  identifiers: ['ConfigRuleName'],
  state: 'Compliances[0].Compliance.ComplianceType',
  description: ['Compliances[0].Compliance.ComplianceType', 'Source.Owner'],
  columns: [
    ['Compliance', 'Compliances[0].Compliance.ComplianceType'],
    ['Description', 'Description'],
    ['State', 'ConfigRuleState'],
    ['Owner', 'Source.Owner'],
    ['Source', 'Source.SourceIdentifier'],
    ['Resource types', 'Scope.ComplianceResourceTypes'],
    ['Frequency', 'MaximumExecutionFrequency'],
    ['Created by', 'CreatedBy'],
  ],
  icon: 'law',
  arn: 'ConfigRuleArn',
  arnPattern: 'arn:{partition}:config:{region}:{account}:config-rule/{*}',
  consoleUrl: '{c}/config/home?region={region}#/rules/details?configRuleName={ConfigRuleName}',
  load: {
    operation: 'DescribeConfigRules',
    params: { ConfigRuleNames: [identifier('ConfigRuleName')] },
    path: 'ConfigRules[0]',
  },
  collections: {
    Compliance: {
      title: 'Compliance by Resource',
      inline: true,
      operation: 'GetComplianceDetailsByConfigRule',
      params: ofRule,
      items: [
        {
          kind: 'EvaluationResult',
          path: 'EvaluationResults[]',
          identifiers: {
            ...ofRule,
            ResourceType: `${qualifier}.ResourceType`,
            ResourceId: `${qualifier}.ResourceId`,
          },
        },
      ],
    },
  },
  actions: {
    DescribeStatus: act('Show Evaluation Status', 'R', 'DescribeConfigRuleEvaluationStatus', {
      ConfigRuleNames: [identifier('ConfigRuleName')],
    }),
    DescribeRemediation: act('Show Remediation', 'R', 'DescribeRemediationConfigurations', {
      ConfigRuleNames: [identifier('ConfigRuleName')],
    }),
    Select: act('Query Resources', 'R', 'SelectResourceConfig', { Expression: ask('Expression') }),
    GetResourceHistory: act('Show Resource History', 'R', 'GetResourceConfigHistory', {
      resourceType: ask('resourceType'),
      resourceId: ask('resourceId'),
    }),
    Evaluate: {
      ...act('Evaluate', 'W', 'StartConfigRulesEvaluation', {
        ConfigRuleNames: [identifier('ConfigRuleName')],
      }),
      batch: { size: 25 },
    },
    DeleteResults: act('Delete Results', 'D', 'DeleteEvaluationResults', ofRule),
    Delete: act('Delete', 'X', 'DeleteConfigRule', ofRule),
  },
  has: { Function: to('Source.SourceIdentifier') },
};

const EvaluationResult: Kind = {
  identifiers: ['ConfigRuleName', 'ResourceType', 'ResourceId'],
  distinguishedBy: ['EvaluationResultIdentifier.ResourceEvaluationId'],
  state: 'ComplianceType',
  description: ['ComplianceType', 'ResourceType'],
  columns: [
    ['Compliance', 'ComplianceType'],
    ['Resource type', 'ResourceType'],
    ['Annotation', 'Annotation'],
    ['Evaluated', '{ResultRecordedTime|date}'],
    ['Invoked', '{ConfigRuleInvokedTime|date}'],
  ],
  icon: {
    by: 'ComplianceType',
    values: { COMPLIANT: 'pass', NON_COMPLIANT: 'error' },
    otherwise: 'question',
  },
  consoleUrl:
    '{c}/config/home?region={region}#/resources/timeline?resourceType={ResourceType}&resourceId={ResourceId}',
  actions: {
    GetHistory: act('Show History', 'R', 'GetResourceConfigHistory', ofResult),
    Remediate: act(
      'Remediate',
      'D',
      'StartRemediationExecution',
      {
        ...ofRule,
        ResourceKeys: [ofResult],
      },
      { failures: 'FailedItems' },
    ),
  },
  has: { ConfigRule: { kind: 'ConfigRule', identifiers: ofRule } },
};

const ConformancePack: Kind = {
  identifiers: ['ConformancePackName'],
  state: 'Statuses[0].ConformancePackState',
  description: ['Statuses[0].ConformancePackState', '{LastUpdateRequestedTime|date}'],
  columns: [
    ['State', 'Statuses[0].ConformancePackState'],
    ['Because', 'Statuses[0].ConformancePackStatusReason'],
    ['Bucket', 'DeliveryS3Bucket'],
    ['Template', 'TemplateSSMDocumentDetails.DocumentName'],
    ['Created by', 'CreatedBy'],
    ['Updated', '{LastUpdateRequestedTime|date}'],
  ],
  icon: 'checklist',
  arn: 'ConformancePackArn',
  arnPattern:
    'arn:{partition}:config:{region}:{account}:conformance-pack/{ConformancePackName}/{*}',
  load: {
    operation: 'DescribeConformancePacks',
    params: { ConformancePackNames: [identifier('ConformancePackName')] },
    path: 'ConformancePackDetails[0]',
  },
  collections: {
    Rules: {
      title: 'Rules',
      inline: true,
      operation: 'DescribeConformancePackCompliance',
      params: ofPack,
      items: [
        {
          kind: 'ConfigRule',
          path: 'ConformancePackRuleComplianceList[]',
          identifiers: { ConfigRuleName: 'ConfigRuleName' },
        },
      ],
    },
  },
  actions: { Delete: act('Delete', 'X', 'DeleteConformancePack', ofPack) },
  has: { Bucket: to('DeliveryS3Bucket', 's3.Bucket') },
};

const ConfigurationRecorder: Kind = {
  identifiers: ['name'],
  state: 'Statuses[0].lastStatus',
  description: ['{Statuses[0].recording|if:recording/stopped}'],
  columns: [
    ['Recording', '{Statuses[0].recording|if:yes/no}'],
    ['Last status', 'Statuses[0].lastStatus'],
    ['Error', 'Statuses[0].lastErrorMessage'],
    ['Strategy', 'recordingGroup.recordingStrategy.useOnly'],
    ['Frequency', 'recordingMode.recordingFrequency'],
    ['Role', '{roleARN|last}'],
    ['Started', '{Statuses[0].lastStartTime|date}'],
  ],
  icon: 'record',
  arn: 'arn',
  arnPattern: 'arn:{partition}:config:{region}:{account}:configuration-recorder/{name}/{*}',
  load: {
    operation: 'DescribeConfigurationRecorders',
    params: { ConfigurationRecorderNames: [identifier('name')] },
    path: 'ConfigurationRecorders[0]',
  },
  actions: {
    Start: act('Start Recording', 'W', 'StartConfigurationRecorder', ofRecorder),
    Stop: act('Stop Recording', 'D', 'StopConfigurationRecorder', ofRecorder),
    Delete: act('Delete', 'X', 'DeleteConfigurationRecorder', ofRecorder),
  },
  has: { Role: to('roleARN', 'iam.Role') },
};

const DeliveryChannel: Kind = {
  identifiers: ['name'],
  description: ['s3BucketName'],
  columns: [
    ['Bucket', 's3BucketName'],
    ['Prefix', 's3KeyPrefix'],
    ['Topic', '{snsTopicARN|last}'],
    ['Frequency', 'configSnapshotDeliveryProperties.deliveryFrequency'],
  ],
  icon: 'inbox',
  load: {
    operation: 'DescribeDeliveryChannels',
    params: { DeliveryChannelNames: [identifier('name')] },
    path: 'DeliveryChannels[0]',
  },
  actions: {
    DeliverSnapshot: act('Deliver Snapshot', 'W', 'DeliverConfigSnapshot', {
      deliveryChannelName: identifier('name'),
    }),
    Delete: act('Delete', 'X', 'DeleteDeliveryChannel', {
      DeliveryChannelName: identifier('name'),
    }),
  },
  has: {
    Bucket: to('s3BucketName', 's3.Bucket'),
    EncryptionKey: to('s3KmsKeyArn', 'kms.Key'),
    Topic: to('snsTopicARN', 'sns.Topic'),
  },
};

const Aggregator: Kind = {
  identifiers: ['ConfigurationAggregatorName'],
  description: ['{LastUpdatedTime|date}'],
  columns: [
    ['Accounts', 'AccountAggregationSources[].AccountIds[]'],
    ['Organization role', '{OrganizationAggregationSource.RoleArn|last}'],
    ['Created', '{CreationTime|date}'],
    ['Updated', '{LastUpdatedTime|date}'],
  ],
  icon: 'combine',
  arn: 'ConfigurationAggregatorArn',
  arnPattern: 'arn:{partition}:config:{region}:{account}:config-aggregator/{*}',
  consoleUrl:
    '{c}/config/home?region={region}#/aggregators/details?name={ConfigurationAggregatorName}',
  load: {
    operation: 'DescribeConfigurationAggregators',
    params: { ConfigurationAggregatorNames: [identifier('ConfigurationAggregatorName')] },
    path: 'ConfigurationAggregators[0]',
  },
  actions: {
    Select: act('Query Resources', 'R', 'SelectAggregateResourceConfig', {
      ConfigurationAggregatorName: identifier('ConfigurationAggregatorName'),
      Expression: ask('Expression'),
    }),
    Delete: act('Delete', 'X', 'DeleteConfigurationAggregator', {
      ConfigurationAggregatorName: identifier('ConfigurationAggregatorName'),
    }),
  },
  has: { Role: to('OrganizationAggregationSource.RoleArn', 'iam.Role') },
};

export const config: ServiceKinds = {
  service: 'config',
  title: 'Config',
  icon: 'law',
  collections: {
    Rules: {
      title: 'Rules',
      operation: 'DescribeConfigRules',
      items: [
        {
          kind: 'ConfigRule',
          path: 'ConfigRules[]',
          identifiers: { ConfigRuleName: 'ConfigRuleName' },
        },
      ],
      join: {
        operation: 'DescribeComplianceByConfigRule',
        path: 'ComplianceByConfigRules[]',
        on: 'ConfigRuleName',
        equals: 'ConfigRuleName',
        as: 'Compliances',
      },
    },
    ConformancePacks: {
      title: 'Conformance Packs',
      operation: 'DescribeConformancePacks',
      items: [
        {
          kind: 'ConformancePack',
          path: 'ConformancePackDetails[]',
          identifiers: { ConformancePackName: 'ConformancePackName' },
        },
      ],
      join: {
        operation: 'DescribeConformancePackStatus',
        path: 'ConformancePackStatusDetails[]',
        on: 'ConformancePackName',
        equals: 'ConformancePackName',
        as: 'Statuses',
      },
    },
    ConfigurationRecorders: {
      title: 'Configuration Recorders',
      operation: 'DescribeConfigurationRecorders',
      items: [
        {
          kind: 'ConfigurationRecorder',
          path: 'ConfigurationRecorders[]',
          identifiers: { name: 'name' },
        },
      ],
      join: {
        operation: 'DescribeConfigurationRecorderStatus',
        path: 'ConfigurationRecordersStatus[]',
        on: 'name',
        equals: 'name',
        as: 'Statuses',
      },
    },
    DeliveryChannels: {
      title: 'Delivery Channels',
      operation: 'DescribeDeliveryChannels',
      items: [
        { kind: 'DeliveryChannel', path: 'DeliveryChannels[]', identifiers: { name: 'name' } },
      ],
    },
    Aggregators: {
      title: 'Aggregators',
      operation: 'DescribeConfigurationAggregators',
      items: [
        {
          kind: 'Aggregator',
          path: 'ConfigurationAggregators[]',
          identifiers: { ConfigurationAggregatorName: 'ConfigurationAggregatorName' },
        },
      ],
    },
  },
  kinds: {
    ConfigRule,
    EvaluationResult,
    ConformancePack,
    ConfigurationRecorder,
    DeliveryChannel,
    Aggregator,
  },
};
