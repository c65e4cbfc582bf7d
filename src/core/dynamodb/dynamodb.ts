// DynamoDB with plain values: what boto3's resources give beyond its clients.
//
//   const table = (await session.resource('dynamodb')).get('Table', { TableName: 'orders' });
//   await dynamodb.act(table, 'PutItem', { Item: { id: 1, tags: new Set(['new']) } });
//   const { output } = await dynamodb.act(table, 'Query', {
//     KeyConditionExpression: dynamodb.key('id').eq(1),
//   });

import type { Client } from '../client.ts';
import type { CallOptions } from '../clientOptions.ts';
import type { PagesOptions } from '../pages.ts';
import type { Document } from '../protocols/protocol.ts';
import type { ActionOutcome, ActOptions } from '../resources/actions.ts';
import type { Resource } from '../resources/resource.ts';
import type { ServiceResource } from '../resources/serviceResource.ts';
import { BatchWriter, type BatchWriterOptions } from './batchWriter.ts';
import { plainOutput, typedInput } from './plainDocuments.ts';

export { fromAttributeValue, fromItem, toAttributeValue, toItem } from './attributeValues.ts';
export { BatchWriter, type BatchWriterOptions } from './batchWriter.ts';
export { Attribute, attr, Condition, KeyAttribute, key, not, Size } from './conditions.ts';
export { Decimal } from './decimal.ts';

/** An action of a table, or of the service. `input` and the output have plain values; conditions are written as expressions. */
export async function act(
  owner: Resource | ServiceResource,
  name: string,
  input: Document = {},
  options: ActOptions = {},
): Promise<ActionOutcome> {
  const { service, operation } = owner.actionRule(name);
  const { confirm: _, ...call } = options;
  const client = await owner.client(service, call);
  const typed = typedInput(client.service, operation, input);
  const outcome = await owner.act(name, typed, options);
  return { ...outcome, output: plainOutput(client.service, operation, outcome.output) };
}

/** As `client.call`, with plain values. */
export async function call(
  client: Client,
  operation: string,
  input: Document = {},
  options: CallOptions = {},
): Promise<Document> {
  const typed = typedInput(client.service, operation, input);
  return plainOutput(client.service, operation, await client.call(operation, typed, options));
}

/** As `client.pages`, with plain values. */
export async function* pages(
  client: Client,
  operation: string,
  input: Document = {},
  options: PagesOptions = {},
): AsyncGenerator<Document> {
  const typed = typedInput(client.service, operation, input);
  for await (const output of client.pages(operation, typed, options)) {
    yield plainOutput(client.service, operation, output);
  }
}

/** Writes many items of a table: `await using writer = await dynamodb.batchWriter(table)`. */
export async function batchWriter(
  table: Resource,
  options: BatchWriterOptions = {},
): Promise<BatchWriter> {
  const { signal } = options;
  const client = await table.client(undefined, signal ? { signal } : {});
  return new BatchWriter(client, table.identifiers.TableName ?? '', options);
}
