// Holds the imports of src to the floors. The checker is shown bad samples first: one that finds nothing proves nothing.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultsOf, importsOf } from './floors.ts';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

const bad: readonly (readonly [name: string, file: string, text: string])[] = [
  ['core that knows VS Code', 'core/client.ts', "import * as vscode from 'vscode';"],
  ['core that knows a type of VS Code', 'core/client.ts', "import type { Uri } from 'vscode';"],
  ['core that knows a service', 'core/session.ts', "import { s3 } from '../services/s3.ts';"],
  ['a service that knows a view', 'services/s3.ts', "import { ids } from '../views/ids.ts';"],
  ['a client that knows its session', 'core/client.ts', "import { S } from './session.ts';"],
  [
    'a session that knows resources',
    'core/session.ts',
    "import { R } from './resources/resource.ts';",
  ],
  ['credentials that know Client', 'core/credentials/sso.ts', "export * from '../client.ts';"],
  ['http that runs Client', 'core/http/send.ts', "import { Client } from '../client.ts';"],
  ['a view in a foreign folder', 'views/logs/index.ts', "import { a } from '../s3/tree.ts';"],
  ['a view that knows its start', 'views/s3/a.ts', "await import('../../extension.ts');"],
  ['a package elsewhere', 'core/client.ts', "const { Agent } = await import('undici');"],
  ['part of a package elsewhere', 'views/s3/b.ts', "import { cbor } from '@smithy/core/cbor';"],
  ['a package nobody decided on', 'core/client.ts', "import { map } from 'lodash';"],
  ['a builtin without its prefix', 'core/client.ts', "import { join } from 'path';"],
  ['require', 'core/client.ts', "const ini = require('ini');"],
  ['an import for its effect', 'core/client.ts', "import 'undici';"],
  [
    'an import over lines',
    'core/region.ts',
    "import {\n  a,\n  type B,\n} from '../views/ids.ts';",
  ],
  ['an export over lines', 'core/region.ts', "export {\n  a,\n} from '../views/ids.ts';"],
];

describe('the checker of the floors', () => {
  for (const [name, file, text] of bad) {
    it(`finds ${name}`, () => {
      assert.equal(faultsOf(importsOf(file, text)).length, 1);
    });
  }

  it('finds a package in two files of the folder that is its door', () => {
    const text = "import { parse } from 'ini';";
    const imports = ['core/config/a.ts', 'core/config/b.ts'].flatMap((file) =>
      importsOf(file, text),
    );
    assert.deepEqual(faultsOf(imports), [
      'ini is imported in core/config/a.ts and core/config/b.ts',
    ]);
  });

  it('leaves what points down alone', () => {
    const text = `
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Session } from '../../core/session.ts';
import { declaredServices } from '../../services/index.ts';
import { commands } from '../ids.ts';
import type { Node } from './nodes.ts';
// import { Client } from 'lodash';
const from = 'lodash';
`;
    const imports = importsOf('views/explorer/tree.ts', text);
    assert.equal(imports.length, 6);
    assert.deepEqual(faultsOf(imports), []);
  });

  it('lets http use the words of the client, not its code', () => {
    const text = "import type { ClientSettings } from '../client.ts';";
    assert.deepEqual(faultsOf(importsOf('core/http/endpoint.ts', text)), []);
  });
});

describe('src', () => {
  it('has no import that points up and no package at a second place', async () => {
    const files = await listSources();
    const imports = await Promise.all(
      files.map(async (file) => importsOf(file, await readFile(join(source, file), 'utf8'))),
    );
    assert.ok(imports.flat().length > 2 * files.length, 'the imports were read');
    assert.deepEqual(faultsOf(imports.flat()), []);
  });
});

async function listSources(): Promise<string[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
