// The tokens of sign-ins by IAM Identity Center, in the files that `aws sso login` writes: read, renewed, written back.
// https://github.com/boto/botocore/blob/1.43.11/botocore/tokens.py (SSOTokenProvider)

import type { ConfigOptions } from '../config/sharedConfig.ts';
import { CredentialsError, ServiceError } from '../errors.ts';
import { ssoTokenFile, writeCacheFile } from './cacheFiles.ts';
import { readObject, textIn } from './documents.ts';
import { formatExpiration, parseExpiration, timeLeft } from './expiration.ts';
import type { CallService } from './source.ts';

/** A file of `~/.aws/sso/cache`. Times are ISO 8601, in UTC. */
export interface SsoToken {
  readonly startUrl: string;
  readonly region: string;
  readonly accessToken: string;
  readonly expiresAt: string;
  /** The client the token was given to. Absent for profiles of the older form, like all below. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly registrationExpiresAt?: string;
  /** Gives another token without a sign-in; absent where the administrator or the scopes of the session do not allow it. */
  readonly refreshToken?: string;
}

/** The `[sso-session]` a profile names, or what stands in the profile itself. */
export interface SsoSession {
  /** Absent for a profile of the older form, whose token is known by its start URL and never renewed. */
  readonly name: string | undefined;
  readonly startUrl: string;
  readonly region: string;
}

export interface SsoTokenContext {
  readonly profile: string;
  readonly place: ConfigOptions;
  readonly call: CallService;
  readonly clock: () => Date;
  readonly signal?: AbortSignal | undefined;
}

/** What gives an access token, and until when. */
export interface AccessToken {
  readonly token: string;
  readonly expiration: Date;
}

/** Renewed when less is left: fifteen minutes, as in botocore. */
const renewalWindow = 15 * 60_000;

/** A token that is good now. Throws an `ExpiredSignIn` error when the person has to sign in. */
export async function loadSsoToken(
  session: SsoSession,
  context: SsoTokenContext,
): Promise<AccessToken> {
  const kept = await readSsoToken(session, context.place);
  const expiration = parseExpiration(kept?.expiresAt);
  if (!kept || !expiration) throw expiredSignIn(context.profile, 'nobody is signed in');
  const isOld = timeLeft(expiration, context.clock()) < renewalWindow;
  const renewed = isOld && session.name !== undefined && (await renew(session, kept, context));
  const found = renewed || { token: kept.accessToken, expiration };
  if (timeLeft(found.expiration, context.clock()) > 0) return found;
  throw expiredSignIn(context.profile, 'the sign-in has expired');
}

/** The token in the cache, expired or not; undefined when there is none. */
export async function readSsoToken(
  session: Pick<SsoSession, 'name' | 'startUrl'>,
  place: ConfigOptions,
): Promise<SsoToken | undefined> {
  const token = await readObject(fileOf(session, place));
  if (!token || !textIn(token, 'accessToken') || !textIn(token, 'expiresAt')) return undefined;
  return token as unknown as SsoToken;
}

export async function writeSsoToken(
  session: Pick<SsoSession, 'name' | 'startUrl'>,
  token: SsoToken,
  place: ConfigOptions,
): Promise<void> {
  await writeCacheFile(fileOf(session, place), token);
}

function fileOf(
  { name, startUrl }: Pick<SsoSession, 'name' | 'startUrl'>,
  place: ConfigOptions,
): string {
  return ssoTokenFile(name ?? startUrl, place);
}

/** Undefined when the token cannot be renewed: it is then used as long as it lasts. */
async function renew(
  session: SsoSession,
  kept: SsoToken,
  context: SsoTokenContext,
): Promise<AccessToken | undefined> {
  const { clientId, clientSecret, refreshToken, registrationExpiresAt } = kept;
  const registeredUntil = parseExpiration(registrationExpiresAt);
  if (!clientId || !clientSecret || !refreshToken || !registeredUntil) return undefined;
  const { call, clock, place, signal } = context;
  if (timeLeft(registeredUntil, clock()) <= 0) return undefined;
  const input = { grantType: 'refresh_token', clientId, clientSecret, refreshToken };
  let answer: Readonly<Record<string, unknown>>;
  try {
    answer = await call('sso-oidc', 'CreateToken', input, { region: session.region, signal });
  } catch (error) {
    if (error instanceof ServiceError) return readByOthers(session, kept, context);
    throw error;
  }
  const token = textIn(answer, 'accessToken');
  const seconds = Number(answer.expiresIn);
  if (!token || !Number.isFinite(seconds)) return undefined;
  const expiration = new Date(clock().getTime() + seconds * 1000);
  const next = textIn(answer, 'refreshToken');
  await writeSsoToken(
    session,
    {
      startUrl: session.startUrl,
      region: session.region,
      accessToken: token,
      expiresAt: formatExpiration(expiration),
      clientId,
      clientSecret,
      ...(registrationExpiresAt !== undefined && { registrationExpiresAt }),
      ...(next && { refreshToken: next }),
    },
    place,
  );
  return { token, expiration };
}

/** A refresh token may work but once: another process may have used it meanwhile, and written what it got. */
async function readByOthers(
  session: SsoSession,
  kept: SsoToken,
  { place }: SsoTokenContext,
): Promise<AccessToken | undefined> {
  const now = await readSsoToken(session, place);
  const expiration = parseExpiration(now?.expiresAt);
  if (!now || !expiration || now.accessToken === kept.accessToken) return undefined;
  return { token: now.accessToken, expiration };
}

/** The error that says how to sign in. */
export function expiredSignIn(profile: string, what: string, cause?: unknown): CredentialsError {
  const problem = `${what}. Sign in with: aws sso login --profile ${quoted(profile)}`;
  return new CredentialsError('ExpiredSignIn', profile, problem, cause);
}

/** A profile's name as a shell takes it. */
export function quoted(name: string): string {
  return /^[\w.@/+-]+$/.test(name) ? name : `"${name}"`;
}
