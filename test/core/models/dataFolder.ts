// Makes folders in botocore's layout for the tests of this folder.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';

/** A folder of its own for one test, gone afterwards. */
export async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'awscope-models-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes each value as JSON under its path, gzipped where the name ends so; text is written as it is. */
export async function writeFiles(folder: string, files: Readonly<Record<string, unknown>>) {
  for (const [name, value] of Object.entries(files)) {
    const file = path.join(folder, name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text);
  }
}

/** The least a service model has, with these operations. */
export function buildModel(apiVersion: string, operations: readonly string[]) {
  return {
    version: '2.0',
    metadata: {
      apiVersion,
      endpointPrefix: 'toys',
      protocol: 'json',
      serviceFullName: 'Toy Service',
      serviceId: 'Toys',
      signatureVersion: 'v4',
      uid: `toys-${apiVersion}`,
    },
    operations: Object.fromEntries(
      operations.map((name) => [name, { name, http: { method: 'POST', requestUri: '/' } }]),
    ),
    shapes: { Name: { type: 'string' } },
  };
}
