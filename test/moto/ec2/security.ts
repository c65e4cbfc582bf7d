import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { run, type Scenario, type Stage } from '../kinds/scenario.ts';
import { call, idOf, tagging } from './shared.ts';

const https = [
  { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
];
const dns = [{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }];
const entry = { RuleNumber: 90, Egress: false };

async function makeGroup(stage: Stage): Promise<Resource> {
  return stage.make(stage.service, 'CreateSecurityGroup', {
    GroupName: stage.unique('group'),
    Description: 'of a test',
    VpcId: await idOf(stage, 'Vpc'),
  });
}

export const security: Readonly<Record<string, Scenario>> = {
  SecurityGroup: {
    create: makeGroup,
    loaded: { Description: 'of a test' },
    actions: [
      ...tagging,
      run('AuthorizeIngress', { IpPermissions: https }, { Return: true }),
      run('AuthorizeEgress', { IpPermissions: dns }),
      run('RevokeEgress', { IpPermissions: dns }),
      run('RevokeIngress', { IpPermissions: https }),
    ],
    children: { Rules: 1 },
    references: { Vpc: 1 },
    waits: ['Exists'],
  },
  SecurityGroupRule: {
    create: async (stage) => {
      const group = await stage.example('SecurityGroup');
      await stage.act(group, 'AuthorizeIngress', { IpPermissions: https });
      for await (const rule of group.collection('Rules')) {
        if (rule.attributes?.IsEgress === false) return rule;
      }
      throw new Error('The group has no inbound rule.');
    },
    listed: async (stage) => (await stage.example('SecurityGroup')).collection('Rules'),
    loaded: { FromPort: 443, IpProtocol: 'tcp' },
    actions: tagging,
    references: { SecurityGroup: 1 },
  },
  NetworkAcl: {
    create: async (stage) =>
      stage.make(stage.service, 'CreateNetworkAcl', { VpcId: await idOf(stage, 'Vpc') }),
    loaded: (acl) => assert.equal(acl.attributes?.IsDefault, false),
    actions: [
      ...tagging,
      run('CreateEntry', {
        ...entry,
        Protocol: '-1',
        RuleAction: 'allow',
        CidrBlock: '10.0.0.0/8',
      }),
      run('ReplaceEntry', {
        ...entry,
        Protocol: '-1',
        RuleAction: 'deny',
        CidrBlock: '10.0.0.0/8',
      }),
      run('DeleteEntry', entry),
      run('ReplaceAssociation', async (stage) => ({
        AssociationId: await associationOf(stage, await idOf(stage, 'Subnet')),
      })),
    ],
    references: { Vpc: 1, Subnets: 1 },
    remove: run('Delete', async (stage, acl) => {
      const [vpc] = await acl.follow('Vpc');
      for await (const other of vpc?.collection('NetworkAcls') ?? []) {
        if (other.attributes?.IsDefault !== true) continue;
        const AssociationId = await associationOf(stage, await idOf(stage, 'Subnet'));
        await stage.act(other, 'ReplaceAssociation', { AssociationId });
      }
      return {};
    }),
  },
};

/** The association of a subnet with the ACL it has. */
async function associationOf(stage: Stage, subnet: string): Promise<string> {
  const { NetworkAcls } = await call(stage, 'DescribeNetworkAcls', {
    Filters: [{ Name: 'association.subnet-id', Values: [subnet] }],
  });
  const acls = NetworkAcls as { Associations: Record<string, string>[] }[];
  const found = acls.flatMap(({ Associations }) => Associations);
  return found.find(({ SubnetId }) => SubnetId === subnet)?.NetworkAclAssociationId ?? '';
}
