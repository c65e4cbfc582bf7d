import { lineOf, textOf } from '../config/place.ts';
import { readInteger } from '../config/pythonText.ts';
import type { ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import { container } from './container.ts';
import type { Credentials } from './credentials.ts';
import { environmentKeys } from './environmentKeys.ts';
import { instance } from './instance.ts';
import { askForCode } from './mfa.ts';
import { dumpJson } from './pythonJson.ts';
import { type CachedRole, throughRoleCache } from './roleCache.ts';
import { cachedRole, stsFailure, stsRegion } from './roleCredentials.ts';
import {
  type CredentialSource,
  type Load,
  type LoadContext,
  loadOf,
  type Scope,
} from './source.ts';
import { unexpired } from './unexpired.ts';

/** A role assumed with another profile's keys, or with those of a source that the profile names. */
export const assumeRole: CredentialSource = {
  kind: 'assume-role',
  options: new Set(['role_arn']),
  plan(scope) {
    const { entry } = scope;
    if (!entry || !isRole(entry)) return undefined;
    const loadSource = planKeys(scope, entry);
    const input = inputOf(entry);
    const key = () => dumpJson(input, { isSorted: true });
    return async (context) =>
      throughRoleCache({ key, scope, context }, async () => {
        const credentials = await loadSource(context);
        if (credentials) return callAssumeRole(scope, input, credentials, context);
        throw new CredentialsError('NoCredentials', scope.profile, 'its source of keys has none.');
      });
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
    const planned = named.plan(scope);
    const credentials = planned && (await unexpired(scope, loadOf(planned))(context));
    if (credentials) return credentials;
    const problem = `its credential_source ${source} has no keys.`;
    throw new CredentialsError('Credentials', scope.profile, problem);
  };
}

interface AssumeRoleInput {
  readonly RoleArn: string;
  /** Absent when the profile names none: the name is then made anew for every call. */
  readonly RoleSessionName?: string;
  readonly ExternalId?: string;
  readonly SerialNumber?: string;
  readonly DurationSeconds?: number;
}

function inputOf(entry: ProfileEntry): AssumeRoleInput {
  const sessionName = textOf(entry, 'role_session_name');
  const externalId = textOf(entry, 'external_id');
  const serial = textOf(entry, 'mfa_serial');
  const duration = readInteger(textOf(entry, 'duration_seconds') ?? '');
  return {
    RoleArn: textOf(entry, 'role_arn') ?? '',
    ...(sessionName && { RoleSessionName: sessionName }),
    ...(externalId !== undefined && { ExternalId: externalId }),
    ...(serial !== undefined && { SerialNumber: serial }),
    ...(duration !== undefined && { DurationSeconds: duration }),
  };
}

async function callAssumeRole(
  scope: Scope,
  input: AssumeRoleInput,
  credentials: Credentials,
  context: LoadContext,
): Promise<CachedRole> {
  const { call, clock, region, signal } = context;
  const { RoleArn, SerialNumber: serial } = input;
  const code = serial === undefined ? {} : { TokenCode: await askForCode(scope, serial, context) };
  const complete = { RoleSessionName: defaultSessionName(clock()), ...input, ...code };
  try {
    const options = { region: stsRegion(region), credentials, signal };
    return cachedRole(await call('sts', 'AssumeRole', complete, options));
  } catch (error) {
    throw stsFailure(scope.profile, RoleArn, error);
  }
}

/** The names in CloudTrail by which sessions of roles are told apart. */
export function defaultSessionName(now: Date): string {
  return `awscope-session-${Math.floor(now.getTime() / 1000)}`;
}

function refuse(entry: ProfileEntry, key: string, problem: string): ConfigError {
  const { file, line } = lineOf(entry, key);
  return new ConfigError(file, line, `${key}: ${problem}`);
}
