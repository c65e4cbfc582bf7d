// A profile's keys as environment variables, for other programs. Pure.

import type { Credentials } from '../../core/credentials/credentials.ts';

export interface Exported {
  readonly credentials: Credentials;
  readonly region: string | undefined;
  /** The endpoint of all services, such as an emulator's. */
  readonly endpoint: string | undefined;
}

/** By name; null for a variable that must not be set, since it would count instead. */
export type Variables = Readonly<Record<string, string | null>>;

export function variablesOf({ credentials, region, endpoint }: Exported): Variables {
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
  };
}

/** How shells set variables. */
export const shells = {
  'Bash, Zsh': (name: string, value: string) =>
    `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
  PowerShell: (name: string, value: string) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
  'Command Prompt': (name: string, value: string) => `set "${name}=${value}"`,
} as const;

export type Shell = keyof typeof shells;

/** One line for each variable that has a value. */
export function formatVariables(variables: Variables, shell: Shell): string {
  const lines = Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [shells[shell](name, value)],
  );
  return `${lines.join('\n')}\n`;
}
