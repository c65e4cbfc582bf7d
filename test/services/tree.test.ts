import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { CollectionRule, Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import { declaredServices } from '../../src/services/index.ts';
import { writeResourcesPage } from '../../tools/resources/page.ts';

/** Set UPDATE_GOLDEN=1 to write the picture and the page anew after a change of the declarations. */
const golden = new URL('tree.txt', import.meta.url);
const page = new URL('../../docs/resources.md', import.meta.url);

test('it declares the tree of the picture', async () => {
  const picture = `${declaredServices.map(drawService).join('\n\n')}\n`;
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, picture);
  assert.equal(picture, await readFile(golden, 'utf8'));
});

test('it is listed in the docs, as `npm run resources` writes them', async () => {
  const text = writeResourcesPage(declaredServices);
  if (process.env.UPDATE_GOLDEN) await writeFile(page, text);
  const isSame = text === (await readFile(page, 'utf8'));
  assert.ok(isSame, 'docs/resources.md is not what the declarations say: npm run resources');
});

function drawService(kinds: ServiceKinds): string {
  const scope = typeof kinds.scope === 'object' ? ' (global)' : '';
  const drawn = new Set<string>();
  const lines = Object.entries(kinds.collections).flatMap(([name, rule]) =>
    drawCollection(kinds, name, rule, 1, drawn),
  );
  return [`${kinds.title}${scope}`, ...lines].join('\n');
}

function drawCollection(
  kinds: ServiceKinds,
  name: string,
  rule: CollectionRule,
  depth: number,
  drawn: Set<string>,
): string[] {
  const shown = rule.inline ? `(${name})` : rule.title;
  const service = rule.service ? `${rule.service}.` : '';
  const head = `${'  '.repeat(depth)}${shown}: ${service}${rule.operation}`;
  const kindsBelow = rule.items.flatMap(({ kind }) => drawKind(kinds, kind, depth + 1, drawn));
  return [head, ...kindsBelow];
}

function drawKind(kinds: ServiceKinds, name: string, depth: number, drawn: Set<string>): string[] {
  const kind: Kind | undefined = kinds.kinds[name];
  const head = `${'  '.repeat(depth)}${name}${kind ? ` <${kind.identifiers.join(', ')}>` : ''}`;
  if (!kind?.collections) return [head];
  if (drawn.has(name)) return [`${head} ...`];
  drawn.add(name);
  const below = Object.entries(kind.collections).flatMap(([collection, rule]) =>
    drawCollection(kinds, collection, rule, depth + 1, drawn),
  );
  return [head, ...below];
}
