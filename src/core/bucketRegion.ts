// Where a bucket is, asked of S3 itself when it redirected a request and did not say where to.

import { randomUUID } from 'node:crypto';
import { attempt } from './attempt.ts';
import type { ClientContext } from './clientContext.ts';
import { checkInput, describeRequest } from './describeRequest.ts';

/** Undefined where S3 does not tell; it tells even those who may not read the bucket. */
export async function askBucketRegion(
  context: ClientContext,
  bucket: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const plan = context.plan('HeadBucket');
  if (!plan) return undefined;
  const call = checkInput(context, plan, { Bucket: bucket });
  const described = await describeRequest(context, call, { signal });
  const once = { invocation: randomUUID(), number: 1, maxAttempts: 1, signal };
  const made = await attempt(context, call, described, once);
  return made.ok ? made.output.BucketRegion : made.failure.headers?.['x-amz-bucket-region'];
}
