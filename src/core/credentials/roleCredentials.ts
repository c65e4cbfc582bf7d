// What the calls to STS for keys have in common.

import { CredentialsError, isAbort } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { isObject, textIn } from './documents.ts';
import { formatExpiration, parseExpiration } from './expiration.ts';
import type { CachedRole } from './roleCache.ts';

/** Without a region, STS is called at its global endpoint, as botocore does. */
export function stsRegion(region: string | undefined): string {
  return region ?? 'aws-global';
}

/** An answer of STS as the AWS CLI caches it, with the account of the role's ARN beside the keys. */
export function cachedRole(output: Document): CachedRole {
  const answer = isObject(output.Credentials) ? output.Credentials : {};
  const user = isObject(output.AssumedRoleUser) ? output.AssumedRoleUser : {};
  const AccessKeyId = textIn(answer, 'AccessKeyId');
  const SecretAccessKey = textIn(answer, 'SecretAccessKey');
  const SessionToken = textIn(answer, 'SessionToken');
  const expiration = parseExpiration(answer.Expiration);
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !expiration) {
    throw new Error('The answer of STS has no keys.');
  }
  const AccountId = textIn(user, 'Arn')?.split(':')[4];
  const Expiration = formatExpiration(expiration, 'UTC');
  return {
    ...output,
    Credentials: { AccessKeyId, SecretAccessKey, SessionToken, Expiration, AccountId },
  };
}

/** What to throw when a role could not be assumed; cancelling stays what it is. */
export function stsFailure(profile: string, roleArn: string, error: unknown): unknown {
  if (isAbort(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const problem = `the role ${roleArn} could not be assumed. ${reason}`;
  return new CredentialsError('Credentials', profile, problem, error);
}
