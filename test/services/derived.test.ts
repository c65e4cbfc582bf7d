import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Service } from '../../src/core/models/model.ts';
import { isReading } from '../../src/core/readOnly.ts';
import type { CollectionRule, Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import { follow, outputPlaces, placesOfKind } from '../../src/core/resources/shapes.ts';
import { fieldsOf } from '../../src/core/resources/texts.ts';
import { holdsSecret } from '../../src/core/secrets.ts';
import { checkDeclarations } from '../../src/services/check/check.ts';
import { deriveKinds } from '../../src/services/derived/derive.ts';

/** What came out when this was written last: a change may find more, and never much less. */
const least = {
  services: 360,
  collections: 2190,
  children: 2220,
  described: 1780,
  actions: 10_900,
};

describe('what is derived from the models', () => {
  const models = new Map<string, Service>();
  let derived: readonly ServiceKinds[] = [];

  before(async () => {
    const catalogue = openCatalogue({ searchPath: [] });
    for (const { id } of await catalogue.services()) models.set(id, await catalogue.service(id));
    derived = await Promise.all([...models.values()].map(deriveKinds));
  });

  test('it finds as much as ever', (context) => {
    const counts = countAll(derived);
    context.diagnostic(JSON.stringify(counts));
    for (const [name, count] of Object.entries(least)) {
      assert.ok((counts[name] ?? 0) >= count, `${name}: ${counts[name]}, once ${count}`);
    }
  });

  test('it names only what the catalogue has', () => {
    const faults = derived.flatMap((kinds) => checkDeclarations({ services: [kinds], models }));
    assert.deepEqual(faults, []);
  });

  test('it is plain data, as JSON would be', () => {
    assert.deepEqual(derived, JSON.parse(JSON.stringify(derived)));
  });

  test('it lists and describes by operations alone that read and give no secret', () => {
    const used = derived.flatMap((kinds) => {
      const loads = Object.values(kinds.kinds).flatMap(({ load }) => load ?? []);
      return [...collectionsOf(kinds), ...loads].map(
        (rule) => [kinds.service, rule.operation] as const,
      );
    });
    assert.deepEqual(
      used.filter(([service, operation]) => !isReading(service, operation)),
      [],
    );
  });

  test('it never asks what is billed by the question in order to list', () => {
    const asked = derived.flatMap((kinds) =>
      collectionsOf(kinds).map((rule) => `${kinds.service}.${rule.operation}`),
    );
    for (const billed of [
      'ce.GetCostAndUsage',
      'geo-places.SearchText',
      'rekognition.SearchFaces',
    ]) {
      assert.ok(!asked.includes(billed), billed);
    }
    assert.deepEqual(
      asked.filter((name) => /^ce\.Get/.test(name)),
      [],
    );
  });

  test('it takes for harmless only what reads, and for destroying all that deletes', () => {
    const wrong = derived.flatMap((kinds) =>
      Object.values(kinds.kinds).flatMap(({ actions = {} }) =>
        Object.values(actions).filter(({ operation, risk }) => {
          if (risk === 'R') return !isReading(kinds.service, operation);
          return /^(?:Batch)?(?:Delete|Terminate|Purge)/.test(operation) && risk !== 'X';
        }),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  test('it shows no secret in any text', async () => {
    const shown: string[] = [];
    for (const kinds of derived) {
      const modelOf = async (id: string) => models.get(id) as Service;
      for (const [name, kind] of Object.entries(kinds.kinds)) {
        const places = await placesOfKind([kinds], { service: kinds.service, kind: name }, modelOf);
        const found = textsOf(kind).flatMap((path) =>
          places.flatMap((place) => follow(place, path) ?? []),
        );
        if (found.some((place) => holdsSecret(place.service, place.name)))
          shown.push(`${kinds.service}.${name}`);
      }
    }
    assert.deepEqual(shown, []);
  });

  test('it gives the same value for the same model', async () => {
    const model = models.get('mediaconvert') as Service;
    assert.equal(await deriveKinds(model), await deriveKinds(model));
    assert.deepEqual(await deriveKinds({ ...model }), await deriveKinds(model));
  });

  test('it leaves a turn to others while it reads a large model', async () => {
    const deriving = deriveKinds(await openCatalogue({ searchPath: [] }).service('ec2'));
    let isDone = false;
    void deriving.then(() => {
      isDone = true;
    });
    let turns = 0;
    for (; !isDone; turns++) await setImmediate();
    assert.ok(turns > 3, `${turns} turns`);
  });

  test('it gives nothing to list for a service that only answers questions', async () => {
    const runtime = models.get('bedrock-runtime') as Service;
    assert.ok(outputPlaces(runtime, 'Converse').length > 0);
    const { collections } = await deriveKinds(models.get('personalize-runtime') as Service);
    assert.deepEqual(collections, {});
  });
});

function collectionsOf(kinds: ServiceKinds): readonly CollectionRule[] {
  const owners = [kinds, ...Object.values(kinds.kinds)];
  return owners.flatMap(({ collections = {} }) => Object.values(collections));
}

function countAll(derived: readonly ServiceKinds[]): Readonly<Record<string, number>> {
  const kinds = derived.flatMap((one) => Object.values(one.kinds));
  const sum = (sizes: readonly object[]) =>
    sizes.reduce((total, one) => total + Object.keys(one).length, 0);
  return {
    services: derived.filter(({ collections }) => Object.keys(collections).length > 0).length,
    collections: sum(derived.map(({ collections }) => collections)),
    children: sum(kinds.map(({ collections = {} }) => collections)),
    kinds: kinds.length,
    described: kinds.filter(({ load }) => load).length,
    actions: sum(kinds.map(({ actions = {} }) => actions)),
  };
}

function textsOf(kind: Kind): readonly string[] {
  const texts = [
    ...(kind.label ?? []),
    ...(kind.description ?? []),
    ...(kind.state === undefined ? [] : [kind.state]),
    ...(kind.columns ?? []).map(([, text]) => text),
  ];
  return texts
    .flatMap(fieldsOf)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('tag:'));
}
