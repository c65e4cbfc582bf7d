import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BatchWriter } from '../../../src/core/dynamodb/batchWriter.ts';
import { typedInput } from '../../../src/core/dynamodb/plainDocuments.ts';
import { dynamodb, ParamValidationError } from '../../../src/core/index.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';

const { attr, Decimal, fromItem, key, not, toItem } = dynamodb;
const service = await openCatalogue().service('dynamodb');

describe('a typed value', () => {
  test('it keeps every digit, as the simplest number that does', () => {
    const texts = ['1', '0.1', '1E+2', '9007199254740993', '0.12345678901234567890', '-0', '2.50'];
    const values = texts.map((N) => dynamodb.fromAttributeValue({ N }));
    assert.deepEqual(values.map(String), [
      '1',
      '0.1',
      '100',
      '9007199254740993',
      '0.12345678901234567890',
      '0',
      '2.5',
    ]);
    assert.deepEqual(
      values.map((value) => typeof value),
      ['number', 'number', 'number', 'bigint', 'object', 'number', 'number'],
    );
  });

  test('it comes back as it was', () => {
    const item = {
      n: 1.5,
      big: 2n ** 100n,
      exact: new Decimal('3.14159265358979323846'),
      text: 'ü',
      bytes: new Uint8Array([1, 2]),
      nothing: null,
      yes: true,
      list: [1, 'a', [null]],
      map: { a: { b: 'c' } },
      names: new Set(['a', 'b']),
      sizes: new Set([1, 2n ** 80n]),
      ['__proto__']: 'own',
    };
    assert.deepEqual(fromItem(toItem(item)), item);
  });

  test('it leaves out what is undefined, and takes maps', () => {
    assert.deepEqual(toItem({ a: undefined, b: new Map([['c', 1]]) }), {
      b: { M: { c: { N: '1' } } },
    });
  });

  test('it says which value DynamoDB has no type for', () => {
    const wrong: readonly (readonly [unknown, string])[] = [
      [new Date(0), 'Date is no type of DynamoDB.'],
      [undefined, 'undefined is no type of DynamoDB.'],
      [Number.NaN, 'is not a number.'],
      [Number.POSITIVE_INFINITY, 'is not a number.'],
      [10n ** 38n, 'has more than 38 digits.'],
      [1e127, 'is too large.'],
      [new Set([1, 'a']), 'is a set of other things than numbers, texts or bytes alone.'],
    ];
    for (const [value, message] of wrong) {
      const faults = [{ path: ['list', 0], message }];
      assert.throws(() => dynamodb.toAttributeValue([value], { path: ['list'] }), { faults });
    }
  });

  test('it is refused where it is none', () => {
    for (const typed of [{}, 'a', null, { X: 1 }]) {
      assert.throws(() => dynamodb.fromAttributeValue(typed), ParamValidationError);
    }
  });
});

describe('a condition', () => {
  test('it is written with placeholders beside those of the caller', () => {
    const input = typedInput(service, 'Query', {
      TableName: 't',
      KeyConditionExpression: key('id').eq(1).and(key('at').between(2, 3)),
      FilterExpression: not(attr('a.b[0]').exists()).or(attr('tags').size().gt(1)),
      ProjectionExpression: '#mine',
      ExpressionAttributeNames: { '#mine': 'mine' },
    });
    assert.deepEqual(input, {
      TableName: 't',
      KeyConditionExpression: '(#n3 = :v1 AND #n4 BETWEEN :v2 AND :v3)',
      FilterExpression: '((NOT attribute_exists(#n0.#n1[0])) OR size(#n2) > :v0)',
      ProjectionExpression: '#mine',
      ExpressionAttributeNames: {
        '#mine': 'mine',
        '#n0': 'a',
        '#n1': 'b',
        '#n2': 'tags',
        '#n3': 'id',
        '#n4': 'at',
      },
      ExpressionAttributeValues: {
        ':v0': { N: '1' },
        ':v1': { N: '1' },
        ':v2': { N: '2' },
        ':v3': { N: '3' },
      },
    });
  });

  test('it takes attributes of the key alone where it is one on the key', () => {
    const input = { TableName: 't', KeyConditionExpression: attr('id').eq(1) };
    assert.throws(() => typedInput(service, 'Query', input), /key\('id'\), not attr\('id'\)/);
  });

  test('it names the value by its place in the input', () => {
    const input = { TableName: 't', Item: { a: [new Date(0)] } };
    assert.throws(() => typedInput(service, 'PutItem', input), {
      message: 'dynamodb.PutItem: the input is not valid. Item.a[0]: Date is no type of DynamoDB.',
    });
  });
});

describe('many writes', () => {
  test('it sends 25 in a call, and the rest at the end', async () => {
    const { client, sizes } = recordWrites();
    {
      await using writer = new BatchWriter(client, 't');
      for (let id = 0; id < 60; id += 1) await writer.put({ id });
      assert.deepEqual(sizes, [25, 25]);
    }
    assert.deepEqual(sizes, [25, 25, 10]);
  });

  test('it waits longer each time DynamoDB does not take all', async () => {
    const { client, sizes } = recordWrites([2, 2, 1, 0]);
    const waits: number[] = [];
    const wait = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    const writer = new BatchWriter(client, 't', { wait });
    for (let id = 0; id < 3; id += 1) await writer.put({ id });
    await writer.finish();
    assert.deepEqual(sizes, [3, 2, 2, 1]);
    assert.deepEqual(waits, [50, 100, 200]);
  });

  test('it sends the last of several writes to one item', async () => {
    const { client, requests } = recordWrites();
    const writer = new BatchWriter(client, 't', { overwriteByKeys: ['id'] });
    await writer.put({ id: 1, n: 1 });
    await writer.put({ id: 2, n: 1 });
    await writer.delete({ id: 1 });
    await writer.finish();
    assert.deepEqual(requests, [
      { PutRequest: { Item: { id: { N: '2' }, n: { N: '1' } } } },
      { DeleteRequest: { Key: { id: { N: '1' } } } },
    ]);
  });

  test('it ends when cancelled, while it waits', async () => {
    const { client } = recordWrites([1]);
    const controller = new AbortController();
    const writer = new BatchWriter(client, 't', { signal: controller.signal });
    await writer.put({ id: 1 });
    const finished = writer.finish();
    controller.abort();
    await assert.rejects(finished, { name: 'AbortError' });
  });
});

/** Takes writes, and refuses the first ones of each call as told. */
function recordWrites(refused: readonly number[] = []) {
  const sizes: number[] = [];
  const requests: Document[] = [];
  const call = async (_operation: string, input: Document = {}): Promise<Document> => {
    const { t } = input.RequestItems as { readonly t: readonly Document[] };
    requests.push(...t);
    sizes.push(t.length);
    return { UnprocessedItems: { t: t.slice(0, refused[sizes.length - 1] ?? 0) } };
  };
  return { client: { call }, sizes, requests };
}
