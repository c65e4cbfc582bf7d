import { because, foundIn, notInMoto } from '../made.ts';
import { run, type Scenario, type ServiceScenarios } from './scenario.ts';

const visibility = {
  SampledRequestsEnabled: true,
  CloudWatchMetricsEnabled: true,
  MetricName: 'm',
};
const acl = { DefaultAction: { Allow: {} }, VisibilityConfig: visibility };
const ipSet = { IPAddressVersion: 'IPV4', Addresses: ['10.0.0.0/8'] };
const ruleGroup = { Capacity: 5, VisibilityConfig: visibility };
const patterns = { RegularExpressionList: [{ RegexString: 'a+' }] };

const loadBalancer = {
  ResourceArn:
    'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188',
};
const stream = 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/aws-waf-logs-web';

const logged = [
  run(
    'GetLogging',
    async (stage, { attributes, region }) => {
      const client = await stage.session.client('wafv2', { region });
      const LoggingConfiguration = {
        ResourceArn: attributes?.ARN,
        LogDestinationConfigs: [stream],
      };
      await client.call('PutLoggingConfiguration', { LoggingConfiguration });
      return {};
    },
    { LoggingConfiguration: { LogDestinationConfigs: [stream] } },
  ),
];

export const scenarios: ServiceScenarios = {
  kinds: {
    WebACL: {
      ...regional('WebACL', acl),
      actions: [...logged, run('Associate', loadBalancer), run('Disassociate', loadBalancer)],
    },
    IPSet: {
      ...regional('IPSet', ipSet),
      actions: [run('SetAddresses', { Addresses: ['10.1.0.0/16'] })],
    },
    RuleGroup: regional('RuleGroup', ruleGroup),
    RegexPatternSet: regional('RegexPatternSet', patterns),
    CloudFrontWebACL: { ...ofCloudFront('WebACL', acl), actions: logged },
    CloudFrontIPSet: {
      ...ofCloudFront('IPSet', ipSet),
      actions: [run('SetAddresses', { Addresses: ['10.1.0.0/16'] })],
    },
    CloudFrontRuleGroup: ofCloudFront('RuleGroup', ruleGroup),
    CloudFrontRegexPatternSet: ofCloudFront('RegexPatternSet', patterns),
  },
  unserved: {
    ProtectedResource: 'moto does not list what it protects.',
    ...because(
      notInMoto,
      'WebACL.LoadBalancers',
      'WebACL.ApiStages',
      'WebACL.GraphqlApis',
      'WebACL.UserPools',
      'WebACL.AppRunnerServices',
      'WebACL.AmplifyApps',
      'WebACL.VerifiedAccessInstances',
      'WebACL.GetSampledRequests',
      'CloudFrontWebACL.Distributions',
      'CloudFrontWebACL.GetSampledRequests',
    ),
  },
};

function regional(kind: string, input: object): Scenario {
  return {
    create: async (stage) => {
      const Name = stage.unique('waf');
      await (await stage.client()).call(`Create${kind}`, { Name, Scope: 'REGIONAL', ...input });
      return foundIn(stage.service.collection(`${kind}s`), Name);
    },
  };
}

function ofCloudFront(kind: string, input: object): Scenario {
  return {
    create: async (stage) => {
      const Name = stage.unique('waf');
      const client = await stage.session.client('wafv2', { region: 'us-east-1' });
      await client.call(`Create${kind}`, { Name, Scope: 'CLOUDFRONT', ...input });
      return foundIn(stage.service.collection(`CloudFront${kind}s`), Name);
    },
  };
}
