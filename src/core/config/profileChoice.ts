// Which profile is meant when one is picked by name, and when none is.

import type { Profile } from './profile.ts';
import type { Environment, ProfileEntry, SharedConfig } from './sharedConfig.ts';

/** The name of the keys in environment variables among the profiles. */
export const environmentProfile = 'environment';

export interface ProfileChoice {
  /** What the profile is called to the person. */
  readonly name: string;
  /** The profile of the files its settings come from; it need not exist. */
  readonly entryName: string;
  readonly entry: ProfileEntry | undefined;
  /** The keys of the environment come first: no profile was picked by name. */
  readonly usesEnvironment: boolean;
  /** It was named, and there is none of that name. */
  readonly isMissing: boolean;
}

/**
 * A profile picked by name stands for itself. `environment`, or none, is what botocore does without a profile: the keys of
 * the environment first, and settings of the profile that AWS_PROFILE names, else of `default`.
 */
export function chooseProfile(
  picked: string | undefined,
  config: SharedConfig,
  environment: Environment,
): ProfileChoice {
  if (picked === undefined) return chooseByEnvironment(config, environment);
  const entry = config.profiles.get(picked);
  const isMissing = entry === undefined;
  if (isMissing && picked === environmentProfile && environment.AWS_ACCESS_KEY_ID) {
    return chooseByEnvironment(config, environment);
  }
  return { name: picked, entryName: picked, entry, usesEnvironment: false, isMissing };
}

function chooseByEnvironment(config: SharedConfig, environment: Environment): ProfileChoice {
  const named = namedByEnvironment(environment);
  const entryName = named ?? 'default';
  const entry = config.profiles.get(entryName);
  return {
    name: environment.AWS_ACCESS_KEY_ID ? environmentProfile : entryName,
    entryName,
    entry,
    usesEnvironment: true,
    isMissing: named !== undefined && entry === undefined,
  };
}

/**
 * The profile to begin with: the one the environment names, which need not exist; the environment's keys; `default`; the
 * first that is not broken. The first two are known before any profile is.
 */
export function defaultProfileName(
  environment: Environment,
  profiles: readonly Profile[],
): string | undefined {
  const named = namedByEnvironment(environment);
  if (named !== undefined) return named;
  if (environment.AWS_ACCESS_KEY_ID) return environmentProfile;
  const found =
    profiles.find(({ name }) => name === 'default') ??
    profiles.find(({ problem }) => problem === undefined) ??
    profiles[0];
  return found?.name;
}

/** botocore asks AWS_DEFAULT_PROFILE first. An empty variable counts as not set. */
function namedByEnvironment(environment: Environment): string | undefined {
  return environment.AWS_DEFAULT_PROFILE || environment.AWS_PROFILE || undefined;
}
