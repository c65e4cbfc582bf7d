import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import { declaredServices } from '../../src/services/index.ts';

/** Made by `npm run parity`, where boto3 is installed. */
const page = new URL('../../docs/boto3-parity.md', import.meta.url);

test('it has everything that the parity table of the docs says', async () => {
  const text = await readFile(page, 'utf8');
  const rows = readRows(text);
  assert.ok(rows.length > 100, `${rows.length} rows`);
  const [, different = ''] = text.split('## Deliberately different');
  assert.deepEqual(
    rows.flatMap(lostOf).filter((lost) => !different.includes(`| ${keyOf(lost)} |`)),
    [],
  );
});

test('it has all that boto3 has', async () => {
  const text = await readFile(page, 'utf8');
  assert.deepEqual(text.match(/^.*\| \d+ of \d+ \|.*$/gm), null);
});

test('it tells what the table says and the declarations lack', () => {
  const rows = readRows(
    [
      '## sqs',
      '|  | collections | 2 | `Queues`, `Topics` |',
      '| Queue | actions | 2 of 3 | `Purge`, `Fly`; not Swim |',
      '| Topic | load | 1 | `GetTopic` |',
    ].join('\n'),
  );
  assert.deepEqual(rows.flatMap(lostOf), [
    'sqs collections Topics',
    'sqs.Queue actions Fly',
    'sqs.Topic load GetTopic',
  ]);
});

/** As the table names what is different on purpose: one `action`, and `load` without its operation. */
function keyOf(lost: string): string {
  return lost.replace(/ (identifiers|load) .*$/, ' $1').replace(/(\w)s (\w+)$/, '$1 $2');
}

interface Row {
  readonly service: string;
  /** Absent for what the service itself has. */
  readonly resource: string | undefined;
  readonly part: string;
  readonly names: readonly string[];
}

function readRows(markdown: string): readonly Row[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const service = /^\w+$/m.exec(section)?.[0];
    return service === undefined ? [] : [...section.matchAll(rowPattern)].map(rowOf(service));
  });
}

const rowPattern =
  /^\| ?(?<resource>\w*)[^|]* \| (?<part>[a-z -]+) \| \d[^|]* \| (?<names>.*) \|$/gm;

function rowOf(service: string): (match: RegExpExecArray) => Row {
  return ({ groups = {} }) => ({
    service,
    resource: groups.resource || undefined,
    part: groups.part ?? '',
    names: [...(groups.names ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  });
}

function lostOf({ service, resource, part, names }: Row): readonly string[] {
  const kinds = declaredServices.find((one) => one.service === service);
  const owner = kinds && (resource === undefined ? kinds : kindOf(kinds, resource));
  const place = resource === undefined ? service : `${service}.${resource}`;
  return names
    .filter((name) => !owner || !kinds || !isThere(kinds, owner, part, name))
    .map((name) => `${place} ${part} ${name}`);
}

function isThere(
  kinds: ServiceKinds,
  owner: Kind | ServiceKinds,
  part: string,
  name: string,
): boolean {
  if ('service' in owner && part === 'sub-resources') return kindOf(kinds, name) !== undefined;
  switch (part) {
    case 'identifiers':
      return 'identifiers' in owner && owner.identifiers.length === name.split(', ').length;
    case 'load':
      return 'load' in owner && owner.load !== undefined;
    case 'actions':
      return Object.hasOwn(owner.actions ?? {}, name);
    case 'batch actions':
      return owner.actions?.[name]?.batch !== undefined;
    case 'collections':
      return Object.hasOwn(owner.collections ?? {}, name);
    case 'waiters':
      return 'waiters' in owner && Object.hasOwn(owner.waiters ?? {}, name);
    default:
      return 'has' in owner && Object.hasOwn(owner.has ?? {}, name);
  }
}

function kindOf(kinds: ServiceKinds, name: string): Kind | undefined {
  return kinds.kinds[kinds.aliases?.[name] ?? name];
}
