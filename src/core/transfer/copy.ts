// An object to another place, within S3: in one request, or from a size on in parts that S3 copies side by side.

import type { Client } from '../client.ts';
import { ServiceError, TransferError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { forEachOf } from './concurrently.ts';
import { createUpload, type DonePart, donePart, finishUpload } from './multipart.ts';
import {
  chosen,
  membersOf,
  type Part,
  partSizeFor,
  partsOf,
  rangeOf,
  type TransferOptions,
  uploadParameters,
} from './plan.ts';
import { Progress } from './progress.ts';
import { partError } from './upload.ts';

export interface CopyOptions extends TransferOptions {
  /** Of the region the source is in, where that is another one. */
  readonly sourceClient?: Client | undefined;
}

/** `source` has Bucket, Key and perhaps VersionId; `target` has Bucket, Key, and what else `CopyObject` takes. */
export async function copy(
  client: Client,
  source: Document,
  target: Document,
  options: CopyOptions = {},
): Promise<Document> {
  const { signal, sourceClient = client } = options;
  const head = await sourceClient.call('HeadObject', headInput(source, target), { signal });
  const size = Number(head.ContentLength);
  const progress = new Progress(options.onProgress, size);
  try {
    if (size >= chosen(options).threshold) {
      return await copyParts({ client, source, target, head, progress, options });
    }
    const answer = await client.call('CopyObject', { ...target, CopySource: source }, { signal });
    progress.add(size);
    return answer;
  } finally {
    progress.finish();
  }
}

/** The conditions and keys of the copy's source, as `HeadObject` calls them. */
function headInput(source: Document, target: Document): Document {
  const named = Object.entries(target).flatMap(([name, value]) => {
    if (name === 'RequestPayer') return [[name, value]];
    const own = /^CopySource(If\w+|SSECustomer\w+)$/.exec(name)?.[1];
    return own === undefined ? [] : [[own, value]];
  });
  const owner = target.ExpectedSourceBucketOwner;
  return {
    ...source,
    ...Object.fromEntries(named),
    ...(owner === undefined ? {} : { ExpectedBucketOwner: owner }),
  };
}

interface PartsCopy {
  readonly client: Client;
  readonly source: Document;
  readonly target: Document;
  readonly head: Document;
  readonly progress: Progress;
  readonly options: CopyOptions;
}

async function copyParts(copied: PartsCopy): Promise<Document> {
  const { client, head, options } = copied;
  const { signal } = options;
  const where = { service: client.service.id, operation: 'copy' };
  const parameters = uploadParameters(client.service, withProperties(copied));
  const uploadId = await createUpload(client, parameters.creation, signal);
  const { partSize, concurrency: limit } = chosen(options);
  const size = Number(head.ContentLength);
  const upload = { client, parameters, uploadId, where, signal, keepParts: false };
  return finishUpload(upload, async () => {
    const done: DonePart[] = [];
    const parts = partsOf(size, partSizeFor(partSize, size));
    await forEachOf(parts, { limit, signal }, async (part, inner) => {
      done.push(await copyPart(copied, uploadId, part, { where, signal: inner }));
    });
    return done;
  });
}

async function copyPart(
  { client, source, target, head, progress }: PartsCopy,
  uploadId: string,
  part: Part,
  { where, signal }: { readonly where: Where; readonly signal: AbortSignal },
): Promise<DonePart> {
  const known = membersOf(client.service, 'UploadPartCopy');
  const own = Object.entries(target).filter(([name]) => known.has(name));
  const input = {
    ...Object.fromEntries(own),
    CopySource: source,
    CopySourceRange: rangeOf(part),
    ...(head.ETag === undefined ? {} : { CopySourceIfMatch: head.ETag }),
    UploadId: uploadId,
    PartNumber: part.number,
  };
  try {
    const { CopyPartResult: result } = await client.call('UploadPartCopy', input, { signal });
    progress.add(part.end - part.start);
    return donePart(part.number, (result ?? {}) as Document, target.ChecksumAlgorithm);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'PreconditionFailed') {
      throw partError(where, part.number, error);
    }
    const problem = 'the object was changed while it was copied.';
    throw new TransferError(where, problem, { part: part.number, cause: error });
  }
}

const properties = [
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'ContentType',
  'Expires',
  'Metadata',
  'WebsiteRedirectLocation',
];

/** S3 gives a copy made in parts no properties of its source, so they are handed on, unless they shall be replaced. */
function withProperties({ target, head }: PartsCopy): Document {
  if (target.MetadataDirective === 'REPLACE') return target;
  const kept = properties.filter((name) => head[name] !== undefined);
  return { ...Object.fromEntries(kept.map((name) => [name, head[name]])), ...target };
}
