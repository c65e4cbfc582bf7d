// Every configured profile as a person picks it: what kind it is, and what is wrong with it, without reading more than
// the shared files.

import { checkEndpoints, commonEndpoint } from '../config/endpoints.ts';
import { placeOf, textOf } from '../config/place.ts';
import type { CredentialKind, Profile } from '../config/profile.ts';
import { chooseProfile, environmentProfile } from '../config/profileChoice.ts';
import { clientSettingsOf, regionOf } from '../config/settings.ts';
import type { Environment, ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';
import { AwscopeError, ConfigError } from '../errors.ts';
import { type ChainOptions, planCredentials } from './chain.ts';
import type { IsTrusted } from './trust.ts';

export interface ProfilesOptions extends Pick<ChainOptions, 'isTrusted'> {
  readonly config: SharedConfig;
  readonly environment: Environment;
}

/** In the order of the files; the environment's keys last. A file's own profile called `environment` hides those. */
export function listProfiles(given: ProfilesOptions): readonly Profile[] {
  const { config } = given;
  const environment = variablesOf(given.environment);
  const options = {
    ...given,
    environment,
    isTrusted: given.isTrusted && oncePerFile(given.isTrusted),
  };
  const profiles = [...config.profiles.values()].map((entry) => describe(entry, options));
  if (!environment.AWS_ACCESS_KEY_ID || config.profiles.has(environmentProfile)) return profiles;
  return [...profiles, describeEnvironment(options)];
}

/** What is looked for, for each profile; every look into the process's own environment would ask the system. */
function variablesOf(environment: Environment): Environment {
  const own = Object.entries(environment).filter(([name]) => name.startsWith('AWS_'));
  return Object.fromEntries(own);
}

/** There are but two files, and whether one is trusted may be asked of the disk. */
function oncePerFile(isTrusted: IsTrusted): IsTrusted {
  const known = new Map<string, boolean>();
  return (file) => {
    const answer = known.get(file) ?? isTrusted(file);
    known.set(file, answer);
    return answer;
  };
}

function describe(entry: ProfileEntry, options: ProfilesOptions): Profile {
  const { name } = entry;
  const { config, environment } = options;
  const scope = { config, entry, environment };
  const { kind, ...broken } = check(
    config,
    () => guessKind(entry),
    () => {
      const chain = { ...options, profile: name, home: undefined, usesEnvironment: false };
      const plan = planCredentials(chain);
      clientSettingsOf(entry, environment);
      checkEndpoints(scope);
      return plan.kind;
    },
  );
  const region = regionOf(entry, environment);
  const endpoint = commonEndpoint(scope);
  const account = accountOf(entry);
  return {
    name,
    source: sourceOf(entry),
    credentialKind: kind,
    ...(!entry.kept && placeOf(entry)),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    ...broken,
  };
}

/** A role's is in its ARN. */
function accountOf(entry: ProfileEntry): string | undefined {
  const arn = textOf(entry, 'role_arn') ?? textOf(entry, 'login_session');
  const account = arn?.split(':')[4] ?? textOf(entry, 'sso_account_id');
  const found = account ?? textOf(entry, 'aws_account_id');
  return found !== undefined && /^\d{12}$/.test(found) ? found : undefined;
}

function sourceOf({ config, credentials, kept }: ProfileEntry): Profile['source'] {
  if (kept) return 'kept';
  return config && credentials ? 'both' : config ? 'config' : 'credentials';
}

function describeEnvironment(options: ProfilesOptions): Profile {
  const { config, environment } = options;
  const { entry, entryName } = chooseProfile(undefined, config, environment);
  const { kind, ...broken } = check(
    config,
    () => 'environment',
    () => {
      const chain = { ...options, home: undefined, usesEnvironment: true };
      clientSettingsOf(entry, environment);
      return planCredentials({ ...chain, profile: entryName }).kind;
    },
  );
  const region = regionOf(entry, environment);
  const endpoint = commonEndpoint({ config, entry, environment });
  return {
    name: environmentProfile,
    source: 'environment',
    credentialKind: kind,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    ...broken,
  };
}

interface Checked extends Pick<Profile, 'problem' | 'fault'> {
  readonly kind: CredentialKind;
}

function check(
  { paths }: SharedConfig,
  guess: () => CredentialKind,
  plan: () => CredentialKind,
): Checked {
  try {
    return { kind: plan() };
  } catch (error) {
    if (!(error instanceof AwscopeError)) throw error;
    const broken = { kind: guess(), problem: error.message };
    // What is wrong with a variable has its name instead of a file.
    if (!(error instanceof ConfigError) || !Object.values(paths).includes(error.file))
      return broken;
    const { file, line } = error;
    return { ...broken, fault: { file, ...(line !== undefined && { line }) } };
  }
}

/** What a broken profile was meant to be. */
function guessKind({ values }: ProfileEntry): CredentialKind {
  const found = kinds.find(([key]) => values.has(key));
  return found?.[1] ?? 'none';
}

const kinds: readonly (readonly [key: string, kind: CredentialKind])[] = [
  ['web_identity_token_file', 'web-identity'],
  ['role_arn', 'assume-role'],
  ['sso_role_name', 'sso'],
  ['sso_account_id', 'sso'],
  ['aws_access_key_id', 'static'],
  ['login_session', 'login'],
  ['credential_process', 'process'],
];
