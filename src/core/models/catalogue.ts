// The catalogue of services: what AWS says of itself in botocore's data, one file a service in `media/models`, and the
// user's own models over it. A service is read when first asked for, never all of them.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { ModelError, UnknownServiceError } from '../errors.ts';
import { type BuiltInModels, openBuiltInModels } from './builtInModels.ts';
import { listServices, type ReadFile, readModel } from './dataFolders.ts';
import { type RegionsByPartition, regionsByPartition } from './endpoints.ts';
import type { Partitions, Service, ServiceSummary } from './model.ts';
import { nearNames } from './nearNames.ts';
import { remember } from './remember.ts';
import { hasUserModels, modelSearchPath, readUserService, type UserModels } from './userModels.ts';

export interface Catalogue {
  /** Every service with the names of its operations, sorted by id. The same list until a model is mended. */
  services(): Promise<readonly ServiceSummary[]>;
  /** The description of one service. */
  service(id: string): Promise<Service>;
  partitions(): Promise<Partitions>;
  /**
   * The regions of a service in a partition, as botocore's `get_available_regions` gives them: none for a service that
   * is one for the whole partition, and none where AWS lists no endpoint. A user's own service may be in all of them.
   */
  regions(serviceId: string, partitionId: string): Promise<readonly string[]>;
}

export interface CatalogueOptions {
  /** The folder `media/models`; absent: found above this module. */
  readonly folder?: string;
  /** Folders of the user's own models, the first wins; absent: those of `AWS_DATA_PATH`, then `~/.aws/models`. */
  readonly searchPath?: readonly string[];
  readonly readFile?: ReadFile;
}

export function openCatalogue(options: CatalogueOptions = {}): Catalogue {
  return new LayeredCatalogue(options);
}

class LayeredCatalogue implements Catalogue {
  readonly #builtIn: BuiltInModels;
  readonly #user: UserModels;
  readonly #service = remember((id) => this.#readService(id));
  readonly #builtInIndex = remember(() => this.#builtIn.services());
  readonly #index = remember(() => this.#readIndex(), isSound);
  readonly #partitions = remember(() => this.#readPartitions());
  readonly #regions = remember(() => this.#readRegions());

  constructor({ folder, searchPath, readFile: read }: CatalogueOptions) {
    this.#builtIn = openBuiltInModels(folder, read ?? readAtOnce);
    const folders = searchPath ?? modelSearchPath(process.env, os.homedir());
    this.#user = { folders, read: read ?? readFile };
  }

  services(): Promise<readonly ServiceSummary[]> {
    return this.#index('');
  }

  service(id: string): Promise<Service> {
    return this.#service(id);
  }

  partitions(): Promise<Partitions> {
    return this.#partitions('');
  }

  async regions(serviceId: string, partitionId: string): Promise<readonly string[]> {
    const prefix = (await this.#summary(serviceId)).endpointPrefix;
    const regions = (await this.#regions(''))[partitionId]?.[prefix];
    if (regions || (await this.#builtInIndex('')).some(({ id }) => id === serviceId)) {
      return regions ?? [];
    }
    const partition = (await this.partitions()).partitions.find(({ id }) => id === partitionId);
    return Object.keys(partition?.regions ?? {}).filter((name) => !name.endsWith('-global'));
  }

  async #readService(id: string): Promise<Service> {
    const [base, isUsers] = await Promise.all([
      this.#builtIn.service(id),
      hasUserModels(this.#user, id),
    ]);
    const service = isUsers ? await readUserService(this.#user, id, base) : base;
    return service ?? (await this.#refuse(id));
  }

  async #summary(id: string): Promise<ServiceSummary> {
    return (await this.services()).find((known) => known.id === id) ?? (await this.#refuse(id));
  }

  async #refuse(id: string): Promise<never> {
    const known = (await this.services()).map((summary) => summary.id);
    throw new UnknownServiceError(id, nearNames(id, known));
  }

  async #readIndex(): Promise<readonly ServiceSummary[]> {
    const summaries = new Map((await this.#builtInIndex('')).map((known) => [known.id, known]));
    for (const id of await listServices(this.#user.folders)) {
      summaries.set(id, await this.#summarize(id, summaries.get(id)));
    }
    return [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** A user's model that cannot be read leaves the catalogue's summary, or an empty one that says why. */
  async #summarize(id: string, base: ServiceSummary | undefined): Promise<ServiceSummary> {
    try {
      return summarize(await this.service(id));
    } catch (error) {
      if (!(error instanceof ModelError)) {
        throw error;
      }
      const blank = {
        id,
        sdkId: id,
        title: id,
        apiVersion: '',
        endpointPrefix: id,
        operations: [],
      };
      return { ...(base ?? blank), problem: error.message };
    }
  }

  async #readPartitions(): Promise<Partitions> {
    const own = await readModel(this.#user.folders, 'partitions', this.#user.read);
    return own ? (own.data as unknown as Partitions) : this.#builtIn.partitions();
  }

  async #readRegions(): Promise<RegionsByPartition> {
    const own = await readModel(this.#user.folders, 'endpoints', this.#user.read);
    return own ? regionsByPartition(own.data) : this.#builtIn.regions();
  }
}

/** As the code beside these files is read: a local file is there sooner than a thread that would wait for it. */
const readAtOnce: ReadFile = async (file) => readFileSync(file);

function summarize({ id, metadata, operations }: Service): ServiceSummary {
  return {
    id,
    sdkId: metadata.serviceId,
    title: metadata.serviceFullName,
    apiVersion: metadata.apiVersion,
    endpointPrefix: metadata.endpointPrefix,
    operations: Object.keys(operations).sort(),
  };
}

function isSound(summaries: readonly ServiceSummary[]): boolean {
  return summaries.every(({ problem }) => problem === undefined);
}
