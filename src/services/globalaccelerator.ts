import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';
import { usWest2 } from './scopes.ts';

const ofAccelerator = { AcceleratorArn: identifier('AcceleratorArn') };
const ofListener = { ListenerArn: identifier('ListenerArn') };
const ofGroup = { EndpointGroupArn: identifier('EndpointGroupArn') };

const arns = 'arn:{partition}:globalaccelerator::{account}:accelerator';

export const globalaccelerator: ServiceKinds = {
  service: 'globalaccelerator',
  title: 'Global Accelerator',
  icon: 'globe',
  scope: usWest2,
  collections: {
    Accelerators: list('Accelerators', 'ListAccelerators', {}, [
      'Accelerator',
      'Accelerators[]',
      { AcceleratorArn: 'AcceleratorArn' },
    ]),
  },
  actions: {
    CreateAccelerator: {
      ...act('Create Accelerator', 'W', 'CreateAccelerator', { Name: ask('Name') }),
      result: {
        kind: 'Accelerator',
        path: 'Accelerator',
        identifiers: { AcceleratorArn: 'AcceleratorArn' },
      },
    },
  },
  kinds: {
    Accelerator: {
      identifiers: ['AcceleratorArn'],
      label: ['Name', '{AcceleratorArn|last}'],
      state: 'Status',
      description: ['Status', '{Enabled|if:/disabled}'],
      columns: [
        ['ID', '{AcceleratorArn|last}'],
        ['Status', 'Status'],
        ['Enabled', '{Enabled|if:yes/no}'],
        ['DNS name', 'DnsName'],
        ['Addresses', 'IpSets[].IpAddresses[]'],
        ['Created', 'CreatedTime'],
        ['Modified', 'LastModifiedTime'],
      ],
      icon: 'globe',
      arn: 'AcceleratorArn',
      arnPattern: `${arns}/{*}`,
      consoleUrl: '{c}/globalaccelerator/home#AcceleratorDetails:AcceleratorArn={AcceleratorArn}',
      load: { operation: 'DescribeAccelerator', params: ofAccelerator, path: 'Accelerator' },
      collections: {
        Listeners: list('Listeners', 'ListListeners', ofAccelerator, [
          'Listener',
          'Listeners[]',
          { ListenerArn: 'ListenerArn' },
        ]),
      },
      actions: {
        GetAttributes: act('Show Attributes', 'R', 'DescribeAcceleratorAttributes', ofAccelerator),
        Update: act('Enable or Disable', 'D', 'UpdateAccelerator', {
          ...ofAccelerator,
          Enabled: ask('Enabled'),
        }),
        Delete: act('Delete', 'X', 'DeleteAccelerator', ofAccelerator),
      },
    },
    Listener: {
      identifiers: ['ListenerArn'],
      label: ['{Protocol}:{PortRanges[0].FromPort}', '{ListenerArn|last}'],
      description: ['{ClientAffinity|swap:NONE=}'],
      columns: [
        ['ID', '{ListenerArn|last}'],
        ['Protocol', 'Protocol'],
        ['Ports', '{PortRanges[0].FromPort}–{PortRanges[0].ToPort}'],
        ['Client affinity', 'ClientAffinity'],
      ],
      icon: 'plug',
      arn: 'ListenerArn',
      arnPattern: `${arns}/{*}/listener/{*}`,
      load: { operation: 'DescribeListener', params: ofListener, path: 'Listener' },
      collections: {
        EndpointGroups: list('Endpoint Groups', 'ListEndpointGroups', ofListener, [
          'EndpointGroup',
          'EndpointGroups[]',
          { EndpointGroupArn: 'EndpointGroupArn' },
        ]),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteListener', ofListener) },
    },
    EndpointGroup: {
      identifiers: ['EndpointGroupArn'],
      label: ['EndpointGroupRegion', '{EndpointGroupArn|last}'],
      description: ['{TrafficDialPercentage} %', '{EndpointDescriptions|count:endpoint}'],
      columns: [
        ['Region', 'EndpointGroupRegion'],
        ['Traffic', '{TrafficDialPercentage} %'],
        ['Endpoints', '{EndpointDescriptions|length}'],
        ['Health', 'EndpointDescriptions[].HealthState'],
        ['Health check', '{HealthCheckProtocol}:{HealthCheckPort}'],
        ['Path', 'HealthCheckPath'],
      ],
      icon: 'target',
      arn: 'EndpointGroupArn',
      arnPattern: `${arns}/{*}/listener/{*}/endpoint-group/{*}`,
      load: { operation: 'DescribeEndpointGroup', params: ofGroup, path: 'EndpointGroup' },
      actions: {
        SetTraffic: act('Set Traffic Dial', 'D', 'UpdateEndpointGroup', {
          ...ofGroup,
          TrafficDialPercentage: ask('TrafficDialPercentage'),
          HealthCheckPath: askOptional('HealthCheckPath'),
        }),
        Delete: act('Delete', 'X', 'DeleteEndpointGroup', ofGroup),
      },
      has: { Endpoints: to('EndpointDescriptions[].EndpointId') },
    },
  },
};
