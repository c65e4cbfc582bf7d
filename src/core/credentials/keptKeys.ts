import type { KeptKeys } from '../config/keptProfiles.ts';
import { CredentialsError } from '../errors.ts';
import type { CredentialSource, Load } from './source.ts';

/** Keys that no file has: somebody else keeps them. */
export const keptKeys: CredentialSource = {
  kind: 'static',
  plan: ({ entry, profile }) => entry?.kept && loadKept(entry.kept, profile),
};

function loadKept(kept: KeptKeys, profile: string): Load {
  return async () => {
    const keys = await kept.read();
    if (keys) return keys;
    const problem = 'its keys are no longer kept here. Enter them again.';
    throw new CredentialsError('NoCredentials', profile, problem);
  };
}
