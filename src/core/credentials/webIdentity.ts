import { readFile } from 'node:fs/promises';
import { lineOf, textOf } from '../config/place.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import { defaultSessionName } from './assumeRole.ts';
import { dumpJson } from './pythonJson.ts';
import { type CachedRole, throughRoleCache } from './roleCache.ts';
import { cachedRole, stsFailure, stsRegion } from './roleCredentials.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';

/** A role assumed with the token in a file, as Kubernetes and CI systems hand it out. */
export const webIdentity: CredentialSource = {
  kind: 'web-identity',
  options: new Set(['web_identity_token_file']),
  plan(scope) {
    const tokenFile = setting(scope, 'web_identity_token_file', 'AWS_WEB_IDENTITY_TOKEN_FILE');
    if (!tokenFile) return undefined;
    const roleArn = setting(scope, 'role_arn', 'AWS_ROLE_ARN');
    if (!roleArn) throw withoutRole(scope);
    const sessionName = setting(scope, 'role_session_name', 'AWS_ROLE_SESSION_NAME');
    const input = { RoleArn: roleArn, ...(sessionName && { RoleSessionName: sessionName }) };
    const key = () => dumpJson(input, { isSorted: true });
    return async (context) =>
      throughRoleCache({ key, scope, context }, () =>
        callAssumeRole(scope, { tokenFile, input }, context),
      );
  },
};

/** A variable that is set wins, an empty one too. */
function setting(scope: Scope, key: string, variable: string): string | undefined {
  const fromVariable = scope.usesEnvironment ? scope.environment[variable] : undefined;
  return fromVariable ?? textOf(scope.entry, key);
}

function withoutRole({ entry }: Scope): ConfigError {
  const place = entry?.values.has('web_identity_token_file')
    ? lineOf(entry, 'web_identity_token_file')
    : { file: 'AWS_WEB_IDENTITY_TOKEN_FILE' };
  return new ConfigError(place.file, place.line, 'role_arn (AWS_ROLE_ARN) is missing beside it.');
}

interface WebIdentity {
  readonly tokenFile: string;
  readonly input: { readonly RoleArn: string; readonly RoleSessionName?: string };
}

async function callAssumeRole(
  { profile }: Scope,
  { tokenFile, input }: WebIdentity,
  { call, clock, region, signal }: LoadContext,
): Promise<CachedRole> {
  const WebIdentityToken = await readToken(tokenFile, profile);
  const complete = { RoleSessionName: defaultSessionName(clock()), ...input, WebIdentityToken };
  try {
    const options = { region: stsRegion(region), signal };
    return cachedRole(await call('sts', 'AssumeRoleWithWebIdentity', complete, options));
  } catch (error) {
    throw stsFailure(profile, input.RoleArn, error);
  }
}

/** The path is taken as it stands, without `~` and variables, as in botocore. */
async function readToken(file: string, profile: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    const problem = `its web_identity_token_file ${file} cannot be read${code}.`;
    throw new CredentialsError('Credentials', profile, problem, error);
  }
}
