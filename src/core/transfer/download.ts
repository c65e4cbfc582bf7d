// An object into a file or a stream, from a size on by ranges that are read side by side. A file appears under its name
// only when all of it is there.

import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { abortError } from '../abort.ts';
import type { Client } from '../client.ts';
import { isAbort, ParamValidationError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { forEachOf } from './concurrently.ts';
import { type ObjectReader, readRange } from './objectRange.ts';
import { orderedRanges } from './orderedRanges.ts';
import { chosen, type Part, partsOf, type TransferOptions } from './plan.ts';
import { Progress } from './progress.ts';
import { partError } from './upload.ts';

export interface DownloadOptions extends TransferOptions {
  /** How often one range is asked for when its bytes break off. 5 when absent. */
  readonly attempts?: number | undefined;
}

/** `source` has Bucket and Key, and what else `HeadObject` takes. Gives what `HeadObject` says of the object. */
export async function download(
  client: Client,
  source: Document,
  target: string | Writable,
  options: DownloadOptions = {},
): Promise<Document> {
  const { signal } = options;
  const opened = await openObject(client, source, options);
  try {
    if (typeof target === 'string' && !(await isSpecial(target))) {
      await intoFile(opened, target, options);
    } else {
      const stream = typeof target === 'string' ? createWriteStream(target) : target;
      await pipeline(streamOf(opened, options), stream, signal ? { signal } : {});
    }
  } catch (error) {
    throw signal?.aborted && isAbort(error) ? abortError(signal) : error;
  } finally {
    opened.reader.progress.finish();
  }
  return opened.head;
}

/** The object as one stream, whose ranges are read ahead: at most `concurrency` times `partSize` bytes. */
export async function downloadStream(
  client: Client,
  source: Document,
  options: DownloadOptions = {},
): Promise<Readable> {
  return streamOf(await openObject(client, source, options), options);
}

interface OpenObject {
  readonly reader: ObjectReader;
  readonly head: Document;
  /** Undefined for an object that is read at once. */
  readonly parts: readonly Part[] | undefined;
}

async function openObject(
  client: Client,
  source: Document,
  { signal, attempts = 5, ...options }: DownloadOptions,
): Promise<OpenObject> {
  const where = { service: client.service.id, operation: 'download' };
  const faults = ['Range', 'PartNumber']
    .filter((name) => name in source)
    .map((name) => ({ path: [name], message: 'cannot be chosen, the whole object is read.' }));
  if (faults.length > 0) throw new ParamValidationError(where, faults);
  const head = await client.call('HeadObject', source, { signal });
  const size = Number(head.ContentLength);
  const { threshold, partSize } = chosen(options);
  const progress = new Progress(options.onProgress, size);
  const reader = { client, source, etag: head.ETag, progress, attempts, where };
  return { reader, head, parts: size < threshold ? undefined : [...partsOf(size, partSize)] };
}

function streamOf({ reader, parts }: OpenObject, options: DownloadOptions): Readable {
  const { concurrency } = chosen(options);
  const closed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closed.signal]) : closed.signal;
  const chunks = orderedRanges(reader, parts ?? [undefined], concurrency, signal);
  const stream = Readable.from(chunks, { objectMode: false });
  // What nobody reads any more is not waited for.
  return stream.once('close', () => closed.abort());
}

async function intoFile(
  { reader, parts }: OpenObject,
  path: string,
  options: DownloadOptions,
): Promise<void> {
  const temporary = temporaryName(path);
  const file = await open(temporary, 'w');
  try {
    try {
      await writeParts(reader, parts ?? [undefined], file, options);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeParts(
  reader: ObjectReader,
  parts: readonly (Part | undefined)[],
  file: FileHandle,
  options: DownloadOptions,
): Promise<void> {
  const { concurrency: limit } = chosen(options);
  await forEachOf(parts, { limit, signal: options.signal }, async (part, signal) => {
    const write = async (chunk: Uint8Array, position: number) => {
      // What is tried again may be shorter than before.
      if (position === 0 && !part) await file.truncate(0);
      await writeAll(file, chunk, position);
    };
    try {
      await readRange(reader, part, signal, write);
    } catch (error) {
      throw part ? partError(reader.where, part.number, error) : error;
    }
  });
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const left = chunk.length - written;
    written += (await file.write(chunk, written, left, position + written)).bytesWritten;
  }
}

const longestName = 255;

/** Beside the file, so that renaming it is one step. */
function temporaryName(path: string): string {
  const suffix = `.${randomBytes(4).toString('hex')}`;
  const name = basename(path);
  const kept = Buffer.from(name)
    .subarray(0, longestName - suffix.length)
    .toString();
  return join(dirname(path), `${kept.replace(/\ufffd+$/, '')}${suffix}`);
}

/** A device or a pipe, which cannot be renamed over. */
async function isSpecial(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch {
    return false;
  }
}
