// docs/configuration.md against botocore's own table of configuration variables, and against ours.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { s3SettingRules, settingRules } from '../../src/core/config/settingRules.ts';

interface Variable {
  readonly name: string;
  readonly keys: readonly string[];
  readonly variables: readonly string[];
  readonly default: unknown;
}

/** A row of a table: what stands in code in its first three cells. */
interface Row {
  readonly keys: readonly string[];
  readonly variables: readonly string[];
  readonly usual: readonly string[];
}

const rules = [...Object.values(settingRules), ...Object.values(s3SettingRules)];
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const known: readonly Variable[] = JSON.parse(read('variables.json'));
const page = read('../../docs/configuration.md');
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| *`?.* \| /.test(line) && !line.startsWith('| ---'))
  .map((line) => line.split('|').slice(1, 4).map(codeIn))
  .map(([keys = [], variables = [], usual = []]) => ({ keys, variables, usual }));

/** Where the usual value here is another one, or is one where botocore says nothing. */
const ownDefaults: Readonly<Record<string, string>> = {
  profile: 'default',
  data_path: '~/.aws/models',
  retry_mode: 'standard',
  max_attempts: '3',
  addressing_style: 'auto',
  use_arn_region: 'true',
  us_east_1_regional_endpoint: 'legacy',
};

test('it lists every variable of botocore, with its key, its variables and its default', () => {
  for (const variable of known) {
    const { name, keys, variables } = variable;
    const found = rows.filter((row) => isAbout(row, variable));
    assert.ok(found.length > 0, `${name} is not there`);
    const together = found.flatMap((row) => row.variables);
    assert.ok(
      variables.every((one) => together.includes(one)),
      `${name}: ${together.join()}`,
    );
    assert.ok(
      keys.every((key) => found.some((row) => row.keys.includes(key))),
      name,
    );
    const usual = found.flatMap((row) => row.usual);
    if (isRead(name)) assert.deepEqual(usual, defaultOf(variable), name);
  }
});

test('it lists every setting of a client as it is read', () => {
  for (const rule of rules) {
    const name = rule.keys.join();
    const row = rows.find(({ keys }) => rule.keys.every((key) => keys.includes(key)));
    assert.ok(row, name);
    assert.deepEqual(row.variables, rule.variable === undefined ? [] : [rule.variable], name);
  }
});

test('it names nothing that is not read', () => {
  const parts = page.slice(page.indexOf('## What is not read'));
  const unread = known.filter(({ name }) => !isRead(name)).flatMap(({ keys }) => keys);
  for (const key of unread) assert.ok(parts.includes(`\`${key}\``), key);
});

function isAbout(row: Row, { keys, variables }: Variable): boolean {
  const names = keys.length > 0 ? keys : variables;
  const all = [...row.keys, ...row.variables];
  return names.some((name) => all.includes(name)) || variables.some((name) => all.includes(name));
}

function isRead(name: string): boolean {
  return !/^(?:csm_|api_versions|tcp_keepalive|proxy_use_forwarding)/.test(name);
}

function defaultOf({ name, default: usual, keys }: Variable): readonly string[] {
  const own = ownDefaults[name];
  if (own !== undefined) return [own];
  const isFlag = flagKeys.has(keys[0] ?? '');
  return usual === null || usual === undefined ? (isFlag ? ['false'] : []) : [String(usual)];
}

/** Flags without a default are false. */
const flagKeys: ReadonlySet<string> = new Set([
  'ignore_configured_endpoint_urls',
  ...rules.filter(({ form }) => form.is === 'flag').flatMap(({ keys }) => keys),
]);

function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
