import { textOf } from '../config/place.ts';
import { readInteger } from '../config/pythonText.ts';
import { CredentialsError, isAbort } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { askForCode } from './mfa.ts';
import { dumpJson } from './pythonJson.ts';
import { type CachedRole, throughRoleCache } from './roleCache.ts';
import { cachedRole, stsRegion } from './roleCredentials.ts';
import type { Load, LoadContext, Scope } from './source.ts';

/**
 * A session proven by MFA for keys that stand in a profile with an `mfa_serial` and no role: policies may allow next to
 * nothing without it. The AWS CLI leaves that call to the person, so where nobody can be asked the keys themselves are taken,
 * as there. Keys that have a session token already are taken as they are.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export function throughMfa(scope: Scope, load: Load): Load {
  const serial = textOf(scope.entry, 'mfa_serial');
  if (serial === undefined) return load;
  return async (context) => {
    const keys = await load(context);
    if (!keys || keys.sessionToken !== undefined || !context.askMfa) return keys;
    const duration = readInteger(textOf(scope.entry, 'duration_seconds') ?? '');
    const input = {
      SerialNumber: serial,
      ...(duration !== undefined && { DurationSeconds: duration }),
    };
    const key = () => dumpJson({ ...input, AccessKeyId: keys.accessKeyId }, { isSorted: true });
    return throughRoleCache({ key, scope, context }, () =>
      callGetSessionToken(scope, { keys, input }, context),
    );
  };
}

interface SessionTokenCall {
  readonly keys: Credentials;
  readonly input: { readonly SerialNumber: string; readonly DurationSeconds?: number };
}

async function callGetSessionToken(
  scope: Scope,
  { keys: credentials, input }: SessionTokenCall,
  context: LoadContext,
): Promise<CachedRole> {
  const { call, region, signal } = context;
  const complete = { ...input, TokenCode: await askForCode(scope, input.SerialNumber, context) };
  try {
    const options = { region: stsRegion(region), credentials, signal };
    return cachedRole(await call('sts', 'GetSessionToken', complete, options));
  } catch (error) {
    if (isAbort(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `there is no session for the MFA device ${input.SerialNumber}. ${reason}`;
    throw new CredentialsError('Credentials', scope.profile, problem, error);
  }
}
