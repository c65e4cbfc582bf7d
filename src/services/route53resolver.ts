import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofEndpoint = { ResolverEndpointId: identifier('Id') };
const ofAddress = {
  ResolverEndpointId: identifier('ResolverEndpointId'),
  IpAddress: { IpId: identifier('IpId') },
};
const ofRule = { ResolverRuleId: identifier('Id') };
const ofGroup = { FirewallRuleGroupId: identifier('Id') };
const ofLogConfig = { ResolverQueryLogConfigId: identifier('Id') };

const arns = 'arn:{partition}:route53resolver:{region}:{account}';

export const route53resolver: ServiceKinds = {
  service: 'route53resolver',
  title: 'Route 53 Resolver',
  icon: 'milestone',
  collections: {
    ResolverEndpoints: list('Endpoints', 'ListResolverEndpoints', {}, [
      'ResolverEndpoint',
      'ResolverEndpoints[]',
      { Id: 'Id' },
    ]),
    ResolverRules: list('Rules', 'ListResolverRules', {}, [
      'ResolverRule',
      'ResolverRules[]',
      { Id: 'Id' },
    ]),
    FirewallRuleGroups: list('DNS Firewall Rule Groups', 'ListFirewallRuleGroups', {}, [
      'FirewallRuleGroup',
      'FirewallRuleGroups[]',
      { Id: 'Id' },
    ]),
    QueryLogConfigs: list('Query Logging', 'ListResolverQueryLogConfigs', {}, [
      'QueryLogConfig',
      'ResolverQueryLogConfigs[]',
      { Id: 'Id' },
    ]),
  },
  kinds: {
    ResolverEndpoint: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      state: 'Status',
      description: ['Status', '{Direction|lower}', '{IpAddressCount|count:IP}'],
      columns: [
        ['ID', 'Id'],
        ['Status', 'Status'],
        ['Message', 'StatusMessage'],
        ['Direction', 'Direction'],
        ['Addresses', 'IpAddressCount'],
        ['VPC', 'HostVPCId'],
        ['Protocols', 'Protocols'],
        ['Created', '{CreationTime|date}'],
        ['Modified', '{ModificationTime|date}'],
      ],
      icon: 'arrow-both',
      arn: 'Arn',
      arnPattern: `${arns}:resolver-endpoint/{Id}`,
      idPattern: '^rslvr-(in|out)-[0-9a-f]{17}$',
      consoleUrl: '{c}/route53resolver/home?region={region}#/endpoint/{Id}',
      load: { operation: 'GetResolverEndpoint', params: ofEndpoint, path: 'ResolverEndpoint' },
      collections: {
        IpAddresses: list('IP Addresses', 'ListResolverEndpointIpAddresses', ofEndpoint, [
          'IpAddress',
          'IpAddresses[]',
          { ResolverEndpointId: identifier('Id'), IpId: 'IpId' },
        ]),
        Rules: list(
          'Rules',
          'ListResolverRules',
          { Filters: [{ Name: 'ResolverEndpointId', Values: [identifier('Id')] }] },
          ['ResolverRule', 'ResolverRules[]', { Id: 'Id' }],
        ),
      },
      actions: {
        Rename: act('Rename', 'W', 'UpdateResolverEndpoint', { ...ofEndpoint, Name: ask('Name') }),
        AddAddress: act('Add Address', 'W', 'AssociateResolverEndpointIpAddress', {
          ...ofEndpoint,
          IpAddress: { SubnetId: ask('SubnetId') },
        }),
        Delete: act('Delete', 'X', 'DeleteResolverEndpoint', ofEndpoint),
      },
      has: {
        SecurityGroups: to('SecurityGroupIds[]', 'ec2.SecurityGroup'),
        Vpc: to('HostVPCId', 'ec2.Vpc'),
      },
      usedBy: ['Rules'],
    },
    IpAddress: {
      identifiers: ['ResolverEndpointId', 'IpId'],
      label: ['Ip', 'Ipv6', 'IpId'],
      state: 'Status',
      description: ['Status', 'SubnetId'],
      columns: [
        ['ID', 'IpId'],
        ['Status', 'Status'],
        ['Message', 'StatusMessage'],
        ['Subnet', 'SubnetId'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'location',
      load: {
        operation: 'ListResolverEndpointIpAddresses',
        params: { ResolverEndpointId: identifier('ResolverEndpointId') },
        path: 'IpAddresses[]',
        match: { IpId: 'IpId' },
      },
      actions: { Remove: act('Remove', 'D', 'DisassociateResolverEndpointIpAddress', ofAddress) },
      has: { Subnet: to('SubnetId', 'ec2.Subnet') },
    },
    ResolverRule: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      state: 'Status',
      description: ['DomainName', '{RuleType|lower}'],
      columns: [
        ['ID', 'Id'],
        ['Domain', 'DomainName'],
        ['Type', 'RuleType'],
        ['Status', 'Status'],
        ['Targets', 'TargetIps[].Ip'],
        ['Endpoint', 'ResolverEndpointId'],
        ['Owner', 'OwnerId'],
        ['Shared', 'ShareStatus'],
      ],
      icon: 'arrow-right',
      arn: 'Arn',
      arnPattern: `${arns}:resolver-rule/{Id}`,
      idPattern: '^rslvr-rr-[0-9a-f]{17}$',
      consoleUrl: '{c}/route53resolver/home?region={region}#/rule/{Id}',
      load: { operation: 'GetResolverRule', params: ofRule, path: 'ResolverRule' },
      collections: {
        Associations: list(
          'Associations',
          'ListResolverRuleAssociations',
          { Filters: [{ Name: 'ResolverRuleId', Values: [identifier('Id')] }] },
          ['ResolverRuleAssociation', 'ResolverRuleAssociations[]', { Id: 'Id' }],
        ),
      },
      actions: {
        Associate: act('Associate VPC', 'D', 'AssociateResolverRule', {
          ...ofRule,
          VPCId: ask('VPCId'),
        }),
        Disassociate: act('Disassociate VPC', 'D', 'DisassociateResolverRule', {
          ...ofRule,
          VPCId: ask('VPCId'),
        }),
        Delete: act('Delete', 'X', 'DeleteResolverRule', ofRule),
      },
      has: { ResolverEndpoint: to('ResolverEndpointId', 'ResolverEndpoint') },
    },
    ResolverRuleAssociation: {
      identifiers: ['Id'],
      label: ['VPCId', 'Name', 'Id'],
      state: 'Status',
      description: ['Status', 'Name'],
      columns: [
        ['ID', 'Id'],
        ['Status', 'Status'],
        ['Message', 'StatusMessage'],
        ['VPC', 'VPCId'],
      ],
      icon: 'link',
      idPattern: '^rslvr-rrassoc-[0-9a-f]{17}$',
      load: {
        operation: 'GetResolverRuleAssociation',
        params: { ResolverRuleAssociationId: identifier('Id') },
        path: 'ResolverRuleAssociation',
      },
      has: { Vpc: to('VPCId', 'ec2.Vpc'), ResolverRule: to('ResolverRuleId', 'ResolverRule') },
    },
    FirewallRuleGroup: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      state: 'Status',
      description: ['{RuleCount|count:rule}', 'ShareStatus'],
      columns: [
        ['ID', 'Id'],
        ['Rules', 'RuleCount'],
        ['Status', 'Status'],
        ['Owner', 'OwnerId'],
        ['Shared', 'ShareStatus'],
        ['Modified', '{ModificationTime|date}'],
      ],
      icon: 'flame',
      arn: 'Arn',
      arnPattern: `${arns}:firewall-rule-group/{Id}`,
      idPattern: '^rslvr-frg-[0-9a-f]{16,17}$',
      load: { operation: 'GetFirewallRuleGroup', params: ofGroup, path: 'FirewallRuleGroup' },
      collections: {
        Rules: list('Rules', 'ListFirewallRules', ofGroup, [
          'FirewallRule',
          'FirewallRules[]',
          { FirewallRuleGroupId: identifier('Id'), Priority: 'Priority' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteFirewallRuleGroup', ofGroup) },
    },
    FirewallRule: {
      identifiers: ['FirewallRuleGroupId', 'Priority'],
      label: ['Name'],
      description: ['priority {Priority}', 'Action'],
      columns: [
        ['Priority', 'Priority'],
        ['Action', 'Action'],
        ['Response', 'BlockResponse'],
        ['Domain list', 'FirewallDomainListId'],
        ['Query type', 'Qtype'],
        ['Modified', '{ModificationTime|date}'],
      ],
      icon: 'list-ordered',
      load: {
        operation: 'ListFirewallRules',
        params: { FirewallRuleGroupId: identifier('FirewallRuleGroupId') },
        path: 'FirewallRules[]',
        match: { Priority: 'Priority' },
      },
    },
    QueryLogConfig: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      state: 'Status',
      description: ['Status', '{AssociationCount|count:VPC}'],
      columns: [
        ['ID', 'Id'],
        ['Status', 'Status'],
        ['Destination', 'DestinationArn'],
        ['VPCs', 'AssociationCount'],
        ['Shared', 'ShareStatus'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'output',
      arn: 'Arn',
      arnPattern: `${arns}:resolver-query-log-config/{Id}`,
      idPattern: '^rqlc-[0-9a-f]{16,17}$',
      load: {
        operation: 'GetResolverQueryLogConfig',
        params: ofLogConfig,
        path: 'ResolverQueryLogConfig',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteResolverQueryLogConfig', ofLogConfig) },
      has: { Destination: to('DestinationArn') },
    },
  },
};
