import assert from 'node:assert/strict';
import type { Resource } from '../../../src/library.ts';
import { run, type ServiceScenarios, type Stage } from './scenario.ts';

const one = { id: { S: '1' } };

export const scenarios: ServiceScenarios = {
  actions: [
    run('BatchWriteItem', async (stage) => ({
      RequestItems: { [(await stage.example('Table')).id]: [{ PutRequest: { Item: one } }] },
    })),
    run(
      'BatchGetItem',
      async (stage) => ({ RequestItems: { [(await stage.example('Table')).id]: { Keys: [one] } } }),
      ({ output }) => assert.deepEqual(Object.values(output.Responses as object), [[one]]),
    ),
    run(
      'ExecuteStatement',
      async (stage) => ({ Statement: `SELECT * FROM "${(await stage.example('Table')).id}"` }),
      { Items: [one] },
    ),
  ],
  kinds: {
    Table: {
      create: (stage) =>
        stage.make(stage.service, 'CreateTable', {
          TableName: stage.unique('table'),
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          BillingMode: 'PAY_PER_REQUEST',
          Tags: [{ Key: 'team', Value: 'web' }],
        }),
      loaded: { TableStatus: 'ACTIVE', KeySchema: [{ AttributeName: 'id' }] },
      actions: [
        run('PutItem', { Item: { ...one, name: { S: 'a' } } }),
        run('GetItem', { Key: one }, { Item: { name: { S: 'a' } } }),
        run('UpdateItem', {
          Key: one,
          UpdateExpression: 'SET #n = :n',
          ExpressionAttributeNames: { '#n': 'name' },
          ExpressionAttributeValues: { ':n': { S: 'b' } },
        }),
        run(
          'Query',
          {
            KeyConditionExpression: 'id = :id',
            ExpressionAttributeValues: { ':id': { S: '1' } },
          },
          { Count: 1, Items: [{ name: { S: 'b' } }] },
        ),
        run('Scan', {}, { Count: 1 }),
        run('ExecuteStatement', (_, { id }) => ({ Statement: `SELECT * FROM "${id}"` }), {
          Items: [{ name: { S: 'b' } }],
        }),
        run('Export', restorable, { ExportDescription: { S3Prefix: 'orders' } }),
        run('DescribeContinuousBackups', {}, { ContinuousBackupsDescription: {} }),
        run('DescribeTimeToLive', {}, { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } }),
        run('Update', { BillingMode: 'PAY_PER_REQUEST' }, ({ resources }, table) => {
          assert.equal(resources[0]?.path, table.path);
        }),
        run('CreateBackup', { BackupName: 'before' }),
        run('DeleteItem', { Key: { id: { S: 'other' } } }),
      ],
      children: { Items: 1, Backups: 1, Tags: 1 },
      waits: ['Exists'],
      waitsAfter: ['NotExists'],
    },
    Item: {
      create: async (stage) => {
        const table = await stage.example('Table');
        await stage.act(table, 'PutItem', { Item: { ...one, name: { S: 'a' } } });
        const [item] = (await table.collection('Items').page()).items;
        assert.ok(item);
        return item;
      },
      listed: async (stage) => (await stage.example('Table')).collection('Items'),
      loaded: { name: { S: 'a' } },
      actions: [
        run('Update', {
          UpdateExpression: 'SET #n = :n',
          ExpressionAttributeNames: { '#n': 'name' },
          ExpressionAttributeValues: { ':n': { S: 'b' } },
        }),
      ],
      references: { Table: 1 },
    },
    Backup: {
      create: async (stage) => {
        const table = await stage.example('Table');
        await stage.act(table, 'CreateBackup', { BackupName: 'before' });
        const [backup] = (await table.collection('Backups').page()).items;
        assert.ok(backup);
        return backup;
      },
      listed: async (stage) => (await stage.example('Table')).collection('Backups'),
      actions: [
        run('Restore', (stage) => ({ TargetTableName: stage.unique('restored') }), {
          TableDescription: {},
        }),
      ],
      references: { Table: 1 },
    },
    Tag: {
      create: async (stage) => {
        const [tag] = (await (await stage.example('Table')).collection('Tags').page()).items;
        assert.equal(tag?.label, 'team');
        return tag;
      },
      listed: async (stage) => (await stage.example('Table')).collection('Tags'),
    },
  },
};

/** A table is exported from what point-in-time recovery keeps. */
async function restorable(stage: Stage, { id: TableName }: Resource) {
  await (await stage.client()).call('UpdateContinuousBackups', {
    TableName,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
  return { S3Bucket: (await stage.example('s3.Bucket')).id, S3Prefix: 'orders' };
}
