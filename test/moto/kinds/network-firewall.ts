import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, subnetsOf, vpcOf } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const FirewallPolicyArn =
  'arn:aws:network-firewall:eu-west-1:123456789012:firewall-policy/everything';

const toGroup = {
  LogType: 'FLOW',
  LogDestinationType: 'CloudWatchLogs',
  LogDestination: { logGroup: 'wall' },
};

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
      actions: [
        run('GetLogging', logged, { LoggingConfiguration: { LogDestinationConfigs: [toGroup] } }),
      ],
      references: { Vpc: 1, Subnets: 2, FirewallPolicy: 1 },
    },
  },
  unserved: {
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

async function logged(stage: Stage, { id: FirewallArn }: Resource) {
  const LoggingConfiguration = { LogDestinationConfigs: [toGroup] };
  const input = { FirewallArn, LoggingConfiguration };
  await (await stage.client()).call('UpdateLoggingConfiguration', input);
  return {};
}
