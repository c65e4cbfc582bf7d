// What is uploaded: a file by its path, bytes in memory, or a stream that can be read once.

import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openBytes, openRange, type ReplayableBody } from '../http/replayableBody.ts';
import { ByteReader } from './byteReader.ts';
import { type Part, partsOf } from './plan.ts';
import { countedBody, type Progress } from './progress.ts';

export type UploadSource = string | Uint8Array | Readable;

/** A part and how to read it, again and again. */
export interface SourcePart extends Part {
  readonly open: () => Readable;
}

export interface OpenSource {
  /** Undefined for a stream longer than the threshold. */
  readonly size: number | undefined;
  readonly isWhole: boolean;
  /** All of it, for one request. */
  readonly whole: (progress: Progress) => ReplayableBody;
  readonly parts: (partSize: number) => AsyncIterable<SourcePart> | Iterable<SourcePart>;
  /** Ends a stream that will not be read any further. */
  readonly discard: () => void;
}

/** `threshold` is where an upload in parts begins; so much of a stream is read to see whether it is that long. */
export async function openSource(source: UploadSource, threshold: number): Promise<OpenSource> {
  if (source instanceof Readable) return openStream(source, threshold);
  if (typeof source !== 'string') {
    const bytes = source;
    return ofRanges(bytes.length, threshold, (start, end) => openBytes(bytes.subarray(start, end)));
  }
  const { size } = await stat(source);
  return ofRanges(size, threshold, (start, end) => openRange(source, start, end));
}

function ofRanges(
  size: number,
  threshold: number,
  open: (start: number, end: number) => Readable,
): OpenSource {
  return {
    size,
    isWhole: size < threshold,
    whole: (progress) => countedBody(size, () => open(0, size), progress),
    *parts(partSize) {
      for (const part of partsOf(size, partSize)) {
        yield { ...part, open: () => open(part.start, part.end) };
      }
    },
    discard: () => {},
  };
}

async function openStream(stream: Readable, threshold: number): Promise<OpenSource> {
  const reader = new ByteReader(stream);
  const head = await reader.read(threshold);
  if (head.length < threshold) {
    return ofRanges(head.length, threshold, (start, end) => openBytes(head.subarray(start, end)));
  }
  reader.unread(head);
  return {
    size: undefined,
    isWhole: false,
    whole: (progress) => countedBody(head.length, () => openBytes(head), progress),
    parts: (partSize) => readParts(reader, partSize),
    discard: () => stream.destroy(),
  };
}

async function* readParts(reader: ByteReader, partSize: number): AsyncGenerator<SourcePart> {
  for (let number = 1, start = 0; ; number += 1) {
    const bytes = await reader.read(partSize);
    if (bytes.length === 0) return;
    yield { number, start, end: start + bytes.length, open: () => openBytes(bytes) };
    start += bytes.length;
  }
}
