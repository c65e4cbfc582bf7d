import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, identifier, type Params } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofMachine = { stateMachineArn: identifier('stateMachineArn') };
const ofExecution = { executionArn: identifier('executionArn') };
const ofVersion = { stateMachineVersionArn: identifier('stateMachineVersionArn') };
const ofAlias = { stateMachineAliasArn: identifier('stateMachineAliasArn') };
const ofActivity = { activityArn: identifier('activityArn') };
const ofMapRun = { mapRunArn: identifier('mapRunArn') };

const tokens = { input: 'nextToken', output: 'nextToken' };
const arns = 'arn:{partition}:states:{region}:{account}';

function executions(params: Params): CollectionRule {
  return list('Executions', 'ListExecutions', params, [
    'Execution',
    'executions[]',
    { executionArn: 'executionArn' },
  ]);
}

export const stepfunctions: ServiceKinds = {
  service: 'stepfunctions',
  title: 'Step Functions',
  icon: 'circuit-board',
  collections: {
    StateMachines: list('State Machines', 'ListStateMachines', {}, [
      'StateMachine',
      'stateMachines[]',
      { stateMachineArn: 'stateMachineArn' },
    ]),
    Activities: list('Activities', 'ListActivities', {}, [
      'Activity',
      'activities[]',
      { activityArn: 'activityArn' },
    ]),
  },
  actions: {
    ValidateDefinition: act('Validate Definition', 'R', 'ValidateStateMachineDefinition', {
      definition: ask('definition'),
    }),
  },
  kinds: {
    StateMachine: {
      identifiers: ['stateMachineArn'],
      label: ['name', '{stateMachineArn|last}'],
      description: ['{type|lower}', '{creationDate|day}'],
      columns: [
        ['Type', 'type'],
        ['Status', 'status'],
        ['Role', '{roleArn|last}'],
        ['Logging', 'loggingConfiguration.level'],
        ['Tracing', '{tracingConfiguration.enabled|if:on/off}'],
        ['Created', 'creationDate'],
      ],
      icon: 'circuit-board',
      arn: 'stateMachineArn',
      // Names of versions and aliases too: they are described by the same operation.
      arnPattern: `${arns}:stateMachine:{*}`,
      consoleUrl: '{c}/states/home?region={region}#/statemachines/view/{stateMachineArn}',
      load: { operation: 'DescribeStateMachine', params: ofMachine },
      collections: {
        Executions: executions(ofMachine),
        Versions: {
          ...list('Versions', 'ListStateMachineVersions', ofMachine, [
            'Version',
            'stateMachineVersions[]',
            { stateMachineVersionArn: 'stateMachineVersionArn' },
          ]),
          tokens,
        },
        Aliases: {
          ...list('Aliases', 'ListStateMachineAliases', ofMachine, [
            'Alias',
            'stateMachineAliases[]',
            { stateMachineAliasArn: 'stateMachineAliasArn' },
          ]),
          tokens,
        },
      },
      actions: {
        Start: {
          ...act('Start Execution', 'D', 'StartExecution', {
            ...ofMachine,
            input: ask('input'),
            name: askOptional('name'),
          }),
          result: { kind: 'Execution', identifiers: { executionArn: 'executionArn' } },
        },
        Validate: act('Validate Definition', 'R', 'ValidateStateMachineDefinition', {
          definition: ask('definition'),
        }),
        Update: act('Update Definition', 'D', 'UpdateStateMachine', {
          ...ofMachine,
          definition: ask('definition'),
        }),
        PublishVersion: {
          ...act('Publish Version', 'W', 'PublishStateMachineVersion', ofMachine),
          result: {
            kind: 'Version',
            identifiers: { stateMachineVersionArn: 'stateMachineVersionArn' },
          },
        },
        Delete: act('Delete', 'X', 'DeleteStateMachine', ofMachine),
      },
      has: {
        Role: to('roleArn', 'iam.Role'),
        LogGroups: to(
          'loggingConfiguration.destinations[].cloudWatchLogsLogGroup.logGroupArn',
          'logs.LogGroup',
        ),
      },
    },
    Version: {
      identifiers: ['stateMachineVersionArn'],
      label: ['{stateMachineVersionArn|last}'],
      description: ['{creationDate|date}'],
      columns: [
        ['ARN', 'stateMachineVersionArn'],
        ['Status', 'status'],
        ['Created', 'creationDate'],
      ],
      icon: 'versions',
      arn: 'stateMachineVersionArn',
      load: {
        operation: 'DescribeStateMachine',
        params: { stateMachineArn: identifier('stateMachineVersionArn') },
      },
      actions: { Delete: act('Delete', 'X', 'DeleteStateMachineVersion', ofVersion) },
    },
    Alias: {
      identifiers: ['stateMachineAliasArn'],
      label: ['{stateMachineAliasArn|last}'],
      description: ['{creationDate|date}'],
      columns: [
        ['ARN', 'stateMachineAliasArn'],
        ['Versions', 'routingConfiguration[].stateMachineVersionArn'],
        ['Weights', 'routingConfiguration[].weight'],
        ['Created', 'creationDate'],
        ['Updated', 'updateDate'],
      ],
      icon: 'tag',
      arn: 'stateMachineAliasArn',
      load: { operation: 'DescribeStateMachineAlias', params: ofAlias },
      actions: {
        Start: {
          ...act('Start Execution', 'D', 'StartExecution', {
            stateMachineArn: identifier('stateMachineAliasArn'),
            input: ask('input'),
          }),
          result: { kind: 'Execution', identifiers: { executionArn: 'executionArn' } },
        },
        Update: act('Change Routing', 'D', 'UpdateStateMachineAlias', {
          ...ofAlias,
          routingConfiguration: ask('routingConfiguration'),
        }),
        Delete: act('Delete', 'X', 'DeleteStateMachineAlias', ofAlias),
      },
      has: { Versions: to('routingConfiguration[].stateMachineVersionArn', 'Version') },
    },
    Execution: {
      identifiers: ['executionArn'],
      label: ['name', '{executionArn|last}'],
      state: 'status',
      description: ['status', '{startDate|date}'],
      columns: [
        ['Status', 'status'],
        ['Started', 'startDate'],
        ['Stopped', 'stopDate'],
        ['State machine', '{stateMachineArn|last}'],
        ['Version', '{stateMachineVersionArn|last}'],
        ['Alias', '{stateMachineAliasArn|last}'],
        ['Redriven', '{redriveCount|count:time}'],
      ],
      icon: 'play',
      arn: 'executionArn',
      arnPattern: `${arns}:execution:{*}:{*}`,
      consoleUrl: '{c}/states/home?region={region}#/v2/executions/details/{executionArn}',
      load: { operation: 'DescribeExecution', params: ofExecution },
      collections: {
        History: list('History', 'GetExecutionHistory', ofExecution, [
          'HistoryEvent',
          'events[]',
          { executionArn: identifier('executionArn'), id: 'id' },
        ]),
        MapRuns: list('Map Runs', 'ListMapRuns', ofExecution, [
          'MapRun',
          'mapRuns[]',
          { mapRunArn: 'mapRunArn' },
        ]),
      },
      actions: {
        GetDefinition: act('Show Definition', 'R', 'DescribeStateMachineForExecution', ofExecution),
        Stop: act('Stop', 'D', 'StopExecution', ofExecution),
        Redrive: act('Redrive', 'D', 'RedriveExecution', ofExecution),
      },
      has: {
        StateMachine: to('stateMachineArn', 'StateMachine'),
        MapRun: to('mapRunArn', 'MapRun'),
      },
    },
    HistoryEvent: {
      identifiers: ['executionArn', 'id'],
      label: ['{id} {type}', 'id'],
      description: ['stateEnteredEventDetails.name', '{timestamp|date}'],
      columns: [
        ['Type', 'type'],
        ['Entered', 'stateEnteredEventDetails.name'],
        ['Left', 'stateExitedEventDetails.name'],
        ['Time', 'timestamp'],
        ['Follows', 'previousEventId'],
      ],
      icon: 'history',
    },
    MapRun: {
      identifiers: ['mapRunArn'],
      label: ['{mapRunArn|last}'],
      state: 'status',
      description: ['status', '{startDate|date}'],
      columns: [
        ['Status', 'status'],
        ['Items', 'itemCounts.total'],
        ['Succeeded', 'itemCounts.succeeded'],
        ['Failed', 'itemCounts.failed'],
        ['Running', 'itemCounts.running'],
        ['Started', 'startDate'],
        ['Stopped', 'stopDate'],
      ],
      icon: 'run-all',
      arn: 'mapRunArn',
      arnPattern: `${arns}:mapRun:{*}:{*}`,
      load: { operation: 'DescribeMapRun', params: ofMapRun },
      collections: { Executions: executions(ofMapRun) },
      has: { Execution: to('executionArn', 'Execution') },
    },
    Activity: {
      identifiers: ['activityArn'],
      label: ['name', '{activityArn|last}'],
      description: ['{creationDate|day}'],
      columns: [
        ['ARN', 'activityArn'],
        ['Created', 'creationDate'],
      ],
      icon: 'tasklist',
      arn: 'activityArn',
      arnPattern: `${arns}:activity:{*}`,
      load: { operation: 'DescribeActivity', params: ofActivity },
      actions: { Delete: act('Delete', 'X', 'DeleteActivity', ofActivity) },
    },
  },
};
