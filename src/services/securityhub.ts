import type { Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, type Value } from '../core/resources/sources.ts';
import { act, nextToken, to } from './rules.ts';

const itself = [{ Id: identifier('Id'), ProductArn: data('ProductArn') }];
const ofStandard = { StandardsSubscriptionArn: identifier('StandardsSubscriptionArn') };
const ofInsight = { InsightArn: identifier('InsightArn') };

function equals(...values: readonly string[]): Value {
  return values.map((Value) => ({ Value, Comparison: 'EQUALS' }));
}

function setWorkflow(title: string, risk: 'W' | 'D', status: Value) {
  return act(
    title,
    risk,
    'BatchUpdateFindings',
    {
      FindingIdentifiers: itself,
      Workflow: { Status: status },
    },
    { failures: 'UnprocessedFindings' },
  );
}

const Finding: Kind = {
  identifiers: ['Id'],
  distinguishedBy: ['ProductArn'],
  label: ['Title', 'Id'],
  state: 'Workflow.Status',
  description: ['{Severity.Label|lower}', 'Compliance.Status', 'Resources[].Type'],
  columns: [
    ['Severity', 'Severity.Label'],
    ['Workflow', 'Workflow.Status'],
    ['Compliance', 'Compliance.Status'],
    ['Resources', 'Resources[].Id'],
    ['Product', 'ProductName'],
    ['Account', 'AwsAccountId'],
    ['Region', 'Region'],
    ['Created', '{CreatedAt|date}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'shield',
  arn: 'Id',
  arnPattern: 'arn:{partition}:securityhub:{region}:{account}:{*}/finding/{*}',
  consoleUrl: '{c}/securityhub/home?region={region}#/findings',
  load: {
    operation: 'GetFindings',
    params: { Filters: { Id: [{ Value: identifier('Id'), Comparison: 'EQUALS' }] } },
    path: 'Findings[0]',
  },
  actions: {
    GetHistory: act('Show History', 'R', 'GetFindingHistory', {
      FindingIdentifier: { Id: identifier('Id'), ProductArn: data('ProductArn') },
    }),
    SetWorkflow: setWorkflow('Set Workflow Status', 'W', ask('Status')),
    Notify: setWorkflow('Mark as Notified', 'W', 'NOTIFIED'),
    Resolve: setWorkflow('Resolve', 'W', 'RESOLVED'),
    Suppress: setWorkflow('Suppress', 'D', 'SUPPRESSED'),
    AddNote: act(
      'Add Note',
      'W',
      'BatchUpdateFindings',
      {
        FindingIdentifiers: itself,
        Note: { Text: ask('Text'), UpdatedBy: ask('UpdatedBy') },
      },
      { failures: 'UnprocessedFindings' },
    ),
  },
  has: {
    Resources: to('Resources[].Id'),
    Account: to('AwsAccountId', 'organizations.Account'),
    RelatedFindings: to('RelatedFindings[].Id', 'Finding'),
  },
};

const Standard: Kind = {
  identifiers: ['StandardsSubscriptionArn'],
  label: ['{StandardsSubscriptionArn|after:/}'],
  state: 'StandardsStatus',
  description: ['StandardsStatus'],
  columns: [
    ['Status', 'StandardsStatus'],
    ['Standard', 'StandardsArn'],
    ['Because', 'StandardsStatusReason.StatusReasonCode'],
    ['Controls', 'StandardsControlsUpdatable'],
  ],
  icon: 'book',
  arn: 'StandardsSubscriptionArn',
  arnPattern: 'arn:{partition}:securityhub:{region}:{account}:subscription/{*}',
  load: {
    operation: 'GetEnabledStandards',
    params: { StandardsSubscriptionArns: [identifier('StandardsSubscriptionArn')] },
    path: 'StandardsSubscriptions[0]',
  },
  collections: {
    Controls: {
      title: 'Controls',
      inline: true,
      operation: 'DescribeStandardsControls',
      params: ofStandard,
      items: [
        {
          kind: 'Control',
          path: 'Controls[]',
          identifiers: { StandardsControlArn: 'StandardsControlArn' },
        },
      ],
    },
  },
  actions: {
    Disable: act('Disable', 'X', 'BatchDisableStandards', {
      StandardsSubscriptionArns: [identifier('StandardsSubscriptionArn')],
    }),
  },
};

const Control: Kind = {
  identifiers: ['StandardsControlArn'],
  label: ['{ControlId} {Title}', '{StandardsControlArn|after:/}'],
  state: 'ControlStatus',
  description: ['{SeverityRating|lower}', '{ControlStatus|swap:ENABLED=}'],
  columns: [
    ['Status', 'ControlStatus'],
    ['Severity', 'SeverityRating'],
    ['Description', 'Description'],
    ['Disabled because', 'DisabledReason'],
    ['Requirements', 'RelatedRequirements'],
    ['Remediation', 'RemediationUrl'],
    ['Changed', '{ControlStatusUpdatedAt|date}'],
  ],
  icon: 'checklist',
  arn: 'StandardsControlArn',
  arnPattern: 'arn:{partition}:securityhub:{region}:{account}:control/{*}',
  actions: {
    Enable: act('Enable', 'W', 'UpdateStandardsControl', {
      StandardsControlArn: identifier('StandardsControlArn'),
      ControlStatus: 'ENABLED',
    }),
    Disable: act('Disable', 'D', 'UpdateStandardsControl', {
      StandardsControlArn: identifier('StandardsControlArn'),
      ControlStatus: 'DISABLED',
      DisabledReason: ask('DisabledReason'),
    }),
  },
};

const Insight: Kind = {
  identifiers: ['InsightArn'],
  label: ['Name', '{InsightArn|last}'],
  description: ['GroupByAttribute'],
  columns: [
    ['Name', 'Name'],
    ['Groups by', 'GroupByAttribute'],
  ],
  icon: 'lightbulb',
  arn: 'InsightArn',
  arnPattern: 'arn:{partition}:securityhub:{region}:{account}:insight/{*}',
  load: {
    operation: 'GetInsights',
    params: { InsightArns: [identifier('InsightArn')] },
    path: 'Insights[0]',
  },
  actions: {
    GetResults: act('Show Results', 'R', 'GetInsightResults', ofInsight),
    Delete: act('Delete', 'X', 'DeleteInsight', ofInsight),
  },
};

const AutomationRule: Kind = {
  identifiers: ['RuleArn'],
  label: ['RuleName', '{RuleArn|last}'],
  state: 'RuleStatus',
  description: ['{RuleStatus|lower}'],
  columns: [
    ['Status', 'RuleStatus'],
    ['Order', 'RuleOrder'],
    ['Last', '{IsTerminal|if:yes/no}'],
    ['Description', 'Description'],
    ['Created', '{CreatedAt|date}'],
    ['Updated', '{UpdatedAt|date}'],
  ],
  icon: 'wand',
  arn: 'RuleArn',
  arnPattern: 'arn:{partition}:securityhub:{region}:{account}:automation-rule/{*}',
  load: {
    operation: 'BatchGetAutomationRules',
    params: { AutomationRulesArns: [identifier('RuleArn')] },
    path: 'Rules[0]',
  },
  actions: {
    Delete: act(
      'Delete',
      'X',
      'BatchDeleteAutomationRules',
      {
        AutomationRulesArns: [identifier('RuleArn')],
      },
      { failures: 'UnprocessedAutomationRules' },
    ),
  },
};

export const securityhub: ServiceKinds = {
  service: 'securityhub',
  title: 'Security Hub',
  icon: 'shield',
  collections: {
    // As AWS's console lists them: what is neither archived, nor resolved or suppressed.
    Findings: {
      title: 'Findings',
      operation: 'GetFindings',
      pageSize: 100,
      params: {
        Filters: {
          RecordState: equals('ACTIVE'),
          WorkflowStatus: equals('NEW', 'NOTIFIED'),
        },
      },
      items: [{ kind: 'Finding', path: 'Findings[]', identifiers: { Id: 'Id' } }],
    },
    Standards: {
      title: 'Enabled Standards',
      operation: 'GetEnabledStandards',
      items: [
        {
          kind: 'Standard',
          path: 'StandardsSubscriptions[]',
          identifiers: { StandardsSubscriptionArn: 'StandardsSubscriptionArn' },
        },
      ],
    },
    Insights: {
      title: 'Insights',
      operation: 'GetInsights',
      items: [{ kind: 'Insight', path: 'Insights[]', identifiers: { InsightArn: 'InsightArn' } }],
    },
    AutomationRules: {
      title: 'Automation Rules',
      operation: 'ListAutomationRules',
      tokens: nextToken,
      items: [
        {
          kind: 'AutomationRule',
          path: 'AutomationRulesMetadata[]',
          identifiers: { RuleArn: 'RuleArn' },
        },
      ],
    },
  },
  actions: { DescribeHub: act('Show Hub', 'R', 'DescribeHub') },
  kinds: { Finding, Standard, Control, Insight, AutomationRule },
};
