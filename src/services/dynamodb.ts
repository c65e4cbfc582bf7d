import type { ServiceKinds } from '../core/resources/kind.ts';
import { ask, askOptional, data, identifier, json, pick } from '../core/resources/sources.ts';
import { act, list, to } from './rules.ts';

const ofTable = { TableName: identifier('TableName') };
const ofItem = { ...ofTable, Key: json(identifier('Key')) };
const tableArn = 'arn:{partition}:dynamodb:{region}:{account}:table/{TableName}';

export const dynamodb: ServiceKinds = {
  service: 'dynamodb',
  title: 'DynamoDB',
  icon: 'table',
  collections: {
    Tables: {
      title: 'Tables',
      operation: 'ListTables',
      items: [{ kind: 'Table', path: 'TableNames[]', identifiers: { TableName: '@' } }],
    },
  },
  actions: {
    CreateTable: act(
      'Create Table',
      'W',
      'CreateTable',
      {
        TableName: ask('TableName'),
        KeySchema: askOptional('KeySchema'),
        AttributeDefinitions: askOptional('AttributeDefinitions'),
        BillingMode: askOptional('BillingMode'),
      },
      {
        result: {
          kind: 'Table',
          path: 'TableDescription',
          identifiers: { TableName: 'TableName' },
        },
      },
    ),
    BatchGetItem: act('Get Items', 'R', 'BatchGetItem', { RequestItems: ask('RequestItems') }),
    // It may delete items.
    BatchWriteItem: act(
      'Write Items',
      'X',
      'BatchWriteItem',
      {
        RequestItems: ask('RequestItems'),
      },
      { failures: 'UnprocessedItems' },
    ),
    ExecuteStatement: act('Execute PartiQL', 'D', 'ExecuteStatement', {
      Statement: ask('Statement'),
    }),
  },
  kinds: {
    Table: {
      identifiers: ['TableName'],
      state: 'TableStatus',
      description: ['TableStatus', '{ItemCount|count:item}', '{TableSizeBytes|size}'],
      columns: [
        ['Items', 'ItemCount'],
        ['Size', '{TableSizeBytes|size}'],
        ['Key', 'KeySchema[].AttributeName'],
        ['Billing', 'BillingModeSummary.BillingMode'],
        ['Created', '{CreationDateTime|date}'],
      ],
      icon: 'table',
      arn: tableArn,
      consoleUrl: '{c}/dynamodbv2/home?region={region}#table?name={TableName}',
      load: { operation: 'DescribeTable', params: ofTable, path: 'Table' },
      hydrate: true,
      collections: {
        Items: {
          title: 'Items',
          operation: 'Scan',
          params: ofTable,
          pageSize: 25,
          note: 'Lists items with Scan, which uses read capacity and is charged. 25 items at a time.',
          items: [
            {
              kind: 'Item',
              path: 'Items[]',
              identifiers: { ...ofTable, Key: pick(data('KeySchema[].AttributeName')) },
            },
          ],
        },
        Backups: {
          title: 'Backups',
          operation: 'ListBackups',
          params: ofTable,
          items: [
            { kind: 'Backup', path: 'BackupSummaries[]', identifiers: { BackupArn: 'BackupArn' } },
          ],
        },
        Tags: list('Tags', 'ListTagsOfResource', { ResourceArn: data('TableArn') }, [
          'Tag',
          'Tags[]',
          { ...ofTable, Key: 'Key' },
        ]),
      },
      actions: {
        Query: {
          title: 'Query',
          risk: 'R',
          operation: 'Query',
          params: {
            ...ofTable,
            KeyConditionExpression: askOptional('KeyConditionExpression'),
          },
        },
        Scan: {
          title: 'Scan (Costs Read Capacity)',
          risk: 'R',
          operation: 'Scan',
          params: ofTable,
        },
        GetItem: {
          title: 'Get Item',
          risk: 'R',
          operation: 'GetItem',
          params: { ...ofTable, Key: ask('Key') },
        },
        DescribeContinuousBackups: {
          title: 'Show Continuous Backups',
          risk: 'R',
          operation: 'DescribeContinuousBackups',
          params: ofTable,
        },
        DescribeTimeToLive: {
          title: 'Show Time to Live',
          risk: 'R',
          operation: 'DescribeTimeToLive',
          params: ofTable,
        },
        PutItem: {
          title: 'Put Item',
          risk: 'W',
          operation: 'PutItem',
          params: { ...ofTable, Item: ask('Item') },
        },
        UpdateItem: {
          title: 'Update Item',
          risk: 'W',
          operation: 'UpdateItem',
          params: { ...ofTable, Key: ask('Key') },
        },
        DeleteItem: {
          title: 'Delete Item',
          risk: 'X',
          operation: 'DeleteItem',
          params: { ...ofTable, Key: ask('Key') },
        },
        CreateBackup: {
          title: 'Create Backup',
          risk: 'W',
          operation: 'CreateBackup',
          params: { ...ofTable, BackupName: ask('BackupName') },
        },
        Export: {
          title: 'Export to S3',
          risk: 'W',
          operation: 'ExportTableToPointInTime',
          params: { TableArn: data('TableArn'), S3Bucket: ask('S3Bucket') },
        },
        ExecuteStatement: act('Execute PartiQL', 'D', 'ExecuteStatement', {
          Statement: ask('Statement'),
        }),
        Update: act('Update', 'D', 'UpdateTable', ofTable, {
          result: { kind: 'Table', path: 'TableDescription', identifiers: ofTable },
        }),
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteTable', params: ofTable },
      },
      waiters: {
        Exists: { waiter: 'TableExists', params: ofTable },
        NotExists: { waiter: 'TableNotExists', params: ofTable },
      },
      has: {
        KmsKey: to('SSEDescription.KMSMasterKeyArn', 'kms.Key'),
        Stream: to('LatestStreamArn'),
      },
    },
    Item: {
      identifiers: ['TableName', 'Key'],
      label: ['{Key|attributes}'],
      icon: 'json',
      load: { operation: 'GetItem', params: ofItem, path: 'Item' },
      actions: {
        Update: { title: 'Update', risk: 'W', operation: 'UpdateItem', params: ofItem },
        Delete: { title: 'Delete', risk: 'X', operation: 'DeleteItem', params: ofItem },
      },
      has: { Table: { kind: 'Table', identifiers: ofTable } },
    },
    Backup: {
      identifiers: ['BackupArn'],
      label: ['BackupName', '{BackupArn|last}'],
      state: 'BackupStatus',
      description: ['BackupStatus', '{BackupSizeBytes|size}', '{BackupCreationDateTime|date}'],
      columns: [
        ['Table', 'TableName'],
        ['Status', 'BackupStatus'],
        ['Type', 'BackupType'],
        ['Size', '{BackupSizeBytes|size}'],
        ['Created', '{BackupCreationDateTime|date}'],
      ],
      icon: 'history',
      arn: 'BackupArn',
      arnPattern: 'arn:{partition}:dynamodb:{region}:{account}:table/{*}/backup/{*}',
      load: {
        operation: 'DescribeBackup',
        params: { BackupArn: identifier('BackupArn') },
        path: 'BackupDescription.BackupDetails',
      },
      actions: {
        Restore: {
          title: 'Restore to Table',
          risk: 'W',
          operation: 'RestoreTableFromBackup',
          params: { BackupArn: identifier('BackupArn'), TargetTableName: ask('TargetTableName') },
        },
        Delete: {
          title: 'Delete',
          risk: 'X',
          operation: 'DeleteBackup',
          params: { BackupArn: identifier('BackupArn') },
        },
      },
      has: { Table: to('TableName', 'Table') },
    },
    Tag: {
      identifiers: ['TableName', 'Key'],
      label: ['Key'],
      description: ['Value'],
      columns: [
        ['Key', 'Key'],
        ['Value', 'Value'],
      ],
      icon: 'tag',
    },
  },
};
