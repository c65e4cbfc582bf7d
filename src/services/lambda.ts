import type { CollectionRule, ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier, text } from '../core/resources/sources.ts';

const ofFunction = { FunctionName: identifier('FunctionName') };
const logGroup = text('LoggingConfig.LogGroup', '/aws/lambda/{FunctionName}');

const eventSourceMappings: CollectionRule = {
  title: 'Event Source Mappings',
  operation: 'ListEventSourceMappings',
  params: ofFunction,
  items: [
    { kind: 'EventSourceMapping', path: 'EventSourceMappings[]', identifiers: { UUID: 'UUID' } },
  ],
};

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

export const lambda: ServiceKinds = {
  service: 'lambda',
  title: 'Lambda',
  icon: 'zap',
  collections: {
    Functions: {
      title: 'Functions',
      operation: 'ListFunctions',
      items: [
        { kind: 'Function', path: 'Functions[]', identifiers: { FunctionName: 'FunctionName' } },
      ],
    },
  },
  kinds: {
    Function: {
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
      consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}',
      // Not GetFunction: its answer holds a signed link to the code.
      load: { operation: 'GetFunctionConfiguration', params: ofFunction },
      collections: {
        Versions: {
          title: 'Versions',
          operation: 'ListVersionsByFunction',
          params: ofFunction,
          items: [
            {
              kind: 'Version',
              path: 'Versions[]',
              identifiers: { ...ofFunction, Version: 'Version' },
            },
          ],
        },
        Aliases: {
          title: 'Aliases',
          operation: 'ListAliases',
          params: ofFunction,
          items: [
            { kind: 'Alias', path: 'Aliases[]', identifiers: { ...ofFunction, Name: 'Name' } },
          ],
        },
        EventSourceMappings: eventSourceMappings,
        LogStreams: logStreams,
      },
      actions: {
        GetConfiguration: {
          title: 'Show Configuration',
          risk: 'R',
          operation: 'GetFunctionConfiguration',
          params: ofFunction,
        },
        GetPolicy: {
          title: 'Show Policy',
          risk: 'R',
          operation: 'GetPolicy',
          params: ofFunction,
        },
        FilterLogEvents: {
          title: 'Show Log Events',
          risk: 'R',
          service: 'logs',
          operation: 'FilterLogEvents',
          params: { logGroupName: logGroup },
        },
        Invoke: {
          title: 'Invoke',
          risk: 'W',
          operation: 'Invoke',
          params: { ...ofFunction, Payload: ask('Payload') },
        },
        DownloadCode: {
          title: 'Download Code',
          risk: 'R',
          operation: 'GetFunction',
          params: ofFunction,
        },
        PublishVersion: {
          title: 'Publish Version',
          risk: 'W',
          operation: 'PublishVersion',
          params: ofFunction,
        },
        UpdateConfiguration: {
          title: 'Update Configuration',
          risk: 'D',
          operation: 'UpdateFunctionConfiguration',
          params: ofFunction,
        },
        UpdateCode: {
          title: 'Update Code',
          risk: 'D',
          operation: 'UpdateFunctionCode',
          params: { ...ofFunction, ZipFile: ask('ZipFile') },
        },
        PutConcurrency: {
          title: 'Reserve Concurrency',
          risk: 'D',
          operation: 'PutFunctionConcurrency',
          params: {
            ...ofFunction,
            ReservedConcurrentExecutions: ask('ReservedConcurrentExecutions'),
          },
        },
        DeleteConcurrency: {
          title: 'Remove Reserved Concurrency',
          risk: 'W',
          operation: 'DeleteFunctionConcurrency',
          params: ofFunction,
        },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteFunction', params: ofFunction },
      },
      waiters: {
        Active: { waiter: 'FunctionActiveV2', params: ofFunction },
        Updated: { waiter: 'FunctionUpdatedV2', params: ofFunction },
        Exists: { waiter: 'FunctionExists', params: ofFunction },
      },
    },
    Version: {
      identifiers: ['FunctionName', 'Version'],
      description: ['Runtime', 'Description', '{LastModified|date}'],
      icon: 'versions',
      arn: 'FunctionArn',
      consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}/versions/{Version}',
      load: {
        operation: 'GetFunctionConfiguration',
        params: { ...ofFunction, Qualifier: identifier('Version') },
      },
      actions: {
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteFunction',
          params: { ...ofFunction, Qualifier: identifier('Version') },
        },
      },
    },
    Alias: {
      identifiers: ['FunctionName', 'Name'],
      description: ['version {FunctionVersion}', 'Description'],
      icon: 'tag',
      arn: 'AliasArn',
      consoleUrl: '{c}/lambda/home?region={region}#/functions/{FunctionName}/aliases/{Name}',
      load: { operation: 'GetAlias', params: { ...ofFunction, Name: identifier('Name') } },
      actions: {
        Update: {
          title: 'Point to Version',
          risk: 'D',
          operation: 'UpdateAlias',
          params: {
            ...ofFunction,
            Name: identifier('Name'),
            FunctionVersion: ask('FunctionVersion'),
          },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteAlias',
          params: { ...ofFunction, Name: identifier('Name') },
        },
      },
    },
    EventSourceMapping: {
      identifiers: ['UUID'],
      label: ['{EventSourceArn|last}', 'UUID'],
      state: 'State',
      description: ['State', 'batch size {BatchSize}'],
      columns: [
        ['Source', 'EventSourceArn'],
        ['Function', 'FunctionArn'],
        ['Last result', 'LastProcessingResult'],
        ['Modified', 'LastModified'],
      ],
      icon: 'plug',
      arn: 'EventSourceMappingArn',
      consoleUrl: '{c}/lambda/home?region={region}#/event-source-mappings/{UUID}',
      load: { operation: 'GetEventSourceMapping', params: { UUID: identifier('UUID') } },
      actions: {
        Update: {
          title: 'Enable or Disable',
          risk: 'D',
          operation: 'UpdateEventSourceMapping',
          params: { UUID: identifier('UUID'), Enabled: ask('Enabled') },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteEventSourceMapping',
          params: { UUID: identifier('UUID') },
        },
      },
    },
  },
};
