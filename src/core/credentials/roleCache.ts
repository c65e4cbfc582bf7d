// Keys of assumed roles and of SSO roles, kept in the AWS CLI's own cache folder in its own form, so that the two share them:
// who has given a code of an MFA device there is not asked here.
// https://github.com/boto/botocore/blob/1.43.11/botocore/credentials.py (CachedCredentialFetcher)

import { roleCredentialsFile, writeCacheFile } from './cacheFiles.ts';
import type { Credentials } from './credentials.ts';
import { isObject, readObject, textIn } from './documents.ts';
import { timeLeft } from './expiration.ts';
import { keysIn } from './keysIn.ts';
import type { LoadContext, Scope } from './source.ts';

/** A file's content: an answer of STS, or what is made in its likeness. */
export interface CachedRole {
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
    readonly Expiration: string;
    readonly AccountId?: string | undefined;
  };
  readonly [member: string]: unknown;
}

export interface RoleCall {
  /** What the AWS CLI hashes to name the file: the arguments of the call as JSON. */
  readonly key: () => string;
  readonly scope: Pick<Scope, 'environment' | 'home'>;
  readonly context: Pick<LoadContext, 'clock' | 'refused'>;
}

/** Kept keys with less than this many milliseconds left are not taken. */
const expiryWindow = 15 * 60_000;

/** The kept keys while they are good for a quarter of an hour; else those that `load` gets, which are then kept. */
export async function throughRoleCache(
  { key, scope, context }: RoleCall,
  load: () => Promise<CachedRole>,
): Promise<Credentials | undefined> {
  const file = roleCredentialsFile(key(), scope);
  const kept = await readKeys(file);
  if (kept && isGood(kept, context)) return kept;
  const loaded = await load();
  await writeCacheFile(file, loaded).catch(() => {}); // On a full or read-only disk memory has them all the same.
  return keysOf(loaded);
}

async function readKeys(file: string): Promise<Credentials | undefined> {
  const found = await readObject(file);
  return found && keysOf(found);
}

function keysOf({ Credentials }: Readonly<Record<string, unknown>>): Credentials | undefined {
  if (!isObject(Credentials)) return undefined;
  return keysIn(Credentials, 'SessionToken', textIn(Credentials, 'AccountId'));
}

function isGood(
  { expiration, accessKeyId }: Credentials,
  { clock, refused }: RoleCall['context'],
): boolean {
  if (expiration === undefined || accessKeyId === refused?.accessKeyId) return false;
  return timeLeft(expiration, clock()) >= expiryWindow;
}
