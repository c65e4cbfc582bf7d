import type { ServiceKinds } from '../core/resources/kind.ts';
import { identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofCanary = { Name: identifier('Name') };
const ofGroup = { GroupIdentifier: identifier('Id') };
const arn = 'arn:{partition}:synthetics:{region}:{account}';

export const synthetics: ServiceKinds = {
  service: 'synthetics',
  title: 'CloudWatch Synthetics',
  icon: 'beaker',
  collections: {
    Canaries: paged(
      list('Canaries', 'DescribeCanaries', {}, ['Canary', 'Canaries[]', { Name: 'Name' }]),
    ),
    Groups: paged(list('Groups', 'ListGroups', {}, ['Group', 'Groups[]', { Id: 'Id' }])),
  },
  kinds: {
    Canary: {
      identifiers: ['Name'],
      state: 'Status.State',
      description: ['Status.State', 'Schedule.Expression', 'RuntimeVersion'],
      columns: [
        ['State', 'Status.State'],
        ['Reason', 'Status.StateReason'],
        ['Schedule', 'Schedule.Expression'],
        ['Runtime', 'RuntimeVersion'],
        ['Handler', 'Code.Handler'],
        ['Artifacts in', 'ArtifactS3Location'],
        ['Created', '{Timeline.Created|date}'],
        ['Last started', '{Timeline.LastStarted|date}'],
        ['Last stopped', '{Timeline.LastStopped|date}'],
      ],
      icon: 'beaker',
      arn: `${arn}:canary:{Name}`,
      consoleUrl: '{c}/cloudwatch/home?region={region}#synthetics:canary/detail/{Name}',
      load: { operation: 'GetCanary', params: ofCanary, path: 'Canary' },
      collections: {
        Runs: paged(
          list('Runs', 'GetCanaryRuns', ofCanary, [
            'CanaryRun',
            'CanaryRuns[]',
            { ...ofCanary, Id: 'Id' },
          ]),
        ),
      },
      actions: {
        Start: act('Start', 'W', 'StartCanary', ofCanary),
        Stop: act('Stop', 'D', 'StopCanary', ofCanary),
        Delete: act('Delete', 'X', 'DeleteCanary', ofCanary),
      },
      has: {
        Role: to('ExecutionRoleArn', 'iam.Role'),
        Function: to('EngineArn', 'lambda.Function'),
        Vpc: to('VpcConfig.VpcId', 'ec2.Vpc'),
        Subnets: to('VpcConfig.SubnetIds[]', 'ec2.Subnet'),
        SecurityGroups: to('VpcConfig.SecurityGroupIds[]', 'ec2.SecurityGroup'),
      },
    },
    CanaryRun: {
      identifiers: ['Name', 'Id'],
      label: ['{Timeline.Started|date}', 'Id'],
      state: 'Status.State',
      description: ['Status.State', 'Status.StateReason'],
      columns: [
        ['Run ID', 'Id'],
        ['Result', 'Status.State'],
        ['Reason', 'Status.StateReason'],
        ['Attempt', 'RetryAttempt'],
        ['Artifacts in', 'ArtifactS3Location'],
        ['Started', '{Timeline.Started|date}'],
        ['Completed', '{Timeline.Completed|date}'],
      ],
      icon: 'run',
    },
    Group: {
      identifiers: ['Id'],
      label: ['Name', 'Id'],
      columns: [
        ['Group ID', 'Id'],
        ['Created', '{CreatedTime|date}'],
        ['Modified', '{LastModifiedTime|date}'],
      ],
      icon: 'group-by-ref-type',
      arn: 'Arn',
      arnPattern: `${arn}:group:{Id}`,
      load: { operation: 'GetGroup', params: ofGroup, path: 'Group' },
      collections: {
        Canaries: paged(
          list('Canaries', 'ListGroupResources', ofGroup, [
            'Canary',
            'Resources[]',
            { Name: '{@|last}' },
          ]),
        ),
      },
      actions: { Delete: act('Delete', 'X', 'DeleteGroup', ofGroup) },
    },
  },
};
