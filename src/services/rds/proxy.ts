import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofProxy = { DBProxyName: identifier('DBProxyName') };

export const dbProxy: Kind = {
  identifiers: ['DBProxyName'],
  state: 'Status',
  description: ['Status', 'EngineFamily'],
  columns: [
    ['Status', 'Status'],
    ['Engine', 'EngineFamily'],
    ['Endpoint', 'Endpoint'],
    ['TLS', '{RequireTLS|if:required/optional}'],
    ['Idle timeout', '{IdleClientTimeout|count:second}'],
    ['Created', '{CreatedDate|date}'],
  ],
  icon: 'server-process',
  arn: 'DBProxyArn',
  load: { operation: 'DescribeDBProxies', params: ofProxy, path: 'DBProxies[0]' },
  collections: {
    Targets: list('Targets', 'DescribeDBProxyTargets', ofProxy, [
      'DBProxyTarget',
      'Targets[]',
      { ...ofProxy, RdsResourceId: 'RdsResourceId' },
    ]),
  },
  actions: { Delete: act('Delete', 'X', 'DeleteDBProxy', ofProxy) },
  has: {
    Role: to('RoleArn', 'iam.Role'),
    Vpc: to('VpcId', 'ec2.Vpc'),
    Subnets: to('VpcSubnetIds[]', 'ec2.Subnet'),
    SecurityGroups: to('VpcSecurityGroupIds[]', 'ec2.SecurityGroup'),
    Secrets: to('Auth[].SecretArn', 'secretsmanager.Secret'),
  },
};

export const dbProxyTarget: Kind = {
  identifiers: ['DBProxyName', 'RdsResourceId'],
  state: 'TargetHealth.State',
  description: ['Type', 'TargetHealth.State'],
  columns: [
    ['Type', 'Type'],
    ['Role', 'Role'],
    ['Endpoint', '{Endpoint}:{Port}'],
    ['Health', 'TargetHealth.State'],
    ['Reason', 'TargetHealth.Reason'],
    ['Cluster', 'TrackedClusterId'],
  ],
  icon: 'database',
  arn: 'TargetArn',
  has: { Proxy: { kind: 'DBProxy', identifiers: ofProxy }, Target: to('TargetArn') },
};
