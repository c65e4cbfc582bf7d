// Profiles whose keys only the editor keeps: their settings in its memory, their keys in its store of secrets.

import type { Memento, SecretStorage } from 'vscode';
import type { KeptProfile, StaticKeys } from '../../core/config/keptProfiles.ts';
import { parseObject, textIn } from '../../core/credentials/documents.ts';

interface Remembered {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly revision: number;
}

const memoryKey = 'keptProfiles';
const secretPrefix = 'awscope.keys.';

export class KeptProfiles {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #secrets: Pick<SecretStorage, 'get' | 'store' | 'delete'>;

  constructor(
    memory: Pick<Memento, 'get' | 'update'>,
    secrets: Pick<SecretStorage, 'get' | 'store' | 'delete'>,
  ) {
    this.#memory = memory;
    this.#secrets = secrets;
  }

  list(): readonly KeptProfile[] {
    return this.#remembered.map(({ name, values, revision }) => ({
      name,
      values,
      keys: { revision, read: () => this.#readKeys(name) },
    }));
  }

  /** Another one whenever one of the profiles is another. Nothing secret. */
  get print(): string {
    return JSON.stringify(this.#remembered);
  }

  /** True for what the store of secrets has of these profiles. */
  isSecret(key: string): boolean {
    return key.startsWith(secretPrefix);
  }

  /** Without keys, those that are kept stay. */
  async save(
    name: string,
    values: Readonly<Record<string, string>>,
    keys: StaticKeys | undefined,
  ): Promise<void> {
    const old = this.#remembered.find((one) => one.name === name);
    if (keys) await this.#secrets.store(secretPrefix + name, JSON.stringify(keys));
    const revision = (old?.revision ?? 0) + (keys ? 1 : 0);
    await this.#remember([...this.#others(name), { name, values, revision }]);
  }

  async remove(name: string): Promise<void> {
    await this.#secrets.delete(secretPrefix + name);
    await this.#remember(this.#others(name));
  }

  get #remembered(): readonly Remembered[] {
    return this.#memory.get<readonly Remembered[]>(memoryKey) ?? [];
  }

  #others(name: string): readonly Remembered[] {
    return this.#remembered.filter((one) => one.name !== name);
  }

  async #remember(profiles: readonly Remembered[]): Promise<void> {
    await this.#memory.update(memoryKey, profiles);
  }

  async #readKeys(name: string): Promise<StaticKeys | undefined> {
    const text = await this.#secrets.get(secretPrefix + name);
    const kept = text === undefined ? undefined : parseObject(text);
    const accessKeyId = kept && textIn(kept, 'accessKeyId');
    const secretAccessKey = kept && textIn(kept, 'secretAccessKey');
    if (!accessKeyId || !secretAccessKey) return undefined;
    const sessionToken = textIn(kept, 'sessionToken');
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  }
}
