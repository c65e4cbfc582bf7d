import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, identifier } from '../core/resources/sources.ts';
import { act, list, paged, to } from './rules.ts';

const ofGroup = { WorkGroup: identifier('Name') };
const ofExecution = { QueryExecutionId: identifier('QueryExecutionId') };
const ofQuery = { NamedQueryId: identifier('NamedQueryId') };
const ofStatement = {
  WorkGroup: identifier('WorkGroup'),
  StatementName: identifier('StatementName'),
};
const ofCatalog = { CatalogName: identifier('CatalogName') };
const inDatabase = { ...ofCatalog, DatabaseName: identifier('Name') };

/** Queries and saved queries are listed by id alone; rows are described fifty at a time. */
export const athena: ServiceKinds = {
  service: 'athena',
  title: 'Athena',
  icon: 'inspect',
  collections: {
    WorkGroups: paged(
      list('Workgroups', 'ListWorkGroups', {}, ['WorkGroup', 'WorkGroups[]', { Name: 'Name' }]),
    ),
    DataCatalogs: list('Data Catalogs', 'ListDataCatalogs', {}, [
      'DataCatalog',
      'DataCatalogsSummary[]',
      { CatalogName: 'CatalogName' },
    ]),
  },
  kinds: {
    WorkGroup: {
      identifiers: ['Name'],
      state: 'State',
      description: ['State', 'Description'],
      columns: [
        ['State', 'State'],
        ['Description', 'Description'],
        ['Engine', 'EngineVersion.EffectiveEngineVersion'],
        ['Results in', 'Configuration.ResultConfiguration.OutputLocation'],
        ['Scanned a query at most', '{Configuration.BytesScannedCutoffPerQuery|size}'],
        ['Created', '{CreationTime|date}'],
      ],
      icon: 'organization',
      arn: 'arn:{partition}:athena:{region}:{account}:workgroup/{Name}',
      consoleUrl: '{c}/athena/home?region={region}#/workgroups/details/{Name}',
      load: { operation: 'GetWorkGroup', params: ofGroup, path: 'WorkGroup' },
      collections: {
        QueryExecutions: {
          ...list('Recent Queries', 'ListQueryExecutions', ofGroup, [
            'QueryExecution',
            'QueryExecutionIds[]',
            { QueryExecutionId: '@' },
          ]),
          pageSize: 50,
        },
        NamedQueries: {
          ...list('Saved Queries', 'ListNamedQueries', ofGroup, [
            'NamedQuery',
            'NamedQueryIds[]',
            { NamedQueryId: '@' },
          ]),
          pageSize: 50,
        },
        PreparedStatements: paged(
          list('Prepared Statements', 'ListPreparedStatements', ofGroup, [
            'PreparedStatement',
            'PreparedStatements[]',
            { ...ofGroup, StatementName: 'StatementName' },
          ]),
        ),
      },
      actions: {
        StartQuery: act('Run Query (Costs per Byte Scanned)', 'D', 'StartQueryExecution', {
          ...ofGroup,
          QueryString: ask('QueryString'),
        }),
        GetQueryResults: act('Show Results of a Query', 'R', 'GetQueryResults', {
          QueryExecutionId: ask('QueryExecutionId'),
        }),
        StopQuery: act('Stop a Query', 'D', 'StopQueryExecution', {
          QueryExecutionId: ask('QueryExecutionId'),
        }),
        Delete: act('Delete', 'X', 'DeleteWorkGroup', ofGroup),
      },
    },
    QueryExecution: {
      identifiers: ['QueryExecutionId'],
      label: ['{Status.SubmissionDateTime|date}', 'QueryExecutionId'],
      state: 'Status.State',
      description: [
        'Status.State',
        'QueryExecutionContext.Database',
        '{Statistics.DataScannedInBytes|size} scanned',
      ],
      columns: [
        ['Query ID', 'QueryExecutionId'],
        ['State', 'Status.State'],
        ['Reason', 'Status.StateChangeReason'],
        ['Database', 'QueryExecutionContext.Database'],
        ['Scanned', '{Statistics.DataScannedInBytes|size}'],
        ['Ran for', '{Statistics.TotalExecutionTimeInMillis} ms'],
        ['Results in', 'ResultConfiguration.OutputLocation'],
        ['Submitted', '{Status.SubmissionDateTime|date}'],
        ['Completed', '{Status.CompletionDateTime|date}'],
      ],
      icon: 'run',
      consoleUrl: '{c}/athena/home?region={region}#/query-editor/history/{QueryExecutionId}',
      load: {
        operation: 'BatchGetQueryExecution',
        params: { QueryExecutionIds: [identifier('QueryExecutionId')] },
        path: 'QueryExecutions[0]',
        batch: {
          size: 50,
          param: 'QueryExecutionIds',
          identifier: 'QueryExecutionId',
          path: 'QueryExecutions[]',
          member: 'QueryExecutionId',
        },
      },
      hydrate: true,
      actions: {
        GetResults: act('Show Results', 'R', 'GetQueryResults', ofExecution),
        GetStatistics: act('Show Statistics', 'R', 'GetQueryRuntimeStatistics', ofExecution),
        Stop: act('Stop', 'D', 'StopQueryExecution', ofExecution),
      },
      has: { WorkGroup: to('WorkGroup', 'WorkGroup') },
    },
    NamedQuery: {
      identifiers: ['NamedQueryId'],
      label: ['Name', 'NamedQueryId'],
      description: ['Database', 'Description'],
      columns: [
        ['Query ID', 'NamedQueryId'],
        ['Description', 'Description'],
        ['Database', 'Database'],
        ['Query', 'QueryString'],
      ],
      icon: 'bookmark',
      load: {
        operation: 'BatchGetNamedQuery',
        params: { NamedQueryIds: [identifier('NamedQueryId')] },
        path: 'NamedQueries[0]',
        batch: {
          size: 50,
          param: 'NamedQueryIds',
          identifier: 'NamedQueryId',
          path: 'NamedQueries[]',
          member: 'NamedQueryId',
        },
      },
      hydrate: true,
      actions: { Delete: act('Delete', 'X', 'DeleteNamedQuery', ofQuery) },
      has: { WorkGroup: to('WorkGroup', 'WorkGroup') },
    },
    PreparedStatement: {
      identifiers: ['WorkGroup', 'StatementName'],
      description: ['Description', '{LastModifiedTime|date}'],
      columns: [
        ['Description', 'Description'],
        ['Statement', 'QueryStatement'],
        ['Modified', '{LastModifiedTime|date}'],
      ],
      icon: 'code',
      load: {
        operation: 'GetPreparedStatement',
        params: ofStatement,
        path: 'PreparedStatement',
      },
      actions: { Delete: act('Delete', 'X', 'DeletePreparedStatement', ofStatement) },
    },
    DataCatalog: {
      identifiers: ['CatalogName'],
      state: 'Status',
      description: ['Type', 'Status'],
      columns: [
        ['Type', 'Type'],
        ['Status', 'Status'],
        ['Error', 'Error'],
        ['Connection', 'ConnectionType'],
        ['Description', 'Description'],
      ],
      icon: 'library',
      arn: 'arn:{partition}:athena:{region}:{account}:datacatalog/{CatalogName}',
      consoleUrl: '{c}/athena/home?region={region}#/data-sources/details/{CatalogName}',
      load: {
        operation: 'GetDataCatalog',
        params: { Name: identifier('CatalogName') },
        path: 'DataCatalog',
      },
      collections: {
        Databases: {
          ...list('Databases', 'ListDatabases', ofCatalog, [
            'Database',
            'DatabaseList[]',
            { ...ofCatalog, Name: 'Name' },
          ]),
          inline: true,
        },
      },
      actions: {
        Delete: act('Delete', 'X', 'DeleteDataCatalog', { Name: identifier('CatalogName') }),
      },
    },
    Database: {
      identifiers: ['CatalogName', 'Name'],
      description: ['Description'],
      columns: [
        ['Catalog', 'CatalogName'],
        ['Description', 'Description'],
      ],
      icon: 'database',
      load: { operation: 'GetDatabase', params: inDatabase, path: 'Database' },
      collections: {
        Tables: {
          ...list('Tables', 'ListTableMetadata', inDatabase, [
            'Table',
            'TableMetadataList[]',
            { ...inDatabase, Name: 'Name' },
          ]),
          inline: true,
        },
      },
    },
    Table: {
      identifiers: ['CatalogName', 'DatabaseName', 'Name'],
      description: ['TableType', '{Columns|count:column}'],
      columns: [
        ['Type', 'TableType'],
        ['Columns', 'Columns[].Name'],
        ['Partitioned by', 'PartitionKeys[].Name'],
        ['Created', '{CreateTime|date}'],
        ['Accessed', '{LastAccessTime|date}'],
      ],
      icon: 'table',
      load: {
        operation: 'GetTableMetadata',
        params: {
          ...ofCatalog,
          DatabaseName: identifier('DatabaseName'),
          TableName: identifier('Name'),
        },
        path: 'TableMetadata',
      },
    },
  },
};
