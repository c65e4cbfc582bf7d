import type { ConfigSection } from '../config/iniFile.ts';
import { lineOf, placeOf, textOf } from '../config/place.ts';
import type { ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError, isAbort, ServiceError } from '../errors.ts';
import { isObject, textIn } from './documents.ts';
import { formatExpiration } from './expiration.ts';
import { dumpJson } from './pythonJson.ts';
import { type CachedRole, throughRoleCache } from './roleCache.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';
import { expiredSignIn, loadSsoToken, type SsoSession } from './ssoToken.ts';

const ofProfile = new Set(['sso_role_name', 'sso_account_id']);

/** A role of IAM Identity Center, with the token that a sign-in has put into the AWS CLI's cache. */
export const sso: CredentialSource = {
  kind: 'sso',
  options: ofProfile,
  plan(scope) {
    const { entry } = scope;
    if (!entry || ofProfile.isDisjointFrom(entry.values)) return undefined;
    const settings = settingsOf(scope, entry);
    const key = () => dumpJson(keyOf(settings), { isSorted: true, isCompact: true });
    return async (context) =>
      throughRoleCache({ key, scope, context }, () => load(scope, settings, context));
  },
};

interface SsoSettings {
  readonly role: string;
  readonly account: string;
  readonly session: SsoSession;
}

function keyOf({ role, account, session: { name, startUrl } }: SsoSettings) {
  const session = name === undefined ? { startUrl } : { sessionName: name };
  return { roleName: role, accountId: account, ...session };
}

/** With a session they stand in its section: the profile may repeat them, and nothing more. */
const ofSession = ['sso_start_url', 'sso_region'];

function settingsOf(scope: Scope, entry: ProfileEntry): SsoSettings {
  const session = textOf(entry, 'sso_session');
  const section = session === undefined ? undefined : sessionOf(scope, entry, session);
  const read = (key: string) =>
    section && ofSession.includes(key)
      ? section.values.get(key)
      : (section?.values.get(key) ?? entry.values.get(key));
  const missing = [...ofProfile, ...ofSession].filter((key) => typeof read(key) !== 'string');
  if (missing.length > 0) {
    const { file, line } = placeOf(entry);
    const where =
      missing.every((key) => ofSession.includes(key)) && section ? 'its sso-session' : 'it';
    const problem = `profile ${scope.profile} signs in by SSO, but ${where} has no ${missing.join(', ')}.`;
    throw new ConfigError(file, line, problem);
  }
  const text = (key: string) => String(read(key));
  return {
    role: text('sso_role_name'),
    account: text('sso_account_id'),
    session: { name: session, startUrl: text('sso_start_url'), region: text('sso_region') },
  };
}

/** The `[sso-session]` a profile names. What both set must be the same in both. */
function sessionOf({ config }: Scope, entry: ProfileEntry, name: string): ConfigSection {
  const section = config.ssoSessions.get(name);
  if (!section) {
    const place = lineOf(entry, 'sso_session');
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

async function load(
  scope: Scope,
  { account, role, session }: SsoSettings,
  context: LoadContext,
): Promise<CachedRole> {
  const { profile } = scope;
  const { token } = await loadSsoToken(session, { ...context, profile, place: scope });
  const input = { accountId: account, roleName: role, accessToken: token };
  const keys = await callGetRoleCredentials(scope, input, session.region, context);
  const [accessKeyId, secretAccessKey, sessionToken] = [
    'accessKeyId',
    'secretAccessKey',
    'sessionToken',
  ].map((member) => textIn(keys, member));
  const expiration = new Date(Number(keys.expiration ?? Number.NaN));
  if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiration.getTime())) {
    throw new CredentialsError('Credentials', profile, 'the answer of SSO has no keys.');
  }
  return {
    ProviderType: 'sso',
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: formatExpiration(expiration),
      AccountId: account,
    },
  };
}

async function callGetRoleCredentials(
  { profile }: Scope,
  input: Readonly<Record<'accountId' | 'roleName' | 'accessToken', string>>,
  region: string,
  { call, signal }: LoadContext,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const output = await call('sso', 'GetRoleCredentials', input, { region, signal });
    return isObject(output.roleCredentials) ? output.roleCredentials : {};
  } catch (error) {
    if (isAbort(error)) throw error;
    const isRefused = error instanceof ServiceError && error.code === 'UnauthorizedException';
    if (isRefused) throw expiredSignIn(profile, 'the sign-in is no longer accepted', error);
    const reason = error instanceof Error ? error.message : String(error);
    const where = `role ${input.roleName} in account ${input.accountId}`;
    const problem = `there are no keys for ${where}. ${reason}`;
    throw new CredentialsError('Credentials', profile, problem, error);
  }
}
