import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofCluster = { ClusterId: identifier('Id') };
const ofJobFlow = { JobFlowIds: [identifier('Id')] };
const inCluster = { ClusterId: identifier('ClusterId') };
const ofStep = { ...inCluster, StepId: identifier('Id') };

function clusters(title: string, states: readonly string[]) {
  return list(title, 'ListClusters', { ClusterStates: states }, [
    'Cluster',
    'Clusters[]',
    { Id: 'Id' },
  ]);
}

/** Asked for no state, AWS lists every cluster there ever was; those that are gone have a list of their own. */
export const emr: ServiceKinds = {
  service: 'emr',
  title: 'EMR',
  icon: 'server-environment',
  collections: {
    Clusters: clusters('Clusters', [
      'STARTING',
      'BOOTSTRAPPING',
      'RUNNING',
      'WAITING',
      'TERMINATING',
    ]),
    TerminatedClusters: clusters('Terminated Clusters', ['TERMINATED', 'TERMINATED_WITH_ERRORS']),
    Studios: list('Studios', 'ListStudios', {}, ['Studio', 'Studios[]', { StudioId: 'StudioId' }]),
  },
  kinds: {
    Cluster: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      state: 'Status.State',
      description: ['Status.State', 'ReleaseLabel', '{NormalizedInstanceHours|count:hour}'],
      columns: [
        ['Cluster ID', 'Id'],
        ['State', 'Status.State'],
        ['Reason', 'Status.StateChangeReason.Message'],
        ['Release', 'ReleaseLabel'],
        ['Applications', 'Applications[].Name'],
        ['Master node', 'MasterPublicDnsName'],
        ['Logs in', 'LogUri'],
        ['Created', '{Status.Timeline.CreationDateTime|date}'],
        ['Ended', '{Status.Timeline.EndDateTime|date}'],
      ],
      icon: 'server-environment',
      arn: 'ClusterArn',
      arnPattern: 'arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{Id}',
      idPattern: '^j-[0-9A-Z]{8,20}$',
      consoleUrl: '{c}/emr/home?region={region}#/clusterDetails/{Id}',
      load: { operation: 'DescribeCluster', params: ofCluster, path: 'Cluster' },
      collections: {
        Steps: list('Steps', 'ListSteps', ofCluster, [
          'Step',
          'Steps[]',
          { ...ofCluster, Id: 'Id' },
        ]),
        Instances: list('Instances', 'ListInstances', ofCluster, [
          'Instance',
          'Instances[]',
          { ...ofCluster, Id: 'Id' },
        ]),
        // A cluster has groups or fleets, and to ask for the other is an error.
        InstanceGroups: {
          ...list('Instance Groups', 'ListInstanceGroups', ofCluster, [
            'InstanceGroup',
            'InstanceGroups[]',
            { ...ofCluster, Id: 'Id' },
          ]),
          emptyOn: 'InvalidRequestException',
        },
        InstanceFleets: {
          ...list('Instance Fleets', 'ListInstanceFleets', ofCluster, [
            'InstanceFleet',
            'InstanceFleets[]',
            { ...ofCluster, Id: 'Id' },
          ]),
          emptyOn: 'InvalidRequestException',
        },
      },
      actions: {
        AddSteps: act('Add Steps', 'W', 'AddJobFlowSteps', {
          JobFlowId: identifier('Id'),
          Steps: ask('Steps'),
        }),
        CancelSteps: act('Cancel Steps', 'D', 'CancelSteps', {
          ...ofCluster,
          StepIds: ask('StepIds'),
        }),
        SetTerminationProtection: act(
          'Set Termination Protection',
          'D',
          'SetTerminationProtection',
          { ...ofJobFlow, TerminationProtected: ask('TerminationProtected') },
        ),
        Terminate: {
          ...act('Terminate', 'X', 'TerminateJobFlows', ofJobFlow),
          batch: { size: 10 },
        },
      },
      waiters: {
        Running: { waiter: 'ClusterRunning', params: ofCluster },
        Terminated: { waiter: 'ClusterTerminated', params: ofCluster },
      },
      has: {
        ServiceRole: to('ServiceRole', 'iam.Role'),
        Subnet: to('Ec2InstanceAttributes.Ec2SubnetId', 'ec2.Subnet'),
        MasterSecurityGroup: to(
          'Ec2InstanceAttributes.EmrManagedMasterSecurityGroup',
          'ec2.SecurityGroup',
        ),
        SlaveSecurityGroup: to(
          'Ec2InstanceAttributes.EmrManagedSlaveSecurityGroup',
          'ec2.SecurityGroup',
        ),
        InstanceProfile: to('Ec2InstanceAttributes.IamInstanceProfile', 'iam.InstanceProfile'),
        Key: to('LogEncryptionKmsKeyId', 'kms.Key'),
      },
    },
    Step: {
      identifiers: ['ClusterId', 'Id'],
      label: ['Name', 'Id'],
      state: 'Status.State',
      description: ['Status.State', '{Status.Timeline.StartDateTime|date}'],
      columns: [
        ['Step ID', 'Id'],
        ['State', 'Status.State'],
        ['Failure', 'Status.FailureDetails.Message'],
        ['JAR', 'Config.Jar'],
        ['Arguments', 'Config.Args'],
        ['On failure', 'ActionOnFailure'],
        ['Started', '{Status.Timeline.StartDateTime|date}'],
        ['Ended', '{Status.Timeline.EndDateTime|date}'],
      ],
      icon: 'list-ordered',
      load: { operation: 'DescribeStep', params: ofStep, path: 'Step' },
      actions: {
        Cancel: {
          ...act('Cancel', 'D', 'CancelSteps', { ...inCluster, StepIds: [identifier('Id')] }),
          batch: { size: 256 },
        },
      },
      waiters: { Complete: { waiter: 'StepComplete', params: ofStep } },
    },
    Instance: {
      identifiers: ['ClusterId', 'Id'],
      label: ['Ec2InstanceId', 'Id'],
      state: 'Status.State',
      description: ['Status.State', 'InstanceType', 'Market'],
      columns: [
        ['Instance', 'Ec2InstanceId'],
        ['State', 'Status.State'],
        ['Reason', 'Status.StateChangeReason.Message'],
        ['Type', 'InstanceType'],
        ['Market', 'Market'],
        ['Private address', 'PrivateIpAddress'],
        ['Public name', 'PublicDnsName'],
        ['Created', '{Status.Timeline.CreationDateTime|date}'],
      ],
      icon: 'vm',
      has: { Instance: to('Ec2InstanceId', 'ec2.Instance') },
    },
    InstanceGroup: {
      identifiers: ['ClusterId', 'Id'],
      label: ['Name', 'InstanceGroupType', 'Id'],
      state: 'Status.State',
      description: [
        'Status.State',
        '{RunningInstanceCount} of {RequestedInstanceCount} running',
        'InstanceType',
      ],
      columns: [
        ['Group ID', 'Id'],
        ['State', 'Status.State'],
        ['Role', 'InstanceGroupType'],
        ['Running', '{RunningInstanceCount} of {RequestedInstanceCount}'],
        ['Type', 'InstanceType'],
        ['Market', 'Market'],
      ],
      icon: 'server',
      actions: {
        Resize: act('Resize', 'D', 'ModifyInstanceGroups', {
          ...inCluster,
          InstanceGroups: [
            { InstanceGroupId: identifier('Id'), InstanceCount: ask('InstanceCount') },
          ],
        }),
      },
    },
    InstanceFleet: {
      identifiers: ['ClusterId', 'Id'],
      label: ['Name', 'InstanceFleetType', 'Id'],
      state: 'Status.State',
      description: ['Status.State', 'InstanceFleetType'],
      columns: [
        ['Fleet ID', 'Id'],
        ['State', 'Status.State'],
        ['Role', 'InstanceFleetType'],
        ['On demand', '{ProvisionedOnDemandCapacity} of {TargetOnDemandCapacity}'],
        ['Spot', '{ProvisionedSpotCapacity} of {TargetSpotCapacity}'],
        ['Types', 'InstanceTypeSpecifications[].InstanceType'],
      ],
      icon: 'server',
      actions: {
        Resize: act('Resize', 'D', 'ModifyInstanceFleet', {
          ...inCluster,
          InstanceFleet: {
            InstanceFleetId: identifier('Id'),
            TargetOnDemandCapacity: ask('TargetOnDemandCapacity'),
            TargetSpotCapacity: ask('TargetSpotCapacity'),
          },
        }),
      },
    },
    Studio: {
      identifiers: ['StudioId'],
      label: ['Name', 'StudioId'],
      description: ['AuthMode', 'Description'],
      columns: [
        ['Studio ID', 'StudioId'],
        ['Description', 'Description'],
        ['Sign-in', 'AuthMode'],
        ['Address', 'Url'],
        ['VPC', 'VpcId'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'notebook',
      arn: 'arn:{partition}:elasticmapreduce:{region}:{account}:studio/{StudioId}',
      load: {
        operation: 'DescribeStudio',
        params: { StudioId: identifier('StudioId') },
        path: 'Studio',
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteStudio', { StudioId: identifier('StudioId') }),
      },
      has: { Vpc: to('VpcId', 'ec2.Vpc') },
    },
  },
};
