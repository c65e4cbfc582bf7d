// The keys of `aws login`, in the file it writes: read, renewed before they expire, written back.
// https://github.com/boto/botocore/blob/1.43.11/botocore/credentials.py (LoginCredentialFetcher)

import { textOf } from '../config/place.ts';
import { CredentialsError, ServiceError } from '../errors.ts';
import { loginTokenFile, writeCacheFile } from './cacheFiles.ts';
import type { Credentials } from './credentials.ts';
import { isObject, readObject, textIn } from './documents.ts';
import { dpopHeader, readDpopKey } from './dpop.ts';
import { formatExpiration, parseExpiration, timeLeft } from './expiration.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';
import { quoted } from './ssoToken.ts';

export const login: CredentialSource = {
  kind: 'login',
  options: new Set(['login_session']),
  plan(scope) {
    const session = textOf(scope.entry, 'login_session');
    if (session === undefined) return undefined;
    return async (context) => {
      const file = loginTokenFile(session, scope);
      const token = await readToken(file, scope);
      if (isGood(token, context)) return keysOf(token, scope);
      return keysOf(await renewOrReadAgain(token, file, scope, context), scope);
    };
  },
};

function isGood({ accessToken }: LoginToken, { clock }: LoadContext): boolean {
  const expiration = parseExpiration(accessToken.expiresAt);
  return expiration !== undefined && timeLeft(expiration, clock()) > renewalWindow;
}

/** A refresh token works but once: another process may have used it meanwhile, and written what it got. */
async function renewOrReadAgain(
  token: LoginToken,
  file: string,
  scope: Scope,
  context: LoadContext,
): Promise<LoginToken> {
  try {
    return await renew(token, file, scope, context);
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    const now = await readToken(file, scope);
    if (now.refreshToken !== token.refreshToken && isGood(now, context)) return now;
    throw error;
  }
}

/** Renewed when less is left: five minutes, as in botocore. */
const renewalWindow = 5 * 60_000;

/** A file of `~/.aws/login/cache`. Members that are not named here are kept. */
interface LoginToken {
  readonly accessToken: Readonly<Record<string, unknown>>;
  readonly refreshToken: string;
  readonly clientId: string;
  /** A private key in PEM, to which the tokens are bound. */
  readonly dpopKey: string;
}

async function readToken(file: string, scope: Scope): Promise<LoginToken> {
  const token = await readObject(file);
  if (!token) throw signIn(scope, 'nobody is signed in');
  const isWhole =
    isObject(token.accessToken) &&
    ['refreshToken', 'clientId', 'dpopKey'].every((member) => textIn(token, member));
  if (!isWhole) throw signIn(scope, 'the kept sign-in is not complete');
  return token as unknown as LoginToken;
}

async function renew(
  token: LoginToken,
  file: string,
  scope: Scope,
  context: LoadContext,
): Promise<LoginToken> {
  const { clock } = context;
  const output = await callCreateToken(token, scope, context);
  const keys = isObject(output.accessToken) ? output.accessToken : {};
  const expiration = new Date(clock().getTime() + Number(output.expiresIn) * 1000);
  const refreshToken = textIn(output, 'refreshToken');
  if (!textIn(keys, 'accessKeyId') || !refreshToken || Number.isNaN(expiration.getTime())) {
    throw signIn(scope, 'the sign-in service gave no keys');
  }
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const { accountId } = token.accessToken;
  const expiresAt = formatExpiration(expiration);
  const accessToken = { accessKeyId, secretAccessKey, sessionToken, accountId, expiresAt };
  const renewed = { ...token, accessToken, refreshToken };
  await writeCacheFile(file, renewed);
  return renewed;
}

async function callCreateToken(
  { dpopKey, clientId, refreshToken }: LoginToken,
  scope: Scope,
  { call, clock, region, signal }: LoadContext,
): Promise<Readonly<Record<string, unknown>>> {
  const key = readDpopKey(dpopKey);
  if (!key) throw signIn(scope, 'the key of the kept sign-in cannot be read');
  if (region === undefined) {
    const problem = 'its sign-in is renewed in its region, and it has none. Add "region" to it.';
    throw new CredentialsError('Credentials', scope.profile, problem);
  }
  const headers = (url: string) => ({ dpop: dpopHeader(key, url, clock()) });
  const input = { tokenInput: { clientId, refreshToken, grantType: 'refresh_token' } };
  try {
    const output = await call('signin', 'CreateOAuth2Token', input, { region, signal, headers });
    return isObject(output.tokenOutput) ? output.tokenOutput : {};
  } catch (error) {
    if (error instanceof ServiceError) throw refusal(scope, error);
    throw error;
  }
}

/** https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html: the reasons of AccessDeniedException. */
function refusal(scope: Scope, error: ServiceError): CredentialsError {
  const reason = error.members.error;
  if (reason === 'TOKEN_EXPIRED') return signIn(scope, 'the sign-in has expired', error);
  if (reason === 'USER_CREDENTIALS_CHANGED') {
    return signIn(scope, 'the sign-in has ended, because the password was changed', error);
  }
  if (reason === 'INSUFFICIENT_PERMISSIONS') {
    const problem =
      'its sign-in may not be renewed: the user needs the managed policy SignInLocalDevelopmentAccess.';
    return new CredentialsError('Credentials', scope.profile, problem, error);
  }
  const problem = `its sign-in could not be renewed. ${error.message}`;
  return new CredentialsError('Credentials', scope.profile, problem, error);
}

function keysOf({ accessToken }: LoginToken, scope: Scope): Credentials {
  const accessKeyId = textIn(accessToken, 'accessKeyId');
  const secretAccessKey = textIn(accessToken, 'secretAccessKey');
  const sessionToken = textIn(accessToken, 'sessionToken');
  const accountId = textIn(accessToken, 'accountId');
  const expiration = parseExpiration(accessToken.expiresAt);
  if (!accessKeyId || !secretAccessKey || !expiration) {
    throw signIn(scope, 'the kept sign-in is not complete');
  }
  return {
    accessKeyId,
    secretAccessKey,
    expiration,
    ...(sessionToken && { sessionToken }),
    ...(accountId && { accountId }),
  };
}

function signIn({ profile }: Scope, what: string, cause?: unknown): CredentialsError {
  const problem = `${what}. Sign in with: aws login --profile ${quoted(profile)}`;
  return new CredentialsError('ExpiredSignIn', profile, problem, cause);
}
