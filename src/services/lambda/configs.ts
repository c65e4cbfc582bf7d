// What is set up around a function: what runs it, from where, and how many at once.

import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier, text } from '../../core/resources/sources.ts';
import { act, to } from '../rules.ts';
import { ofFunction, toFunction } from './function.ts';

const ofMapping = { UUID: identifier('UUID') };
const ofQualified = { ...ofFunction, Qualifier: text('{FunctionArn|last}') };

export const eventSourceMapping: Kind = {
  identifiers: ['UUID'],
  label: ['{EventSourceArn|last}', 'UUID'],
  state: 'State',
  description: ['State', 'batch size {BatchSize}'],
  columns: [
    ['Source', 'EventSourceArn'],
    ['Function', 'FunctionArn'],
    ['State', 'State'],
    ['Last result', 'LastProcessingResult'],
    ['Modified', '{LastModified|date}'],
  ],
  icon: 'plug',
  arn: 'EventSourceMappingArn',
  arnPattern: 'arn:{partition}:lambda:{region}:{account}:event-source-mapping:{UUID}',
  consoleUrl: '{c}/lambda/home?region={region}#/event-source-mappings/{UUID}',
  load: { operation: 'GetEventSourceMapping', params: ofMapping },
  actions: {
    Update: act('Enable or Disable', 'D', 'UpdateEventSourceMapping', {
      ...ofMapping,
      Enabled: ask('Enabled'),
    }),
    Delete: act('Delete', 'X', 'DeleteEventSourceMapping', ofMapping),
  },
  has: {
    Function: to('FunctionArn', 'Function'),
    Source: to('EventSourceArn'),
    OnFailure: to('DestinationConfig.OnFailure.Destination'),
  },
};

export const functionUrl: Kind = {
  identifiers: ['FunctionName', 'FunctionArn'],
  label: ['FunctionUrl', 'FunctionArn'],
  description: ['{AuthType|lower}'],
  columns: [
    ['URL', 'FunctionUrl'],
    ['Sign-in', 'AuthType'],
    ['Invocation', 'InvokeMode'],
    ['Created', '{CreationTime|date}'],
    ['Modified', '{LastModifiedTime|date}'],
  ],
  icon: 'link',
  has: { Function: toFunction },
};

/** Of one version or alias, whose name the ARN ends in. */
export const provisionedConcurrency: Kind = {
  identifiers: ['FunctionName', 'FunctionArn'],
  label: ['{FunctionArn|last}'],
  state: 'Status',
  description: [
    'Status',
    '{AvailableProvisionedConcurrentExecutions} of {RequestedProvisionedConcurrentExecutions} available',
  ],
  columns: [
    ['Requested', 'RequestedProvisionedConcurrentExecutions'],
    ['Allocated', 'AllocatedProvisionedConcurrentExecutions'],
    ['Available', 'AvailableProvisionedConcurrentExecutions'],
    ['Status', 'Status'],
    ['Reason', 'StatusReason'],
    ['Modified', '{LastModified|date}'],
  ],
  icon: 'dashboard',
  load: { operation: 'GetProvisionedConcurrencyConfig', params: ofQualified },
  actions: { Delete: act('Delete', 'D', 'DeleteProvisionedConcurrencyConfig', ofQualified) },
  has: { Function: toFunction },
};
