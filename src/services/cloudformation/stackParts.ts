// What a stack is made of, and what happened to it.

import type { Kind } from '../../core/resources/kind.ts';
import { identifier } from '../../core/resources/sources.ts';
import { to } from '../rules.ts';

const ofStack = { StackName: identifier('StackName') };
const toStack = { kind: 'Stack', identifiers: ofStack };

export const stackResource: Kind = {
  identifiers: ['StackName', 'LogicalResourceId'],
  id: 'PhysicalResourceId',
  label: ['LogicalResourceId'],
  state: 'ResourceStatus',
  description: ['ResourceType', 'ResourceStatus'],
  columns: [
    ['Type', 'ResourceType'],
    ['Physical ID', 'PhysicalResourceId'],
    ['Status', 'ResourceStatus'],
    ['Reason', 'ResourceStatusReason'],
    ['Updated', '{LastUpdatedTimestamp|date}'],
    ['Drift', 'DriftInformation.StackResourceDriftStatus'],
  ],
  icon: 'extensions',
  load: {
    operation: 'DescribeStackResource',
    params: { ...ofStack, LogicalResourceId: identifier('LogicalResourceId') },
    path: 'StackResourceDetail',
  },
  has: { Stack: toStack, Physical: to('PhysicalResourceId') },
};

export const stackEvent: Kind = {
  identifiers: ['EventId'],
  label: ['LogicalResourceId', 'EventId'],
  state: 'ResourceStatus',
  description: ['ResourceStatus', '{Timestamp|date}'],
  columns: [
    ['Type', 'ResourceType'],
    ['Physical ID', 'PhysicalResourceId'],
    ['Status', 'ResourceStatus'],
    ['Reason', 'ResourceStatusReason'],
    ['Time', '{Timestamp|date}'],
  ],
  icon: 'pulse',
  has: { Stack: to('StackId', 'Stack') },
};

export const stackResourceDrift: Kind = {
  identifiers: ['StackName', 'LogicalResourceId'],
  state: 'StackResourceDriftStatus',
  description: ['StackResourceDriftStatus', 'ResourceType'],
  columns: [
    ['Type', 'ResourceType'],
    ['Physical ID', 'PhysicalResourceId'],
    ['Status', 'StackResourceDriftStatus'],
    ['Differences', '{PropertyDifferences|count:property}'],
    ['Checked', '{Timestamp|date}'],
  ],
  icon: 'diff',
  has: {
    Stack: toStack,
    Resource: {
      kind: 'StackResource',
      identifiers: { ...ofStack, LogicalResourceId: identifier('LogicalResourceId') },
    },
  },
};
