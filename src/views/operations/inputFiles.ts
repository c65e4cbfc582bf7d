// Input documents as files of their own scheme, so that they are edited, saved and kept like any other. One that was never
// written reads as the pre-filled input of its operation. What was written lives in memory as long as the window, and on
// disk as long as a tab shows it, which is what a reload brings back.

import * as vscode from 'vscode';
import { type InputAddress, parseInputPath } from './inputAddress.ts';
import type { KeptInput, KeptInputs } from './keptInputs.ts';

export class InputFiles implements vscode.FileSystemProvider {
  readonly #prefill: (address: InputAddress) => Promise<string>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #kept: KeptInputs;
  readonly #files = new Map<string, KeptInput>();

  constructor(prefill: (address: InputAddress) => Promise<string>, kept: KeptInputs) {
    this.#prefill = prefill;
    this.#kept = kept;
  }

  get onDidChangeFile(): vscode.Event<vscode.FileChangeEvent[]> {
    return this.#changed.event;
  }

  /** Nothing but the editor itself changes these files. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (parseInputPath(uri.path) === undefined) return folderStat;
    const { content, changedAt } = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      size: content.length,
      ctime: changedAt,
      mtime: changedAt,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#read(uri)).content;
  }

  /** Where it cannot be kept on disk the document stays unsaved, and VS Code says why. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    if (parseInputPath(uri.path) === undefined) throw vscode.FileSystemError.NoPermissions(uri);
    const file = { content, changedAt: Date.now() };
    await this.#kept.write(uri.path, file);
    this.#files.set(uri.path, file);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** Called when a tab shows the input. */
  async keep(uri: vscode.Uri): Promise<void> {
    const file = this.#files.get(uri.path);
    if (file === undefined || file.changedAt === neverChanged) return;
    await this.#kept.write(uri.path, file);
    const isOutdated = this.#files.get(uri.path) !== file;
    if (isOutdated) await this.keep(uri);
  }

  /** Called when no tab shows the input any more. The window remembers it nevertheless. */
  async letGo({ path }: vscode.Uri): Promise<void> {
    await this.#kept.remove(path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async delete({ path }: vscode.Uri): Promise<void> {
    this.#files.delete(path);
    await this.#kept.remove(path);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(uri: vscode.Uri): Promise<KeptInput> {
    const known = this.#files.get(uri.path);
    if (known) return known;
    const address = parseInputPath(uri.path);
    if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const read = (await this.#kept.read(uri.path)) ?? (await this.#buildPrefilled(address));
    const file = this.#files.get(uri.path) ?? read;
    this.#files.set(uri.path, file);
    return file;
  }

  async #buildPrefilled(address: InputAddress): Promise<KeptInput> {
    const content = new TextEncoder().encode(await this.#prefill(address));
    return { content, changedAt: neverChanged };
  }
}

/** The same after each reload. */
const neverChanged = 0;

const folderStat: vscode.FileStat = {
  type: vscode.FileType.Directory,
  size: 0,
  ctime: 0,
  mtime: 0,
};
