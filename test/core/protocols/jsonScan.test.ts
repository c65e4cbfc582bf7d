// Answers that are scanned against the same answers that are parsed: one byte of white space in front decides which.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import type { OperationModel, Service } from '../../../src/core/models/model.ts';
import { isWorthScanning } from '../../../src/core/protocols/jsonScan.ts';
import { protocolOf } from '../../../src/core/protocols/protocols.ts';
import { type Schema, schemaOf } from '../../../src/core/protocols/schema.ts';

const catalogue = openCatalogue({ searchPath: [] });

/** Numbers that look random and are the same on every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const operations = [
  ['dynamodb', 'Scan'],
  ['dynamodb', 'BatchGetItem'],
  ['ecs', 'DescribeTasks'],
  ['lambda', 'ListFunctions'],
  ['ssm', 'DescribeInstanceInformation'],
  ['glue', 'GetTables'],
  ['bedrock-runtime', 'Converse'],
  ['cloudtrail', 'LookupEvents'],
] as const;

describe('an answer that is scanned', () => {
  for (const [id, name] of operations) {
    it(`is read as if it were parsed: ${id}.${name}`, async () => {
      const service = await catalogue.service(id);
      const operation = service.operations[name] ?? assert.fail();
      const random = createRandom(name.length);
      let scanned = 0;
      let failed = 0;
      for (let i = 0; i < 60; i++) {
        const text = padded(answer(schemaOf(service, operation.output ?? assert.fail()), random));
        const changed = i % 4 === 3 ? damage(text, random) : text;
        const isScanned = isWorthScanning(Buffer.from(changed));
        if (isScanned) scanned += 1;
        const own = outcome(service, operation, changed);
        assert.deepEqual(own, outcome(service, operation, ` ${changed}`), changed.slice(12_000));
        if (own === 'unreadable') failed += 1;
      }
      assert.ok(scanned > 40, `${scanned} were scanned`);
      assert.ok(failed > 2 && failed < 40, `${failed} could not be read`);
    });
  }

  it('keeps every digit, and keys that look like the prototype', async () => {
    const service = await catalogue.service('dynamodb');
    const operation = service.operations.Scan ?? assert.fail();
    const fill = Array.from({ length: 1000 }, () => '{"a":{"N":"1"}}').join(',');
    const text = `{"Count":12345678901234567890,"Items":[{"__proto__":{"S":"x"}},${fill}]}`;
    assert.ok(isWorthScanning(Buffer.from(text)));
    const output = outcome(service, operation, text) as Record<string, unknown>;
    assert.equal(output.Count, 12345678901234567890n);
    const [first] = output.Items as object[];
    assert.deepEqual(Object.entries(first ?? {}), [['__proto__', { S: 'x' }]]);
    assert.equal(Object.getPrototypeOf(first), Object.prototype);
  });

  it('takes the last of two members of one name', async () => {
    const service = await catalogue.service('dynamodb');
    const operation = service.operations.Scan ?? assert.fail();
    const fill = Array.from({ length: 1000 }, () => '{"a":{"S":"1","S":null}}').join(',');
    const text = `{"Count":1,"Count":2,"Items":[${fill}]}`;
    const output = outcome(service, operation, text) as Record<string, unknown>;
    assert.equal(output.Count, 2);
    assert.deepEqual((output.Items as object[])[0], { a: {} });
    assert.deepEqual(output, outcome(service, operation, ` ${text}`));
  });
});

describe('what is worth scanning', () => {
  it('is long, dense and ASCII', () => {
    const dense = `{"a":[${'{"b":1},'.repeat(2000)}0]}`;
    assert.equal(isWorthScanning(Buffer.from(dense)), true);
    assert.equal(isWorthScanning(Buffer.from(dense.slice(0, 1000))), false);
    assert.equal(isWorthScanning(Buffer.from(`${dense}é`)), false);
    assert.equal(isWorthScanning(Buffer.from(`{"a":"${'x'.repeat(20_000)}"}`)), false);
  });
});

function outcome(service: Service, operation: OperationModel, text: string): unknown {
  const body = new Uint8Array(Buffer.from(text));
  try {
    return protocolOf(service).parseOutput(service, operation, {
      statusCode: 200,
      headers: {},
      body,
    });
  } catch (error) {
    assert.equal((error as { code?: string }).code, 'ResponseParse');
    return 'unreadable';
  }
}

type Random = () => number;

function answer(schema: Schema, random: Random): string {
  return structure(schema, random, 0);
}

function structure(schema: Schema, random: Random, depth: number): string {
  const chosen = [...schema.members].filter(
    ([, member]) => member.traits.location === undefined && random() < (depth < 2 ? 0.9 : 0.5),
  );
  const some = schema.traits.union === true ? chosen.slice(0, 1) : chosen;
  const members = some.map(([name, member]) => {
    const key = JSON.stringify(member.traits.locationName ?? name);
    return `${key}${space(random)}:${space(random)}${value(member, random, depth + 1)}`;
  });
  if (random() < 0.05) members.push('"NewerThanTheModel":{"a":[1,"}"]}');
  if (random() < 0.05) members.push('"__type":"a#b"');
  return `{${space(random)}${members.join(`${space(random)},${space(random)}`)}}`;
}

function value(schema: Schema, random: Random, depth: number): string {
  if (random() < 0.03) return 'null';
  if (random() < 0.0005) return pick(['7', '"text"', '[]', '{}', 'true'], random);
  if (schema.traits.document === true) return '{"free":[1.5,null,-2e3,{"x":"\\u00e9"}]}';
  const count = depth > 6 ? 0 : Math.floor(random() * (depth < 3 ? 6 : 3));
  const items = Array.from({ length: count });
  switch (schema.type) {
    case 'structure':
      return structure(schema, random, depth);
    case 'list':
      return `[${items.map(() => value(schema.element, random, depth + 1)).join(',')}]`;
    case 'map':
      return `{${items.map((_, i) => `"k${i}${pick(['', '\\n', '__proto__'], random)}":${value(schema.value, random, depth + 1)}`).join(',')}}`;
    default:
      return scalar(schema, random);
  }
}

function scalar({ type }: Schema, random: Random): string {
  const number = ['0', '-1', '12', '1.5', '1e3', '-0.25', '123456789012345678', '"12"'];
  if (type === 'blob') return '"AAEC"';
  if (type === 'boolean') return pick(['true', 'false', '"true"'], random);
  if (type === 'timestamp') return pick(['1700000000', '1.7e9', '1700000000.125'], random);
  if (type === 'integer' || type === 'long') return pick(number, random);
  if (type === 'float' || type === 'double') return pick([...number, '"NaN"'], random);
  return pick(
    ['""', '"short"', '"a text of more than a few letters"', '"\\"\\\\\\u20ac\\/"'],
    random,
  );
}

/** Long and dense enough to be scanned, by members that the model does not know. */
function padded(text: string): string {
  const pad = `"Pad":[${'{"a":1},'.repeat(1500)}0]`;
  return text.length > 2 && !/^\{\s*\}$/.test(text) ? `{${pad},${text.slice(1)}` : `{${pad}}`;
}

function damage(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  const damaged = text.slice(0, at) + pick(['', ',', '}', '"', 'x', '\n', '\\'], random);
  return random() < 0.3 ? damaged : damaged + text.slice(at + 1);
}

function space(random: Random): string {
  return random() < 0.02 ? pick([' ', '\n', '\t\r\n '], random) : '';
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] ?? assert.fail();
}
