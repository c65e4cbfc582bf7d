// A profile as a person describes it, and the changes of the shared files that make it one.

import type { StaticKeys } from '../config/keptProfiles.ts';
import { textOf } from '../config/place.ts';
import type { SharedConfig } from '../config/sharedConfig.ts';
import type { ProfileEdit } from './profileFiles.ts';

/** What each kind needs beside a name and a region. */
export type ProfileSource =
  | KeysSource
  | { readonly kind: 'sso'; readonly sso: SsoChoice }
  | { readonly kind: 'login'; readonly loginSession?: string }
  | { readonly kind: 'role'; readonly role: RoleChoice }
  | { readonly kind: 'process'; readonly command: string };

/** Absent keys are left as they are. */
interface KeysSource {
  readonly kind: 'keys';
  readonly keys?: StaticKeys;
}

export interface SsoChoice {
  /** The name of the `[sso-session]`. */
  readonly session: string;
  /** Where that section is to be written; absent where it stands already. */
  readonly start?: { readonly url: string; readonly region: string };
  /** Absent while they are still to be chosen. */
  readonly account?: string;
  readonly role?: string;
}

export interface RoleChoice {
  readonly arn: string;
  readonly sourceProfile: string;
  /** Undefined for none. */
  readonly mfaSerial?: string | undefined;
  readonly externalId?: string | undefined;
}

export interface ProfileDraft {
  readonly name: string;
  /** Undefined for none. */
  readonly region?: string | undefined;
  /** The endpoint of all services, such as an emulator's; undefined for AWS itself. */
  readonly endpoint?: string | undefined;
  readonly source: ProfileSource;
}

/** Options that are not the draft's stay as they are. */
export function editsOf(draft: ProfileDraft): readonly ProfileEdit[] {
  const { name, region, endpoint, source } = draft;
  const common = { region, endpoint_url: endpoint };
  const profile = (values: Readonly<Record<string, string | undefined>>): ProfileEdit => ({
    kind: 'profile',
    name,
    values: { ...values, ...common },
  });
  switch (source.kind) {
    case 'keys':
      return source.keys ? keysEdits(name, source.keys, profile) : [profile({})];
    case 'sso':
      return ssoEdits(source.sso, profile);
    case 'login':
      return [profile({ login_session: source.loginSession })];
    case 'role':
      return [profile(roleValues(source.role))];
    case 'process':
      return [profile({ credential_process: source.command })];
  }
}

type ToProfile = (values: Readonly<Record<string, string | undefined>>) => ProfileEdit;

/** Keys stand in the credentials file, and nowhere else. */
function keysEdits(name: string, keys: StaticKeys, profile: ToProfile): readonly ProfileEdit[] {
  const values = {
    aws_access_key_id: keys.accessKeyId,
    aws_secret_access_key: keys.secretAccessKey,
    aws_session_token: keys.sessionToken,
  };
  const none = Object.fromEntries(Object.keys(values).map((key) => [key, undefined]));
  return [profile(none), { kind: 'credentials', name, values }];
}

function ssoEdits(sso: SsoChoice, profile: ToProfile): readonly ProfileEdit[] {
  const { session, start, account, role } = sso;
  const own = profile({ sso_session: session, sso_account_id: account, sso_role_name: role });
  if (!start) return [own];
  const values = {
    sso_start_url: start.url,
    sso_region: start.region,
    sso_registration_scopes: 'sso:account:access',
  };
  return [own, { kind: 'sso-session', name: session, values }];
}

function roleValues({ arn, sourceProfile, mfaSerial, externalId }: RoleChoice) {
  return {
    role_arn: arn,
    source_profile: sourceProfile,
    mfa_serial: mfaSerial,
    external_id: externalId,
  };
}

/** The profile as it stands; undefined for one that is of no kind a draft knows. */
export function draftOf(config: SharedConfig, name: string): ProfileDraft | undefined {
  const entry = config.profiles.get(name);
  const source = entry && sourceOf((key) => textOf(entry, key));
  if (!source) return undefined;
  const region = textOf(entry, 'region');
  const endpoint = textOf(entry, 'endpoint_url');
  return { name, source, ...(region && { region }), ...(endpoint && { endpoint }) };
}

function sourceOf(text: (key: string) => string | undefined): ProfileSource | undefined {
  const session = text('sso_session');
  const account = text('sso_account_id');
  const role = text('sso_role_name');
  if (session) {
    return { kind: 'sso', sso: { session, ...(account && { account }), ...(role && { role }) } };
  }
  const arn = text('role_arn');
  const sourceProfile = text('source_profile');
  if (arn && sourceProfile) {
    const choice = { mfaSerial: text('mfa_serial'), externalId: text('external_id') };
    return { kind: 'role', role: { arn, sourceProfile, ...choice } };
  }
  if (text('aws_access_key_id')) return { kind: 'keys' };
  const loginSession = text('login_session');
  if (loginSession) return { kind: 'login', loginSession };
  const command = text('credential_process');
  return command ? { kind: 'process', command } : undefined;
}

/** What takes the profile out of both files. An sso-session that no other profile names goes with it where that is wanted. */
export function removalOf(name: string, ssoSession?: string): readonly ProfileEdit[] {
  const edits: readonly ProfileEdit[] = [
    { kind: 'profile', name, values: 'remove' },
    { kind: 'credentials', name, values: 'remove' },
  ];
  if (ssoSession === undefined) return edits;
  return [...edits, { kind: 'sso-session', name: ssoSession, values: 'remove' }];
}

/** Who would miss a profile: those that take keys from it, and the session that only it signs in to. */
export function dependentsOf(
  config: SharedConfig,
  name: string,
): { readonly roles: readonly string[]; readonly ssoSession: string | undefined } {
  const others = [...config.profiles.values()].filter((entry) => entry.name !== name);
  const roles = others.filter((entry) => textOf(entry, 'source_profile') === name);
  const session = textOf(config.profiles.get(name), 'sso_session');
  const isShared = others.some((entry) => textOf(entry, 'sso_session') === session);
  return {
    roles: roles.map((entry) => entry.name),
    ssoSession: isShared ? undefined : session,
  };
}
