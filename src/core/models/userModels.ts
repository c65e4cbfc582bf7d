// The user's own models, in the folders of `AWS_DATA_PATH` and in `~/.aws/models`, laid over the catalogue as botocore
// lays them over its own data: the latest API version of all places counts, and of one version the user's file wins.
// One difference: extras that AWS ships for a version are part of the catalogue's model, so they are not merged into
// a user's model of the same version.

import path from 'node:path';
import { ModelError } from '../errors.ts';
import {
  isObject,
  latestApiVersion,
  listFolders,
  type ModelData,
  type ModelFile,
  type ModelType,
  mergeExtras,
  type ReadFile,
  readModel,
} from './dataFolders.ts';
import type { EndpointRuleSet, Service, ServiceMetadata } from './model.ts';

/** The folders botocore looks in before its own data: those of `AWS_DATA_PATH`, then `~/.aws/models`. */
export function modelSearchPath(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] {
  const listed = (environment.AWS_DATA_PATH ?? '').split(path.delimiter).filter(Boolean);
  const expanded = listed.map((folder) =>
    folder
      .replace(/\$(?:\{(\w+)\}|(\w+))/g, (text, a, b) => environment[a ?? b] ?? text)
      .replace(/^~(?=$|[\\/])/, home),
  );
  return [...expanded, path.join(home, '.aws', 'models')];
}

export interface UserModels {
  readonly folders: readonly string[];
  readonly read: ReadFile;
}

/** True when a folder has anything of this service; without it, the catalogue's description stands as it is. */
export async function hasUserModels({ folders }: UserModels, id: string): Promise<boolean> {
  const versions = await Promise.all(folders.map((folder) => listFolders(path.join(folder, id))));
  if (versions.every((names) => names.length === 0)) return false;
  const types: ModelType[] = ['service-2', 'paginators-1', 'waiters-2', 'endpoint-rule-set-1'];
  const latestOfTypes = types.map((type) => latestApiVersion(folders, id, type));
  return (await Promise.all(latestOfTypes)).some((version) => version !== undefined);
}

/** The service with what the user's folders say of it; undefined when neither they nor the catalogue describe it. */
export async function readUserService(
  models: UserModels,
  id: string,
  base: Service | undefined,
): Promise<Service | undefined> {
  const baseVersion = base?.metadata.apiVersion;
  const version = latest(await latestApiVersion(models.folders, id, 'service-2'), baseVersion);
  if (version === undefined) {
    return undefined;
  }
  const rulesVersion = latest(
    await latestApiVersion(models.folders, id, 'endpoint-rule-set-1'),
    base?.endpointRuleSet && baseVersion,
  );
  const parts = partsOf(base);
  const read = (type: ModelType, at = version) =>
    readPart(models, path.join(id, at, type), at === baseVersion ? parts[type] : undefined);
  const [service, paginators, waiters, rules] = await Promise.all([
    read('service-2'),
    read('paginators-1'),
    read('waiters-2'),
    rulesVersion === undefined ? undefined : read('endpoint-rule-set-1', rulesVersion),
  ]);
  return service && toService(id, service, { paginators, waiters, rules });
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** The catalogue's description in the form of botocore's files, for the parts the user's folders leave out. */
function partsOf(base: Service | undefined): Partial<Record<ModelType, ModelData>> {
  return {
    ...(base && { 'service-2': { ...base }, 'paginators-1': { pagination: base.paginators } }),
    ...(base && { 'waiters-2': { waiters: base.waiters } }),
    ...(base?.endpointRuleSet && { 'endpoint-rule-set-1': { ...base.endpointRuleSet } }),
  };
}

async function readPart(
  { folders, read }: UserModels,
  name: string,
  base: ModelData | undefined,
): Promise<ModelFile | undefined> {
  const found = await readModel(folders, name, read);
  const model = found ?? (base && { file: name, data: base });
  return model && { file: model.file, data: await mergeExtras(model.data, folders, name, read) };
}

interface ServiceParts {
  readonly paginators: ModelFile | undefined;
  readonly waiters: ModelFile | undefined;
  readonly rules: ModelFile | undefined;
}

function toService(id: string, { file, data }: ModelFile, parts: ServiceParts): Service {
  return {
    id,
    metadata: toMetadata(id, file, section(file, data, 'metadata')),
    operations: section(file, data, 'operations') as Service['operations'],
    shapes: section(file, data, 'shapes') as Service['shapes'],
    paginators: optionalSection(parts.paginators, 'pagination') as Service['paginators'],
    waiters: optionalSection(parts.waiters, 'waiters') as Service['waiters'],
    ...(parts.rules && { endpointRuleSet: toRuleSet(parts.rules) }),
  };
}

function toMetadata(id: string, file: string, metadata: ModelData): ServiceMetadata {
  for (const key of ['apiVersion', 'endpointPrefix', 'protocol', 'signatureVersion']) {
    if (typeof metadata[key] !== 'string') {
      throw new ModelError(file, `this model's metadata has no "${key}".`);
    }
  }
  return { serviceId: id, serviceFullName: id, ...metadata } as ServiceMetadata;
}

function toRuleSet({ file, data }: ModelFile): EndpointRuleSet {
  if (!Array.isArray(data.rules)) {
    throw new ModelError(file, 'this endpoint rule set has no "rules".');
  }
  return { ...data, parameters: section(file, data, 'parameters') } as EndpointRuleSet;
}

function section(file: string, data: ModelData, key: string): ModelData {
  const value = data[key];
  if (!isObject(value)) {
    throw new ModelError(file, `this model has no "${key}".`);
  }
  return value;
}

function optionalSection(model: ModelFile | undefined, key: string): ModelData {
  return model ? section(model.file, model.data, key) : {};
}
