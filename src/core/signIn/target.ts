// What a person has to sign in to before a profile has keys, from the shared files alone.

import type { ConfigValue } from '../config/iniFile.ts';
import { textOf } from '../config/place.ts';
import type { ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';

/** A sign-in by IAM Identity Center. */
export interface SsoTarget {
  readonly kind: 'sso';
  /** Of the `[sso-session]`; absent for a profile of the older form. */
  readonly session?: string;
  readonly startUrl: string;
  readonly region: string;
  /** What the program asks to be allowed; absent where the session says nothing. */
  readonly scopes?: readonly string[];
}

/** A sign-in to the AWS Console, as `aws login` does it. */
export interface LoginTarget {
  readonly kind: 'login';
  /** The profile that has it. */
  readonly profile: string;
  /** The ARN of who signed in last; also the name of the cached session. Absent before anybody did. */
  readonly session?: string;
}

export type SignInTarget = SsoTarget | LoginTarget;

/**
 * The sign-in that a profile's keys come from: its own, or that of the profile it takes keys from. Undefined when its keys
 * come without one, or when what the files say of it is not complete.
 */
export function signInTargetOf(config: SharedConfig, profile: string): SignInTarget | undefined {
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const entry = config.profiles.get(name);
    if (!entry) return undefined;
    const source = textOf(entry, 'role_arn') && textOf(entry, 'source_profile');
    const target = source ? undefined : targetOf(config, entry);
    if (target) return target;
    name = source;
  }
  return undefined;
}

function targetOf(config: SharedConfig, entry: ProfileEntry): SignInTarget | undefined {
  const session = textOf(entry, 'sso_session');
  const own = session === undefined ? undefined : config.ssoSessions.get(session)?.values;
  const startUrl = text(own ?? entry.values, 'sso_start_url');
  const region = text(own ?? entry.values, 'sso_region');
  if (startUrl !== undefined && region !== undefined) {
    const scopes = parseScopes(own && text(own, 'sso_registration_scopes'));
    return {
      kind: 'sso',
      startUrl,
      region,
      ...(own && session !== undefined && { session }),
      ...(scopes && { scopes }),
    };
  }
  const login = textOf(entry, 'login_session');
  return login === undefined ? undefined : { kind: 'login', profile: entry.name, session: login };
}

function parseScopes(value: string | undefined): readonly string[] | undefined {
  const scopes = value?.split(',').map((scope) => scope.trim());
  const named = scopes?.filter((scope) => scope !== '');
  return named && named.length > 0 ? named : undefined;
}

function text(values: ReadonlyMap<string, ConfigValue>, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
