import type { Resource } from '../../../src/library.ts';
import { made, run, type ServiceScenarios, type Stage } from './scenario.ts';

const noBatch = 'moto describes queries one by one only.';

export const scenarios: ServiceScenarios = {
  kinds: {
    WorkGroup: {
      create: (stage) => {
        const Name = stage.unique('group');
        const input = { Name, Description: 'Sales' };
        return made(stage, 'CreateWorkGroup', input, 'WorkGroup', { Name });
      },
      loaded: { Description: 'Sales' },
      actions: [
        run('StartQuery', { QueryString: 'SELECT 1' }),
        run('GetQueryResults', started, { ResultSet: {} }),
        run('StopQuery', started),
      ],
    },
    QueryExecution: {
      create: async (stage) => {
        const group = await stage.example('WorkGroup');
        const { output } = await stage.act(group, 'StartQuery', { QueryString: 'SELECT 1' });
        const QueryExecutionId = String(output.QueryExecutionId);
        return stage.service.get('QueryExecution', { QueryExecutionId });
      },
      listed: async (stage) => (await stage.example('WorkGroup')).collection('QueryExecutions'),
      actions: [run('GetResults'), run('GetStatistics'), run('Stop')],
    },
    NamedQuery: {
      create: async (stage) => {
        const group = await stage.example('WorkGroup');
        const { NamedQueryId } = await (await stage.client()).call('CreateNamedQuery', {
          Name: 'one',
          Database: 'sales',
          QueryString: 'SELECT 1',
          WorkGroup: group.id,
        });
        return stage.service.get('NamedQuery', { NamedQueryId: String(NamedQueryId) });
      },
      listed: async (stage) => (await stage.example('WorkGroup')).collection('NamedQueries'),
    },
    PreparedStatement: {
      create: async (stage) => {
        const { id: WorkGroup } = await stage.example('WorkGroup');
        const ids = { WorkGroup, StatementName: stage.unique('statement').replaceAll('-', '_') };
        const input = { ...ids, QueryStatement: 'SELECT ?' };
        return made(stage, 'CreatePreparedStatement', input, 'PreparedStatement', ids);
      },
      loaded: { QueryStatement: 'SELECT ?' },
    },
    DataCatalog: {
      create: (stage) => {
        const CatalogName = stage.unique('catalog');
        const input = { Name: CatalogName, Type: 'GLUE', Description: 'Sales' };
        return made(stage, 'CreateDataCatalog', input, 'DataCatalog', { CatalogName });
      },
      loaded: { Description: 'Sales' },
    },
  },
  unserved: {
    'WorkGroup.PreparedStatements': 'moto does not list prepared statements.',
    'QueryExecution.load': noBatch,
    'QueryExecution.WorkGroup': noBatch,
    'NamedQuery.load': noBatch,
    'NamedQuery.WorkGroup': noBatch,
    'NamedQuery.Delete': 'moto does not delete saved queries.',
    'PreparedStatement.Delete': 'moto does not delete prepared statements.',
    'DataCatalog.Delete': 'moto does not delete data catalogs.',
    Database: 'moto has databases only where a test puts them into its memory.',
    Table: 'moto has no metadata of tables.',
  },
};

async function started(stage: Stage, group: Resource) {
  const { output } = await stage.act(group, 'StartQuery', { QueryString: 'SELECT 1' });
  return { QueryExecutionId: output.QueryExecutionId };
}
