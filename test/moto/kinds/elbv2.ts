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

const target = { Id: '10.0.0.5', Port: 80 };

export const scenarios: ServiceScenarios = {
  kinds: {
    LoadBalancer: {
      create: async (stage) => {
        const loadBalancer = await makeLoadBalancer(stage);
        await makeListener(stage, loadBalancer.id);
        return loadBalancer;
      },
      loaded: { Type: 'application' },
      actions: [
        run('GetTags'),
        run('ModifyAttributes', {
          Attributes: [{ Key: 'deletion_protection.enabled', Value: 'false' }],
        }),
        run('SetSecurityGroups', async (stage) => ({
          SecurityGroups: [await securityGroupOf(stage)],
        })),
        run('SetSubnets', async (stage) => ({ Subnets: await subnetsOf(stage) })),
      ],
      children: { Attributes: 1, Listeners: 1, TargetGroups: 1 },
      references: { Vpc: 1, Subnets: 2 },
      waits: ['Exists', 'Available'],
      waitsAfter: ['Deleted'],
    },
    LoadBalancerAttribute: {
      create: async (stage) => firstOf(await stage.example('LoadBalancer'), 'Attributes'),
      listed: under('LoadBalancer', 'Attributes'),
      actions: [run('Modify', { Value: 'true' })],
    },
    Listener: {
      create: async (stage) => makeListener(stage, (await stage.example('LoadBalancer')).id),
      listed: under('LoadBalancer', 'Listeners'),
      loaded: { Port: 443, Protocol: 'HTTPS' },
      actions: [
        run('Modify', async (stage) => ({
          DefaultActions: [
            { Type: 'forward', TargetGroupArn: (await stage.example('TargetGroup')).id },
          ],
        })),
        run('CreateRule', async (stage) => ({ ...(await ruleOf(stage)), Priority: 20 })),
        run('AddCertificate', async (stage) => ({ CertificateArn: await certificateOf(stage) })),
      ],
      children: { Rules: 2, Certificates: 1 },
      references: { LoadBalancer: 1, Certificates: 1, TargetGroups: 1 },
    },
    ListenerCertificate: {
      create: async (stage) => {
        const listener = await stage.example('Listener');
        const CertificateArn = await certificateOf(stage);
        await stage.act(listener, 'AddCertificate', { CertificateArn });
        return stage.service.get('ListenerCertificate', {
          ListenerArn: listener.id,
          CertificateArn,
        });
      },
      listed: under('Listener', 'Certificates'),
      references: { Certificate: 1 },
      remove: run('Remove'),
    },
    Rule: {
      create: async (stage) =>
        stage.make(await stage.example('Listener'), 'CreateRule', {
          ...(await ruleOf(stage)),
          Priority: 10,
        }),
      listed: under('Listener', 'Rules'),
      loaded: { Priority: '10', IsDefault: false },
      actions: [
        run('Modify', { Conditions: [{ Field: 'path-pattern', Values: ['/b'] }] }),
        run('SetPriority', { Priority: 11 }),
      ],
      references: { TargetGroups: 1 },
    },
    TargetGroup: {
      create: makeTargetGroup,
      loaded: { Protocol: 'HTTP', TargetType: 'ip' },
      actions: [
        run('RegisterTargets', { Targets: [target] }),
        run('ModifyAttributes', {
          Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
        }),
        run('DeregisterTargets', { Targets: [target] }),
        run('RegisterTargets', { Targets: [target] }),
      ],
      children: { TargetHealth: 1, Attributes: 1 },
      references: { Vpc: 1 },
    },
    TargetGroupAttribute: {
      create: async (stage) => firstOf(await stage.example('TargetGroup'), 'Attributes'),
      listed: under('TargetGroup', 'Attributes'),
      actions: [run('Modify', (_, { attributes }) => ({ Value: attributes?.Value }))],
    },
    Target: {
      create: async (stage) => {
        const group = await stage.example('TargetGroup');
        await stage.act(group, 'RegisterTargets', { Targets: [target] });
        return firstOf(group, 'TargetHealth');
      },
      listed: under('TargetGroup', 'TargetHealth'),
      waits: ['InService'],
      waitsAfter: ['Deregistered'],
      remove: run('Deregister'),
    },
  },
  unserved: because(notInMoto, 'TrustStore'),
};

async function makeLoadBalancer(stage: Stage): Promise<Resource> {
  return made(stage, 'LoadBalancer', {
    operation: 'CreateLoadBalancer',
    input: { Name: stage.unique('web'), Subnets: await subnetsOf(stage) },
    from: { LoadBalancerArn: 'LoadBalancers[0].LoadBalancerArn' },
  });
}

async function makeTargetGroup(stage: Stage): Promise<Resource> {
  return made(stage, 'TargetGroup', {
    operation: 'CreateTargetGroup',
    input: {
      Name: stage.unique('targets'),
      Protocol: 'HTTP',
      Port: 80,
      TargetType: 'ip',
      VpcId: await vpcOf(stage),
    },
    from: { TargetGroupArn: 'TargetGroups[0].TargetGroupArn' },
  });
}

async function makeListener(stage: Stage, LoadBalancerArn: string): Promise<Resource> {
  return made(stage, 'Listener', {
    operation: 'CreateListener',
    input: {
      LoadBalancerArn,
      Protocol: 'HTTPS',
      Port: 443,
      Certificates: [{ CertificateArn: await certificateOf(stage) }],
      DefaultActions: [
        { Type: 'forward', TargetGroupArn: (await stage.example('TargetGroup')).id },
      ],
    },
    from: { ListenerArn: 'Listeners[0].ListenerArn' },
  });
}

async function ruleOf(stage: Stage) {
  const { id } = await stage.example('TargetGroup');
  return {
    Conditions: [{ Field: 'path-pattern', Values: ['/a'] }],
    Actions: [{ Type: 'forward', TargetGroupArn: id }],
  };
}

async function certificateOf(stage: Stage): Promise<string> {
  const { resources } = await stage.act(await stage.serviceOf('acm'), 'RequestCertificate', {
    DomainName: 'example.com',
  });
  return resources[0]?.id ?? '';
}
