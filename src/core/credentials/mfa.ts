import { CredentialsError } from '../errors.ts';
import type { LoadContext, Scope } from './source.ts';

/** The code the device shows, asked of the person. */
export async function askForCode(
  { profile }: Scope,
  serial: string,
  { askMfa, isEarly, signal }: LoadContext,
): Promise<string> {
  if (askMfa && !isEarly) return askMfa(serial, { profile, signal });
  const why = askMfa ? 'and not yet' : 'and nobody can be asked for it here';
  const problem = `a code of the MFA device ${serial} is needed, ${why}.`;
  throw new CredentialsError('Credentials', profile, problem);
}
