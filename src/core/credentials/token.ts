// Tokens that authorize requests instead of keys: one set for the service by name, else that of a sign-in by SSO.
// https://github.com/boto/botocore/blob/1.43.11/botocore/tokens.py

import { lineOf, textOf } from '../config/place.ts';
import type { ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import type { TokenSource } from '../http/bearer.ts';
import { rememberExpiring } from './remember.ts';
import type { Scope } from './source.ts';
import {
  type AccessToken,
  loadSsoToken,
  type SsoSession,
  type SsoTokenContext,
} from './ssoToken.ts';
import { type IsTrusted, refuseUntrusted } from './trust.ts';

export interface TokenOptions
  extends Pick<Scope, 'environment' | 'home' | 'profile' | 'entry'>,
    Pick<SsoTokenContext, 'call' | 'clock'> {
  readonly config: SharedConfig;
  readonly isTrusted?: IsTrusted | undefined;
  /** The name requests of the service are signed with. */
  readonly signingName: string;
}

export function createTokenSource(options: TokenOptions): TokenSource {
  const { environment, signingName, entry, profile, call, clock } = options;
  const check = () => refuseUntrusted(options);
  const named = environment[variableOf(signingName)];
  if (named) {
    const load = async () => {
      check();
      return named;
    };
    return { isPreferred: signingName === 'bedrock', load };
  }
  const place = { environment, home: options.home };
  const provider = rememberExpiring<AccessToken>(async ({ signal }) => {
    check();
    const session = sessionOf(options.config, entry);
    if (session) return loadSsoToken(session, { profile, place, call, clock, signal });
    const problem = `it has no token. Set ${variableOf(signingName)}, or sign in by an sso_session.`;
    throw new CredentialsError('NoCredentials', profile, problem);
  }, clock);
  return {
    isPreferred: false,
    load: async (signal) => (await provider({ signal })).token,
  };
}

function variableOf(signingName: string): string {
  return `AWS_BEARER_TOKEN_${signingName.replace(/[- ]/g, '_').toUpperCase()}`;
}

function sessionOf(config: SharedConfig, entry: ProfileEntry | undefined): SsoSession | undefined {
  const name = textOf(entry, 'sso_session');
  if (!entry || name === undefined) return undefined;
  const section = config.ssoSessions.get(name);
  const startUrl = section?.values.get('sso_start_url');
  const region = section?.values.get('sso_region');
  if (typeof startUrl === 'string' && typeof region === 'string') return { name, startUrl, region };
  const { file, line } = lineOf(entry, 'sso_session');
  const problem = `there is no section [sso-session ${name}] with sso_start_url and sso_region.`;
  throw new ConfigError(file, line, problem);
}
