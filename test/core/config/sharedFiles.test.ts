// Generated files, and what botocore made of them: test/fixtures/config/generate.py.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type ConfigValue, parseConfigFile } from '../../../src/core/config/iniFile.ts';
import { buildSharedConfig, type SharedConfig } from '../../../src/core/config/sharedConfig.ts';

interface Case {
  readonly config: string | null;
  readonly credentials: string | null;
  readonly full: Readonly<Record<string, unknown>>;
  readonly error?: string;
  readonly profile?: string;
  readonly isBroken?: boolean;
}

const fixture = new URL('../../fixtures/config/shared-files.json', import.meta.url);
const cases: readonly Case[] = JSON.parse(readFileSync(fixture, 'utf8'));

describe('the shared files', () => {
  const good = cases.filter((one) => one.error === undefined);
  const bad = cases.filter((one) => one.error !== undefined);

  test(`it reads ${good.length} generated pairs of files as botocore does`, () => {
    for (const one of good) {
      const shared = read(one);
      // botocore says nothing of the sections it ignores.
      const faults = shared.faults.filter(({ problem }) => !problem.startsWith('AWS ignores'));
      assert.deepEqual(faults, [], JSON.stringify(one.config));
      assert.deepEqual(picture(shared), entries(one.full), JSON.stringify(one.config));
    }
  });

  test(`it keeps every other profile of ${bad.length} files that botocore refuses as a whole`, () => {
    for (const one of bad) {
      const shared = read(one);
      const broken = shared.profiles.get(one.profile ?? '');
      const others = new Map(shared.profiles);
      others.delete(one.profile ?? '');
      const { profiles } = Object.fromEntries(entries(one.full));
      assert.deepEqual(entries(others), profiles, one.error);
      assert.ok(broken?.config, one.error);
      if (one.isBroken) assert.ok(broken.config.fault, one.error);
    }
  });

  test('it names the line of each fault that botocore names', () => {
    for (const one of bad) {
      const line = /\[line\s+(\d+)\]/.exec(one.error ?? '')?.[1];
      if (line === undefined) continue;
      const lines = read(one).faults.map((fault) => fault.line);
      assert.ok(lines.includes(Number(line)), `${one.error}: ${lines.join()}`);
    }
  });
});

function read(one: Case): SharedConfig {
  return buildSharedConfig(
    parseConfigFile(one.config ?? '', 'config'),
    parseConfigFile(one.credentials ?? '', 'credentials'),
  );
}

/** Sorted pairs all the way down, so that no name is special to the comparison. */
function picture(shared: SharedConfig): unknown {
  const { profiles, ssoSessions, services, others } = shared;
  return entries({ others, profiles, services, sso_sessions: ssoSessions });
}

type Entries = (readonly [string, unknown])[];

function entries(value: object): Entries {
  const pairs: Entries = value instanceof Map ? [...value] : Object.entries(value);
  return pairs
    .map(([key, inner]) => [key, plain(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function plain(value: unknown): unknown {
  if (isSection(value)) return entries(value.values);
  return typeof value === 'object' && value !== null ? entries(value) : value;
}

function isSection(value: unknown): value is { values: ReadonlyMap<string, ConfigValue> } {
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Map);
  return isObject && 'values' in value && value.values instanceof Map;
}
