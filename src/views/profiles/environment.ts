// A profile's keys as environment variables, for other programs. Pure.

import type { Credentials } from '../../core/credentials/credentials.ts';

export interface Exported {
  readonly credentials: Credentials;
  readonly region: string | undefined;
  /** The endpoint of all services, such as an emulator's. */
  readonly endpoint: string | undefined;
  /** What the profile sets besides. */
  readonly more: Readonly<Record<string, string>>;
  /** True where the default profile, which other programs read settings of, has an endpoint. */
  readonly isDefaultElsewhere: boolean;
}

/** By name; null for a variable that must not be set, since it would count instead. */
export type Variables = Readonly<Record<string, string | null>>;

export function variablesOf(exported: Exported): Variables {
  const { credentials, region, endpoint, more, isDefaultElsewhere } = exported;
  const goesToAws = endpoint === undefined && !Object.keys(more).some(isEndpoint);
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken ?? null,
    AWS_SECURITY_TOKEN: null,
    AWS_CREDENTIAL_EXPIRATION: expiration?.toISOString() ?? null,
    AWS_REGION: region ?? null,
    AWS_DEFAULT_REGION: region ?? null,
    AWS_ENDPOINT_URL: endpoint ?? null,
    AWS_PROFILE: null,
    AWS_DEFAULT_PROFILE: null,
    ...(goesToAws && isDefaultElsewhere && { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }),
    ...more,
  };
}

function isEndpoint(name: string): boolean {
  return name.startsWith('AWS_ENDPOINT_URL_');
}

interface ShellWords {
  set(name: string, value: string): string;
  /** In one line, or in several. */
  unset(names: readonly string[]): string;
}

/** How shells set variables, and take them away. */
export const shells = {
  'Bash, Zsh': {
    set: (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
    unset: (names) => `unset ${names.join(' ')}`,
  },
  PowerShell: {
    set: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
    unset: (names) =>
      `Remove-Item ${names.map((name) => `Env:${name}`).join(', ')} -ErrorAction Ignore`,
  },
  'Command Prompt': {
    set: (name, value) => `set "${name}=${value}"`,
    unset: (names) => names.map((name) => `set "${name}="`).join('\n'),
  },
} as const satisfies Readonly<Record<string, ShellWords>>;

export type Shell = keyof typeof shells;

/** What was set before, for another profile, is taken away where this one has none of it. */
export function formatVariables(variables: Variables, shell: Shell): string {
  const { set, unset } = shells[shell];
  const all = Object.entries(variables);
  const gone = all.flatMap(([name, value]) => (value === null ? [name] : []));
  const lines = all.flatMap(([name, value]) => (value === null ? [] : [set(name, value)]));
  return `${[...(gone.length > 0 ? [unset(gone)] : []), ...lines].join('\n')}\n`;
}
