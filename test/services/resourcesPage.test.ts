import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { declaredServices } from '../../src/services/index.ts';
import { countDeclared, writeResourcesPage } from '../../tools/resources/page.ts';

/** The kinds that a person expects of the tree, as `service.Kind`. */
const wanted = new URL('kinds.txt', import.meta.url);

describe('the list of kinds in the docs', () => {
  test('it has a row for a kind, with what is listed and done where', () => {
    const text = writeResourcesPage([
      {
        service: 'sqs',
        title: 'SQS',
        icon: 'mail',
        collections: {
          Queues: {
            title: 'Queues',
            operation: 'ListQueues',
            items: [{ kind: 'Queue', path: 'QueueUrls[]', identifiers: { QueueUrl: '@' } }],
          },
        },
        kinds: {
          Queue: {
            identifiers: ['QueueUrl'],
            icon: 'mail',
            load: { operation: 'GetQueueAttributes' },
            actions: {
              Purge: { title: 'Purge', risk: 'X', operation: 'PurgeQueue' },
              Send: { title: 'Send', risk: 'W', operation: 'SendMessage' },
            },
            has: { Key: { member: 'KmsMasterKeyId', kind: 'kms.Key' }, Target: { member: 'Arn' } },
          },
        },
      },
    ]);
    assert.match(
      text,
      /1 kinds of 1 services, with 0 collections under them, 2\nactions and 2 links/,
    );
    assert.ok(
      text.includes(
        '| Queue | `ListQueues` | `GetQueueAttributes` |  | **W** Send **X** Purge | Key → kms.Key, Target |',
      ),
      text,
    );
  });
});

describe('the declarations', () => {
  test('it has every kind that people use', async () => {
    const names = (await readFile(wanted, 'utf8')).split('\n').filter((line) => line !== '');
    assert.equal(names.length, 176);
    const declared = declaredServices.flatMap(({ service, kinds }) =>
      Object.keys(kinds).map((kind) => `${service}.${kind}`),
    );
    assert.deepEqual(
      names.filter((name) => !declared.includes(name)),
      [],
    );
  });

  test('it never has less than it had', () => {
    const { services, children, actions, links } = countDeclared(declaredServices);
    assert.ok(services >= 88, `${services} services`);
    assert.ok(children >= 203, `${children} child collections`);
    assert.ok(actions >= 500, `${actions} actions`);
    assert.ok(links >= 171, `${links} links`);
  });
});
