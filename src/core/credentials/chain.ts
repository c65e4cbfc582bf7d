// The credential chain: which source gives a profile's keys, in botocore's order.
// https://github.com/boto/botocore/blob/1.43.11/botocore/credentials.py (create_credential_resolver)

import { instanceSettingsOf } from '../config/instanceSettings.ts';
import { faultOf, lineOf, placeOf } from '../config/place.ts';
import type { CredentialKind } from '../config/profile.ts';
import type { Environment, ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError, ProfileNotFoundError } from '../errors.ts';
import { nearNames } from '../models/nearNames.ts';
import { assumeRole, isRole } from './assumeRole.ts';
import { configKeys } from './configKeys.ts';
import { container } from './container.ts';
import type { Credentials } from './credentials.ts';
import { environmentKeys } from './environmentKeys.ts';
import { instance } from './instance.ts';
import { keptKeys } from './keptKeys.ts';
import { boto, ec2Tools } from './legacyFiles.ts';
import { login } from './login.ts';
import { throughMfa } from './mfaSession.ts';
import { process } from './process.ts';
import { hasStaticKeys, sharedKeys } from './sharedKeys.ts';
import { type CredentialSource, type Load, loadOf, type Scope } from './source.ts';
import { sso } from './sso.ts';
import { type IsTrusted, isAllUntrusted, refuseUntrusted } from './trust.ts';
import { unexpired } from './unexpired.ts';
import { webIdentity } from './webIdentity.ts';

/** Sources that a profile names; also those of a `source_profile`. */
const profileSources: readonly CredentialSource[] = [
  webIdentity,
  sso,
  keptKeys,
  sharedKeys,
  login,
  process,
  configKeys,
];

/** Those of a profile that was picked by name, and of one that was not. */
const namedSources: readonly CredentialSource[] = [assumeRole, ...profileSources];
const allSources: readonly CredentialSource[] = [environmentKeys, ...namedSources];

/** What the machine offers to any profile that names nothing. */
const machineSources: readonly CredentialSource[] = [ec2Tools, boto, container, instance];

/** What the chain is asked. */
export interface ChainOptions {
  readonly config: SharedConfig;
  readonly profile: string;
  readonly environment: Environment;
  readonly home: string | undefined;
  /** True when no profile was picked by name: keys of the environment then come first. */
  readonly usesEnvironment: boolean;
  /** False for a file of a workspace that the person does not trust: only keys that stand in it are used. Absent: all are. */
  readonly isTrusted?: IsTrusted | undefined;
}

/** The source that serves a profile, and how. */
export interface CredentialPlan {
  readonly kind: CredentialKind;
  readonly load: Load;
  /** What it gives, if that stands in the profile: there is nothing to wait for, and nothing that expires. */
  readonly keys?: Credentials;
}

/** Throws a `ConfigError` when the profile contradicts itself. Reads nothing and calls nobody. */
export function planCredentials(options: ChainOptions): CredentialPlan {
  const scope = scopeOf(options, options.profile, [options.profile]);
  instanceSettingsOf(scope.entry, scope.environment);
  const sources = options.usesEnvironment ? allSources : namedSources;
  const named = firstPlan(sources, scope, options);
  if (!named) {
    refuseUntrusted({ ...options, entry: scope.entry });
    return { kind: 'none', load: unexpired(scope, loadFromMachine(scope)) };
  }
  const wantsCode = named.kind === 'static' && scope.entry?.values.has('mfa_serial');
  // A code of an MFA device is nothing to be given to a file that is not trusted.
  if (!wantsCode || isAllUntrusted({ ...options, entry: scope.entry })) return named;
  return { kind: 'static', load: throughMfa(scope, named.load) };
}

function loadFromMachine(scope: Scope): Load {
  return async (context) => {
    for (const source of machineSources) {
      const planned = source.plan(scope);
      const credentials = planned && (await loadOf(planned)(context));
      if (credentials) return credentials;
    }
    throw new CredentialsError(
      'NoCredentials',
      scope.profile,
      'there are no keys. The profile names no source of keys (aws_access_key_id, role_arn, sso_session, ' +
        'credential_process ...), and neither a container nor an EC2 instance offers any.',
    );
  };
}

/** The plan of a profile that `parent` takes its keys from: its own keys come before a role it assumes. */
function planSource(options: ChainOptions, parent: Scope, name: string): Load {
  const scope = scopeOf(options, name, [...parent.visited, name]);
  if (!hasStaticKeys(scope.entry) && isRole(scope.entry)) {
    const plan = firstPlan([assumeRole], scope, options);
    if (plan) return plan.load;
  }
  const plan = firstPlan(profileSources, scope, options);
  if (plan) return plan.load;
  const { file, line } = scope.entry ? placeOf(scope.entry) : { file: name };
  throw new ConfigError(file, line, `profile ${name} is a source_profile and must have keys.`);
}

function firstPlan(
  sources: readonly CredentialSource[],
  scope: Scope,
  options: ChainOptions,
): CredentialPlan | undefined {
  for (const source of sources) {
    const planned = isMeant(source, scope) ? source.plan(scope) : undefined;
    if (!planned) continue;
    const { kind } = source;
    if (options.isTrusted) judge(kind, { ...options, entry: scope.entry });
    return typeof planned === 'function'
      ? { kind, load: unexpired(scope, planned) }
      : { kind, load: loadOf(planned), keys: planned };
  }
  return undefined;
}

/** A quick look, because most sources are nothing to most profiles. */
function isMeant({ options }: CredentialSource, { entry, usesEnvironment }: Scope): boolean {
  if (!options || usesEnvironment) return true;
  return entry !== undefined && !options.isDisjointFrom(entry.values);
}

function judge(kind: CredentialKind, judged: Parameters<typeof refuseUntrusted>[0]): void {
  if (kind !== 'static' || !isAllUntrusted(judged)) refuseUntrusted(judged);
}

function scopeOf(options: ChainOptions, profile: string, visited: readonly string[]): Scope {
  const entry = options.config.profiles.get(profile);
  const isSource = visited.length > 1;
  const scope: Scope = {
    ...options,
    profile,
    entry: entry && readable(entry),
    usesEnvironment: options.usesEnvironment && !isSource,
    visited,
    planSource: (name) => planSource(options, scope, findSource(options.config, scope, name)),
  };
  return scope;
}

/** Part of a section with an unreadable line may be missing: what is left of it is not used. */
function readable(entry: ProfileEntry): ProfileEntry {
  const fault = faultOf(entry);
  if (fault) throw new ConfigError(fault.file, fault.line, `${fault.problem}.`);
  return entry;
}

/** Throws for a profile that does not exist, or that is on the way here already. */
function findSource(config: SharedConfig, scope: Scope, name: string): string {
  const refuse = (problem: string) => {
    const place = scope.entry && lineOf(scope.entry, 'source_profile');
    return new ConfigError(place?.file ?? '', place?.line, problem);
  };
  const source = config.profiles.get(name);
  if (!source) throw refuse(`there is no profile "${name}" to take keys from.`);
  const isOwnKeys = name === scope.profile && hasStaticKeys(source);
  if (scope.visited.includes(name) && !isOwnKeys) {
    throw refuse(`the profiles take keys in a circle: ${[...scope.visited, name].join(' > ')}.`);
  }
  return name;
}

/** The error for a profile that no file has. */
export function profileNotFound(config: SharedConfig, profile: string): ProfileNotFoundError {
  const known = [...config.profiles.keys()];
  const near = nearNames(profile, known);
  return new ProfileNotFoundError(profile, near.length > 0 ? near : known);
}
