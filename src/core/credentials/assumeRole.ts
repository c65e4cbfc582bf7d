import { lineOf, textOf } from '../config/place.ts';
import type { ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import { container } from './container.ts';
import type { Credentials } from './credentials.ts';
import { environmentKeys } from './environmentKeys.ts';
import { instance } from './instance.ts';
import { roleCredentials, stsFailure, stsRegion } from './roleCredentials.ts';
import type { CredentialSource, Load, LoadContext, Scope } from './source.ts';

/** A role assumed with another profile's keys, or with those of a source that the profile names. */
export const assumeRole: CredentialSource = {
  kind: 'assume-role',
  plan(scope) {
    const { entry } = scope;
    if (!entry || !isRole(entry)) return undefined;
    const loadSource = planKeys(scope, entry);
    return async (context) => {
      const credentials = await loadSource(context);
      return credentials && callAssumeRole(scope, entry, credentials, context);
    };
  },
};

/** A role with a token file is the web identity source's. */
export function isRole(entry: ProfileEntry | undefined): boolean {
  const values = entry?.values;
  return Boolean(values?.has('role_arn') && !values.has('web_identity_token_file'));
}

/** What `credential_source` may be. */
const namedSources: ReadonlyMap<string, CredentialSource> = new Map([
  ['Environment', environmentKeys],
  ['EcsContainer', container],
  ['Ec2InstanceMetadata', instance],
]);

function planKeys(scope: Scope, entry: ProfileEntry): Load {
  const profile = textOf(entry, 'source_profile');
  const source = textOf(entry, 'credential_source');
  if (profile !== undefined && source !== undefined) {
    throw refuse(entry, 'credential_source', 'source_profile is set as well; only one may be.');
  }
  if (profile !== undefined) return scope.planSource(profile);
  if (source === undefined) {
    throw refuse(entry, 'role_arn', 'source_profile or credential_source is missing beside it.');
  }
  const named = namedSources.get(source);
  if (!named) {
    const choices = [...namedSources.keys()].join(', ');
    throw refuse(entry, 'credential_source', `"${source}" is none of ${choices}.`);
  }
  return async (context) => {
    const credentials = await named.plan(scope)?.(context);
    if (credentials) return credentials;
    const problem = `its credential_source ${source} has no keys.`;
    throw new CredentialsError('Credentials', scope.profile, problem);
  };
}

async function callAssumeRole(
  scope: Scope,
  entry: ProfileEntry,
  credentials: Credentials,
  context: LoadContext,
): Promise<Credentials> {
  const { call, clock, region, signal } = context;
  const roleArn = textOf(entry, 'role_arn') ?? '';
  const externalId = textOf(entry, 'external_id');
  const duration = Number.parseInt(textOf(entry, 'duration_seconds') ?? '', 10);
  const input = {
    RoleArn: roleArn,
    RoleSessionName: textOf(entry, 'role_session_name') || defaultSessionName(clock()),
    ...(externalId !== undefined && { ExternalId: externalId }),
    ...(Number.isInteger(duration) && { DurationSeconds: duration }),
    ...(await askForCode(scope, entry, context)),
  };
  try {
    const options = { region: stsRegion(region), credentials, signal };
    return roleCredentials(await call('sts', 'AssumeRole', input, options));
  } catch (error) {
    throw stsFailure(scope.profile, roleArn, error);
  }
}

/** The names in CloudTrail by which sessions of roles are told apart. */
export function defaultSessionName(now: Date): string {
  return `awscope-session-${Math.floor(now.getTime() / 1000)}`;
}

async function askForCode(scope: Scope, entry: ProfileEntry, { askMfa, signal }: LoadContext) {
  const serial = textOf(entry, 'mfa_serial');
  if (serial === undefined) return {};
  if (!askMfa) {
    const problem = `its role asks for a code of the MFA device ${serial}, and nobody can be asked for it here.`;
    throw new CredentialsError('Credentials', scope.profile, problem);
  }
  return { SerialNumber: serial, TokenCode: await askMfa(serial, { signal }) };
}

function refuse(entry: ProfileEntry, key: string, problem: string): ConfigError {
  const { file, line } = lineOf(entry, key);
  return new ConfigError(file, line, `${key}: ${problem}`);
}
