import type { CollectionRule, Kind } from '../../core/resources/kind.ts';
import { ask, identifier, text } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

export const ofFunction = { FunctionName: identifier('FunctionName') };
export const toFunction = { kind: 'Function', identifiers: ofFunction };
const logGroup = text('LoggingConfig.LogGroup', '/aws/lambda/{FunctionName}');

const logStreams: CollectionRule = {
  title: 'Log Streams',
  service: 'logs',
  operation: 'DescribeLogStreams',
  params: { logGroupName: logGroup, orderBy: 'LastEventTime', descending: true },
  pageSize: 50,
  // The group is made by the function's first run.
  emptyOn: 'ResourceNotFoundException',
  items: [
    {
      kind: 'logs.LogStream',
      path: 'logStreams[]',
      identifiers: { logGroupName: logGroup, logStreamName: 'logStreamName' },
    },
  ],
};

export const lambdaFunction: Kind = {
  identifiers: ['FunctionName'],
  state: 'State',
  description: ['State', 'Runtime', '{MemorySize} MB'],
  columns: [
    ['Description', 'Description'],
    ['Runtime', 'Runtime'],
    ['Handler', 'Handler'],
    ['Memory', '{MemorySize} MB'],
    ['Timeout', '{Timeout|count:second}'],
    ['Code size', '{CodeSize|size}'],
    ['Modified', '{LastModified|date}'],
  ],
  icon: 'zap',
  arn: 'FunctionArn',
  arnPattern: 'arn:{partition}:lambda:{region}:{account}:function:{FunctionName}',
  consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}',
  // Not GetFunction: its answer holds a signed link to the code.
  load: { operation: 'GetFunctionConfiguration', params: ofFunction },
  collections: {
    Versions: list('Versions', 'ListVersionsByFunction', ofFunction, [
      'Version',
      'Versions[]',
      { ...ofFunction, Version: 'Version' },
    ]),
    Aliases: list('Aliases', 'ListAliases', ofFunction, [
      'Alias',
      'Aliases[]',
      { ...ofFunction, Name: 'Name' },
    ]),
    EventSourceMappings: list('Event Source Mappings', 'ListEventSourceMappings', ofFunction, [
      'EventSourceMapping',
      'EventSourceMappings[]',
      { UUID: 'UUID' },
    ]),
    LogStreams: logStreams,
    Urls: list('Function URLs', 'ListFunctionUrlConfigs', ofFunction, [
      'FunctionUrl',
      'FunctionUrlConfigs[]',
      { ...ofFunction, FunctionArn: 'FunctionArn' },
    ]),
    ProvisionedConcurrency: list(
      'Provisioned Concurrency',
      'ListProvisionedConcurrencyConfigs',
      ofFunction,
      [
        'ProvisionedConcurrency',
        'ProvisionedConcurrencyConfigs[]',
        { ...ofFunction, FunctionArn: 'FunctionArn' },
      ],
    ),
  },
  actions: {
    GetConfiguration: act('Show Configuration', 'R', 'GetFunctionConfiguration', ofFunction),
    GetPolicy: act('Show Policy', 'R', 'GetPolicy', ofFunction),
    FilterLogEvents: act(
      'Show Log Events',
      'R',
      'FilterLogEvents',
      { logGroupName: logGroup },
      { service: 'logs' },
    ),
    Invoke: act('Invoke', 'W', 'Invoke', { ...ofFunction, Payload: ask('Payload') }),
    DownloadCode: act('Download Code', 'R', 'GetFunction', ofFunction),
    PublishVersion: act('Publish Version', 'W', 'PublishVersion', ofFunction, {
      result: { kind: 'Version', identifiers: { ...ofFunction, Version: 'Version' } },
    }),
    UpdateConfiguration: act(
      'Update Configuration',
      'D',
      'UpdateFunctionConfiguration',
      ofFunction,
    ),
    UpdateCode: act('Update Code', 'D', 'UpdateFunctionCode', {
      ...ofFunction,
      ZipFile: ask('ZipFile'),
    }),
    PutConcurrency: act('Reserve Concurrency', 'D', 'PutFunctionConcurrency', {
      ...ofFunction,
      ReservedConcurrentExecutions: ask('ReservedConcurrentExecutions'),
    }),
    DeleteConcurrency: act(
      'Remove Reserved Concurrency',
      'W',
      'DeleteFunctionConcurrency',
      ofFunction,
    ),
    Delete: act('Delete', 'X', 'DeleteFunction', ofFunction),
  },
  waiters: {
    Active: { waiter: 'FunctionActiveV2', params: ofFunction },
    Updated: { waiter: 'FunctionUpdatedV2', params: ofFunction },
    Exists: { waiter: 'FunctionExists', params: ofFunction },
  },
  has: {
    Role: to('Role', 'iam.Role'),
    Vpc: to('VpcConfig.VpcId', 'ec2.Vpc'),
    Subnets: to('VpcConfig.SubnetIds[]', 'ec2.Subnet'),
    SecurityGroups: to('VpcConfig.SecurityGroupIds[]', 'ec2.SecurityGroup'),
    Layers: to('Layers[].Arn', 'LayerVersion'),
    LogGroup: to('LoggingConfig.LogGroup', 'logs.LogGroup'),
    KmsKey: to('KMSKeyArn', 'kms.Key'),
    DeadLetters: to('DeadLetterConfig.TargetArn'),
  },
  usedBy: ['EventSourceMappings'],
};
