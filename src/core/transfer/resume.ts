// Going on with an upload that was interrupted: what is there already, and whether it is what would be sent again.

import { createHash } from 'node:crypto';
import { algorithmOf } from '../http/algorithms.ts';
import type { Document } from '../protocols/protocol.ts';
import type { MultipartUpload } from './multipart.ts';
import type { SourcePart } from './source.ts';

export interface ListedParts {
  readonly parts: ReadonlyMap<number, Document>;
  /** That of all parts but the last; undefined when only one is there, which may be the last. */
  readonly partSize: number | undefined;
  /** Undefined for an upload without checksums. */
  readonly algorithm: string | undefined;
}

export async function listParts({
  client,
  parameters,
  uploadId,
  signal,
}: MultipartUpload): Promise<ListedParts> {
  const parts = new Map<number, Document>();
  let algorithm: string | undefined;
  for (let marker: unknown; ; ) {
    const page: Document = await client.call(
      'ListParts',
      { ...parameters.plain, UploadId: uploadId, ...(marker ? { PartNumberMarker: marker } : {}) },
      { signal },
    );
    for (const part of Array.isArray(page.Parts) ? page.Parts : []) {
      parts.set(part.PartNumber, part);
    }
    algorithm = typeof page.ChecksumAlgorithm === 'string' ? page.ChecksumAlgorithm : algorithm;
    marker = page.NextPartNumberMarker;
    if (!page.IsTruncated || !marker) return { parts, partSize: partSizeOf(parts), algorithm };
  }
}

/** Only the last part may differ from the others, and it is the smallest. */
function partSizeOf(parts: ReadonlyMap<number, Document>): number | undefined {
  const sizes = [...parts.values()].map((part) => Number(part.Size));
  return sizes.length > 1 ? Math.max(...sizes) : undefined;
}

/** Compares sizes, then the bytes by a checksum that S3 names; false where it names none that tells. */
export async function isSame(part: SourcePart, there: Document): Promise<boolean> {
  if (Number(there.Size) !== part.end - part.start) return false;
  const named = Object.entries(there).find(([name]) => /^Checksum(?!Type|Mode)/.test(name));
  const make = named && algorithmOf(named[0].slice('Checksum'.length).toLowerCase());
  if (named && make) {
    const checksum = await make();
    for await (const chunk of part.open()) checksum.update(chunk);
    return (await checksum.digest()) === named[1];
  }
  const md5 = /^"?([\da-f]{32})"?$/.exec(String(there.ETag))?.[1];
  if (md5 === undefined) return false;
  const hash = createHash('md5');
  for await (const chunk of part.open()) hash.update(chunk);
  return hash.digest('hex') === md5;
}
