import type { Kind } from '../../core/resources/kind.ts';
import { ask, identifier } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const instanceId = identifier('InstanceId');

/** A machine on which the agent runs: an instance of EC2, or one of one's own. */
export const managedInstance: Kind = {
  identifiers: ['InstanceId'],
  label: ['Name', 'ComputerName', 'InstanceId'],
  state: 'PingStatus',
  description: ['PingStatus', '{PlatformName} {PlatformVersion}'],
  columns: [
    ['Ping', 'PingStatus'],
    ['Last ping', '{LastPingDateTime|date}'],
    ['Platform', '{PlatformName} {PlatformVersion}'],
    ['Agent', 'AgentVersion'],
    ['Type', 'ResourceType'],
    ['Associations', 'AssociationStatus'],
    ['Registered', '{RegistrationDate|date}'],
  ],
  icon: 'vm',
  arn: 'arn:{partition}:ssm:{region}:{account}:managed-instance/{InstanceId}',
  idPattern: '^mi-[0-9a-f]{17}$',
  load: {
    operation: 'DescribeInstanceInformation',
    params: { Filters: [{ Key: 'InstanceIds', Values: [instanceId] }] },
    path: 'InstanceInformationList[0]',
  },
  collections: {
    Patches: list('Patches', 'DescribeInstancePatches', { InstanceId: instanceId }, [
      'Patch',
      'Patches[]',
      { InstanceId: instanceId, Title: 'Title' },
    ]),
  },
  actions: {
    StartSession: act('Open Shell', 'L', 'StartSession', { Target: instanceId }),
    RunShellScript: act('Run Shell Script', 'D', 'SendCommand', {
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [instanceId],
      Parameters: ask('Parameters'),
    }),
    Deregister: act('Deregister', 'X', 'DeregisterManagedInstance', { InstanceId: instanceId }),
  },
  // Machines outside of EC2 have ids of another form.
  has: { Instance: to('InstanceId'), Role: to('IamRole', 'iam.Role') },
};

export const patch: Kind = {
  identifiers: ['InstanceId', 'Title'],
  state: 'State',
  description: ['State', 'Severity'],
  columns: [
    ['State', 'State'],
    ['Severity', 'Severity'],
    ['Classification', 'Classification'],
    ['Knowledge base', 'KBId'],
    ['CVEs', 'CVEIds'],
    ['Installed', '{InstalledTime|date}'],
  ],
  icon: 'package',
  has: {
    ManagedInstance: { kind: 'ManagedInstance', identifiers: { InstanceId: instanceId } },
  },
};
