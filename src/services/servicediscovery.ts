import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const byId = { Id: identifier('Id') };
const theService = { ServiceId: identifier('Id') };
const ofInstance = { ServiceId: identifier('ServiceId'), InstanceId: identifier('Id') };

const arns = 'arn:{partition}:servicediscovery:{region}:{account}';

export const servicediscovery: ServiceKinds = {
  service: 'servicediscovery',
  title: 'Cloud Map',
  icon: 'map',
  collections: {
    Namespaces: list('Namespaces', 'ListNamespaces', {}, [
      'Namespace',
      'Namespaces[]',
      { Id: 'Id' },
    ]),
  },
  actions: {
    CreateHttpNamespace: act('Create HTTP Namespace', 'W', 'CreateHttpNamespace', {
      Name: ask('Name'),
    }),
  },
  kinds: {
    Namespace: {
      identifiers: ['Id'],
      label: ['Name'],
      description: ['Type', '{ServiceCount|count:service}', 'Description'],
      columns: [
        ['ID', 'Id'],
        ['Type', 'Type'],
        ['Services', 'ServiceCount'],
        ['Hosted zone', 'Properties.DnsProperties.HostedZoneId'],
        ['Description', 'Description'],
        ['Created', 'CreateDate'],
      ],
      icon: 'map',
      arn: 'Arn',
      arnPattern: `${arns}:namespace/{Id}`,
      idPattern: '^ns-[0-9a-z]{16}$',
      consoleUrl: '{c}/cloudmap/home/namespaces/{Id}?region={region}',
      load: { operation: 'GetNamespace', params: byId, path: 'Namespace' },
      collections: {
        Services: list(
          'Services',
          'ListServices',
          { Filters: [{ Name: 'NAMESPACE_ID', Values: [identifier('Id')] }] },
          ['Service', 'Services[]', { Id: 'Id' }],
        ),
      },
      actions: {
        CreateService: {
          ...act('Create Service', 'W', 'CreateService', {
            NamespaceId: identifier('Id'),
            Name: ask('Name'),
          }),
          result: { kind: 'Service', path: 'Service', identifiers: { Id: 'Id' } },
        },
        Delete: act('Delete', 'X', 'DeleteNamespace', byId),
      },
      has: { HostedZone: to('Properties.DnsProperties.HostedZoneId', 'route53.HostedZone') },
    },
    Service: {
      identifiers: ['Id'],
      label: ['Name'],
      description: ['Type', '{InstanceCount|count:instance}', 'Description'],
      columns: [
        ['ID', 'Id'],
        ['Type', 'Type'],
        ['Instances', 'InstanceCount'],
        ['Records', 'DnsConfig.DnsRecords[].Type'],
        ['Routing', 'DnsConfig.RoutingPolicy'],
        ['Description', 'Description'],
        ['Created', 'CreateDate'],
      ],
      icon: 'server-process',
      arn: 'Arn',
      arnPattern: `${arns}:service/{Id}`,
      idPattern: '^srv-[0-9a-z]{16}$',
      load: { operation: 'GetService', params: byId, path: 'Service' },
      collections: {
        Instances: list('Instances', 'ListInstances', theService, [
          'Instance',
          'Instances[]',
          { ServiceId: identifier('Id'), Id: 'Id' },
        ]),
      },
      actions: {
        GetHealth: act('Show Health', 'R', 'GetInstancesHealthStatus', theService),
        RegisterInstance: act('Register Instance', 'W', 'RegisterInstance', {
          ...theService,
          InstanceId: ask('InstanceId'),
          Attributes: ask('Attributes'),
        }),
        Delete: act('Delete', 'X', 'DeleteService', byId),
      },
      has: { Namespace: to('DnsConfig.NamespaceId', 'Namespace') },
    },
    Instance: {
      identifiers: ['ServiceId', 'Id'],
      description: ['Attributes.AWS_INSTANCE_IPV4', 'Attributes.AWS_INIT_HEALTH_STATUS'],
      columns: [
        ['IPv4', 'Attributes.AWS_INSTANCE_IPV4'],
        ['Port', 'Attributes.AWS_INSTANCE_PORT'],
        ['CNAME', 'Attributes.AWS_INSTANCE_CNAME'],
        ['Alias of', 'Attributes.AWS_ALIAS_DNS_NAME'],
        ['Attributes', '{Attributes|keys}'],
      ],
      icon: 'server',
      load: { operation: 'GetInstance', params: ofInstance, path: 'Instance' },
      actions: {
        SetHealth: act('Set Health', 'D', 'UpdateInstanceCustomHealthStatus', {
          ...ofInstance,
          Status: ask('Status'),
        }),
        Deregister: act('Deregister', 'X', 'DeregisterInstance', ofInstance),
      },
      has: {
        Service: { kind: 'Service', identifiers: { Id: identifier('ServiceId') } },
        Instance: to('Attributes.AWS_EC2_INSTANCE_ID', 'ec2.Instance'),
      },
    },
  },
};
