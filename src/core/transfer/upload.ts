// A file, bytes or a stream into an object: in one request, or from a size on in parts that are sent side by side.

import type { Client } from '../client.ts';
import { isAbort, ParamValidationError, TransferError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { forEachOf } from './concurrently.ts';
import { createUpload, type DonePart, donePart, finishUpload } from './multipart.ts';
import {
  chosen,
  membersOf,
  partSizeFor,
  type TransferOptions,
  type UploadParameters,
  uploadParameters,
} from './plan.ts';
import { countedBody, Progress } from './progress.ts';
import { isSame, type ListedParts, listParts } from './resume.ts';
import { type OpenSource, openSource, type SourcePart, type UploadSource } from './source.ts';

export interface UploadOptions extends TransferOptions {
  /** An upload to go on with. What is there of it already, by size and checksum, is not sent again. */
  readonly uploadId?: string | undefined;
  /** Leaves the parts of a failed or cancelled upload where they are, to go on with. They cost until they are removed. */
  readonly keepParts?: boolean | undefined;
  /** The length of a stream, where it is known: past 80 GB the parts must be larger. */
  readonly size?: number | undefined;
  /** Told of the id of an upload in parts as soon as there is one. */
  readonly onUpload?: ((uploadId: string) => void) | undefined;
}

/** `target` has Bucket and Key, and what else `PutObject` takes. Gives the answer of the last call. */
export async function upload(
  client: Client,
  source: UploadSource,
  target: Document,
  options: UploadOptions = {},
): Promise<Document> {
  const where = { service: client.service.id, operation: 'upload' };
  checkTarget(client, target, where);
  const { threshold } = chosen(options);
  const opened = await openSource(source, threshold);
  const total = opened.size ?? options.size;
  const progress = new Progress(options.onProgress, total);
  const parameters = uploadParameters(client.service, withDefaultChecksum(client, target));
  try {
    if (opened.isWhole && options.uploadId === undefined) {
      const input = { ...parameters.whole, Body: opened.whole(progress) };
      return await client.call('PutObject', input, { signal: options.signal });
    }
    return await new PartsUpload({ client, opened, parameters, options, progress, where }).run();
  } catch (error) {
    opened.discard();
    throw error;
  } finally {
    progress.finish();
  }
}

function checkTarget(client: Client, target: Document, where: Where): void {
  const known = membersOf(client.service, 'PutObject');
  const own = ['ChecksumType', 'MpuObjectSize'];
  const faults = Object.keys(target)
    .filter((name) => name === 'Body' || !(known.has(name) || own.includes(name)))
    .map((name) => ({ path: [name], message: 'is not a parameter of an upload.' }));
  if (faults.length > 0) throw new ParamValidationError(where, faults);
}

/** The parts' checksums and the whole upload's must be of one kind, so it is said from the start. */
function withDefaultChecksum({ settings }: Client, target: Document): Document {
  const isNamed = Object.keys(target).some((name) => /^Checksum(?!Mode|Type)/.test(name));
  if (isNamed || settings.requestChecksumCalculation === 'when_required') return target;
  return { ...target, ChecksumAlgorithm: 'CRC32' };
}

interface PartsUploadOptions {
  readonly client: Client;
  readonly opened: OpenSource;
  readonly parameters: UploadParameters;
  readonly options: UploadOptions;
  readonly progress: Progress;
  readonly where: Where;
}

class PartsUpload {
  readonly #upload: PartsUploadOptions;
  readonly #done: DonePart[] = [];

  constructor(upload: PartsUploadOptions) {
    this.#upload = upload;
  }

  async run(): Promise<Document> {
    const { client, parameters, options, where } = this.#upload;
    const { signal, keepParts = false, uploadId: given } = options;
    const uploadId = given ?? (await createUpload(client, parameters.creation, signal));
    options.onUpload?.(uploadId);
    const upload = { client, parameters, uploadId, where, signal, keepParts };
    return finishUpload(upload, async () => {
      const listed = given === undefined ? undefined : await listParts(upload);
      await this.#sendParts(uploadId, listed);
      return this.#done;
    });
  }

  async #sendParts(uploadId: string, listed: ListedParts | undefined): Promise<void> {
    const { opened, options } = this.#upload;
    const { partSize, concurrency: limit } = chosen(options);
    const size = listed?.partSize ?? partSizeFor(partSize, opened.size ?? options.size);
    await forEachOf(opened.parts(size), { limit, signal: options.signal }, (part, signal) =>
      this.#sendPart(uploadId, part, listed, signal),
    );
  }

  async #sendPart(
    uploadId: string,
    part: SourcePart,
    listed: ListedParts | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { client, parameters, progress, where } = this.#upload;
    const size = part.end - part.start;
    const algorithm = listed?.algorithm ?? parameters.part.ChecksumAlgorithm;
    const there = listed?.parts.get(part.number);
    if (there && (await isSame(part, there))) {
      this.#done.push(donePart(part.number, there, algorithm));
      progress.add(size);
      return;
    }
    const input = {
      ...parameters.part,
      ...(algorithm === undefined ? {} : { ChecksumAlgorithm: algorithm }),
      UploadId: uploadId,
      PartNumber: part.number,
      Body: countedBody(size, part.open, progress),
    };
    try {
      const answer = await client.call('UploadPart', input, { signal });
      this.#done.push(donePart(part.number, answer, algorithm));
    } catch (error) {
      throw partError(where, part.number, error);
    }
  }
}

/** Says which part; being cancelled is nobody's fault. */
export function partError(where: Where, part: number, cause: unknown): unknown {
  if (isAbort(cause)) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new TransferError(where, `part ${part} failed. ${why}`, { part, cause });
}
