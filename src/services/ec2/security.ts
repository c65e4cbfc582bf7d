import type { Kind } from '../../core/resources/kind.ts';
import { act, asks, offers, to } from '../rules.ts';
import {
  describedBy,
  ec2Console,
  idPattern,
  list,
  many,
  named,
  naming,
  one,
  tagging,
  vpcConsole,
  waits,
  where,
} from './naming.ts';

const ofGroup = one('GroupId');
const ofAcl = one('NetworkAclId');
const ofEntry = { ...ofAcl, ...asks('RuleNumber', 'Egress') };
const newEntry = {
  ...ofEntry,
  ...asks('Protocol', 'RuleAction'),
  ...offers('CidrBlock', 'PortRange'),
};

export const securityKinds: Readonly<Record<string, Kind>> = {
  SecurityGroup: {
    ...describedBy(naming.securityGroup),
    idPattern: idPattern('sg'),
    label: ['GroupName', 'GroupId'],
    description: ['GroupId', 'Description'],
    columns: [
      ['Group ID', 'GroupId'],
      ['Description', 'Description'],
      ['VPC', 'VpcId'],
      ['Inbound', '{IpPermissions|count:permission}'],
      ['Outbound', '{IpPermissionsEgress|count:permission}'],
    ],
    icon: 'shield',
    // Security groups can be shared, so their account may be another one.
    arn: 'arn:{partition}:ec2:{region}:{OwnerId}:security-group/{GroupId}',
    consoleUrl: ec2Console('SecurityGroup', 'GroupId', 'groupId'),
    collections: {
      Rules: list(naming.securityGroupRule, where('group-id', 'GroupId')),
      NetworkInterfaces: list(naming.networkInterface, where('group-id', 'GroupId')),
    },
    actions: {
      AuthorizeIngress: act('Add Inbound Rule', 'W', 'AuthorizeSecurityGroupIngress', {
        ...ofGroup,
        ...offers('IpPermissions'),
      }),
      AuthorizeEgress: act('Add Outbound Rule', 'W', 'AuthorizeSecurityGroupEgress', {
        ...ofGroup,
        ...offers('IpPermissions'),
      }),
      RevokeIngress: act('Remove Inbound Rule', 'D', 'RevokeSecurityGroupIngress', {
        ...ofGroup,
        ...offers('SecurityGroupRuleIds', 'IpPermissions'),
      }),
      RevokeEgress: act('Remove Outbound Rule', 'D', 'RevokeSecurityGroupEgress', {
        ...ofGroup,
        ...offers('SecurityGroupRuleIds', 'IpPermissions'),
      }),
      ...tagging('GroupId'),
      Delete: act('Delete', 'X', 'DeleteSecurityGroup', ofGroup),
    },
    waiters: waits(many(naming.securityGroup), { Exists: 'SecurityGroupExists' }),
    has: {
      Vpc: to('VpcId', 'Vpc'),
      ReferencedGroups: to('IpPermissions[].UserIdGroupPairs[].GroupId', 'SecurityGroup'),
    },
    usedBy: ['NetworkInterfaces'],
  },
  SecurityGroupRule: {
    ...named(naming.securityGroupRule, 'sgr', 'security-group-rule'),
    description: [
      '{IsEgress|if:outbound/inbound}',
      '{IpProtocol|swap:-1=all traffic}',
      '{FromPort|swap:-1=}–{ToPort|swap:-1=}',
      'CidrIpv4',
      'CidrIpv6',
      'PrefixListId',
      'ReferencedGroupInfo.GroupId',
      'Description',
    ],
    columns: [
      ['Description', 'Description'],
      ['Direction', '{IsEgress|if:outbound/inbound}'],
      ['Protocol', '{IpProtocol|swap:-1=all}'],
      ['Ports', '{FromPort|swap:-1=}–{ToPort|swap:-1=}'],
      ['IPv4', 'CidrIpv4'],
      ['IPv6', 'CidrIpv6'],
      ['Group', 'ReferencedGroupInfo.GroupId'],
    ],
    icon: { by: 'IsEgress', values: { true: 'arrow-right' }, otherwise: 'arrow-left' },
    actions: { ...tagging('SecurityGroupRuleId') },
    has: {
      SecurityGroup: to('GroupId', 'SecurityGroup'),
      ReferencedGroup: to('ReferencedGroupInfo.GroupId', 'SecurityGroup'),
    },
  },
  NetworkAcl: {
    ...named(naming.networkAcl, 'acl', 'network-acl'),
    description: ['{IsDefault|if:default}', '{Entries|count:rule}', '{Associations|count:subnet}'],
    columns: [
      ['Network ACL ID', 'NetworkAclId'],
      ['VPC', 'VpcId'],
      ['Default', '{IsDefault|if:yes/no}'],
      ['Rules', '{Entries|length}'],
      ['Subnets', 'Associations[].SubnetId'],
    ],
    icon: 'checklist',
    consoleUrl: vpcConsole('NetworkAclDetails', 'NetworkAclId', 'networkAclId'),
    actions: {
      CreateEntry: act('Add Rule', 'D', 'CreateNetworkAclEntry', newEntry),
      ReplaceEntry: act('Replace Rule', 'D', 'ReplaceNetworkAclEntry', newEntry),
      DeleteEntry: act('Delete Rule', 'D', 'DeleteNetworkAclEntry', ofEntry),
      ReplaceAssociation: act('Use for Association', 'D', 'ReplaceNetworkAclAssociation', {
        ...ofAcl,
        ...asks('AssociationId'),
      }),
      ...tagging('NetworkAclId'),
      Delete: act('Delete', 'X', 'DeleteNetworkAcl', ofAcl),
    },
    has: { Vpc: to('VpcId', 'Vpc'), Subnets: to('Associations[].SubnetId', 'Subnet') },
  },
};
