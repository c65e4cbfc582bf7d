// The life of a multipart upload: begun, filled with parts, and then either made an object or thrown away.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html

import { isAbort, ServiceError, TransferError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { UploadParameters } from './plan.ts';

/** What is needed of a Client of S3. */
export interface S3Caller {
  call(
    operation: string,
    input: Document,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Document>;
}

/** A part as S3 wants it named in the end. */
export interface DonePart extends Document {
  readonly PartNumber: number;
  readonly ETag: unknown;
}

export interface MultipartUpload {
  readonly client: S3Caller;
  readonly parameters: Pick<UploadParameters, 'completion' | 'plain'>;
  readonly uploadId: string;
  readonly where: Where;
  readonly signal: AbortSignal | undefined;
  /** What happens to the parts when the upload fails. */
  readonly keepParts: boolean;
}

export async function createUpload(
  client: S3Caller,
  creation: Document,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { UploadId: id } = await client.call('CreateMultipartUpload', creation, { signal });
  return String(id);
}

/** Completes the upload with the parts that `fill` made. Throws it away when anything fails or is cancelled. */
export async function finishUpload(
  upload: MultipartUpload,
  fill: () => Promise<readonly DonePart[]>,
): Promise<Document> {
  const { client, parameters, uploadId, signal } = upload;
  try {
    const parts = await fill();
    const sorted = parts.toSorted((left, right) => left.PartNumber - right.PartNumber);
    const input = {
      ...parameters.completion,
      UploadId: uploadId,
      MultipartUpload: { Parts: sorted },
    };
    return await client.call('CompleteMultipartUpload', input, { signal });
  } catch (error) {
    await giveUp(upload, error);
    throw error;
  }
}

const patience = 10_000;

/** Cancelling does not stop this one call: parts nobody completes are paid for until they are removed. */
async function giveUp(upload: MultipartUpload, cause: unknown): Promise<void> {
  const { client, parameters, uploadId, where, keepParts } = upload;
  if (keepParts) {
    if (isAbort(cause)) return;
    throw new TransferError(where, `${said(cause)} Its parts are kept.`, { uploadId, cause });
  }
  try {
    const input = { ...parameters.plain, UploadId: uploadId };
    await client.call('AbortMultipartUpload', input, { signal: AbortSignal.timeout(patience) });
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchUpload') return;
    const problem = `${said(cause)} Its parts could not be removed either. ${said(error)}`;
    throw new TransferError(where, problem, { uploadId, cause });
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The checksum S3 answered with goes into the list of parts too. */
export function donePart(number: number, answer: Document, algorithm: unknown): DonePart {
  const member = typeof algorithm === 'string' ? `Checksum${algorithm.toUpperCase()}` : '';
  const checksum = answer[member];
  return {
    PartNumber: number,
    ETag: answer.ETag,
    ...(typeof checksum === 'string' ? { [member]: checksum } : {}),
  };
}
