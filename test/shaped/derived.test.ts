// Every list that is derived for any service, asked once of a server that has the shapes of AWS's models.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service } from '../../src/core/models/model.ts';
import type { ServiceKinds } from '../../src/core/resources/kind.ts';
import { ServiceResource } from '../../src/core/resources/serviceResource.ts';
import { follow, outputPlaces } from '../../src/core/resources/shapes.ts';
import { deriveKinds } from '../../src/services/derived/derive.ts';
import { concurrently } from './concurrently.ts';
import { startShapedServer } from './server.ts';
import { shapedSession } from './session.ts';

const catalogue = openCatalogue({ searchPath: [] });

test('every derived list is read to its end, and nothing in it comes twice', async (context) => {
  const faults: string[] = [];
  const counts = { services: 0, lists: 0, pages: 0, resources: 0 };
  await concurrently(await catalogue.services(), 6, async ({ id }) => {
    counts.services += 1;
    await readLists(await catalogue.service(id), faults, counts);
  });
  context.diagnostic(JSON.stringify(counts));
  assert.deepEqual(faults, []);
  assert.ok(counts.lists >= 2200 && counts.pages >= 3500, JSON.stringify(counts));
});

function twice(paths: readonly string[]): readonly string[] {
  return paths.filter((path, at) => paths.indexOf(path) !== at);
}

/** What is named by one of a few values that the model counts can come again. */
function isCounted(service: Service, kinds: ServiceKinds, collection: string): boolean {
  const rule = kinds.collections[collection];
  const [output] = rule ? outputPlaces(service, rule.operation) : [];
  const [item] = rule?.items ?? [];
  const place = output && item && follow(output, item.path);
  return Object.values(item?.identifiers ?? {}).every((from) => {
    const shape = place && typeof from === 'string' ? follow(place, from)?.shape : undefined;
    return shape?.type === 'string' && shape.enum !== undefined && shape.enum.length < 8;
  });
}

async function readLists(
  service: Service,
  faults: string[],
  counts: { lists: number; pages: number; resources: number },
): Promise<void> {
  const kinds = await deriveKinds(service);
  if (Object.keys(kinds.collections).length === 0) return;
  await using server = await startShapedServer(service);
  const session = shapedSession(server.url, catalogue);
  const resource = new ServiceResource({ session, kinds, kindsOf: () => kinds, services: [kinds] });
  for (const collection of resource.collections) {
    const where = `${service.id} ${collection.name}`;
    try {
      const paths: string[] = [];
      let pages = 0;
      for await (const page of collection.pages()) {
        pages += 1;
        for (const one of page.items) {
          paths.push(one.path);
          if (!one.id || !one.label) faults.push(`${where} has a resource without a name`);
        }
        if (pages > 3) break;
      }
      counts.lists += 1;
      counts.pages += pages;
      counts.resources += paths.length;
      if (pages > 2) faults.push(`${where} does not end`);
      if (paths.length < 2) faults.push(`${where} gives ${paths.length} resources`);
      const again = isCounted(service, kinds, collection.name) ? [] : twice(paths);
      if (again.length > 0) faults.push(`${where} gives ${again[0]} twice`);
    } catch (error) {
      faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  faults.push(...server.refused);
}
