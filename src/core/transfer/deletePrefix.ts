// Everything below a prefix, a thousand objects at a time. Older versions of objects in a versioned bucket stay.

import type { Client } from '../client.ts';
import { ConfirmationRequiredError, TransferError } from '../errors.ts';
import { type Document, documentsIn } from '../protocols/protocol.ts';
import type { TransferOptions } from './plan.ts';

export interface DeleteOptions extends Pick<TransferOptions, 'signal'> {
  /** What is destroyed, as the caller understands it: `bucket/prefix`. Nothing is sent where it is something else. */
  readonly confirm: string;
  /** Told how many objects are gone so far. */
  readonly onProgress?: ((deleted: number) => void) | undefined;
}

/** `target` has Bucket and Prefix, and perhaps ExpectedBucketOwner and RequestPayer. Gives how many objects were deleted. */
export async function deletePrefix(
  client: Client,
  target: Document,
  { signal, onProgress, confirm }: DeleteOptions,
): Promise<number> {
  const { Prefix: prefix = '', ...shared } = target;
  const where = { service: client.service.id, operation: 'deletePrefix' };
  const expected = `${String(target.Bucket)}/${String(prefix)}`;
  if (confirm !== expected) throw new ConfirmationRequiredError(where, [expected]);
  const failed: Document[] = [];
  let deleted = 0;
  for await (const { Contents: contents } of client.pages('ListObjectsV2', target, { signal })) {
    const keys = documentsIn(contents).map(({ Key }) => ({ Key }));
    if (keys.length === 0) continue;
    const input = { ...shared, Delete: { Objects: keys, Quiet: true } };
    const { Errors: errors } = await client.call('DeleteObjects', input, { signal });
    failed.push(...documentsIn(errors));
    deleted += keys.length - documentsIn(errors).length;
    onProgress?.(deleted);
  }
  const [first] = failed;
  if (!first) return deleted;
  const problem = `${failed.length} objects were not deleted, "${String(first.Key)}" first: ${String(first.Code)}.`;
  throw new TransferError(where, `${problem} ${String(first.Message ?? '')}`.trim());
}
