// Tokens that authorize requests instead of keys: one set for the service by name, else that of a sign-in by SSO.
// https://github.com/boto/botocore/blob/1.43.11/botocore/tokens.py

import { textOf } from '../config/place.ts';
import type { Environment, ProfileEntry } from '../config/sharedConfig.ts';
import { CredentialsError } from '../errors.ts';
import type { TokenSource } from '../http/bearer.ts';
import { readSsoToken } from './sso.ts';

export interface TokenOptions {
  readonly profile: string;
  readonly entry: ProfileEntry | undefined;
  readonly environment: Environment;
  readonly home: string | undefined;
  readonly clock: () => Date;
  /** The name requests of the service are signed with. */
  readonly signingName: string;
}

export function createTokenSource(options: TokenOptions): TokenSource {
  const { environment, signingName, entry, profile } = options;
  const named = environment[variableOf(signingName)];
  if (named) return { isPreferred: signingName === 'bedrock', load: async () => named };
  return {
    isPreferred: false,
    async load() {
      const session = textOf(entry, 'sso_session') ?? textOf(entry, 'sso_start_url');
      if (session !== undefined) return readSsoToken(options, session, options.clock);
      const problem = `it has no token. Set ${variableOf(signingName)}, or sign in by an sso_session.`;
      throw new CredentialsError('NoCredentials', profile, problem);
    },
  };
}

function variableOf(signingName: string): string {
  return `AWS_BEARER_TOKEN_${signingName.replace(/[- ]/g, '_').toUpperCase()}`;
}
