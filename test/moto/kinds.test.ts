// Every declared kind through the resource layer against moto: made, listed, loaded, its children opened, its actions run,
// and taken away, by the scenarios of the files in `kinds/`. Prints per kind what ran.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { declaredServices } from '../../src/services/index.ts';
import { useOwnAws } from './aws.ts';
import { badExcuses, notRun } from './kinds/coverage.ts';
import { runKind, runService } from './kinds/runner.ts';
import type { ServiceScenarios } from './kinds/scenario.ts';
import { nothingYet, type Ran } from './kinds/stage.ts';

/** Files of the folder that are no service's. */
const tools: ReadonlySet<string> = new Set(['coverage', 'runner', 'scenario', 'stage']);
/** moto has none of these services. */
const absent: ReadonlySet<string> = new Set(['apprunner', 'globalaccelerator', 'lightsail']);

const folder = join(import.meta.dirname, 'kinds');
const { session } = await useOwnAws();
const services = await readScenarios();
const all: Ran[] = [];

const only = process.env.AWSCOPE_TEST_KINDS?.split(',');

describe('the scenarios of the kinds', () => {
  it('are there for every declared service that moto has', () => {
    const declared = declaredServices.map(({ service }) => service);
    const expected = declared.filter((service) => !absent.has(service));
    assert.deepEqual([...services.keys()].toSorted(), expected.toSorted());
  });
});

for (const kinds of declaredServices) {
  const { service } = kinds;
  const scenarios = services.get(service);
  if (!scenarios || (only && !only.includes(service))) continue;
  const ran = nothingYet();
  all.push(ran);
  describe(`the kinds of ${service}`, () => {
    for (const name of Object.keys(scenarios.kinds)) {
      it(`${service} ${name} is made, read and taken away`, async (test) => {
        test.diagnostic(await runKind({ session, services, ran }, service, name));
      });
    }

    it(`${service} itself is listed and acted on`, async (test) => {
      test.diagnostic(await runService({ session, services, ran }, service));
    });

    it(`${service} has everything run that moto serves`, () => {
      assert.deepEqual(notRun(kinds, scenarios, ran), []);
    });

    it(`${service} excuses nothing that was run or is not declared`, () => {
      assert.deepEqual(badExcuses(kinds, scenarios, ran), []);
    });
  });
}

after(() => {
  const count = (part: keyof Ran) => new Set(all.flatMap((ran) => [...ran[part]])).size;
  console.log(
    `Against moto: ${count('kinds')} kinds, ${count('collections')} collections, ${count('actions')} actions, ` +
      `${count('references')} references, ${count('waiters')} waiters.`,
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
