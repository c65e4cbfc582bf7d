import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofTask = { TaskArn: identifier('TaskArn') };
const ofExecution = { TaskExecutionArn: identifier('TaskExecutionArn') };
const ofLocation = { LocationArn: identifier('LocationArn') };
const ofAgent = { AgentArn: identifier('AgentArn') };
const arn = 'arn:{partition}:datasync:{region}:{account}';

export const datasync: ServiceKinds = {
  service: 'datasync',
  title: 'DataSync',
  icon: 'sync',
  collections: {
    Tasks: list('Tasks', 'ListTasks', {}, ['Task', 'Tasks[]', { TaskArn: 'TaskArn' }]),
    Locations: list('Locations', 'ListLocations', {}, [
      'Location',
      'Locations[]',
      { LocationArn: 'LocationArn' },
    ]),
    Agents: list('Agents', 'ListAgents', {}, ['Agent', 'Agents[]', { AgentArn: 'AgentArn' }]),
  },
  kinds: {
    Task: {
      identifiers: ['TaskArn'],
      id: '{TaskArn|last}',
      label: ['Name', '{TaskArn|last}'],
      state: 'Status',
      description: ['Status', '{TaskMode|lower}'],
      columns: [
        ['Task ID', '{TaskArn|last}'],
        ['Status', 'Status'],
        ['Error', 'ErrorDetail'],
        ['Mode', 'TaskMode'],
        ['From', '{SourceLocationArn|last}'],
        ['To', '{DestinationLocationArn|last}'],
        ['Schedule', 'Schedule.ScheduleExpression'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'sync',
      arn: 'TaskArn',
      arnPattern: `${arn}:task/{*}`,
      consoleUrl: '{c}/datasync/home?region={region}#/tasks/{TaskArn|last|url}',
      load: { operation: 'DescribeTask', params: ofTask },
      collections: {
        Executions: list('Executions', 'ListTaskExecutions', ofTask, [
          'TaskExecution',
          'TaskExecutions[]',
          { TaskExecutionArn: 'TaskExecutionArn' },
        ]),
      },
      actions: {
        Start: act('Start', 'D', 'StartTaskExecution', ofTask),
        CancelExecution: act('Cancel an Execution', 'D', 'CancelTaskExecution', {
          TaskExecutionArn: ask('TaskExecutionArn'),
        }),
        Delete: act('Delete', 'X', 'DeleteTask', ofTask),
      },
      has: {
        Source: to('SourceLocationArn', 'Location'),
        Destination: to('DestinationLocationArn', 'Location'),
        CurrentExecution: to('CurrentTaskExecutionArn', 'TaskExecution'),
        LogGroup: to('CloudWatchLogGroupArn', 'logs.LogGroup'),
      },
    },
    TaskExecution: {
      identifiers: ['TaskExecutionArn'],
      id: '{TaskExecutionArn|last}',
      label: ['{StartTime|date}', '{TaskExecutionArn|last}'],
      state: 'Status',
      description: ['Status', '{FilesTransferred|count:file}', '{BytesTransferred|size}'],
      columns: [
        ['Execution ID', '{TaskExecutionArn|last}'],
        ['Status', 'Status'],
        ['Error', 'Result.ErrorDetail'],
        ['Files', '{FilesTransferred} of {EstimatedFilesToTransfer}'],
        ['Transferred', '{BytesTransferred|size}'],
        ['Written', '{BytesWritten|size}'],
        ['Started', '{StartTime|date}'],
        ['Ended', '{EndTime|date}'],
      ],
      icon: 'run',
      arn: 'TaskExecutionArn',
      arnPattern: `${arn}:task/{*}/execution/{*}`,
      load: { operation: 'DescribeTaskExecution', params: ofExecution },
      actions: { Cancel: act('Cancel', 'D', 'CancelTaskExecution', ofExecution) },
    },
    Location: {
      identifiers: ['LocationArn'],
      id: '{LocationArn|last}',
      label: ['LocationUri', '{LocationArn|last}'],
      description: ['{LocationArn|last}'],
      columns: [
        ['Location ID', '{LocationArn|last}'],
        ['Address', 'LocationUri'],
      ],
      icon: 'location',
      arn: 'LocationArn',
      arnPattern: `${arn}:location/{*}`,
      consoleUrl: '{c}/datasync/home?region={region}#/locations/{LocationArn|last|url}',
      actions: { Delete: act('Delete', 'X', 'DeleteLocation', ofLocation) },
    },
    Agent: {
      identifiers: ['AgentArn'],
      id: '{AgentArn|last}',
      label: ['Name', '{AgentArn|last}'],
      state: 'Status',
      description: ['Status', 'Platform.Version'],
      columns: [
        ['Agent ID', '{AgentArn|last}'],
        ['Status', 'Status'],
        ['Version', 'Platform.Version'],
        ['Endpoint', 'EndpointType'],
        ['Last connection', '{LastConnectionTime|date}'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'server',
      arn: 'AgentArn',
      arnPattern: `${arn}:agent/{*}`,
      consoleUrl: '{c}/datasync/home?region={region}#/agents/{AgentArn|last|url}',
      load: { operation: 'DescribeAgent', params: ofAgent },
      actions: { Delete: act('Delete', 'X', 'DeleteAgent', ofAgent) },
      has: { VpcEndpoint: to('PrivateLinkConfig.VpcEndpointId', 'ec2.VpcEndpoint') },
    },
  },
};
