import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofFirewall = { FirewallArn: identifier('FirewallArn') };
const ofPolicy = { FirewallPolicyArn: identifier('FirewallPolicyArn') };
const ofRuleGroup = { RuleGroupArn: identifier('RuleGroupArn') };

const arns = 'arn:{partition}:network-firewall:{region}:{account}';
const consoleUrl = '{c}/vpcconsole/home?region={region}#';

export const networkFirewall: ServiceKinds = {
  service: 'network-firewall',
  title: 'Network Firewall',
  icon: 'flame',
  collections: {
    Firewalls: list('Firewalls', 'ListFirewalls', {}, [
      'Firewall',
      'Firewalls[]',
      { FirewallArn: 'FirewallArn' },
    ]),
    FirewallPolicies: list('Firewall Policies', 'ListFirewallPolicies', {}, [
      'FirewallPolicy',
      'FirewallPolicies[]',
      { FirewallPolicyArn: 'Arn' },
    ]),
    // Without a scope, those that AWS keeps are listed too.
    RuleGroups: list('Rule Groups', 'ListRuleGroups', { Scope: 'ACCOUNT' }, [
      'RuleGroup',
      'RuleGroups[]',
      { RuleGroupArn: 'Arn' },
    ]),
  },
  kinds: {
    Firewall: {
      identifiers: ['FirewallArn'],
      label: ['FirewallName', '{FirewallArn|last}'],
      state: 'FirewallStatus.Status',
      description: ['FirewallStatus.Status', 'VpcId'],
      columns: [
        ['Status', 'FirewallStatus.Status'],
        ['In sync', 'FirewallStatus.ConfigurationSyncStateSummary'],
        ['Policy', '{FirewallPolicyArn|last}'],
        ['VPC', 'VpcId'],
        ['Subnets', 'SubnetMappings[].SubnetId'],
        ['Delete protection', '{DeleteProtection|if:on/off}'],
        ['Description', 'Description'],
      ],
      icon: 'flame',
      arn: 'FirewallArn',
      arnPattern: `${arns}:firewall/{*}`,
      consoleUrl: `${consoleUrl}NetworkFirewallDetails:arn={FirewallArn}`,
      load: {
        operation: 'DescribeFirewall',
        params: ofFirewall,
        path: 'Firewall',
        beside: ['FirewallStatus', 'UpdateToken'],
      },
      hydrate: true,
      actions: {
        GetLogging: act('Show Logging', 'R', 'DescribeLoggingConfiguration', ofFirewall),
        AssociatePolicy: act('Change Policy', 'D', 'AssociateFirewallPolicy', {
          ...ofFirewall,
          FirewallPolicyArn: ask('FirewallPolicyArn'),
          UpdateToken: data('UpdateToken'),
        }),
        SetDeleteProtection: act('Set Delete Protection', 'W', 'UpdateFirewallDeleteProtection', {
          ...ofFirewall,
          DeleteProtection: ask('DeleteProtection'),
          UpdateToken: data('UpdateToken'),
        }),
        Delete: act('Delete', 'X', 'DeleteFirewall', ofFirewall),
      },
      has: {
        FirewallPolicy: to('FirewallPolicyArn', 'FirewallPolicy'),
        Vpc: to('VpcId', 'ec2.Vpc'),
        Subnets: to('SubnetMappings[].SubnetId', 'ec2.Subnet'),
      },
    },
    FirewallPolicy: {
      identifiers: ['FirewallPolicyArn'],
      label: ['Name', 'FirewallPolicyName', '{FirewallPolicyArn|last}'],
      state: 'FirewallPolicyStatus',
      description: ['FirewallPolicyStatus', '{NumberOfAssociations|count:firewall}'],
      columns: [
        ['Status', 'FirewallPolicyStatus'],
        ['Description', 'Description'],
        ['Firewalls', 'NumberOfAssociations'],
        ['Stateless default', 'FirewallPolicy.StatelessDefaultActions'],
        ['Stateful groups', '{FirewallPolicy.StatefulRuleGroupReferences|length}'],
        ['Stateless groups', '{FirewallPolicy.StatelessRuleGroupReferences|length}'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'shield',
      arn: 'FirewallPolicyArn',
      arnPattern: `${arns}:firewall-policy/{*}`,
      load: {
        operation: 'DescribeFirewallPolicy',
        params: ofPolicy,
        path: 'FirewallPolicyResponse',
        beside: ['FirewallPolicy', 'UpdateToken'],
      },
      hydrate: true,
      actions: { Delete: act('Delete', 'X', 'DeleteFirewallPolicy', ofPolicy) },
      has: {
        StatefulRuleGroups: to(
          'FirewallPolicy.StatefulRuleGroupReferences[].ResourceArn',
          'RuleGroup',
        ),
        StatelessRuleGroups: to(
          'FirewallPolicy.StatelessRuleGroupReferences[].ResourceArn',
          'RuleGroup',
        ),
      },
    },
    RuleGroup: {
      identifiers: ['RuleGroupArn'],
      label: ['Name', 'RuleGroupName', '{RuleGroupArn|last}'],
      state: 'RuleGroupStatus',
      description: ['RuleGroupStatus', '{Type|lower}'],
      columns: [
        ['Status', 'RuleGroupStatus'],
        ['Type', 'Type'],
        ['Capacity', '{ConsumedCapacity} of {Capacity}'],
        ['Policies', 'NumberOfAssociations'],
        ['Description', 'Description'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'list-ordered',
      arn: 'RuleGroupArn',
      arnPattern: `${arns}:{*}-rulegroup/{*}`,
      load: {
        operation: 'DescribeRuleGroup',
        params: ofRuleGroup,
        path: 'RuleGroupResponse',
        beside: ['RuleGroup', 'UpdateToken'],
      },
      hydrate: true,
      actions: { Delete: act('Delete', 'X', 'DeleteRuleGroup', ofRuleGroup) },
    },
  },
};
