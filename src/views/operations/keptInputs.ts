// Typed inputs on disk, so that a reload of the window or a crash loses none. They may hold secrets: only the owner may
// read the files, an input is there only while a tab shows it, and what a window left behind goes after a while.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface KeptInput {
  readonly content: Uint8Array;
  /** Stays as it is told: unsaved text that VS Code itself brings back must not be older than its file. */
  readonly changedAt: number;
}

export interface KeptInputsOptions {
  /** Of this feature alone: any other file in it is taken for an input left behind. */
  readonly folder: string;
  /** A name of the window's own, the same after a reload: two windows may have different texts for one operation. */
  readonly windowId: () => string;
}

const mostFiles = 100;
const mostDays = 30;

export class KeptInputs {
  readonly #folder: string;
  readonly #windowId: () => string;
  #isClean = false;
  /** What is being written or removed; each begins when the one before it has ended. */
  #last: Promise<unknown> = Promise.resolve();

  constructor({ folder, windowId }: KeptInputsOptions) {
    this.#folder = folder;
    this.#windowId = windowId;
  }

  /** Undefined when none is kept. */
  async read(path: string): Promise<KeptInput | undefined> {
    const file = this.#fileOf(path);
    try {
      return { content: await readFile(file), changedAt: await changeTimeOf(file) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** The old text stays until the new one is complete. */
  write(path: string, input: KeptInput): Promise<void> {
    return this.#inTurn(() => this.#replace(this.#fileOf(path), input));
  }

  remove(path: string): Promise<void> {
    return this.#inTurn(() => rm(this.#fileOf(path), { force: true }));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #replace(file: string, { content, changedAt }: KeptInput): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if (!this.#isClean) await this.#cleanUp();
    this.#isClean = true;
    const unfinished = `${file}.${randomUUID()}`;
    try {
      await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
      await utimes(unfinished, new Date(changedAt), new Date(changedAt));
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  #fileOf(path: string): string {
    const name = createHash('sha256').update(`${this.#windowId()}\n${path}`).digest('hex');
    return join(this.#folder, name);
  }

  /** Once a window, at its first change: what is old, or too much, of all windows. */
  async #cleanUp(): Promise<void> {
    const files: { readonly file: string; readonly changedAt: number }[] = [];
    for (const name of await readdir(this.#folder)) {
      const file = join(this.#folder, name);
      // Another window may remove it meanwhile.
      const changedAt = await changeTimeOf(file).catch(() => undefined);
      if (changedAt !== undefined) files.push({ file, changedAt });
    }
    const oldest = Date.now() - mostDays * 24 * 60 * 60 * 1000;
    const newestFirst = files.sort((a, b) => b.changedAt - a.changedAt);
    const left = newestFirst.filter((kept, i) => i >= mostFiles || kept.changedAt < oldest);
    for (const { file } of left) await rm(file, { force: true });
  }
}

async function changeTimeOf(file: string): Promise<number> {
  return Math.round((await stat(file)).mtimeMs);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
