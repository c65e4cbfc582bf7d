import type { CollectionRule, GlobalScope, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier } from '../core/resources/sources.ts';
import { act, list } from './rules.ts';
import { usEast1 } from './scopes.ts';

/** What protects regional resources, and what protects CloudFront: that one is kept in one region, under kinds of its own. */
interface Use {
  readonly kept: { readonly scope?: GlobalScope };
  readonly Scope: 'REGIONAL' | 'CLOUDFRONT';
  readonly prefix: '' | 'CloudFront';
  /** As ARNs have it. */
  readonly word: 'regional' | 'global';
}

const regional: Use = { kept: {}, Scope: 'REGIONAL', prefix: '', word: 'regional' };
const cloudFront: Use = {
  kept: { scope: usEast1 },
  Scope: 'CLOUDFRONT',
  prefix: 'CloudFront',
  word: 'global',
};

const tokens = { input: 'NextMarker', output: 'NextMarker' };
const byName = { Name: identifier('Name'), Id: identifier('Id') };
const ofAcl = { WebACLArn: data('ARN') };

/** Distributions of CloudFront name their web ACL themselves. */
const protecting: Kind['actions'] = {
  Associate: act('Protect Resource', 'D', 'AssociateWebACL', {
    ...ofAcl,
    ResourceArn: ask('ResourceArn'),
  }),
  Disassociate: act('Stop Protecting Resource', 'D', 'DisassociateWebACL', {
    ResourceArn: ask('ResourceArn'),
  }),
};

export const wafv2: ServiceKinds = {
  service: 'wafv2',
  title: 'WAF',
  icon: 'shield',
  collections: {
    WebACLs: listed(regional, 'Web ACLs', 'ListWebACLs', 'WebACL'),
    IPSets: listed(regional, 'IP Sets', 'ListIPSets', 'IPSet'),
    RuleGroups: listed(regional, 'Rule Groups', 'ListRuleGroups', 'RuleGroup'),
    RegexPatternSets: listed(
      regional,
      'Regex Pattern Sets',
      'ListRegexPatternSets',
      'RegexPatternSet',
    ),
    CloudFrontWebACLs: listed(cloudFront, 'Web ACLs for CloudFront', 'ListWebACLs', 'WebACL'),
    CloudFrontIPSets: listed(cloudFront, 'IP Sets for CloudFront', 'ListIPSets', 'IPSet'),
    CloudFrontRuleGroups: listed(
      cloudFront,
      'Rule Groups for CloudFront',
      'ListRuleGroups',
      'RuleGroup',
    ),
    CloudFrontRegexPatternSets: listed(
      cloudFront,
      'Regex Pattern Sets for CloudFront',
      'ListRegexPatternSets',
      'RegexPatternSet',
    ),
  },
  kinds: {
    WebACL: {
      ...webACL(regional, protecting),
      collections: {
        LoadBalancers: protectedOf('Load Balancers', 'APPLICATION_LOAD_BALANCER', [
          'elbv2.LoadBalancer',
          { LoadBalancerArn: '@' },
        ]),
        ApiStages: protectedOf('API Stages', 'API_GATEWAY', [
          'ProtectedResource',
          { ResourceArn: '@' },
        ]),
        GraphqlApis: protectedOf('GraphQL APIs', 'APPSYNC', [
          'appsync.GraphqlApi',
          { apiId: '{@|last}' },
        ]),
        UserPools: protectedOf('User Pools', 'COGNITO_USER_POOL', [
          'cognito-idp.UserPool',
          { Id: '{@|last}' },
        ]),
        AppRunnerServices: protectedOf('App Runner Services', 'APP_RUNNER_SERVICE', [
          'apprunner.Service',
          { ServiceArn: '@' },
        ]),
        AmplifyApps: protectedOf('Amplify Apps', 'AMPLIFY', ['amplify.App', { appId: '{@|last}' }]),
        VerifiedAccessInstances: protectedOf(
          'Verified Access Instances',
          'VERIFIED_ACCESS_INSTANCE',
          ['ProtectedResource', { ResourceArn: '@' }],
        ),
      },
      usedBy: [
        'LoadBalancers',
        'ApiStages',
        'GraphqlApis',
        'UserPools',
        'AppRunnerServices',
        'AmplifyApps',
        'VerifiedAccessInstances',
      ],
    },
    IPSet: ipSet(regional),
    RuleGroup: ruleGroup(regional),
    RegexPatternSet: regexPatternSet(regional),
    CloudFrontWebACL: {
      ...webACL(cloudFront),
      collections: {
        Distributions: {
          ...list('Distributions', 'ListDistributionsByWebACLId', { WebACLId: data('ARN') }, [
            'cloudfront.Distribution',
            'DistributionList.Items[]',
            { Id: 'Id' },
          ]),
          service: 'cloudfront',
          tokens: {
            input: 'Marker',
            output: 'DistributionList.NextMarker',
            more: 'DistributionList.IsTruncated',
          },
        },
      },
      usedBy: ['Distributions'],
    },
    CloudFrontIPSet: ipSet(cloudFront),
    CloudFrontRuleGroup: ruleGroup(cloudFront),
    CloudFrontRegexPatternSet: regexPatternSet(cloudFront),
    ProtectedResource: {
      identifiers: ['ResourceArn'],
      label: ['{ResourceArn|last}'],
      columns: [['ARN', 'ResourceArn']],
      icon: 'shield',
      arn: 'ResourceArn',
      actions: {
        Disassociate: act('Stop Protecting', 'D', 'DisassociateWebACL', {
          ResourceArn: identifier('ResourceArn'),
        }),
      },
    },
  },
};

function listed(use: Use, title: string, operation: string, kind: string): CollectionRule {
  return {
    ...list(title, operation, { Scope: use.Scope }, [
      `${use.prefix}${kind}`,
      `${kind}s[]`,
      { Name: 'Name', Id: 'Id' },
    ]),
    tokens,
    ...use.kept,
  };
}

/** Each kind of resource is listed by itself: without a type, only load balancers are. */
function protectedOf(
  title: string,
  type: string,
  [kind, identifiers]: readonly [string, Readonly<Record<string, string>>],
): CollectionRule {
  return list(title, 'ListResourcesForWebACL', { ...ofAcl, ResourceType: type }, [
    kind,
    'ResourceArns[]',
    identifiers,
  ]);
}

/** What all kinds have. To change or delete one takes the token of what was read last. */
function common({ kept, Scope, word }: Use, kind: string) {
  return {
    identifiers: ['Name', 'Id'],
    label: ['Name'],
    ...kept,
    arn: 'ARN',
    arnPattern: `arn:{partition}:wafv2:{region}:{account}:${word}/${kind.toLowerCase()}/{Name}/{Id}`,
    load: {
      operation: `Get${kind}`,
      params: { ...byName, Scope },
      path: kind,
      beside: ['LockToken'],
    },
  } satisfies Partial<Kind>;
}

function removal({ Scope }: Use, kind: string) {
  return {
    Delete: act('Delete', 'X', `Delete${kind}`, {
      ...byName,
      Scope,
      LockToken: data('LockToken'),
    }),
  };
}

function webACL(use: Use, actions: Kind['actions'] = {}): Kind {
  const { Scope } = use;
  return {
    ...common(use, 'WebACL'),
    description: ['{Rules|count:rule}', 'Description'],
    columns: [
      ['ID', 'Id'],
      ['Description', 'Description'],
      ['Rules', 'Rules[].Name'],
      ['Capacity', 'Capacity'],
      ['Metric', 'VisibilityConfig.MetricName'],
      ['Labels', 'LabelNamespace'],
    ],
    icon: 'shield',
    actions: {
      GetLogging: act('Show Logging', 'R', 'GetLoggingConfiguration', {
        ResourceArn: data('ARN'),
      }),
      GetSampledRequests: act('Show Sampled Requests', 'R', 'GetSampledRequests', {
        WebAclArn: data('ARN'),
        Scope,
        RuleMetricName: ask('RuleMetricName'),
        TimeWindow: { StartTime: ask('StartTime'), EndTime: ask('EndTime') },
        MaxItems: 500,
      }),
      ...actions,
      ...removal(use, 'WebACL'),
    },
  };
}

function ipSet(use: Use): Kind {
  const { Scope } = use;
  return {
    ...common(use, 'IPSet'),
    description: ['{Addresses|count:range}', 'Description'],
    columns: [
      ['ID', 'Id'],
      ['Description', 'Description'],
      ['Version', 'IPAddressVersion'],
      ['Addresses', 'Addresses'],
    ],
    icon: 'list-selection',
    actions: {
      SetAddresses: act('Replace Addresses', 'D', 'UpdateIPSet', {
        ...byName,
        Scope,
        Addresses: ask('Addresses'),
        LockToken: data('LockToken'),
      }),
      ...removal(use, 'IPSet'),
    },
  };
}

function ruleGroup(use: Use): Kind {
  return {
    ...common(use, 'RuleGroup'),
    description: ['{Rules|count:rule}', 'Description'],
    columns: [
      ['ID', 'Id'],
      ['Description', 'Description'],
      ['Rules', 'Rules[].Name'],
      ['Capacity', 'Capacity'],
      ['Labels', 'LabelNamespace'],
    ],
    icon: 'list-ordered',
    actions: removal(use, 'RuleGroup'),
  };
}

function regexPatternSet(use: Use): Kind {
  return {
    ...common(use, 'RegexPatternSet'),
    description: ['{RegularExpressionList|count:pattern}', 'Description'],
    columns: [
      ['ID', 'Id'],
      ['Description', 'Description'],
      ['Patterns', 'RegularExpressionList[].RegexString'],
    ],
    icon: 'regex',
    actions: removal(use, 'RegexPatternSet'),
  };
}
