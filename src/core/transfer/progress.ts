// Counts bytes as they move, over all parts of a transfer.

import { Readable } from 'node:stream';
import { type Purpose, ReplayableBody } from '../http/replayableBody.ts';
import type { TransferOptions } from './plan.ts';

const step = 256 * 1024;

export class Progress {
  readonly #report: TransferOptions['onProgress'];
  #total: number | undefined;
  #transferred = 0;
  #unreported = 0;

  constructor(report: TransferOptions['onProgress'], total: number | undefined) {
    this.#report = report;
    this.#total = total;
  }

  get isWatched(): boolean {
    return this.#report !== undefined;
  }

  /** Fewer than none where a part begins again. */
  add(bytes: number): void {
    this.#transferred += bytes;
    this.#unreported += Math.abs(bytes);
    if (this.#unreported >= step) this.#tell();
  }

  /** The end: all that was moved is the total. */
  finish(): void {
    this.#total = this.#transferred;
    this.#tell();
  }

  #tell(): void {
    this.#unreported = 0;
    this.#report?.({ transferred: this.#transferred, total: this.#total });
  }
}

/** A body that counts what is sent of it; what an attempt before had counted is taken back. */
export function countedBody(
  size: number,
  open: () => Readable,
  progress: Progress,
): ReplayableBody {
  if (!progress.isWatched) return new ReplayableBody(size, open);
  let counted = 0;
  async function* count() {
    progress.add(-counted);
    counted = 0;
    for await (const chunk of open()) {
      counted += chunk.length;
      progress.add(chunk.length);
      yield chunk;
    }
  }
  return new ReplayableBody(size, (purpose: Purpose) =>
    purpose === 'send' ? Readable.from(count(), { objectMode: false }) : open(),
  );
}
