import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service } from '../../src/core/models/model.ts';
import type { ServiceKinds } from '../../src/core/resources/kind.ts';
import { identifier } from '../../src/core/resources/sources.ts';
import { checkDeclarations } from '../../src/services/check/check.ts';
import { failureMember } from '../../src/services/failures.ts';
import { declaredServices } from '../../src/services/index.ts';

describe('the declarations', () => {
  const models = new Map<string, Service>();

  before(async () => {
    const catalogue = openCatalogue();
    for (const id of servicesNamedIn(declaredServices)) {
      models.set(id, await catalogue.service(id));
    }
  });

  test('it names only what the catalogue has', () => {
    const faults = checkDeclarations({ services: declaredServices, models });
    assert.deepEqual(
      faults.map((fault) => `${fileOf(fault.split(' ')[0])}: ${fault}`),
      [],
    );
  });

  test('it stands in the file of its service', () => {
    for (const { service } of declaredServices) assert.ok(existsSync(fileOf(service)), service);
  });

  test('it is plain data, as JSON would be', () => {
    const copy: unknown = JSON.parse(JSON.stringify(declaredServices));
    assert.deepEqual(declaredServices, copy);
  });

  test('it lists the services in the order of their titles', () => {
    const titles = declaredServices.map(({ title }) => title);
    assert.deepEqual(
      titles,
      titles.toSorted((one, other) => one.localeCompare(other)),
    );
  });

  test('it never reads the value of a secret or of a parameter to list or describe one', () => {
    const rules = declaredServices.flatMap((kinds) => [
      ...Object.values(kinds.collections),
      ...Object.values(kinds.kinds).flatMap((kind) => [
        ...Object.values(kind.collections ?? {}),
        ...(kind.load ? [kind.load] : []),
      ]),
    ]);
    const operations = rules.map(({ operation }) => operation);
    for (const secret of [
      'GetSecretValue',
      'GetParameter',
      'GetParameters',
      'GetParameterHistory',
    ]) {
      assert.ok(!operations.includes(secret), secret);
    }
  });

  test('it reads what was not done wherever an answer tells', () => {
    const lacking = declaredServices.flatMap((kinds) =>
      actionsOf(kinds).flatMap(([name, rule]) => {
        const model = models.get(rule.service ?? kinds.service);
        const many = rule.batch?.operation;
        const tells = (operation: string, failures: string | undefined) =>
          model && failures === undefined && failureMember(model, operation) !== undefined;
        const isSilent = tells(rule.operation, rule.failures);
        return isSilent || (many && tells(many, rule.batch?.failures))
          ? [`${kinds.service} ${name}`]
          : [];
      }),
    );
    assert.deepEqual(lacking, []);
  });

  test('it has an icon reported that themes colour by themselves', () => {
    const faults = checkDeclarations({ services: [{ ...broken, icon: 'symbol-event' }], models });
    assert.ok(
      faults.includes('sqs service has "symbol-event", which has a colour of its own.'),
      faults[0],
    );
  });

  test('it has every fault of a wrong declaration reported', () => {
    assert.deepEqual(checkDeclarations({ services: [broken], models }), [
      'sqs service has no codicon "queues".',
      'sqs collection Queues has a page size the operation does not take.',
      'sqs collection Queues lists the kind Queue, which is not declared.',
      'sqs collection Topics calls sqs.ListTopics, which does not exist.',
      'sqs collection Messages calls sqs.ReceiveMessage, which lacks the required parameter QueueUrl.',
      'sqs collection Messages calls sqs.ReceiveMessage, which has no parameter Size.',
      'sqs collection Messages calls sqs.ReceiveMessage, which AttributeNames[0] cannot be "Every".',
      'sqs collection Messages expects the error NoMessage, which the operation does not have.',
      'sqs collection Messages gives no Id to Message.',
      'sqs collection Messages gives Message a Name, which it lacks.',
      'sqs collection Messages takes an identifier from Handle, which is no text of Messages[].',
      'sqs Message label reads Title, which no listing and no description gives.',
      'sqs Message action Read takes the identifier Name, which does not exist.',
      'sqs Message load needs more than identifiers.',
      'sqs Message load has no Attribute.',
      'sqs Message waiter Gone names the waiter MessageGone, which does not exist.',
      'sqs Orphan is reached from nowhere.',
    ]);
  });
});

function actionsOf({ actions = {}, kinds }: ServiceKinds) {
  const ofKinds = Object.entries(kinds).flatMap(([kind, { actions: own = {} }]) =>
    Object.entries(own).map(([name, rule]) => [`${kind}.${name}`, rule] as const),
  );
  return [...Object.entries(actions), ...ofKinds];
}

/** The file or folder of a service, by botocore's id. */
function fileOf(service = ''): string {
  const name = service.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const path = join(import.meta.dirname, '../../src/services', name);
  return existsSync(`${path}.ts`) ? `${path}.ts` : path;
}

/** The ids under `service`, wherever they stand. */
function servicesNamedIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const inside = Object.values(value).flatMap((one) => [...servicesNamedIn(one)]);
  const { service } = value as { readonly service?: unknown };
  return new Set(typeof service === 'string' ? [service, ...inside] : inside);
}

const broken: ServiceKinds = {
  service: 'sqs',
  title: 'SQS',
  icon: 'queues',
  collections: {
    Queues: {
      title: 'Queues',
      operation: 'ListMessageMoveTasks',
      params: { SourceArn: 'arn' },
      pageSize: 5,
      items: [{ kind: 'Queue', path: 'Results[]', identifiers: {} }],
    },
    Topics: { title: 'Topics', operation: 'ListTopics', items: [] },
    Messages: {
      title: 'Messages',
      operation: 'ReceiveMessage',
      params: { Size: 1, AttributeNames: ['Every'] },
      emptyOn: 'NoMessage',
      items: [{ kind: 'Message', path: 'Messages[]', identifiers: { Name: 'Handle' } }],
    },
  },
  kinds: {
    Message: {
      identifiers: ['Id'],
      label: ['Title', 'Body', 'tag:Name'],
      icon: 'mail',
      load: {
        operation: 'GetQueueAttributes',
        params: { QueueUrl: { from: 'data', path: 'Body' } },
        path: 'Attribute',
      },
      actions: {
        Read: {
          title: 'Read',
          risk: 'R',
          operation: 'GetQueueAttributes',
          params: { QueueUrl: identifier('Name') },
        },
      },
      waiters: { Gone: { waiter: 'MessageGone', params: {} } },
    },
    Orphan: { identifiers: ['Id'], icon: 'mail' },
  },
};
