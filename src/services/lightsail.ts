import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofInstance = { instanceName: identifier('name') };
const ofSnapshot = { instanceSnapshotName: identifier('name') };
const ofDisk = { diskName: identifier('name') };
const ofAddress = { staticIpName: identifier('name') };
const ofDatabase = { relationalDatabaseName: identifier('name') };
const ofLoadBalancer = { loadBalancerName: identifier('name') };
const ofContainers = { serviceName: identifier('containerServiceName') };
const ofBucket = { bucketName: identifier('name') };

const named = { name: 'name' };
/** The service has a console of its own, outside of AWS's. */
const pages = 'https://lightsail.aws.amazon.com/ls/webapp/{region}';

/** ARNs of this service end in ids that nothing else knows, so none is read back to a name. */
export const lightsail: ServiceKinds = {
  service: 'lightsail',
  title: 'Lightsail',
  icon: 'vm',
  collections: {
    Instances: list('Instances', 'GetInstances', {}, ['Instance', 'instances[]', named]),
    ContainerServices: list('Container Services', 'GetContainerServices', {}, [
      'ContainerService',
      'containerServices[]',
      { containerServiceName: 'containerServiceName' },
    ]),
    Databases: list('Databases', 'GetRelationalDatabases', {}, [
      'RelationalDatabase',
      'relationalDatabases[]',
      named,
    ]),
    Disks: list('Disks', 'GetDisks', {}, ['Disk', 'disks[]', named]),
    LoadBalancers: list('Load Balancers', 'GetLoadBalancers', {}, [
      'LoadBalancer',
      'loadBalancers[]',
      named,
    ]),
    StaticIps: list('Static IPs', 'GetStaticIps', {}, ['StaticIp', 'staticIps[]', named]),
    Buckets: {
      ...list('Buckets', 'GetBuckets', {}, ['Bucket', 'buckets[]', named]),
      tokens: { input: 'pageToken', output: 'nextPageToken' },
    },
    InstanceSnapshots: list('Instance Snapshots', 'GetInstanceSnapshots', {}, [
      'InstanceSnapshot',
      'instanceSnapshots[]',
      named,
    ]),
  },
  kinds: {
    Instance: {
      identifiers: ['name'],
      state: 'state.name',
      description: ['state.name', 'publicIpAddress', 'bundleId'],
      columns: [
        ['State', 'state.name'],
        ['Blueprint', 'blueprintName'],
        ['Bundle', 'bundleId'],
        ['Public address', 'publicIpAddress'],
        ['Private address', 'privateIpAddress'],
        ['Size', '{hardware.cpuCount} vCPUs, {hardware.ramSizeInGb} GB'],
        ['Zone', 'location.availabilityZone'],
        ['User', 'username'],
        ['Created', 'createdAt'],
      ],
      icon: 'vm',
      arn: 'arn',
      urls: [`${pages}/instances/{name}/connect`],
      load: { operation: 'GetInstance', params: ofInstance, path: 'instance' },
      actions: {
        GetPorts: act('Show Ports', 'R', 'GetInstancePortStates', ofInstance),
        GetAccessDetails: act('Show Access Details', 'S', 'GetInstanceAccessDetails', ofInstance),
        Start: act('Start', 'W', 'StartInstance', ofInstance),
        Stop: act('Stop', 'D', 'StopInstance', ofInstance),
        Reboot: act('Reboot', 'D', 'RebootInstance', ofInstance),
        CreateSnapshot: act('Create Snapshot', 'W', 'CreateInstanceSnapshot', {
          ...ofInstance,
          instanceSnapshotName: ask('instanceSnapshotName'),
        }),
        Delete: act('Delete', 'X', 'DeleteInstance', ofInstance),
      },
    },
    ContainerService: {
      identifiers: ['containerServiceName'],
      state: 'state',
      description: ['state', '{power}, {scale|count:node}'],
      columns: [
        ['State', 'state'],
        ['Detail', 'stateDetail.message'],
        ['Power', 'power'],
        ['Nodes', 'scale'],
        ['URL', 'url'],
        ['Deployment', '{currentDeployment.version}, {currentDeployment.state}'],
        ['Created', 'createdAt'],
      ],
      icon: 'package',
      arn: 'arn',
      urls: [`${pages}/container-services/{containerServiceName}/deployments`],
      load: {
        operation: 'GetContainerServices',
        params: ofContainers,
        path: 'containerServices[0]',
      },
      actions: { Delete: act('Delete', 'X', 'DeleteContainerService', ofContainers) },
    },
    RelationalDatabase: {
      identifiers: ['name'],
      state: 'state',
      description: ['state', '{engine} {engineVersion}'],
      columns: [
        ['State', 'state'],
        ['Engine', '{engine} {engineVersion}'],
        ['Endpoint', '{masterEndpoint.address}:{masterEndpoint.port}'],
        ['Bundle', 'relationalDatabaseBundleId'],
        ['Public', '{publiclyAccessible|if:yes/no}'],
        ['Zone', 'location.availabilityZone'],
        ['Created', 'createdAt'],
      ],
      icon: 'database',
      arn: 'arn',
      urls: [`${pages}/databases/{name}/connect`],
      load: {
        operation: 'GetRelationalDatabase',
        params: ofDatabase,
        path: 'relationalDatabase',
      },
      actions: {
        Start: act('Start', 'W', 'StartRelationalDatabase', ofDatabase),
        Stop: act('Stop', 'D', 'StopRelationalDatabase', ofDatabase),
        Reboot: act('Reboot', 'D', 'RebootRelationalDatabase', ofDatabase),
        Delete: act('Delete', 'X', 'DeleteRelationalDatabase', {
          ...ofDatabase,
          finalRelationalDatabaseSnapshotName: ask('finalRelationalDatabaseSnapshotName'),
        }),
      },
    },
    Disk: {
      identifiers: ['name'],
      state: 'state',
      description: ['state', '{sizeInGb} GB', '{attachedTo}'],
      columns: [
        ['State', 'state'],
        ['Size', '{sizeInGb} GB'],
        ['Attached to', 'attachedTo'],
        ['Path', 'path'],
        ['Zone', 'location.availabilityZone'],
        ['Created', 'createdAt'],
      ],
      icon: 'save',
      arn: 'arn',
      load: { operation: 'GetDisk', params: ofDisk, path: 'disk' },
      actions: {
        Detach: act('Detach', 'D', 'DetachDisk', ofDisk),
        Delete: act('Delete', 'X', 'DeleteDisk', ofDisk),
      },
      has: { Instance: to('attachedTo', 'Instance') },
    },
    LoadBalancer: {
      identifiers: ['name'],
      state: 'state',
      description: ['state', 'dnsName'],
      columns: [
        ['State', 'state'],
        ['DNS name', 'dnsName'],
        ['Protocol', 'protocol'],
        ['Ports', 'publicPorts'],
        ['Instances', 'instanceHealthSummary[].instanceName'],
        ['Health', 'instanceHealthSummary[].instanceHealth'],
        ['Created', 'createdAt'],
      ],
      icon: 'type-hierarchy-sub',
      arn: 'arn',
      load: { operation: 'GetLoadBalancer', params: ofLoadBalancer, path: 'loadBalancer' },
      actions: { Delete: act('Delete', 'X', 'DeleteLoadBalancer', ofLoadBalancer) },
      has: { Instances: to('instanceHealthSummary[].instanceName', 'Instance') },
    },
    StaticIp: {
      identifiers: ['name'],
      description: ['ipAddress', 'attachedTo'],
      columns: [
        ['Address', 'ipAddress'],
        ['Attached to', 'attachedTo'],
        ['Created', 'createdAt'],
      ],
      icon: 'location',
      arn: 'arn',
      load: { operation: 'GetStaticIp', params: ofAddress, path: 'staticIp' },
      actions: {
        Attach: act('Attach', 'W', 'AttachStaticIp', {
          ...ofAddress,
          instanceName: ask('instanceName'),
        }),
        Detach: act('Detach', 'D', 'DetachStaticIp', ofAddress),
        Release: act('Release', 'X', 'ReleaseStaticIp', ofAddress),
      },
      has: { Instance: to('attachedTo', 'Instance') },
    },
    Bucket: {
      identifiers: ['name'],
      state: 'state.code',
      description: ['state.code', 'url'],
      columns: [
        ['State', 'state.code'],
        ['URL', 'url'],
        ['Bundle', 'bundleId'],
        ['Objects', '{accessRules.getObject}'],
        ['Versions', 'objectVersioning'],
        ['Created', 'createdAt'],
      ],
      icon: 'archive',
      arn: 'arn',
      load: { operation: 'GetBuckets', params: ofBucket, path: 'buckets[0]' },
      actions: { Delete: act('Delete', 'X', 'DeleteBucket', ofBucket) },
    },
    InstanceSnapshot: {
      identifiers: ['name'],
      state: 'state',
      description: ['state', '{sizeInGb} GB', 'fromInstanceName'],
      columns: [
        ['State', 'state'],
        ['Progress', 'progress'],
        ['Instance', 'fromInstanceName'],
        ['Size', '{sizeInGb} GB'],
        ['Created', 'createdAt'],
      ],
      icon: 'device-camera',
      arn: 'arn',
      load: { operation: 'GetInstanceSnapshot', params: ofSnapshot, path: 'instanceSnapshot' },
      actions: { Delete: act('Delete', 'X', 'DeleteInstanceSnapshot', ofSnapshot) },
      has: { Instance: to('fromInstanceName', 'Instance') },
    },
  },
};
