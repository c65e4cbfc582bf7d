import { CredentialsError } from '../errors.ts';
import type { LoadContext, Scope } from './source.ts';

/** The code the device shows, asked of the person. */
export async function askForCode(
  { profile }: Scope,
  serial: string,
  { askMfa, signal }: LoadContext,
): Promise<string> {
  if (askMfa) return askMfa(serial, { signal });
  const problem = `a code of the MFA device ${serial} is needed, and nobody can be asked for it here.`;
  throw new CredentialsError('Credentials', profile, problem);
}
