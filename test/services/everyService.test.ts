// Rules that hold for all declared services: what nobody is asked for, what no list does, what no answer shows.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service } from '../../src/core/models/model.ts';
import type { ActionRule, CollectionRule, LoadRule } from '../../src/core/resources/kind.ts';
import { outputPlaces, placeOf } from '../../src/core/resources/shapes.ts';
import { isSource } from '../../src/core/resources/sources.ts';
import { holdsSecret } from '../../src/core/secrets.ts';
import { Session } from '../../src/library.ts';
import { declaredServices } from '../../src/services/index.ts';
import { serviceResource } from '../../src/services/registry.ts';
import { recordSession } from '../core/resources/recordedSession.ts';

interface Declared<Rule> {
  /** `sqs.Queue.Purge`. */
  readonly name: string;
  readonly service: string;
  readonly rule: Rule;
}

const owners = declaredServices.flatMap((kinds) => [
  { name: kinds.service, service: kinds.service, owner: kinds },
  ...Object.entries(kinds.kinds).map(([kind, owner]) => ({
    name: `${kinds.service}.${kind}`,
    service: kinds.service,
    owner,
  })),
]);

const actions = owners.flatMap(({ name, service, owner }) =>
  Object.entries(owner.actions ?? {}).map(
    ([action, rule]): Declared<ActionRule> => ({
      name: `${name}.${action}`,
      service: rule.service ?? service,
      rule,
    }),
  ),
);

const reads = owners.flatMap(({ name, service, owner }) => {
  const rules: (CollectionRule | LoadRule)[] = Object.values(owner.collections ?? {});
  if ('load' in owner && owner.load) rules.push(owner.load);
  return rules.map(
    (rule): Declared<CollectionRule | LoadRule> => ({
      name: `${name} ${rule.operation}`,
      service: rule.service ?? service,
      rule,
    }),
  );
});

describe('every service', () => {
  const models = new Map<string, Service>();

  before(async () => {
    const catalogue = openCatalogue();
    for (const { service } of [...actions, ...reads]) {
      if (!models.has(service)) models.set(service, await catalogue.service(service));
    }
  });

  const inputOf = ({ service, rule }: Declared<ActionRule>) => {
    const model = models.get(service);
    return model && placeOf(model, model.operations[rule.operation]?.input?.shape)?.shape;
  };

  test('it asks nobody for a client token', () => {
    const asking = actions.filter((action) => {
      const input = inputOf(action);
      return Object.entries(action.rule.params ?? {}).some(
        ([member, value]) =>
          input?.type === 'structure' &&
          input.members[member]?.idempotencyToken &&
          member !== 'QueryExecutionId' && // Athena's model calls the id of a query a token.
          typeof value === 'object' &&
          value !== null &&
          isSource(value) &&
          value.from === 'input',
      );
    });
    assert.deepEqual(
      asking.map(({ name }) => name),
      [],
    );
  });

  test('it fills the client token that AWS requires', async () => {
    const client = await new Session({
      region: 'eu-west-1',
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    }).client('servicecatalog');
    const { body } = await client.prepare('TerminateProvisionedProduct', {
      ProvisionedProductId: 'pp-abcdefghijklm',
    });
    assert.match(JSON.parse(String(body)).TerminateToken, /^[0-9a-f-]{36}$/);
  });

  const withSideEffects = [
    'sqs.ReceiveMessage',
    'logs.StartQuery',
    'logs.StartLiveTail',
    'athena.StartQueryExecution',
    'cloudtrail.StartQuery',
    'ce.GetCostAndUsage',
    'secretsmanager.GetSecretValue',
  ];

  test('it lists and describes nothing by a read that changes something or costs money', () => {
    const used = reads.filter(({ service, rule }) =>
      withSideEffects.includes(`${service}.${rule.operation}`),
    );
    assert.deepEqual(
      used.map(({ name }) => name),
      [],
    );
  });

  test('it says that a list costs', () => {
    const scans = reads.filter(({ rule }) => rule.operation === 'Scan');
    assert.notEqual(scans.length, 0);
    for (const { name, rule } of scans) {
      assert.match('note' in rule ? (rule.note ?? '') : '', /charged|costs/, name);
    }
  });

  test('it says that an action costs', () => {
    const costing = [...withSideEffects.slice(1), 'dynamodb.Scan'];
    const silent = actions.filter(
      ({ service, rule }) =>
        costing.includes(`${service}.${rule.operation}`) && !/cost/i.test(rule.title),
    );
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  test('it disrupts when it receives messages, and says how', () => {
    const receiving = actions.filter(({ rule }) => rule.operation === 'ReceiveMessage');
    assert.deepEqual([...new Set(receiving.map(({ rule }) => rule.risk))], ['D']);
    for (const { name, rule } of receiving) assert.match(rule.title, /Hides.*Receive/, name);
  });

  /** Their secret is an address signed by AWS, whose signature is masked as text, whatever the shape. */
  const signedAddresses = ['amplify.GenerateAccessLogs', 'amplify.GetJob'];

  test('it masks what an action of class S gives or takes', () => {
    const shown = actions.filter(({ service, rule }) => {
      const model = models.get(service);
      if (rule.risk !== 'S' || !model) return false;
      if (signedAddresses.includes(`${service}.${rule.operation}`)) return false;
      const input = placeOf(model, model.operations[rule.operation]?.input?.shape);
      const places = [...outputPlaces(model, rule.operation), ...(input ? [input] : [])];
      return !places.some((place) => holdsSecret(place.service, place.name));
    });
    assert.deepEqual(
      shown.map(({ name }) => name),
      [],
    );
  });

  test('it has the console of the partition', async () => {
    for (const [partition, region, base] of [
      ['aws', 'eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
      ['aws-us-gov', 'us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
      ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
      ['aws-eusc', 'eusc-de-east-1', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/'],
    ] as const) {
      const { session } = recordSession({}, { partition, region });
      const lambda = await serviceResource(session, 'lambda');
      const { consoleUrl = '' } = lambda.get('Function', { FunctionName: 'f' });
      assert.ok(consoleUrl.startsWith(base), consoleUrl);
    }
    const { session } = recordSession({}, { partition: 'aws-iso', region: 'us-iso-east-1' });
    const lambda = await serviceResource(session, 'lambda');
    assert.equal(lambda.get('Function', { FunctionName: 'f' }).consoleUrl, undefined);
  });

  test('it begins every address of the console with the one of the partition', () => {
    const others = owners.filter(
      ({ owner }) => 'consoleUrl' in owner && !owner.consoleUrl?.startsWith('{c}/'),
    );
    assert.deepEqual(
      others.flatMap(({ owner }) => ('consoleUrl' in owner ? (owner.consoleUrl ?? []) : [])),
      [],
    );
  });
});
