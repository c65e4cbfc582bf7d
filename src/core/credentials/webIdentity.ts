import { readFile } from 'node:fs/promises';
import { lineOf, textOf } from '../config/place.ts';
import { expandPath } from '../config/sharedConfig.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import { defaultSessionName } from './assumeRole.ts';
import { roleCredentials, stsFailure, stsRegion } from './roleCredentials.ts';
import type { CredentialSource, Scope } from './source.ts';

/** A role assumed with the token in a file, as Kubernetes and CI systems hand it out. */
export const webIdentity: CredentialSource = {
  kind: 'web-identity',
  plan(scope) {
    const tokenFile = setting(scope, 'web_identity_token_file', 'AWS_WEB_IDENTITY_TOKEN_FILE');
    if (!tokenFile) return undefined;
    const roleArn = setting(scope, 'role_arn', 'AWS_ROLE_ARN');
    if (!roleArn) throw withoutRole(scope);
    const sessionName = setting(scope, 'role_session_name', 'AWS_ROLE_SESSION_NAME');
    return async ({ call, clock, region, signal }) => {
      const token = await readToken(scope, tokenFile);
      const input = {
        RoleArn: roleArn,
        RoleSessionName: sessionName || defaultSessionName(clock()),
        WebIdentityToken: token,
      };
      try {
        const options = { region: stsRegion(region), signal };
        return roleCredentials(await call('sts', 'AssumeRoleWithWebIdentity', input, options));
      } catch (error) {
        throw stsFailure(scope.profile, roleArn, error);
      }
    };
  },
};

function setting(scope: Scope, key: string, variable: string): string | undefined {
  const fromVariable = scope.usesEnvironment ? scope.environment[variable] : undefined;
  return fromVariable || textOf(scope.entry, key);
}

function withoutRole({ entry }: Scope): ConfigError {
  const place = entry?.values.has('web_identity_token_file')
    ? lineOf(entry, 'web_identity_token_file')
    : { file: 'AWS_WEB_IDENTITY_TOKEN_FILE' };
  return new ConfigError(place.file, place.line, 'role_arn (AWS_ROLE_ARN) is missing beside it.');
}

async function readToken({ profile, environment, home }: Scope, path: string): Promise<string> {
  const file = expandPath(path, { environment, home });
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    const problem = `its web_identity_token_file ${file} cannot be read${code}.`;
    throw new CredentialsError('Credentials', profile, problem, error);
  }
}
