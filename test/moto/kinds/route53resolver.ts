import type { Resource } from '../../../src/library.ts';
import {
  because,
  firstOf,
  made,
  notInMoto,
  securityGroupOf,
  subnetsOf,
  under,
  vpcOf,
} from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

export const scenarios: ServiceScenarios = {
  kinds: {
    ResolverEndpoint: {
      create: makeEndpoint,
      loaded: { Direction: 'OUTBOUND', Status: 'OPERATIONAL' },
      actions: [
        run('Rename', { Name: 'renamed' }, { ResolverEndpoint: { Name: 'renamed' } }),
        run('AddAddress', async (stage) => ({ SubnetId: (await subnetsOf(stage))[0] })),
      ],
      children: { IpAddresses: 3 },
      references: { SecurityGroups: 1, Vpc: 1 },
    },
    IpAddress: {
      create: async (stage) => {
        const endpoint = await stage.example('ResolverEndpoint');
        const [SubnetId] = await subnetsOf(stage);
        await stage.act(endpoint, 'AddAddress', { SubnetId });
        return firstOf(endpoint, 'IpAddresses');
      },
      listed: under('ResolverEndpoint', 'IpAddresses'),
      loaded: { Status: 'ATTACHED' },
      references: { Subnet: 1 },
      // moto wants to be told the subnet, which AWS knows.
      remove: run('Remove', (_, { id: IpId, attributes }) => ({
        IpAddress: { IpId, SubnetId: attributes?.SubnetId },
      })),
    },
    ResolverRule: {
      create: makeRule,
      loaded: { DomainName: 'example.com.' },
      actions: [
        run('Associate', async (stage) => ({ VPCId: await vpcOf(stage) })),
        run('Disassociate', async (stage) => ({ VPCId: await vpcOf(stage) })),
      ],
      references: { ResolverEndpoint: 1 },
    },
    ResolverRuleAssociation: {
      create: async (stage) => {
        const rule = await stage.example('ResolverRule');
        const VPCId = await vpcOf(stage);
        await stage.act(rule, 'Associate', { VPCId });
        stage.after(() => stage.act(rule, 'Disassociate', { VPCId }));
        return firstOf(rule, 'Associations');
      },
      listed: under('ResolverRule', 'Associations'),
      loaded: { Status: 'COMPLETE' },
      references: { Vpc: 1, ResolverRule: 1 },
    },
    QueryLogConfig: {
      create: (stage) =>
        made(stage, 'QueryLogConfig', {
          operation: 'CreateResolverQueryLogConfig',
          input: {
            Name: stage.unique('log'),
            DestinationArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:dns',
            CreatorRequestId: stage.unique('log'),
          },
          from: { Id: 'ResolverQueryLogConfig.Id' },
        }),
      loaded: { Status: 'CREATED' },
      references: { Destination: 1 },
    },
  },
  unserved: {
    ...because(notInMoto, 'FirewallRuleGroup', 'FirewallRule', 'QueryLogConfig.Delete'),
  },
};

async function makeEndpoint(stage: Stage): Promise<Resource> {
  return made(stage, 'ResolverEndpoint', {
    operation: 'CreateResolverEndpoint',
    input: {
      CreatorRequestId: stage.unique('endpoint'),
      Name: stage.unique('endpoint'),
      SecurityGroupIds: [await securityGroupOf(stage)],
      Direction: 'OUTBOUND',
      IpAddresses: (await subnetsOf(stage)).map((SubnetId) => ({ SubnetId })),
    },
    from: { Id: 'ResolverEndpoint.Id' },
  });
}

async function makeRule(stage: Stage): Promise<Resource> {
  return made(stage, 'ResolverRule', {
    operation: 'CreateResolverRule',
    input: {
      CreatorRequestId: stage.unique('rule'),
      Name: stage.unique('rule'),
      RuleType: 'FORWARD',
      DomainName: 'example.com',
      TargetIps: [{ Ip: '10.0.0.9', Port: 53 }],
      ResolverEndpointId: (await stage.example('ResolverEndpoint')).id,
    },
    from: { Id: 'ResolverRule.Id' },
  });
}
