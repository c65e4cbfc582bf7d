import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { textOf } from '../config/place.ts';
import { expandPath } from '../config/sharedConfig.ts';
import { CredentialsError } from '../errors.ts';
import { isObject, readObject, textIn } from './documents.ts';
import { parseExpiration } from './expiration.ts';
import type { CredentialSource, Scope } from './source.ts';
import { quoted } from './sso.ts';

/** The keys that `aws login` has put into the AWS CLI's cache. They are not refreshed here: the CLI does that. */
export const login: CredentialSource = {
  kind: 'login',
  plan(scope) {
    const session = textOf(scope.entry, 'login_session');
    if (session === undefined) return undefined;
    return async ({ clock }) => {
      const token = await readObject(cacheFile(scope, session));
      const keys = isObject(token?.accessToken) ? token.accessToken : {};
      const accessKeyId = textIn(keys, 'accessKeyId');
      const secretAccessKey = textIn(keys, 'secretAccessKey');
      const sessionToken = textIn(keys, 'sessionToken');
      const accountId = textIn(keys, 'accountId');
      const expiration = parseExpiration(keys.expiresAt);
      if (!accessKeyId || !secretAccessKey || !expiration)
        throw expired(scope, 'nobody is signed in');
      if (expiration <= clock()) throw expired(scope, 'the sign-in has expired');
      return {
        accessKeyId,
        secretAccessKey,
        expiration,
        ...(sessionToken && { sessionToken }),
        ...(accountId && { accountId }),
      };
    };
  },
};

/** https://github.com/boto/botocore/blob/1.43.11/botocore/utils.py (generate_login_cache_key). */
function cacheFile({ environment, home }: Scope, session: string): string {
  const folder = environment.AWS_LOGIN_CACHE_DIRECTORY ?? '~/.aws/login/cache';
  const name = createHash('sha256').update(session).digest('hex');
  return join(expandPath(folder, { environment, home }), `${name}.json`);
}

function expired({ profile }: Scope, what: string): CredentialsError {
  const problem = `${what}. Sign in with: aws login --profile ${quoted(profile)}`;
  return new CredentialsError('ExpiredSignIn', profile, problem);
}
