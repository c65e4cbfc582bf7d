// What databases share: their parameters, and the subnets they may be in.

import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofParameterGroup = { DBParameterGroupName: identifier('DBParameterGroupName') };
const ofSubnetGroup = { DBSubnetGroupName: identifier('DBSubnetGroupName') };

export const dbParameterGroup: Kind = {
  identifiers: ['DBParameterGroupName'],
  description: ['DBParameterGroupFamily'],
  columns: [
    ['Family', 'DBParameterGroupFamily'],
    ['Description', 'Description'],
    ['ARN', 'DBParameterGroupArn'],
  ],
  icon: 'settings',
  arn: 'DBParameterGroupArn',
  arnPattern: 'arn:{partition}:rds:{region}:{account}:pg:{DBParameterGroupName}',
  load: {
    operation: 'DescribeDBParameterGroups',
    params: ofParameterGroup,
    path: 'DBParameterGroups[0]',
  },
  collections: {
    Parameters: list('Parameters', 'DescribeDBParameters', ofParameterGroup, [
      'DBParameter',
      'Parameters[]',
      { ...ofParameterGroup, ParameterName: 'ParameterName' },
    ]),
  },
  actions: {
    Modify: act('Modify Parameters', 'D', 'ModifyDBParameterGroup', {
      ...ofParameterGroup,
      Parameters: ask('Parameters'),
    }),
    Reset: act('Reset to Defaults', 'D', 'ResetDBParameterGroup', {
      ...ofParameterGroup,
      ResetAllParameters: true,
    }),
    Delete: act('Delete', 'X', 'DeleteDBParameterGroup', ofParameterGroup),
  },
};

export const dbParameter: Kind = {
  identifiers: ['DBParameterGroupName', 'ParameterName'],
  label: ['ParameterName'],
  description: ['ParameterValue'],
  columns: [
    ['Value', 'ParameterValue'],
    ['Description', 'Description'],
    ['Set by', 'Source'],
    ['Allowed', 'AllowedValues'],
    ['Type', 'DataType'],
    ['Applied', 'ApplyType'],
    ['Can be changed', '{IsModifiable|if:yes/no}'],
  ],
  icon: 'variable',
};

export const dbSubnetGroup: Kind = {
  identifiers: ['DBSubnetGroupName'],
  state: 'SubnetGroupStatus',
  description: ['VpcId', '{Subnets|count:subnet}'],
  columns: [
    ['Description', 'DBSubnetGroupDescription'],
    ['Status', 'SubnetGroupStatus'],
    ['VPC', 'VpcId'],
    ['Subnets', 'Subnets[].SubnetIdentifier'],
    ['Zones', 'Subnets[].SubnetAvailabilityZone.Name'],
  ],
  icon: 'type-hierarchy',
  arn: 'DBSubnetGroupArn',
  arnPattern: 'arn:{partition}:rds:{region}:{account}:subgrp:{DBSubnetGroupName}',
  load: {
    operation: 'DescribeDBSubnetGroups',
    params: ofSubnetGroup,
    path: 'DBSubnetGroups[0]',
  },
  actions: { Delete: act('Delete', 'X', 'DeleteDBSubnetGroup', ofSubnetGroup) },
  has: {
    Vpc: to('VpcId', 'ec2.Vpc'),
    Subnets: to('Subnets[].SubnetIdentifier', 'ec2.Subnet'),
  },
};
