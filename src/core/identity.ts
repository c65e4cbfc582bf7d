import type { Client } from './client.ts';
import { CredentialsError } from './errors.ts';

/** Who keys belong to, as STS says: the account, and the ARN of the user or role. */
export async function askIdentity(
  sts: Pick<Client, 'call'>,
  { profile, signal }: { readonly profile: string; readonly signal: AbortSignal },
): Promise<{ readonly account: string; readonly arn: string | undefined }> {
  const { Account: account, Arn: arn } = await sts.call('GetCallerIdentity', {}, { signal });
  if (typeof account !== 'string') {
    throw new CredentialsError('Credentials', profile, 'the answer of STS has no account.');
  }
  return { account, arn: typeof arn === 'string' ? arn : undefined };
}
