import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maskSensitive } from '../../src/core/mask.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import {
  follow,
  outputPlaces,
  placesOfKind,
  type ShapePlace,
} from '../../src/core/resources/shapes.ts';
import { fieldsOf } from '../../src/core/resources/texts.ts';
import { holdsSecret } from '../../src/core/secrets.ts';
import { declaredServices } from '../../src/services/index.ts';

const catalogue = openCatalogue();

/** Marked as sensitive because they are personal, and shown because people know accounts, users and groups by them. */
const names = new Set([
  'identitystore.Group DisplayName',
  'identitystore.GroupMember DisplayName',
  'identitystore.GroupMember UserName',
  'identitystore.GroupMembership DisplayName',
  'identitystore.User DisplayName',
  'identitystore.User UserName',
  'organizations.Account Name',
]);

const modelOf = (service: string) => catalogue.service(service);

function placesOf(service: string, kind: string): Promise<readonly ShapePlace[]> {
  return placesOfKind(declaredServices, { service, kind }, modelOf);
}

describe("a resource's secrets", () => {
  test('it hides the variables of a function, by name kept', async () => {
    const value = { FunctionName: 'a', Environment: { Variables: { TOKEN: 'open sesame' } } };
    const masked = maskSensitive(await placesOf('lambda', 'Function'), value);
    assert.deepEqual(masked.value, {
      FunctionName: 'a',
      Environment: { Variables: { TOKEN: '••••••••' } },
    });
  });

  test('it hides a password that a database will get', async () => {
    const value = { PendingModifiedValues: { MasterUserPassword: 'open sesame', Port: 1 } };
    const masked = maskSensitive(await placesOf('rds', 'DBInstance'), value);
    assert.deepEqual(masked.value, {
      PendingModifiedValues: { MasterUserPassword: '••••••••', Port: 1 },
    });
  });

  test('it knows the shapes of every kind, but of those no operation tells of', async () => {
    const untold: string[] = [];
    for (const { service, kinds } of declaredServices) {
      for (const kind of Object.keys(kinds)) {
        if ((await placesOf(service, kind)).length === 0) untold.push(`${service}.${kind}`);
      }
    }
    assert.deepEqual(untold, ['glacier.Archive']);
  });

  test('it does not come in by a joined list, which is shown as it is', async () => {
    for (const { service, kinds, collections } of declaredServices) {
      const owners = [{ collections }, ...Object.values(kinds)];
      for (const { join } of owners.flatMap((one) => Object.values(one.collections ?? {}))) {
        if (!join) continue;
        const [output] = outputPlaces(await modelOf(join.service ?? service), join.operation);
        const place = output && follow(output, join.path);
        assert.ok(place && !holdsSecret(place.service, place.name), `${service} ${join.operation}`);
      }
    }
  });

  test('it does not come in beside what describes a resource', async () => {
    for (const { service, kinds } of declaredServices) {
      for (const [name, { load }] of Object.entries(kinds)) {
        for (const member of load?.beside ?? []) {
          const [output] = outputPlaces(
            await modelOf(load?.service ?? service),
            load?.operation ?? '',
          );
          const place = output && follow(output, member);
          assert.ok(
            place && !holdsSecret(place.service, place.name),
            `${service}.${name} ${member}`,
          );
        }
      }
    }
  });

  test('it is in no text of the tree', async () => {
    const shown: string[] = [];
    for (const { service, kinds } of declaredServices) {
      for (const [name, kind] of Object.entries(kinds)) {
        const texts = [
          ...(kind.label ?? []),
          ...(kind.description ?? []),
          ...(kind.columns ?? []).map(([, text]) => text),
        ];
        const places = await placesOf(service, name);
        for (const { name: path } of texts.flatMap(fieldsOf)) {
          const found = places.flatMap((place) => follow(place, path) ?? []);
          const isSecret = found.some((place) => holdsSecret(place.service, place.name));
          if (isSecret && !names.has(`${service}.${name} ${path}`))
            shown.push(`${service}.${name} ${path}`);
        }
      }
    }
    assert.deepEqual(shown, []);
  });
});
