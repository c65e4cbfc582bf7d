// Every declared kind through the resource layer against moto: made, listed, loaded, its children opened, its actions run,
// and taken away, by the scenarios of the files in `kinds/`. Prints per kind what ran.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { declaredServices } from '../../src/services/index.ts';
import { useAws } from './aws.ts';
import { notRun, type Run, runKind } from './kinds/runner.ts';
import type { ServiceScenarios } from './kinds/scenario.ts';

/** Files of the folder that are no service's. */
const tools: ReadonlySet<string> = new Set(['runner', 'scenario']);
const folder = join(import.meta.dirname, 'kinds');
const { session } = await useAws();

const run: Run = {
  session,
  services: await readScenarios(),
  ran: {
    kinds: new Set(),
    actions: new Set(),
    collections: new Set(),
    references: new Set(),
    waiters: new Set(),
  },
};

const only = process.env.AWSCOPE_TEST_KINDS?.split(',');

for (const kinds of declaredServices) {
  const { service } = kinds;
  const scenarios = run.services.get(service);
  if (!scenarios || (only && !only.includes(service))) continue;
  describe(`the kinds of ${service}`, () => {
    for (const name of Object.keys(scenarios.kinds)) {
      it(`${service} ${name} is made, read and taken away`, async (test) => {
        test.diagnostic(await runKind(run, service, name));
      });
    }

    it(`${service} has a scenario for every kind that moto serves`, (test) => {
      const missing = Object.keys(kinds.kinds).filter(
        (name) => !scenarios.kinds[name] && !scenarios.unserved?.[name],
      );
      assert.deepEqual(missing, []);
      const left = notRun(run, service);
      if (left.length > 0) test.diagnostic(`${service}: actions not run: ${left.join(', ')}`);
    });

    it(`${service} names no kind or part that is not declared`, () => {
      const names = [...Object.keys(scenarios.kinds), ...Object.keys(scenarios.unserved ?? {})];
      const unknown = names.filter((name) => !isDeclared(kinds, name));
      assert.deepEqual(unknown, []);
    });
  });
}

after(() => {
  const { ran } = run;
  const without = declaredServices.filter(({ service }) => !run.services.has(service));
  console.log(
    `Against moto: ${ran.kinds.size} kinds, ${ran.collections.size} collections, ${ran.actions.size} actions, ` +
      `${ran.references.size} references, ${ran.waiters.size} waiters. ` +
      `Services without scenarios: ${without.map(({ service }) => service).join(', ') || 'none'}.`,
  );
});

/** By botocore's id, which is the file's name. */
async function readScenarios(): Promise<ReadonlyMap<string, ServiceScenarios>> {
  const files = await readdir(folder);
  const names = files.map((file) => file.replace(/\.ts$/, '')).filter((name) => !tools.has(name));
  const entries = names.map(async (name) => {
    const { scenarios } = (await import(join(folder, `${name}.ts`))) as {
      scenarios: ServiceScenarios;
    };
    return [name, scenarios] as const;
  });
  return new Map(await Promise.all(entries));
}

/** A kind, a part of one, or an action or a collection of the service. */
function isDeclared(kinds: (typeof declaredServices)[number], name: string): boolean {
  const [first = '', part] = name.split('.', 2);
  const kind = kinds.kinds[first];
  if (part === undefined) return kind !== undefined || kinds.actions?.[first] !== undefined;
  const parts = [kind?.collections, kind?.actions, kind?.waiters, kind?.has];
  return part === 'load' || part === 'list' || parts.some((one) => one?.[part] !== undefined);
}
