// What is missing or wrong in profiles: keys, regions, endpoints, the shared files.

import { AwscopeError, formatNear, formatWhere, type Where } from './base.ts';

/** The endpoint rules refuse this combination, or no region is set. */
export class EndpointError extends AwscopeError {
  readonly code = 'Endpoint';
  constructor(where: Where, problem: string, cause?: unknown) {
    super(problem, { place: formatWhere(where), cause });
  }
}

/** No region is configured for the profile. */
export class NoRegionError extends AwscopeError {
  readonly code = 'NoRegion';
  constructor(where: Where) {
    super('no region is set. Add "region" to the profile, set AWS_REGION, or pick a region.', {
      place: formatWhere(where),
    });
  }
}

/** A profile has no keys, or its source of keys failed. */
export class CredentialsError extends AwscopeError {
  readonly code: 'NoCredentials' | 'Credentials' | 'ExpiredSignIn';
  constructor(
    code: 'NoCredentials' | 'Credentials' | 'ExpiredSignIn',
    profile: string,
    problem: string,
    cause?: unknown,
  ) {
    super(problem, { place: `Profile ${profile}`, cause });
    this.code = code;
  }
}

/** True when a person has to sign in before this can go well. */
export function needsSignIn(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isExpired = error instanceof CredentialsError && error.code === 'ExpiredSignIn';
  return isExpired || needsSignIn(error.cause);
}

/** Signing in did not come to its end: refused, not answered in time, or not possible here. */
export class SignInError extends AwscopeError {
  readonly code = 'SignIn';
  /** `what` names what was signed in to, such as `SSO session dev`. */
  constructor(what: string, problem: string, cause?: unknown) {
    super(problem, { place: what, cause });
  }
}

/** There is no such profile in the shared files. */
export class ProfileNotFoundError extends AwscopeError {
  readonly code = 'ProfileNotFound';
  constructor(profile: string, known: readonly string[]) {
    super(`There is no profile "${profile}".${formatNear(known)}`);
  }
}

/** A shared file has a line that cannot be read, or a profile contradicts itself. */
export class ConfigError extends AwscopeError {
  readonly code = 'Config';
  readonly file: string;
  /** Counted from 1; absent when the whole file is meant. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, problem: string, cause?: unknown) {
    super(problem, { place: line === undefined ? file : `${file}:${line}`, cause });
    this.file = file;
    this.line = line;
  }
}
