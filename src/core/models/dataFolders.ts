// botocore's own layout of models: `<folder>/<service>/<api version>/service-2.json`, plain or gzipped, with
// `service-2.sdk-extras.json` beside it merged in. The first folder of a list that has a file wins, as in botocore's
// `loaders.py`. Used for the user's own models and for making the catalogue.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ModelError } from '../errors.ts';

/** The parts of a service's description, by the name of their files. */
export type ModelType = 'service-2' | 'paginators-1' | 'waiters-2' | 'endpoint-rule-set-1';

/** What a JSON file of a data folder holds: always an object. */
export type ModelData = Record<string, unknown>;

/** Reads a whole file; the door through which all model files come. */
export type ReadFile = (file: string) => Promise<Buffer>;

/** The latest API version of `type` in any of the folders, or undefined when none has it. */
export async function latestApiVersion(
  folders: readonly string[],
  service: string,
  type: ModelType,
): Promise<string | undefined> {
  const versions = await Promise.all(folders.map((f) => listApiVersions(f, service, type)));
  return versions.flat().sort().at(-1);
}

/** The services that any of the folders describes, sorted. */
export async function listServices(folders: readonly string[]): Promise<string[]> {
  const names = (await Promise.all(folders.map(listFolders))).flat();
  const services: string[] = [];
  for (const service of [...new Set(names)].sort()) {
    if (await latestApiVersion(folders, service, 'service-2')) {
      services.push(service);
    }
  }
  return services;
}

/** A file of a data folder, with its own path for messages. */
export interface ModelFile {
  readonly file: string;
  readonly data: ModelData;
}

/** The file `name` (without `.json`) of the first folder that has it; undefined when none has it. */
export async function readModel(
  folders: readonly string[],
  name: string,
  read: ReadFile = readFile,
): Promise<ModelFile | undefined> {
  // Most people have no such folder, and that is known sooner so.
  for (const folder of folders.filter((given) => existsSync(given))) {
    for (const ending of ['.json', '.json.gz']) {
      const file = path.join(folder, `${name}${ending}`);
      const bytes = await readOptional(file, read);
      if (bytes) {
        return { file, data: await parseData(file, bytes) };
      }
    }
  }
  return undefined;
}

/** The model with the `merge` section of the extras file beside it, where a folder has one. */
export async function mergeExtras(
  model: ModelData,
  folders: readonly string[],
  name: string,
  read: ReadFile = readFile,
): Promise<ModelData> {
  const extras = (await readModel(folders, `${name}.sdk-extras`, read))?.data.merge;
  return isObject(extras) ? merge(model, extras) : model;
}

async function listApiVersions(folder: string, service: string, type: ModelType) {
  const versions = await listFolders(path.join(folder, service));
  const found = await Promise.all(
    versions.map(async (version) => {
      const files = await listEntries(path.join(folder, service, version));
      return files.some((file) => file.name === `${type}.json` || file.name === `${type}.json.gz`);
    }),
  );
  return versions.filter((_, i) => found[i]);
}

/** The folders in a folder; none for one that is not there. */
export async function listFolders(folder: string): Promise<string[]> {
  const entries = await listEntries(folder);
  return entries.filter((e) => e.isDirectory() || e.isSymbolicLink()).map((e) => e.name);
}

/** Nothing for a folder that is absent or closed to us: botocore, too, sees no models there. */
async function listEntries(folder: string) {
  if (!existsSync(folder)) return [];
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What a model file holds. */
export async function parseData(file: string, bytes: Buffer): Promise<ModelData> {
  const data = await parseJson(file, bytes);
  if (!isObject(data)) {
    throw new ModelError(file, 'a model is a JSON object, and this file holds something else.');
  }
  return data;
}

async function parseJson(file: string, bytes: Buffer): Promise<unknown> {
  try {
    const text = file.endsWith('.gz') ? await unzip(bytes) : bytes;
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    throw new ModelError(file, `this model cannot be read: ${messageOf(error)}.`, error);
  }
}

async function unzip(bytes: Buffer): Promise<Buffer> {
  const { gunzip } = await import('node:zlib');
  return promisify(gunzip)(bytes);
}

/** undefined for a file that is not there. */
export async function readOptional(file: string, read: ReadFile): Promise<Buffer | undefined> {
  try {
    return await read(file);
  } catch (error) {
    if (isAbsent(error)) {
      return undefined;
    }
    throw new ModelError(file, `this model cannot be read: ${messageOf(error)}.`, error);
  }
}

function merge(base: ModelData, extra: ModelData): ModelData {
  const merged = { ...base };
  for (const [key, value] of Object.entries(extra)) {
    const old = merged[key];
    merged[key] = isObject(old) && isObject(value) ? merge(old, value) : value;
  }
  return merged;
}

/** True when there is nothing at the path, or something on the way is not a folder. */
export function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

export function isObject(value: unknown): value is ModelData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
