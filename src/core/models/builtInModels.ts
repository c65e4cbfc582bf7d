// The files of `media/models`, as `tools/catalogue.ts` writes them.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from '../errors.ts';
import { parseData, type ReadFile, readOptional } from './dataFolders.ts';
import type { RegionsByPartition } from './endpoints.ts';
import type { Partitions, Service, ServiceSummary } from './model.ts';
import { openServiceText } from './serviceText.ts';

export interface BuiltInModels {
  /** Undefined when AWS has no such service. */
  service(id: string): Promise<Service | undefined>;
  services(): Promise<readonly ServiceSummary[]>;
  partitions(): Promise<Partitions>;
  regions(): Promise<RegionsByPartition>;
}

/** The files of one folder; nothing is read or looked for before it is asked for. */
export function openBuiltInModels(folder: string | undefined, read: ReadFile): BuiltInModels {
  const fileOf = (name: string) => path.join(folder ?? findFolder(), `${name}.json`);
  const readRequired = async (name: string) => {
    const file = fileOf(name);
    const bytes = await readOptional(file, read);
    if (bytes) return parseData(file, bytes) as unknown;
    throw new ModelError(path.dirname(file), `${name}.json of the catalogue is missing.`);
  };
  const readService = async (id: string) => {
    const file = fileOf(id);
    const bytes = await readOptional(file, read);
    return (
      bytes &&
      (openServiceText(id, file, bytes.toString('utf8')) ?? {
        ...((await parseData(file, bytes)) as unknown as Omit<Service, 'id'>),
        id,
      })
    );
  };
  return {
    service: async (id) => (isServiceId(id) ? readService(id) : undefined),
    services: async () =>
      ((await readRequired('index')) as { services: readonly ServiceSummary[] }).services,
    partitions: async () => (await readRequired('partitions')) as Partitions,
    regions: async () => (await readRequired('endpoints')) as RegionsByPartition,
  };
}

const notServices = new Set(['index', 'partitions', 'endpoints', 'version']);

/** Ids become file names, so nothing else may pass for one. */
function isServiceId(id: string): boolean {
  return /^[a-z0-9-]+$/.test(id) && !notServices.has(id);
}

/** The catalogue's folder, beside the sources and beside what is built of them. */
function findFolder(): string {
  // A CommonJS bundle has no such URL; what is built as one gives the folder.
  const here: string = import.meta.url ?? '';
  const end = Math.max(here.lastIndexOf('/src/'), here.lastIndexOf('/dist/'));
  if (end >= 0) return fileURLToPath(`${here.slice(0, end)}/media/models`);
  throw new ModelError(path.join('media', 'models'), 'the catalogue of services was not found.');
}
