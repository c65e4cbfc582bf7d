// Holds package.json and src/views/ids.ts to each other: an id in one of them only is a command nobody answers, or a view
// nobody sees.

import assert from 'node:assert/strict';
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as ids from '../src/views/ids.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly configuration?: { readonly properties: Readonly<Record<string, unknown>> };
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly keybindings: readonly MenuItem[];
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome?: readonly { readonly view: string; readonly contents: string }[];
  };
}

describe('package.json', () => {
  let manifest: Manifest;
  before(async () => {
    manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  });

  it('contributes the commands of ids.ts and no other', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.sort(), Object.values(ids.commands).sort());
  });

  it('gives every command a title under AWS', () => {
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.ok(title.trim(), `${command} has a title`);
      assert.equal(category, 'AWS', `${command} stands under AWS`);
    }
  });

  it('contributes the views and containers of ids.ts and no other', () => {
    const { views, viewsContainers } = manifest.contributes;
    const containers = viewsContainers.activitybar.map(({ id }) => id);
    const shown = Object.values(views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(containers.sort(), Object.values(ids.containers).sort());
    assert.deepEqual(Object.keys(views).sort(), containers.sort());
    assert.deepEqual(shown.sort(), Object.values(ids.views).sort());
  });

  it('contributes the settings of ids.ts and no other', () => {
    const properties = Object.keys(manifest.contributes.configuration?.properties ?? {});
    assert.deepEqual(properties.sort(), Object.values<string>(ids.settings).sort());
  });

  it('contributes the languages of ids.ts, with files that exist', async () => {
    const { configurationDefaults, grammars, languages } = manifest.contributes;
    const known = Object.values(ids.languages);
    assert.deepEqual(languages.map(({ id }) => id).sort(), [...known].sort());
    assert.deepEqual(grammars.map(({ language }) => language).sort(), [...known].sort());
    const scopes = Object.keys(configurationDefaults).filter((key) => key.startsWith('['));
    assert.deepEqual(scopes.sort(), known.map((id) => `[${id}]`).sort());
    const files = [...grammars.map(({ path }) => path), ...languages.map((l) => l.configuration)];
    for (const file of files) await access(join(root, file));
  });

  it('brings along the schemas that it contributes, by which settings are held to those of kinds', async () => {
    for (const { url } of manifest.contributes.jsonValidation) {
      const { properties = {}, definitions } = JSON.parse(await readFile(join(root, url), 'utf8'));
      assert.ok(definitions, url);
      if (properties.settings === undefined) continue;
      assert.deepEqual(Object.keys(definitions.settings.properties), [ids.settings.kinds]);
    }
  });

  it('names only known commands in menus, keys and welcome texts', () => {
    const { keybindings, menus, viewsWelcome = [] } = manifest.contributes;
    const items = [...Object.values(menus).flat(), ...keybindings];
    const links = viewsWelcome.flatMap(({ contents }) => [
      ...contents.matchAll(/command:([\w.]+)/g),
    ]);
    const named = [...items.map(({ command }) => command), ...links.map(([, command]) => command)];
    const known = new Set<string>(Object.values(ids.commands));
    assert.deepEqual(
      named.filter((command) => command?.startsWith('awscope.') && !known.has(command)),
      [],
    );
  });

  it('asks only for known views, nodes, schemes and context keys in when clauses', () => {
    const { keybindings, menus } = manifest.contributes;
    const clauses = [...Object.values(menus).flat(), ...keybindings].map(({ when = '' }) => when);
    assert.deepEqual(unknownIn(clauses.join('\n')), []);
  });

  it('is held to its when clauses by a check that finds strangers', () => {
    const clauses = [
      'view == awscope.other',
      'viewItem == stranger',
      'viewItem =~ /^(resource|stranger)$/',
      'resourceScheme == elsewhere',
      'awscope.nobodySetsThis',
    ];
    for (const clause of clauses) assert.equal(unknownIn(clause).length, 1, clause);
  });

  it('starts for file systems of known schemes', () => {
    const schemes = manifest.activationEvents.flatMap((event) =>
      event.startsWith('onFileSystem:') ? [event.slice('onFileSystem:'.length)] : [],
    );
    assert.deepEqual(schemes, [ids.schemes.input]);
  });

  it('contributes no command which the code does not register', async () => {
    const code = await readViews();
    const unanswered = Object.keys(ids.commands).filter(
      (name) => !new RegExp(`\\bcommands\\.${name}\\b`).test(code),
    );
    assert.deepEqual(unanswered, []);
  });
});

/** Every id in the clauses which ids.ts does not have. */
function unknownIn(clauses: string): string[] {
  const values = (pattern: RegExp) => [...clauses.matchAll(pattern)].map(([, id = '']) => id);
  const views = values(/\bview == ([\w.-]+)/g);
  const nodes = [
    ...values(/\bviewItem == ([\w.-]+)/g),
    ...values(/\bviewItem =~ \/\^\(([\w|]+)\)\$\//g).flatMap((names) => names.split('|')),
  ];
  const schemes = values(/\bresourceScheme == ([\w.-]+)/g);
  const keys = values(/(?<![\w.] == |[\w.=-])(awscope\.[\w.]+)/g);
  return [
    ...strangers(views, ids.views),
    ...strangers(nodes, ids.nodeContexts),
    ...strangers(schemes, ids.schemes),
    ...strangers(keys, { ...ids.contextKeys }),
  ];
}

function strangers(found: readonly string[], known: Readonly<Record<string, string>>): string[] {
  return found.filter((id) => !Object.values(known).includes(id));
}

async function readViews(): Promise<string> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = entries.filter(({ name }) => name.endsWith('.ts') && name !== 'ids.ts');
  const texts = files.map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
