// Input documents as files in memory, so that they are edited, saved and kept like any other. One that was never
// written reads as the pre-filled input of its operation, also after the window was reloaded.

import * as vscode from 'vscode';
import { type InputAddress, parseInputPath } from './inputAddress.ts';

interface InputFile {
  readonly content: Uint8Array;
  readonly createdAt: number;
  readonly changedAt: number;
}

export class InputFiles implements vscode.FileSystemProvider {
  readonly #prefill: (address: InputAddress) => Promise<string>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files = new Map<string, InputFile>();

  constructor(prefill: (address: InputAddress) => Promise<string>) {
    this.#prefill = prefill;
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
    const { content, createdAt, changedAt } = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      size: content.length,
      ctime: createdAt,
      mtime: changedAt,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#read(uri)).content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (parseInputPath(uri.path) === undefined) throw vscode.FileSystemError.NoPermissions(uri);
    const now = Date.now();
    const createdAt = this.#files.get(uri.path)?.createdAt ?? now;
    this.#files.set(uri.path, { content, createdAt, changedAt: now });
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(uri: vscode.Uri): Promise<InputFile> {
    const kept = this.#files.get(uri.path);
    if (kept) return kept;
    const address = parseInputPath(uri.path);
    if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const content = new TextEncoder().encode(await this.#prefill(address));
    const now = Date.now();
    const file = this.#files.get(uri.path) ?? { content, createdAt: now, changedAt: now };
    this.#files.set(uri.path, file);
    return file;
  }
}

const folderStat: vscode.FileStat = {
  type: vscode.FileType.Directory,
  size: 0,
  ctime: 0,
  mtime: 0,
};
