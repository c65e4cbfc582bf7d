import { because, notInMoto } from '../made.ts';
import { made, run, type ServiceScenarios, type Stage } from './scenario.ts';

const role = 'arn:aws:iam::123456789012:role/glue';
const columns = { Columns: [{ Name: 'id', Type: 'int' }], Location: 's3://data/orders/' };

export const scenarios: ServiceScenarios = {
  kinds: {
    Database: {
      create: (stage) => {
        const Name = stage.unique('database');
        const input = { DatabaseInput: { Name, Description: 'Sales' } };
        return made(stage, 'CreateDatabase', input, 'Database', { Name });
      },
      loaded: { Description: 'Sales' },
    },
    Table: {
      create: async (stage) => {
        const ofTable = await tableIn(stage);
        return made(stage, 'CreateTable', tableInput(ofTable), 'Table', ofTable);
      },
      listed: async (stage) => (await stage.example('Database')).collection('Tables'),
      loaded: { StorageDescriptor: columns },
      children: { Versions: 1 },
      references: { Database: 1 },
    },
    Partition: {
      create: async (stage) => {
        const { identifiers } = await stage.example('Table');
        const { DatabaseName = '', Name: TableName = '' } = identifiers;
        const Values = ['2024', '05'];
        const input = { DatabaseName, TableName, PartitionInput: { Values } };
        const ids = { DatabaseName, TableName, Partition: JSON.stringify({ Values }) };
        return made(stage, 'CreatePartition', input, 'Partition', ids);
      },
      listed: async (stage) => (await stage.example('Table')).collection('Partitions'),
      loaded: { Values: ['2024', '05'] },
    },
    TableVersion: {
      create: async (stage) => {
        const { identifiers } = await stage.example('Table');
        const { DatabaseName = '', Name: TableName = '' } = identifiers;
        const { TableInput } = tableInput({ DatabaseName, Name: TableName });
        const ids = { DatabaseName, TableName, VersionId: '1' };
        return made(stage, 'UpdateTable', { DatabaseName, TableInput }, 'TableVersion', ids);
      },
      listed: async (stage) => (await stage.example('Table')).collection('Versions'),
      loaded: { VersionId: '1' },
    },
    Connection: {
      create: (stage) => {
        const Name = stage.unique('connection');
        const ConnectionInput = {
          Name,
          ConnectionType: 'JDBC',
          ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:mysql://db/sales' },
        };
        return made(stage, 'CreateConnection', { ConnectionInput }, 'Connection', { Name });
      },
      remove: false,
    },
    Crawler: {
      create: (stage) => {
        const Name = stage.unique('crawler');
        const input = { Name, Role: role, Targets: { S3Targets: [{ Path: 's3://data/' }] } };
        return made(stage, 'CreateCrawler', input, 'Crawler', { Name });
      },
      loaded: { Role: role, State: 'READY' },
      actions: [run('Start'), run('Stop')],
      references: { Role: 1 },
    },
    Job: {
      create: (stage) => {
        const Name = stage.unique('job');
        const input = {
          Name,
          Role: role,
          Command: { Name: 'glueetl', ScriptLocation: 's3://data/job.py' },
          ExecutionProperty: { MaxConcurrentRuns: 5 },
        };
        return made(stage, 'CreateJob', input, 'Job', { Name });
      },
      loaded: { Role: role },
      actions: [run('StartRun')],
      children: { Runs: 1 },
      references: { Role: 1 },
    },
    JobRun: {
      create: async (stage) => {
        const job = await stage.example('Job');
        const { output } = await stage.act(job, 'StartRun');
        const Id = String(output.JobRunId);
        return stage.service.get('JobRun', { JobName: job.id, Id });
      },
      listed: async (stage) => (await stage.example('Job')).collection('Runs'),
    },
    Trigger: {
      create: async (stage) => {
        const job = await stage.example('Job');
        const Name = stage.unique('trigger');
        const input = { Name, Type: 'ON_DEMAND', Actions: [{ JobName: job.id }] };
        return made(stage, 'CreateTrigger', input, 'Trigger', { Name });
      },
      loaded: { Type: 'ON_DEMAND' },
      actions: [run('Start'), run('Stop')],
      references: { Jobs: 1 },
    },
    Workflow: {
      create: (stage) => {
        const Name = stage.unique('workflow');
        return made(stage, 'CreateWorkflow', { Name, Description: 'Nightly' }, 'Workflow', {
          Name,
        });
      },
      loaded: { Description: 'Nightly' },
      actions: [
        run('StopRun', async (stage, workflow) => {
          const { output } = await stage.act(workflow, 'StartRun');
          return { RunId: output.RunId };
        }),
      ],
      children: { Runs: 1 },
    },
    WorkflowRun: {
      create: async (stage) => {
        const workflow = await stage.example('Workflow');
        const { output } = await stage.act(workflow, 'StartRun');
        const WorkflowRunId = String(output.RunId);
        return stage.service.get('WorkflowRun', { Name: workflow.id, WorkflowRunId });
      },
      listed: async (stage) => (await stage.example('Workflow')).collection('Runs'),
      actions: [run('Stop')],
    },
  },
  unserved: {
    ...because(
      notInMoto,
      'Connection.Test',
      'Connection.Delete',
      'Job.GetBookmark',
      'Job.StopRuns',
      'Job.ResetBookmark',
      'JobRun.Stop',
    ),
    Crawl: 'moto runs no crawls.',
  },
};

async function tableIn(stage: Stage): Promise<{ DatabaseName: string; Name: string }> {
  const database = await stage.example('Database');
  return { DatabaseName: database.id, Name: stage.unique('table') };
}

function tableInput({ DatabaseName, Name }: { DatabaseName: string; Name: string }) {
  const PartitionKeys = [{ Name: 'year' }, { Name: 'month' }];
  return { DatabaseName, TableInput: { Name, StorageDescriptor: columns, PartitionKeys } };
}
