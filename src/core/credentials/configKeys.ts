import { keysOf } from './sharedKeys.ts';
import type { CredentialSource } from './source.ts';

/** Keys of the config file, which come after everything else the profile names. */
export const configKeys: CredentialSource = {
  kind: 'static',
  plan({ entry }) {
    const keys = keysOf(entry?.config);
    return keys && (async () => keys);
  },
};
