import { because, made, notInMoto, subnetsOf, vpcOf } from '../made.ts';
import type { ServiceScenarios } from './scenario.ts';

const FirewallPolicyArn =
  'arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/everything';

export const scenarios: ServiceScenarios = {
  kinds: {
    Firewall: {
      create: async (stage) =>
        made(stage, 'Firewall', {
          operation: 'CreateFirewall',
          input: {
            FirewallName: stage.unique('wall'),
            FirewallPolicyArn,
            VpcId: await vpcOf(stage),
            SubnetMappings: (await subnetsOf(stage)).map((SubnetId) => ({ SubnetId })),
          },
          from: { FirewallArn: 'Firewall.FirewallArn' },
        }),
      loaded: { FirewallStatus: { Status: 'READY' } },
      references: { Vpc: 1, Subnets: 2, FirewallPolicy: 1 },
    },
  },
  unserved: {
    'Firewall.GetLogging': 'moto has no logging without a stream to log to.',
    ...because(
      notInMoto,
      'FirewallPolicy',
      'RuleGroup',
      'Firewall.AssociatePolicy',
      'Firewall.SetDeleteProtection',
      'Firewall.Delete',
    ),
  },
};
