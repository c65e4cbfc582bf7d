import type { Kind } from '../../core/resources/kind.ts';
import { identifier, json, literal, pick } from '../../core/resources/sources.ts';
import { act, list, to } from '../rules.ts';

const ofDatabase = { Name: identifier('Name') };
const inDatabase = { DatabaseName: identifier('Name') };
const ofTable = { DatabaseName: identifier('DatabaseName'), Name: identifier('Name') };
const inTable = { DatabaseName: identifier('DatabaseName'), TableName: identifier('Name') };
const underTable = {
  DatabaseName: identifier('DatabaseName'),
  TableName: identifier('TableName'),
};
const ofVersion = { ...underTable, VersionId: identifier('VersionId') };
const ofConnection = { Name: identifier('Name') };
const arn = 'arn:{partition}:glue:{region}:{account}';

/** The Data Catalog: databases, tables, and the connections to where the data is. */
export const dataKinds: Readonly<Record<string, Kind>> = {
  Database: {
    identifiers: ['Name'],
    description: ['Description'],
    columns: [
      ['Description', 'Description'],
      ['Location', 'LocationUri'],
      ['Catalog', 'CatalogId'],
      ['Links to', 'TargetDatabase.DatabaseName'],
      ['Created', '{CreateTime|date}'],
    ],
    icon: 'database',
    arn: `${arn}:database/{Name}`,
    consoleUrl: '{c}/glue/home?region={region}#/v2/data-catalog/databases/view/{Name}',
    load: { operation: 'GetDatabase', params: ofDatabase, path: 'Database' },
    collections: {
      Tables: {
        ...list('Tables', 'GetTables', inDatabase, [
          'Table',
          'TableList[]',
          { ...inDatabase, Name: 'Name' },
        ]),
        inline: true,
      },
    },
    actions: { Delete: act('Delete', 'X', 'DeleteDatabase', ofDatabase) },
  },
  Table: {
    identifiers: ['DatabaseName', 'Name'],
    description: ['TableType', '{StorageDescriptor.Columns|count:column}'],
    columns: [
      ['Type', 'TableType'],
      ['Description', 'Description'],
      ['Location', 'StorageDescriptor.Location'],
      ['Format', 'StorageDescriptor.InputFormat'],
      ['Columns', '{StorageDescriptor.Columns|length}'],
      ['Partitioned by', 'PartitionKeys[].Name'],
      ['Owner', 'Owner'],
      ['Created', '{CreateTime|date}'],
      ['Updated', '{UpdateTime|date}'],
    ],
    icon: 'table',
    arn: `${arn}:table/{DatabaseName}/{Name}`,
    consoleUrl:
      '{c}/glue/home?region={region}#/v2/data-catalog/tables/view/{Name}?database={DatabaseName}',
    load: { operation: 'GetTable', params: ofTable, path: 'Table' },
    collections: {
      // A partition has no name: its values are what names it.
      Partitions: list('Partitions', 'GetPartitions', inTable, [
        'Partition',
        'Partitions[]',
        { ...inTable, Partition: pick(literal(['Values'])) },
      ]),
      Versions: list('Versions', 'GetTableVersions', inTable, [
        'TableVersion',
        'TableVersions[]',
        { ...inTable, VersionId: 'VersionId' },
      ]),
    },
    actions: { Delete: act('Delete', 'X', 'DeleteTable', ofTable) },
    has: { Database: to('DatabaseName', 'Database') },
  },
  Partition: {
    identifiers: ['DatabaseName', 'TableName', 'Partition'],
    id: 'Values',
    description: ['{CreationTime|date}'],
    columns: [
      ['Values', 'Values'],
      ['Location', 'StorageDescriptor.Location'],
      ['Created', '{CreationTime|date}'],
      ['Accessed', '{LastAccessTime|date}'],
    ],
    icon: 'split-horizontal',
    load: {
      operation: 'BatchGetPartition',
      params: { ...underTable, PartitionsToGet: [json(identifier('Partition'))] },
      path: 'Partitions[0]',
    },
    actions: {
      Delete: act(
        'Delete',
        'X',
        'BatchDeletePartition',
        {
          ...underTable,
          PartitionsToDelete: [json(identifier('Partition'))],
        },
        { failures: 'Errors' },
      ),
    },
  },
  TableVersion: {
    identifiers: ['DatabaseName', 'TableName', 'VersionId'],
    label: ['Version {VersionId}'],
    description: ['{Table.UpdateTime|date}'],
    columns: [
      ['Location', 'Table.StorageDescriptor.Location'],
      ['Columns', '{Table.StorageDescriptor.Columns|length}'],
      ['Updated', '{Table.UpdateTime|date}'],
      ['By', 'Table.CreatedBy'],
    ],
    icon: 'versions',
    load: { operation: 'GetTableVersion', params: ofVersion, path: 'TableVersion' },
    actions: { Delete: act('Delete', 'X', 'DeleteTableVersion', ofVersion) },
  },
  Connection: {
    identifiers: ['Name'],
    state: 'Status',
    description: ['ConnectionType', 'Status'],
    columns: [
      ['Type', 'ConnectionType'],
      ['Status', 'Status'],
      ['Reason', 'StatusReason'],
      ['Description', 'Description'],
      ['Subnet', 'PhysicalConnectionRequirements.SubnetId'],
      ['Created', '{CreationTime|date}'],
      ['Updated', '{LastUpdatedTime|date}'],
    ],
    icon: 'plug',
    arn: `${arn}:connection/{Name}`,
    consoleUrl: '{c}/gluestudio/home?region={region}#/connectors/connection/{Name}',
    load: {
      operation: 'GetConnection',
      params: { ...ofConnection, HidePassword: true },
      path: 'Connection',
    },
    actions: {
      Test: act('Test', 'R', 'TestConnection', { ConnectionName: identifier('Name') }),
      Delete: act('Delete', 'X', 'DeleteConnection', { ConnectionName: identifier('Name') }),
    },
    has: {
      Subnet: to('PhysicalConnectionRequirements.SubnetId', 'ec2.Subnet'),
      SecurityGroups: to(
        'PhysicalConnectionRequirements.SecurityGroupIdList[]',
        'ec2.SecurityGroup',
      ),
      Secret: to('AuthenticationConfiguration.SecretArn', 'secretsmanager.Secret'),
    },
  },
};
