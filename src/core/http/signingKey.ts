// Keys of signature version 4: one for a day, a region and a service, derived from the secret one at the first request of them.

import type { Credentials } from '../credentials/credentials.ts';
import type { SignatureAuth } from './auth.ts';
import { HmacKey, sha256Hex } from './sha256.ts';
import { asymmetricAlgorithm, signAsymmetrically } from './sigv4a.ts';

export interface SignOptions {
  readonly auth: SignatureAuth;
  readonly credentials: Credentials;
  readonly date: Date;
}

/** What every part of a signature says of how it was made. */
export interface SigningScope {
  readonly algorithm: string;
  /** As `20240501T102030Z`. */
  readonly time: string;
  readonly scope: string;
}

export function scopeOf({ auth, date }: SignOptions): SigningScope {
  const time = basicForm(date);
  const day = time.slice(0, 8);
  return auth.type === 'v4a'
    ? { algorithm: asymmetricAlgorithm, time, scope: `${day}/${auth.service}/aws4_request` }
    : {
        algorithm: 'AWS4-HMAC-SHA256',
        time,
        scope: `${day}/${auth.region}/${auth.service}/aws4_request`,
      };
}

/** Of a canonical request, in hexadecimal digits. */
export function signCanonical(
  canonical: string,
  { algorithm, time, scope }: SigningScope,
  { auth, credentials }: SignOptions,
): string {
  const text = `${algorithm}\n${time}\n${scope}\n${sha256Hex(canonical)}`;
  if (auth.type === 'v4a') return signAsymmetrically(text, credentials);
  return signingKey(credentials, scope).sign(text);
}

/** Many requests are signed in one second. */
const knownTimes = new Map<number, string>();

function basicForm(date: Date): string {
  const second = Math.floor(date.getTime() / 1000);
  const known = knownTimes.get(second);
  if (known !== undefined) return known;
  // The first toISOString of a process costs a fifth of a millisecond.
  const day = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const clock = date.getUTCHours() * 10_000 + date.getUTCMinutes() * 100 + date.getUTCSeconds();
  const time = `${day}T${String(clock).padStart(6, '0')}Z`;
  if (knownTimes.size >= 100) knownTimes.clear();
  knownTimes.set(second, time);
  return time;
}

export function signingKey(credentials: Credentials, scope: string): HmacKey {
  const keys = keysByCredentials.get(credentials) ?? new Map<string, HmacKey>();
  keysByCredentials.set(credentials, keys);
  const known = keys.get(scope);
  if (known) return known;
  let key: Uint8Array = Buffer.from(`AWS4${credentials.secretAccessKey}`);
  for (const part of scope.split('/')) key = new HmacKey(key).digest(part);
  const derived = new HmacKey(key);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(scope, derived);
  return derived;
}

const mostKeys = 50;
const keysByCredentials = new WeakMap<Credentials, Map<string, HmacKey>>();
