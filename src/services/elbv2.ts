import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofLoadBalancer = { LoadBalancerArn: identifier('LoadBalancerArn') };
const ofTargetGroup = { TargetGroupArn: identifier('TargetGroupArn') };
const ofListener = { ListenerArn: identifier('ListenerArn') };
const ofRule = { RuleArn: identifier('RuleArn') };
const theLoadBalancer = { LoadBalancerArns: [identifier('LoadBalancerArn')] };
const theTarget = [{ Id: identifier('Id'), Port: data('Target.Port') }];

const arns = 'arn:{partition}:elasticloadbalancing:{region}:{account}';

function targetGroups(params: Params): CollectionRule {
  return list('Target Groups', 'DescribeTargetGroups', params, [
    'TargetGroup',
    'TargetGroups[]',
    { TargetGroupArn: 'TargetGroupArn' },
  ]);
}

export const elbv2: ServiceKinds = {
  service: 'elbv2',
  title: 'Elastic Load Balancing',
  icon: 'type-hierarchy-sub',
  collections: {
    LoadBalancers: list('Load Balancers', 'DescribeLoadBalancers', {}, [
      'LoadBalancer',
      'LoadBalancers[]',
      { LoadBalancerArn: 'LoadBalancerArn' },
    ]),
    TargetGroups: targetGroups({}),
    TrustStores: list('Trust Stores', 'DescribeTrustStores', {}, [
      'TrustStore',
      'TrustStores[]',
      { TrustStoreArn: 'TrustStoreArn' },
    ]),
  },
  kinds: {
    LoadBalancer: {
      identifiers: ['LoadBalancerArn'],
      label: ['LoadBalancerName', '{LoadBalancerArn|last}'],
      state: 'State.Code',
      description: ['State.Code', 'Type', 'Scheme'],
      columns: [
        ['State', 'State.Code'],
        ['Type', 'Type'],
        ['Scheme', 'Scheme'],
        ['DNS name', 'DNSName'],
        ['VPC', 'VpcId'],
        ['Zones', 'AvailabilityZones[].ZoneName'],
        ['Addresses', 'IpAddressType'],
        ['Created', 'CreatedTime'],
      ],
      icon: 'type-hierarchy-sub',
      arn: 'LoadBalancerArn',
      arnPattern: `${arns}:loadbalancer/{*}/{*}/{*}`,
      consoleUrl: '{c}/ec2/home?region={region}#LoadBalancer:loadBalancerArn={LoadBalancerArn}',
      load: {
        operation: 'DescribeLoadBalancers',
        params: theLoadBalancer,
        path: 'LoadBalancers[0]',
      },
      collections: {
        Listeners: list('Listeners', 'DescribeListeners', ofLoadBalancer, [
          'Listener',
          'Listeners[]',
          { ListenerArn: 'ListenerArn' },
        ]),
        TargetGroups: targetGroups(ofLoadBalancer),
        Attributes: list('Attributes', 'DescribeLoadBalancerAttributes', ofLoadBalancer, [
          'LoadBalancerAttribute',
          'Attributes[]',
          { ...ofLoadBalancer, Key: 'Key' },
        ]),
      },
      actions: {
        GetTags: act('Show Tags', 'R', 'DescribeTags', {
          ResourceArns: [identifier('LoadBalancerArn')],
        }),
        ModifyAttributes: act('Modify Attributes', 'D', 'ModifyLoadBalancerAttributes', {
          ...ofLoadBalancer,
          Attributes: ask('Attributes'),
        }),
        SetSecurityGroups: act('Set Security Groups', 'D', 'SetSecurityGroups', {
          ...ofLoadBalancer,
          SecurityGroups: ask('SecurityGroups'),
        }),
        SetSubnets: act('Set Subnets', 'D', 'SetSubnets', {
          ...ofLoadBalancer,
          Subnets: ask('Subnets'),
        }),
        Delete: act('Delete', 'X', 'DeleteLoadBalancer', ofLoadBalancer),
      },
      waiters: {
        Available: { waiter: 'LoadBalancerAvailable', params: theLoadBalancer },
        Exists: { waiter: 'LoadBalancerExists', params: theLoadBalancer },
        Deleted: { waiter: 'LoadBalancersDeleted', params: theLoadBalancer },
      },
      has: {
        Vpc: to('VpcId', 'ec2.Vpc'),
        SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
        Subnets: to('AvailabilityZones[].SubnetId', 'ec2.Subnet'),
      },
    },
    LoadBalancerAttribute: {
      identifiers: ['LoadBalancerArn', 'Key'],
      description: ['Value'],
      columns: [['Value', 'Value']],
      icon: 'settings',
      load: {
        operation: 'DescribeLoadBalancerAttributes',
        params: ofLoadBalancer,
        path: 'Attributes[]',
        match: { Key: 'Key' },
      },
      actions: {
        Modify: act('Modify', 'D', 'ModifyLoadBalancerAttributes', {
          ...ofLoadBalancer,
          Attributes: [{ Key: identifier('Key'), Value: ask('Value') }],
        }),
      },
    },
    Listener: {
      identifiers: ['ListenerArn'],
      label: ['{Protocol}:{Port}', 'Protocol', '{ListenerArn|last}'],
      description: ['DefaultActions[].Type', 'SslPolicy'],
      columns: [
        ['Protocol', 'Protocol'],
        ['Port', 'Port'],
        ['Default action', 'DefaultActions[].Type'],
        ['Target group', '{DefaultActions[0].TargetGroupArn|last}'],
        ['Certificates', 'Certificates[].CertificateArn'],
        ['SSL policy', 'SslPolicy'],
      ],
      icon: 'plug',
      arn: 'ListenerArn',
      arnPattern: `${arns}:listener/{*}/{*}/{*}/{*}`,
      load: {
        operation: 'DescribeListeners',
        params: { ListenerArns: [identifier('ListenerArn')] },
        path: 'Listeners[0]',
      },
      collections: {
        Rules: list('Rules', 'DescribeRules', ofListener, [
          'Rule',
          'Rules[]',
          { RuleArn: 'RuleArn' },
        ]),
        Certificates: list('Certificates', 'DescribeListenerCertificates', ofListener, [
          'ListenerCertificate',
          'Certificates[]',
          { ...ofListener, CertificateArn: 'CertificateArn' },
        ]),
      },
      actions: {
        Modify: act('Modify', 'D', 'ModifyListener', {
          ...ofListener,
          DefaultActions: ask('DefaultActions'),
        }),
        CreateRule: {
          ...act('Create Rule', 'D', 'CreateRule', {
            ...ofListener,
            Priority: ask('Priority'),
            Conditions: ask('Conditions'),
            Actions: ask('Actions'),
          }),
          result: { kind: 'Rule', path: 'Rules[]', identifiers: { RuleArn: 'RuleArn' } },
        },
        AddCertificate: act('Add Certificate', 'W', 'AddListenerCertificates', {
          ...ofListener,
          Certificates: [{ CertificateArn: ask('CertificateArn') }],
        }),
        Delete: act('Delete', 'X', 'DeleteListener', ofListener),
      },
      has: {
        LoadBalancer: to('LoadBalancerArn', 'LoadBalancer'),
        Certificates: to('Certificates[].CertificateArn', 'acm.Certificate'),
        TargetGroups: to('DefaultActions[].TargetGroupArn', 'TargetGroup'),
        TrustStore: to('MutualAuthentication.TrustStoreArn', 'TrustStore'),
      },
    },
    ListenerCertificate: {
      identifiers: ['ListenerArn', 'CertificateArn'],
      label: ['{CertificateArn|last}'],
      description: ['{IsDefault|if:default}'],
      columns: [
        ['Certificate', 'CertificateArn'],
        ['Default', '{IsDefault|if:yes/no}'],
      ],
      icon: 'verified',
      load: {
        operation: 'DescribeListenerCertificates',
        params: ofListener,
        path: 'Certificates[]',
        match: { CertificateArn: 'CertificateArn' },
      },
      actions: {
        Remove: act('Remove From Listener', 'D', 'RemoveListenerCertificates', {
          ...ofListener,
          Certificates: [{ CertificateArn: identifier('CertificateArn') }],
        }),
      },
      has: { Certificate: to('CertificateArn', 'acm.Certificate') },
    },
    Rule: {
      identifiers: ['RuleArn'],
      label: ['{IsDefault|if:Default}', 'Priority {Priority}', '{RuleArn|last}'],
      description: ['Conditions[].Field', 'Actions[].Type'],
      columns: [
        ['Priority', 'Priority'],
        ['Conditions', 'Conditions[].Field'],
        ['Paths', 'Conditions[].PathPatternConfig.Values[]'],
        ['Hosts', 'Conditions[].HostHeaderConfig.Values[]'],
        ['Actions', 'Actions[].Type'],
        ['Target group', '{Actions[0].TargetGroupArn|last}'],
      ],
      icon: 'list-ordered',
      arn: 'RuleArn',
      arnPattern: `${arns}:listener-rule/{*}`,
      load: {
        operation: 'DescribeRules',
        params: { RuleArns: [identifier('RuleArn')] },
        path: 'Rules[0]',
      },
      actions: {
        Modify: act('Modify', 'D', 'ModifyRule', {
          ...ofRule,
          Conditions: askOptional('Conditions'),
          Actions: askOptional('Actions'),
        }),
        SetPriority: act('Set Priority', 'D', 'SetRulePriorities', {
          RulePriorities: [{ ...ofRule, Priority: ask('Priority') }],
        }),
        Delete: act('Delete', 'X', 'DeleteRule', ofRule),
      },
      has: { TargetGroups: to('Actions[].TargetGroupArn', 'TargetGroup') },
    },
    TargetGroup: {
      identifiers: ['TargetGroupArn'],
      label: ['TargetGroupName', '{TargetGroupArn|last}'],
      description: ['{Protocol}:{Port}', 'TargetType'],
      columns: [
        ['Protocol', '{Protocol}:{Port}'],
        ['Target type', 'TargetType'],
        ['VPC', 'VpcId'],
        ['Health check', '{HealthCheckProtocol} {HealthCheckPath}'],
        ['Thresholds', '{HealthyThresholdCount} healthy, {UnhealthyThresholdCount} unhealthy'],
        ['Load balancers', '{LoadBalancerArns|length}'],
      ],
      icon: 'target',
      arn: 'TargetGroupArn',
      arnPattern: `${arns}:targetgroup/{*}/{*}`,
      consoleUrl: '{c}/ec2/home?region={region}#TargetGroup:targetGroupArn={TargetGroupArn}',
      load: {
        operation: 'DescribeTargetGroups',
        params: { TargetGroupArns: [identifier('TargetGroupArn')] },
        path: 'TargetGroups[0]',
      },
      collections: {
        TargetHealth: list('Targets', 'DescribeTargetHealth', ofTargetGroup, [
          'Target',
          'TargetHealthDescriptions[]',
          { ...ofTargetGroup, Id: 'Target.Id' },
        ]),
        Attributes: list('Attributes', 'DescribeTargetGroupAttributes', ofTargetGroup, [
          'TargetGroupAttribute',
          'Attributes[]',
          { ...ofTargetGroup, Key: 'Key' },
        ]),
      },
      actions: {
        RegisterTargets: act('Register Targets', 'W', 'RegisterTargets', {
          ...ofTargetGroup,
          Targets: ask('Targets'),
        }),
        DeregisterTargets: act('Deregister Targets', 'D', 'DeregisterTargets', {
          ...ofTargetGroup,
          Targets: ask('Targets'),
        }),
        ModifyAttributes: act('Modify Attributes', 'D', 'ModifyTargetGroupAttributes', {
          ...ofTargetGroup,
          Attributes: ask('Attributes'),
        }),
        Delete: act('Delete', 'X', 'DeleteTargetGroup', ofTargetGroup),
      },
      has: {
        Vpc: to('VpcId', 'ec2.Vpc'),
        LoadBalancers: to('LoadBalancerArns[]', 'LoadBalancer'),
      },
    },
    TargetGroupAttribute: {
      identifiers: ['TargetGroupArn', 'Key'],
      description: ['Value'],
      columns: [['Value', 'Value']],
      icon: 'settings',
      load: {
        operation: 'DescribeTargetGroupAttributes',
        params: ofTargetGroup,
        path: 'Attributes[]',
        match: { Key: 'Key' },
      },
      actions: {
        Modify: act('Modify', 'D', 'ModifyTargetGroupAttributes', {
          ...ofTargetGroup,
          Attributes: [{ Key: identifier('Key'), Value: ask('Value') }],
        }),
      },
    },
    /** An instance, an address, a function or a load balancer; one may be registered with several ports. */
    Target: {
      identifiers: ['TargetGroupArn', 'Id'],
      distinguishedBy: ['Target.Port'],
      label: ['{Id|last}:{Target.Port}', '{Id|last}'],
      state: 'TargetHealth.State',
      description: ['TargetHealth.State', 'Target.AvailabilityZone'],
      columns: [
        ['Target', 'Id'],
        ['Port', 'Target.Port'],
        ['Health', 'TargetHealth.State'],
        ['Reason', 'TargetHealth.Reason'],
        ['Description', 'TargetHealth.Description'],
        ['Zone', 'Target.AvailabilityZone'],
      ],
      icon: 'heart',
      actions: {
        Deregister: act('Deregister', 'D', 'DeregisterTargets', {
          ...ofTargetGroup,
          Targets: theTarget,
        }),
      },
      waiters: {
        InService: { waiter: 'TargetInService', params: { ...ofTargetGroup, Targets: theTarget } },
        Deregistered: {
          waiter: 'TargetDeregistered',
          params: { ...ofTargetGroup, Targets: theTarget },
        },
      },
      has: { Target: to('Target.Id') },
    },
    TrustStore: {
      identifiers: ['TrustStoreArn'],
      label: ['Name', '{TrustStoreArn|last}'],
      state: 'Status',
      description: ['Status', '{NumberOfCaCertificates|count:CA certificate}'],
      columns: [
        ['Status', 'Status'],
        ['CA certificates', 'NumberOfCaCertificates'],
        ['Revoked', 'TotalRevokedEntries'],
      ],
      icon: 'verified',
      arn: 'TrustStoreArn',
      arnPattern: `${arns}:truststore/{*}/{*}`,
      load: {
        operation: 'DescribeTrustStores',
        params: { TrustStoreArns: [identifier('TrustStoreArn')] },
        path: 'TrustStores[0]',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteTrustStore', {
          TrustStoreArn: identifier('TrustStoreArn'),
        }),
      },
    },
  },
};
