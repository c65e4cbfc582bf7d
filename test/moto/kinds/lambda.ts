import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { because, made, notInMoto, roleOf, under } from '../made.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const code = Buffer.from('a zip file').toString('base64');

export const scenarios: ServiceScenarios = {
  kinds: {
    Function: {
      create: async (stage) => {
        const known = { FunctionName: stage.unique('function') };
        const layer = await stage.example('LayerVersion');
        const input = {
          ...known,
          Role: await roleOf(stage),
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Layers: [await layer.arn()],
          Code: { ZipFile: code },
        };
        return made(stage, 'Function', { operation: 'CreateFunction', input, known });
      },
      loaded: { Runtime: 'nodejs22.x' },
      actions: [
        run('GetConfiguration', {}, { Handler: 'index.handler' }),
        run('DownloadCode', {}, { Configuration: { Handler: 'index.handler' } }),
        run('GetPolicy', allowed, ({ output }) => assert.match(String(output.Policy), /s3/)),
        // Without Docker it fails, and leaves in its log why.
        run('Invoke', { Payload: Buffer.from('{}').toString('base64') }, { StatusCode: 200 }),
        run('FilterLogEvents', {}, ({ output }) => assert.notDeepEqual(output.events, [])),
        run('UpdateConfiguration', { MemorySize: 256 }, { MemorySize: 256 }),
        run('UpdateCode', { ZipFile: code }, ({ output }) => assert.ok(output.CodeSha256)),
        run('PutConcurrency', { ReservedConcurrentExecutions: 1 }),
        run('DeleteConcurrency'),
        run('PublishVersion', {}, ({ resources: [version] }) =>
          assert.equal(version?.identifiers.Version, '1'),
        ),
      ],
      children: { Versions: 2, LogStreams: 1 },
      references: { Role: 1, Layers: 1 },
      waits: ['Exists', 'Active', 'Updated'],
    },
    Version: {
      create: async (stage) => stage.make(await stage.example('Function'), 'PublishVersion'),
      listed: under('Function', 'Versions'),
      loaded: { Version: '1' },
      references: { Function: 1, Role: 1 },
    },
    Alias: {
      create: async (stage) => {
        const { FunctionName = '', Version = '' } = (await stage.example('Version')).identifiers;
        const known = { FunctionName, Name: 'live' };
        const input = { ...known, FunctionVersion: Version };
        return made(stage, 'Alias', { operation: 'CreateAlias', input, known });
      },
      listed: under('Function', 'Aliases'),
      loaded: { FunctionVersion: '1' },
      actions: [run('Update', { FunctionVersion: '$LATEST' }, { FunctionVersion: '$LATEST' })],
      references: { Function: 1, Version: 1 },
    },
    EventSourceMapping: {
      create: async (stage) => {
        const { id: FunctionName } = await stage.example('Function');
        const EventSourceArn = await (await stage.example('sqs.Queue')).arn();
        return made(stage, 'EventSourceMapping', {
          operation: 'CreateEventSourceMapping',
          input: { FunctionName, EventSourceArn },
          from: { UUID: 'UUID' },
        });
      },
      loaded: { State: 'Enabled' },
      actions: [run('Update', { Enabled: false }, { State: 'Disabled' })],
      references: { Function: 1, Source: 1 },
    },
    FunctionUrl: {
      create: async (stage) => {
        const { id: FunctionName } = await stage.example('Function');
        return made(stage, 'FunctionUrl', {
          operation: 'CreateFunctionUrlConfig',
          input: { FunctionName, AuthType: 'AWS_IAM' },
          from: { FunctionArn: 'FunctionArn' },
          known: { FunctionName },
        });
      },
      references: { Function: 1 },
    },
    Layer: {
      create: async (stage) => {
        const { LayerName = '' } = (await stage.example('LayerVersion')).identifiers;
        return stage.service.get('Layer', { LayerName });
      },
      loaded: { LatestMatchingVersion: { Version: 1 } },
      children: { Versions: 1 },
      actions: [
        run('DeleteVersion', async (stage, { id }) => ({
          VersionNumber: await publish(stage, id),
        })),
      ],
      remove: false,
    },
    LayerVersion: {
      create: async (stage) => {
        const LayerName = stage.unique('layer');
        const Version = String(await publish(stage, LayerName));
        return stage.service.get('LayerVersion', { LayerName, Version });
      },
      listed: async (stage, { identifiers: { LayerName = '' } }) =>
        stage.service.get('Layer', { LayerName }).collection('Versions'),
      loaded: { Version: 1 },
      actions: [
        run('Download', {}, { Content: { CodeSize: 10 } }),
        run('GetPolicy', shared, ({ output }) => assert.match(String(output.Policy), /GetLayer/)),
      ],
      references: { Layer: 1 },
    },
  },
  unserved: because(
    notInMoto,
    'Function.Urls',
    'FunctionUrl.list',
    'Function.ProvisionedConcurrency',
    'ProvisionedConcurrency',
  ),
};

async function publish(stage: Stage, LayerName: string): Promise<unknown> {
  const input = { LayerName, Content: { ZipFile: code } };
  return (await (await stage.client('lambda')).call('PublishLayerVersion', input)).Version;
}

/** A function has no policy before somebody may call it. */
async function allowed(stage: Stage, { id: FunctionName }: Resource) {
  await (await stage.client()).call('AddPermission', {
    FunctionName,
    StatementId: 'uploads',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
  });
  return {};
}

async function shared(stage: Stage, { identifiers }: Resource) {
  await (await stage.client()).call('AddLayerVersionPermission', {
    LayerName: identifiers.LayerName,
    VersionNumber: Number(identifiers.Version),
    StatementId: 'everybody',
    Action: 'lambda:GetLayerVersion',
    Principal: '*',
  });
  return {};
}
