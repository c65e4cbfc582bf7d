import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPath } from '../../../src/core/errors.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { inspectInput } from '../../../src/core/protocols/inspect.ts';

const catalogue = openCatalogue({ searchPath: [] });

async function inspect(id: string, name: string, input: unknown) {
  const service = await catalogue.service(id);
  const operation = service.operations[name];
  assert.ok(operation);
  const { faults, warnings } = inspectInput(service, operation, input);
  const texts = (all: typeof warnings) =>
    all.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  return { faults: texts(faults), warnings: texts(warnings) };
}

test('it doubts values the model does not know, wherever they are, and sends them all the same', async () => {
  const input = {
    AttributeDefinitions: [{ AttributeName: 'a', AttributeType: 'b' }],
    BillingMode: 'PAY_PER_REQUESTS',
    TableName: 'table',
  };
  assert.deepEqual(await inspect('dynamodb', 'CreateTable', input), {
    faults: [],
    warnings: [
      'AttributeDefinitions[0].AttributeType: is no value the model knows. Did you mean B?',
      'BillingMode: is no value the model knows. Did you mean PAY_PER_REQUEST?',
    ],
  });
});

test('it doubts keys of a map', async () => {
  const input = { QueueUrl: 'https://q', Attributes: { DelaySecond: '5', Policy: '{}' } };
  const { faults, warnings } = await inspect('sqs', 'SetQueueAttributes', input);
  assert.deepEqual(faults, []);
  assert.deepEqual(warnings, [
    'Attributes.DelaySecond: as a key is no value the model knows. Did you mean DelaySeconds?',
  ]);
});

test('it tells of deprecated members, and of a deprecated operation', async () => {
  const lists = await inspect('s3', 'PutBucketLifecycle', { Bucket: 'bucket' });
  assert.match(lists.warnings.join(), /^: is for PutBucketLifecycle, which is deprecated\./);
  const rules = { LifecycleConfiguration: { Rules: [{ Prefix: 'a/', Status: 'Enabled' }] } };
  const { warnings } = await inspect('s3', 'PutBucketLifecycleConfiguration', {
    Bucket: 'bucket',
    ...rules,
  });
  assert.deepEqual(warnings, ['LifecycleConfiguration.Rules[0].Prefix: is deprecated.']);
});

test('it gives faults beside doubts, and none of the values', async () => {
  const input = { TableName: 5, BillingMode: 'my secret', Nothing: 1 };
  const { faults, warnings } = await inspect('dynamodb', 'CreateTable', input);
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    ['TableName', 'Nothing'],
  );
  assert.equal(warnings.length, 1);
  assert.doesNotMatch(warnings.join(), /secret/);
});

test('it has nothing to say of what is no object', async () => {
  for (const input of [undefined, null, 'text', 5, [1]]) {
    assert.deepEqual((await inspect('dynamodb', 'CreateTable', input)).warnings, []);
  }
});
