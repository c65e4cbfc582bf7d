import { createHash } from 'node:crypto';
import type { ConfigSection } from '../config/iniFile.ts';
import { lineOf, placeOf, textOf } from '../config/place.ts';
import { expandPath, type ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError, isAbort } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { isObject, readObject, textIn } from './documents.ts';
import { parseExpiration } from './expiration.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';

/** A role of IAM Identity Center, with the token that `aws sso login` has put into the AWS CLI's cache. */
export const sso: CredentialSource = {
  kind: 'sso',
  plan(scope) {
    const { entry } = scope;
    const isUsed = ['sso_role_name', 'sso_account_id'].some((key) => entry?.values.has(key));
    if (!entry || !isUsed) return undefined;
    const settings = settingsOf(scope, entry);
    return async (context) => {
      const file = settings.session ?? settings.startUrl;
      const token = await readSsoToken(scope, file, context.clock);
      return callGetRoleCredentials(scope, settings, token, context);
    };
  },
};

interface SsoSettings {
  readonly role: string;
  readonly account: string;
  readonly startUrl: string;
  readonly region: string;
  /** Absent for a profile of the older form, which has no `sso_session`. */
  readonly session: string | undefined;
}

function settingsOf(scope: Scope, entry: ProfileEntry): SsoSettings {
  const session = textOf(entry, 'sso_session');
  const section = session === undefined ? undefined : sessionOf(scope, entry, session);
  const shared = new Map([...entry.values, ...(section?.values ?? [])]);
  const required = ['sso_role_name', 'sso_account_id', 'sso_start_url', 'sso_region'];
  const [role, account, startUrl, region] = required.map((key) => {
    const value = shared.get(key);
    return typeof value === 'string' ? value : undefined;
  });
  if (
    role !== undefined &&
    account !== undefined &&
    startUrl !== undefined &&
    region !== undefined
  ) {
    return { role, account, startUrl, region, session };
  }
  const { file, line } = placeOf(entry);
  const missing = required.filter((key) => typeof shared.get(key) !== 'string').join(', ');
  throw new ConfigError(
    file,
    line,
    `profile ${scope.profile} signs in by SSO, but has no ${missing}.`,
  );
}

/** The `[sso-session]` a profile names. What both set must be the same in both. */
function sessionOf({ config }: Scope, entry: ProfileEntry, name: string): ConfigSection {
  const place = lineOf(entry, 'sso_session');
  const section = config.ssoSessions.get(name);
  if (!section) {
    throw new ConfigError(place.file, place.line, `there is no section [sso-session ${name}].`);
  }
  if (section.fault) {
    throw new ConfigError(section.file, section.fault.line, `${section.fault.problem}.`);
  }
  for (const [key, value] of section.values) {
    const own = entry.values.get(key);
    if (own === undefined || own === value) continue;
    const { file, line } = lineOf(entry, key);
    throw new ConfigError(file, line, `${key} differs from that of [sso-session ${name}].`);
  }
  return section;
}

/**
 * The token of a session, or of a start URL where there is no session.
 * https://github.com/boto/botocore/blob/1.43.11/botocore/utils.py (SSOTokenLoader): the file's name is a hash.
 */
export async function readSsoToken(
  scope: Pick<Scope, 'profile' | 'environment' | 'home'>,
  session: string,
  clock: () => Date,
): Promise<string> {
  const { environment, home } = scope;
  const name = createHash('sha1').update(session).digest('hex');
  const token = await readObject(
    expandPath(`~/.aws/sso/cache/${name}.json`, { environment, home }),
  );
  const accessToken = token && textIn(token, 'accessToken');
  const expiration = parseExpiration(token?.expiresAt);
  if (!accessToken || !expiration) throw expired(scope, 'nobody is signed in');
  if (expiration <= clock()) throw expired(scope, 'the sign-in has expired');
  return accessToken;
}

async function callGetRoleCredentials(
  scope: Scope,
  { account, role, region }: SsoSettings,
  accessToken: string,
  { call, signal }: LoadContext,
): Promise<Credentials> {
  let output: Readonly<Record<string, unknown>>;
  try {
    const input = { accountId: account, roleName: role, accessToken };
    output = await call('sso', 'GetRoleCredentials', input, { region, signal });
  } catch (error) {
    if (isAbort(error)) throw error;
    const isRefused = isObject(error) && error.code === 'UnauthorizedException';
    if (isRefused) throw expired(scope, 'the sign-in is no longer accepted', error);
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `there are no keys for role ${role} in account ${account}. ${reason}`;
    throw new CredentialsError('Credentials', scope.profile, problem, error);
  }
  const keys = isObject(output.roleCredentials) ? output.roleCredentials : {};
  const accessKeyId = textIn(keys, 'accessKeyId');
  const secretAccessKey = textIn(keys, 'secretAccessKey');
  const sessionToken = textIn(keys, 'sessionToken');
  if (!accessKeyId || !secretAccessKey) {
    throw new CredentialsError('Credentials', scope.profile, 'the answer of SSO has no keys.');
  }
  const expiration = new Date(Number(keys.expiration ?? Number.NaN));
  return {
    accessKeyId,
    secretAccessKey,
    accountId: account,
    ...(sessionToken && { sessionToken }),
    ...(Number.isFinite(expiration.getTime()) && { expiration }),
  };
}

function expired(
  { profile }: Pick<Scope, 'profile'>,
  what: string,
  cause?: unknown,
): CredentialsError {
  const problem = `${what}. Sign in with: aws sso login --profile ${quoted(profile)}`;
  return new CredentialsError('ExpiredSignIn', profile, problem, cause);
}

/** A profile's name as a shell takes it. */
export function quoted(name: string): string {
  return /^[\w.@/+-]+$/.test(name) ? name : `"${name}"`;
}
