// The AWS CLI's cache of sign-ins by SSO: a file for each session, by the hash of its name, or of its start URL where it has
// none. Both tools read what the other wrote.
// https://github.com/aws/aws-cli/blob/v2/awscli/botocore/utils.py (SSOTokenFetcher, SSOTokenFetcherAuth, JSONFileCache)

import { rm } from 'node:fs/promises';
import type { ConfigOptions } from '../config/sharedConfig.ts';
import { ssoTokenFile, writeCacheFile } from '../credentials/cacheFiles.ts';
import { readObject, textIn } from '../credentials/documents.ts';
import { formatExpiration, parseExpiration } from '../credentials/expiration.ts';
import { dumpJson } from '../credentials/pythonJson.ts';
import type { SsoTarget } from './target.ts';

/** What signs in: the program, as the server knows it. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expiresAt: Date;
}

export interface SsoToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** Absent where the server gives none: then somebody must sign in when the token expires. */
  readonly refreshToken?: string;
}

type Place = Pick<ConfigOptions, 'environment' | 'home'>;

export async function writeToken(
  target: SsoTarget,
  token: SsoToken,
  registration: Registration,
  place: Place,
): Promise<void> {
  const kept = {
    startUrl: target.startUrl,
    region: target.region,
    accessToken: token.accessToken,
    expiresAt: formatExpiration(token.expiresAt),
    clientId: registration.clientId,
    clientSecret: registration.clientSecret,
    registrationExpiresAt: formatExpiration(registration.expiresAt),
    refreshToken: token.refreshToken,
  };
  await writeCacheFile(tokenFile(target, place), kept);
}

/** Undefined when there is none, or when it expires within a quarter of an hour. */
export async function readRegistration(
  target: SsoTarget,
  grant: string,
  place: Place,
  now: Date,
): Promise<Registration | undefined> {
  const kept = await readObject(registrationFile(target, grant, place));
  const clientId = kept && textIn(kept, 'clientId');
  const clientSecret = kept && textIn(kept, 'clientSecret');
  const expiresAt = parseExpiration(kept?.expiresAt);
  if (!clientId || !clientSecret || !expiresAt) return undefined;
  const isGood = expiresAt.getTime() - now.getTime() > registrationWindow;
  return isGood ? { clientId, clientSecret, expiresAt } : undefined;
}

const registrationWindow = 15 * 60_000;

export async function writeRegistration(
  target: SsoTarget,
  grant: string,
  { clientId, clientSecret, expiresAt }: Registration,
  place: Place,
): Promise<void> {
  const kept = {
    clientId,
    clientSecret,
    expiresAt: formatExpiration(expiresAt),
    scopes: target.scopes,
  };
  await writeCacheFile(registrationFile(target, grant, place), kept);
}

export async function removeRegistration(
  target: SsoTarget,
  grant: string,
  place: Place,
): Promise<void> {
  await rm(registrationFile(target, grant, place), { force: true });
}

function tokenFile({ session, startUrl }: SsoTarget, place: Place): string {
  return ssoTokenFile(session ?? startUrl, place);
}

/** Not the file of the AWS CLI's own registration: the person is told by name which program asks for access. */
function registrationFile(target: SsoTarget, grant: string, place: Place): string {
  const { region, scopes, session, startUrl } = target;
  return ssoTokenFile(
    dumpJson({
      grant,
      region,
      scopes: scopes ?? null,
      session_name: session ?? null,
      startUrl,
      tool: 'awscope',
    }),
    place,
  );
}
