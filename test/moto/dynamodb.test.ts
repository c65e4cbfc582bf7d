import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { dynamodb, ServiceError } from '../../src/core/index.ts';
import type { Resource } from '../../src/core/resources/resource.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { uniqueName, useAws } from './aws.ts';

const { attr, key } = dynamodb;
const aws = await useAws();

describe('a table with plain values', () => {
  let table: Resource;

  before(async () => {
    const service = await serviceResource(aws.session, 'dynamodb');
    const { resources } = await service.act('CreateTable', {
      TableName: uniqueName('plain'),
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    });
    const [made] = resources;
    assert.ok(made);
    table = made;
    await table.wait('Exists');
  });

  async function all(input = {}) {
    const found: unknown[] = [];
    const client = await table.client();
    const scan = { ...table.identifiers, ...input };
    for await (const { Items } of dynamodb.pages(client, 'Scan', scan))
      found.push(...[Items].flat());
    return found;
  }

  it('gives an item back as it was put', async () => {
    const Item = {
      id: 'kept',
      at: 2n ** 90n,
      price: new dynamodb.Decimal('12.345678901234567890123'),
      tags: new Set(['a', 'b']),
      bytes: new Uint8Array([0, 255]),
      parts: [1, null, { deep: true }],
    };
    await dynamodb.act(table, 'PutItem', { Item });
    const { output } = await dynamodb.act(table, 'GetItem', { Key: { id: 'kept', at: 2n ** 90n } });
    assert.deepEqual(JSON.stringify(sorted(output.Item)), JSON.stringify(sorted(Item)));
  });

  it('is queried and filtered by conditions', async () => {
    for (const at of [1, 2, 3, 4]) {
      const Item = { id: 'query', at, name: `n${at}`, address: { city: at > 2 ? 'Bern' : 'Ulm' } };
      await dynamodb.act(table, 'PutItem', { Item });
    }
    const { output } = await dynamodb.act(table, 'Query', {
      KeyConditionExpression: key('id').eq('query').and(key('at').between(2, 4)),
      FilterExpression: attr('address.city')
        .eq('Bern')
        .and(attr('name').isIn(['n3', 'n9'])),
    });
    assert.deepEqual(output.Items, [{ id: 'query', at: 3, name: 'n3', address: { city: 'Bern' } }]);
  });

  it('is not changed where a condition does not hold', async () => {
    const Item = { id: 'once', at: 1 };
    const input = { Item, ConditionExpression: attr('id').notExists() };
    await dynamodb.act(table, 'PutItem', input);
    await assert.rejects(dynamodb.act(table, 'PutItem', input), (error) => {
      return error instanceof ServiceError && error.code === 'ConditionalCheckFailedException';
    });
  });

  it('takes and loses many items at once', async () => {
    {
      await using writer = await dynamodb.batchWriter(table, { overwriteByKeys: ['id', 'at'] });
      for (let at = 0; at < 60; at += 1) await writer.put({ id: 'many', at, half: at / 2 });
      await writer.put({ id: 'many', at: 59, half: 0 });
    }
    const many = await all({ FilterExpression: attr('id').eq('many') });
    assert.equal(many.length, 60);
    assert.ok(many.some((item) => JSON.stringify(item) === '{"id":"many","at":59,"half":0}'));
    const writer = await dynamodb.batchWriter(table);
    for (let at = 0; at < 60; at += 1) await writer.delete({ id: 'many', at });
    await writer.finish();
    assert.deepEqual(await all({ FilterExpression: attr('id').eq('many') }), []);
  });

  it('goes through a whole transaction with plain values', async () => {
    const client = await table.client();
    const { TableName } = table.identifiers;
    await dynamodb.call(client, 'TransactWriteItems', {
      TransactItems: [{ Put: { TableName, Item: { id: 'transaction', at: 1, ok: true } } }],
    });
    const { Responses } = await dynamodb.call(client, 'TransactGetItems', {
      TransactItems: [{ Get: { TableName, Key: { id: 'transaction', at: 1 } } }],
    });
    assert.deepEqual(Responses, [{ Item: { id: 'transaction', at: 1, ok: true } }]);
  });
});

/** As JSON that does not depend on the order of members, nor of a set. */
function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof Set) return [...value].sort();
  if (value instanceof dynamodb.Decimal || typeof value !== 'object' || value === null)
    return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => [name, sorted(one)]);
}
