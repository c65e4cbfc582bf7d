// Makes the catalogue in one folder from a botocore data folder. The same source gives the same bytes.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  latestApiVersion,
  listServices,
  type ModelData,
  type ModelType,
  mergeExtras,
  readModel,
} from '../../src/core/models/dataFolders.ts';
import { regionsByPartition } from '../../src/core/models/endpoints.ts';
import { formatLines } from './format.ts';
import { type CatalogueEntry, objectAt, stripModel } from './strip.ts';

export interface CatalogueCounts {
  readonly services: number;
  readonly operations: number;
  readonly shapes: number;
}

/** Reads the data folder `source` and writes every catalogue file into `target`; files of dropped services go away. */
export async function writeCatalogue(
  source: string,
  target: string,
  botocoreVersion: string,
): Promise<CatalogueCounts> {
  const files = new Map<string, string>();
  const summaries: ModelData[] = [];
  const counts = { services: 0, operations: 0, shapes: 0 };
  for (const id of await listServices([source])) {
    const entry = await readEntry(source, id);
    files.set(`${id}.json`, formatEntry(entry));
    summaries.push(summarize(id, entry));
    counts.services += 1;
    counts.operations += Object.keys(entry.operations).length;
    counts.shapes += Object.keys(entry.shapes).length;
  }
  files.set('index.json', formatLines({ services: summaries }, 2));
  const regions = regionsByPartition(await readShared(source, 'endpoints'));
  files.set('partitions.json', formatLines(await readShared(source, 'partitions'), 4));
  files.set('endpoints.json', formatLines(regions, 2));
  files.set('version.json', formatLines({ botocore: botocoreVersion, ...counts }, 1));
  await replaceFiles(target, files);
  return counts;
}

async function readEntry(source: string, id: string): Promise<CatalogueEntry> {
  const version = await latestApiVersion([source], id, 'service-2');
  const ruleSetVersion = await latestApiVersion([source], id, 'endpoint-rule-set-1');
  const service = await readPart(source, id, version, 'service-2');
  if (!service) {
    throw new Error(`${source}: ${id} has no service-2 model.`);
  }
  return stripModel({
    service,
    paginators: await readPart(source, id, version, 'paginators-1'),
    waiters: await readPart(source, id, version, 'waiters-2'),
    endpointRuleSet: await readPart(source, id, ruleSetVersion, 'endpoint-rule-set-1'),
  });
}

async function readPart(
  source: string,
  id: string,
  version: string | undefined,
  type: ModelType,
): Promise<ModelData | undefined> {
  const name = path.join(id, version ?? '', type);
  const model = version === undefined ? undefined : await readModel([source], name);
  return model && mergeExtras(model.data, [source], name);
}

async function readShared(source: string, name: string): Promise<ModelData> {
  const model = await readModel([source], name);
  if (!model) {
    throw new Error(`${source} has no ${name}.json.`);
  }
  return model.data;
}

function summarize(id: string, entry: CatalogueEntry): ModelData {
  return {
    id,
    sdkId: entry.metadata.serviceId,
    title: entry.metadata.serviceFullName,
    apiVersion: entry.metadata.apiVersion,
    endpointPrefix: entry.metadata.endpointPrefix,
    operations: Object.keys(entry.operations).sort(),
  };
}

function formatEntry(entry: CatalogueEntry): string {
  const { metadata, operations, shapes, paginators, waiters, endpointRuleSet } = entry;
  const parts = {
    metadata: formatLines(metadata, 0),
    operations: formatLines(operations, 1),
    shapes: formatLines(shapes, 1),
    paginators: formatLines(paginators, 1),
    waiters: formatLines(waiters, 1),
    ...(endpointRuleSet && { endpointRuleSet: formatRuleSet(endpointRuleSet) }),
  };
  const lines = Object.entries(parts).map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function formatRuleSet(ruleSet: ModelData): string {
  const parts = {
    version: JSON.stringify(ruleSet.version),
    parameters: formatLines(objectAt(ruleSet, 'parameters'), 1),
    rules: formatLines(ruleSet.rules, 1),
  };
  const lines = Object.entries(parts).map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return `{\n${lines.join(',\n')}\n}`;
}

async function replaceFiles(target: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(target, { recursive: true });
  const stale = (await readdir(target)).filter((f) => f.endsWith('.json') && !files.has(f));
  await Promise.all(stale.map((file) => rm(path.join(target, file))));
  for (const [file, text] of files) {
    await writeFile(path.join(target, file), `${text}\n`);
  }
}
