import type { ServiceKinds } from '../core/resources/kind.ts';
import { identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const byName = { Name: identifier('Name') };

export const pipes: ServiceKinds = {
  service: 'pipes',
  title: 'EventBridge Pipes',
  icon: 'arrow-right',
  collections: {
    Pipes: list('Pipes', 'ListPipes', {}, ['Pipe', 'Pipes[]', { Name: 'Name' }]),
  },
  kinds: {
    Pipe: {
      identifiers: ['Name'],
      state: 'CurrentState',
      description: ['CurrentState', '{Source|last} to {Target|last}'],
      columns: [
        ['State', '{CurrentState}, to be {DesiredState}'],
        ['Reason', 'StateReason'],
        ['Source', 'Source'],
        ['Enrichment', 'Enrichment'],
        ['Target', 'Target'],
        ['Role', '{RoleArn|last}'],
        ['Created', 'CreationTime'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'arrow-right',
      arn: 'Arn',
      arnPattern: 'arn:{partition}:pipes:{region}:{account}:pipe/{Name}',
      consoleUrl: '{c}/events/home?region={region}#/pipes/{Name}',
      load: { operation: 'DescribePipe', params: byName },
      actions: {
        Start: act('Start', 'W', 'StartPipe', byName),
        Stop: act('Stop', 'D', 'StopPipe', byName),
        Delete: act('Delete', 'X', 'DeletePipe', byName),
      },
      has: {
        Source: to('Source'),
        Enrichment: to('Enrichment'),
        Target: to('Target'),
        Role: to('RoleArn', 'iam.Role'),
      },
    },
  },
};
