import type { Environment } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { parseExpiration } from './expiration.ts';
import type { CredentialSource } from './source.ts';

/** AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and what belongs to them. */
export const environmentKeys: CredentialSource = {
  kind: 'environment',
  plan({ environment }) {
    if (!environment.AWS_ACCESS_KEY_ID) return undefined;
    const keys = readKeys(environment, environment.AWS_ACCESS_KEY_ID);
    return async () => keys;
  },
};

function readKeys(environment: Environment, accessKeyId: string): Credentials {
  const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY;
  if (!secretAccessKey) {
    throw new ConfigError(
      'AWS_SECRET_ACCESS_KEY',
      undefined,
      'is not set beside AWS_ACCESS_KEY_ID.',
    );
  }
  const sessionToken = environment.AWS_SECURITY_TOKEN || environment.AWS_SESSION_TOKEN;
  const accountId = environment.AWS_ACCOUNT_ID;
  const expiration = parseExpiration(environment.AWS_CREDENTIAL_EXPIRATION);
  if (environment.AWS_CREDENTIAL_EXPIRATION && !expiration) {
    const problem = 'is no time with its zone, such as 2030-01-01T00:00:00Z.';
    throw new ConfigError('AWS_CREDENTIAL_EXPIRATION', undefined, problem);
  }
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(accountId && { accountId }),
    ...(expiration && { expiration }),
  };
}
