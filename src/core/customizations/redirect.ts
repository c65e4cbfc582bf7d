// S3 answers a request in the wrong region with the right one. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html

import { ServiceError } from '../errors.ts';
import type { Failure } from '../http/retry.ts';
import type { CallContext } from './customization.ts';

/** The bucket that is in another region; undefined when the failure is of another sort. */
export function redirectedBucket(
  { service, plan, given }: CallContext,
  failure: Failure,
): string | undefined {
  const bucket = given.Bucket;
  const isBucket = service.id === 's3' && typeof bucket === 'string' && !bucket.startsWith('arn:');
  return isBucket && isRedirect(plan.name, failure) ? bucket : undefined;
}

/** The region the answer names; undefined where it names none. */
export function redirectRegion(failure: Failure, error: Error): string | undefined {
  return failure.headers?.['x-amz-bucket-region'] ?? regionInMessage(error);
}

export function isRegion(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z\d-]{1,63}$/.test(value);
}

function isRedirect(operation: string, { code, statusCode = 0 }: Failure): boolean {
  if ([301, 302, 307].includes(statusCode) || code === 'PermanentRedirect') return true;
  if (code === 'AuthorizationHeaderMalformed') return true;
  if (code === 'IllegalLocationConstraintException') return operation !== 'CreateBucket';
  // The answer to a HEAD has no body to say more.
  return statusCode === 400 && (operation === 'HeadObject' || operation === 'HeadBucket');
}

function regionInMessage(error: Error): string | undefined {
  if (!(error instanceof ServiceError)) return undefined;
  const { Region: region } = error.members;
  if (typeof region === 'string') return region;
  return /expecting '([a-z\d-]+)'/.exec(error.serviceMessage)?.[1];
}
