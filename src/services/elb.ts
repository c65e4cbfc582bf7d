import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofLoadBalancer = { LoadBalancerName: identifier('LoadBalancerName') };
const theInstance = { ...ofLoadBalancer, Instances: [{ InstanceId: identifier('InstanceId') }] };

/** The load balancers of the first generation. */
export const elb: ServiceKinds = {
  service: 'elb',
  title: 'Elastic Load Balancing (Classic)',
  icon: 'type-hierarchy-sub',
  collections: {
    LoadBalancers: list('Classic Load Balancers', 'DescribeLoadBalancers', {}, [
      'LoadBalancer',
      'LoadBalancerDescriptions[]',
      { LoadBalancerName: 'LoadBalancerName' },
    ]),
  },
  kinds: {
    LoadBalancer: {
      identifiers: ['LoadBalancerName'],
      description: ['Scheme', '{Instances|count:instance}'],
      columns: [
        ['DNS name', 'DNSName'],
        ['Scheme', 'Scheme'],
        ['Listeners', 'ListenerDescriptions[].Listener.LoadBalancerPort'],
        ['Instances', '{Instances|length}'],
        ['Health check', 'HealthCheck.Target'],
        ['VPC', 'VPCId'],
        ['Zones', 'AvailabilityZones'],
        ['Created', 'CreatedTime'],
      ],
      icon: 'type-hierarchy-sub',
      arn: 'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{LoadBalancerName}',
      consoleUrl: '{c}/ec2/home?region={region}#LoadBalancers:search={LoadBalancerName}',
      load: {
        operation: 'DescribeLoadBalancers',
        params: { LoadBalancerNames: [identifier('LoadBalancerName')] },
        path: 'LoadBalancerDescriptions[0]',
      },
      collections: {
        InstanceHealth: list('Instance Health', 'DescribeInstanceHealth', ofLoadBalancer, [
          'InstanceHealth',
          'InstanceStates[]',
          { ...ofLoadBalancer, InstanceId: 'InstanceId' },
        ]),
      },
      actions: {
        GetAttributes: act(
          'Show Attributes',
          'R',
          'DescribeLoadBalancerAttributes',
          ofLoadBalancer,
        ),
        GetTags: act('Show Tags', 'R', 'DescribeTags', {
          LoadBalancerNames: [identifier('LoadBalancerName')],
        }),
        RegisterInstances: act('Register Instances', 'W', 'RegisterInstancesWithLoadBalancer', {
          ...ofLoadBalancer,
          Instances: ask('Instances'),
        }),
        Delete: act('Delete', 'X', 'DeleteLoadBalancer', ofLoadBalancer),
      },
      waiters: {
        AnyInstanceInService: { waiter: 'AnyInstanceInService', params: ofLoadBalancer },
      },
      has: {
        Vpc: to('VPCId', 'ec2.Vpc'),
        Instances: to('Instances[].InstanceId', 'ec2.Instance'),
        SecurityGroups: to('SecurityGroups[]', 'ec2.SecurityGroup'),
        Subnets: to('Subnets[]', 'ec2.Subnet'),
        Certificates: to('ListenerDescriptions[].Listener.SSLCertificateId'),
      },
    },
    InstanceHealth: {
      identifiers: ['LoadBalancerName', 'InstanceId'],
      state: 'State',
      description: ['State', '{ReasonCode|swap:N/A=}'],
      columns: [
        ['State', 'State'],
        ['Reason', 'ReasonCode'],
        ['Description', 'Description'],
      ],
      icon: 'heart',
      load: {
        operation: 'DescribeInstanceHealth',
        params: theInstance,
        path: 'InstanceStates[0]',
      },
      actions: {
        Deregister: act('Deregister', 'D', 'DeregisterInstancesFromLoadBalancer', theInstance),
      },
      waiters: {
        InService: { waiter: 'InstanceInService', params: theInstance },
        Deregistered: { waiter: 'InstanceDeregistered', params: theInstance },
      },
      has: { Instance: to('InstanceId', 'ec2.Instance') },
    },
  },
};
