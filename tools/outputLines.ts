// What a process prints, line by line as it comes.

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** So many lines are kept for an error message. */
const keptLines = 1000;

export type LineListener = (line: string) => void;

/** Tells of every line, and keeps the last ones: a process may print for days. */
export class OutputLines {
  readonly #kept: string[] = [];
  readonly #listeners = new Set<LineListener>();

  read(stream: Readable | null): void {
    if (stream) createInterface({ input: stream }).on('line', (line) => this.#add(line));
  }

  /** Calls with the lines that are kept and with all that come, until the function it gives back is called. */
  follow(listener: LineListener): () => void {
    for (const line of this.#kept) listener(line);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  text(): string {
    return this.#kept.join('\n');
  }

  #add(line: string): void {
    this.#kept.push(line);
    if (this.#kept.length > keptLines) this.#kept.shift();
    for (const listener of [...this.#listeners]) listener(line);
  }
}
