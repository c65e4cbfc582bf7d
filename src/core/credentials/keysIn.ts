import type { Credentials } from './credentials.ts';
import { textIn } from './documents.ts';
import { parseExpiration } from './expiration.ts';

/** The keys in an answer of STS or of a metadata service; undefined when it has none. */
export function keysIn(
  answer: Readonly<Record<string, unknown>>,
  tokenName: 'SessionToken' | 'Token',
  accountId: string | undefined,
): Credentials | undefined {
  const accessKeyId = textIn(answer, 'AccessKeyId');
  const secretAccessKey = textIn(answer, 'SecretAccessKey');
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = textIn(answer, tokenName);
  const expiration = parseExpiration(answer.Expiration);
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration }),
    ...(accountId && { accountId }),
  };
}
