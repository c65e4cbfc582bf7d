// What assuming a role with keys and with a web identity have in common.

import { CredentialsError, isAbort } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { Credentials } from './credentials.ts';
import { isObject, textIn } from './documents.ts';
import { keysIn } from './keysIn.ts';

/** Without a region, STS is called at its global endpoint, as botocore does. */
export function stsRegion(region: string | undefined): string {
  return region ?? 'aws-global';
}

/** The keys in the output of AssumeRole or AssumeRoleWithWebIdentity, and the account in the role's ARN. */
export function roleCredentials(output: Document): Credentials {
  const answer = isObject(output.Credentials) ? output.Credentials : {};
  const user = isObject(output.AssumedRoleUser) ? output.AssumedRoleUser : {};
  const keys = keysIn(answer, 'SessionToken', textIn(user, 'Arn')?.split(':')[4]);
  if (!keys) throw new Error('The answer of STS has no keys.');
  return keys;
}

/** What to throw when a role could not be assumed; cancelling stays what it is. */
export function stsFailure(profile: string, roleArn: string, error: unknown): unknown {
  if (isAbort(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const problem = `the role ${roleArn} could not be assumed. ${reason}`;
  return new CredentialsError('Credentials', profile, problem, error);
}
