import type { Kind } from '../../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofStackSet = { StackSetName: identifier('StackSetName') };
const ofInstance = {
  ...ofStackSet,
  StackInstanceAccount: identifier('Account'),
  StackInstanceRegion: identifier('Region'),
};
const ofOperation = { ...ofStackSet, OperationId: identifier('OperationId') };
const toStackSet = { kind: 'StackSet', identifiers: ofStackSet };

export const stackSet: Kind = {
  identifiers: ['StackSetName'],
  id: 'StackSetId',
  label: ['StackSetName'],
  state: 'Status',
  description: ['PermissionModel', 'DriftStatus'],
  columns: [
    ['Description', 'Description'],
    ['Status', 'Status'],
    ['Permissions', 'PermissionModel'],
    ['Drift', 'DriftStatus'],
    ['Drift checked', '{LastDriftCheckTimestamp|date}'],
    ['Regions', 'Regions[]'],
  ],
  icon: 'layers',
  arn: 'arn:{partition}:cloudformation:{region}:{account}:stackset/{StackSetId}',
  consoleUrl: '{c}/cloudformation/home?region={region}#/stacksets/{StackSetId}/info',
  load: { operation: 'DescribeStackSet', params: ofStackSet, path: 'StackSet' },
  collections: {
    Instances: list('Instances', 'ListStackInstances', ofStackSet, [
      'StackInstance',
      'Summaries[]',
      { ...ofStackSet, Account: 'Account', Region: 'Region' },
    ]),
    Operations: list('Operations', 'ListStackSetOperations', ofStackSet, [
      'StackSetOperation',
      'Summaries[]',
      { ...ofStackSet, OperationId: 'OperationId' },
    ]),
  },
  actions: {
    DetectDrift: act('Detect Drift', 'W', 'DetectStackSetDrift', ofStackSet),
    Update: act('Update', 'D', 'UpdateStackSet', {
      ...ofStackSet,
      TemplateBody: askOptional('TemplateBody'),
    }),
    CreateInstances: act('Create Instances', 'D', 'CreateStackInstances', {
      ...ofStackSet,
      Accounts: askOptional('Accounts'),
      Regions: ask('Regions'),
    }),
    DeleteInstances: act('Delete Instances', 'X', 'DeleteStackInstances', {
      ...ofStackSet,
      Accounts: askOptional('Accounts'),
      Regions: ask('Regions'),
      RetainStacks: ask('RetainStacks'),
    }),
    Delete: act('Delete', 'X', 'DeleteStackSet', ofStackSet),
  },
  has: {
    AdministrationRole: to('AdministrationRoleARN', 'iam.Role'),
    ExecutionRole: to('ExecutionRoleName', 'iam.Role'),
  },
};

/** A stack of a stack set, in one region of one account. */
export const stackInstance: Kind = {
  identifiers: ['StackSetName', 'Account', 'Region'],
  label: ['{Account} {Region}'],
  state: 'Status',
  description: ['Status', 'DriftStatus'],
  columns: [
    ['Account', 'Account'],
    ['Region', 'Region'],
    ['Status', 'Status'],
    ['Reason', 'StatusReason'],
    ['Drift', 'DriftStatus'],
    ['Stack', 'StackId'],
  ],
  icon: 'layers',
  load: { operation: 'DescribeStackInstance', params: ofInstance, path: 'StackInstance' },
  has: { StackSet: toStackSet, Stack: to('StackId', 'Stack') },
};

export const stackSetOperation: Kind = {
  identifiers: ['StackSetName', 'OperationId'],
  label: ['{Action} {CreationTimestamp|date}', 'OperationId'],
  state: 'Status',
  description: ['Status'],
  columns: [
    ['Action', 'Action'],
    ['Status', 'Status'],
    ['Reason', 'StatusReason'],
    ['Started', '{CreationTimestamp|date}'],
    ['Ended', '{EndTimestamp|date}'],
  ],
  icon: 'history',
  load: {
    operation: 'DescribeStackSetOperation',
    params: ofOperation,
    path: 'StackSetOperation',
  },
  actions: { Stop: act('Stop', 'D', 'StopStackSetOperation', ofOperation) },
  has: { StackSet: toStackSet },
};
