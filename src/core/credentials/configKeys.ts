import { keysOf } from './sharedKeys.ts';
import type { CredentialSource } from './source.ts';

/** Keys of the config file, which come after everything else the profile names. */
export const configKeys: CredentialSource = {
  kind: 'static',
  options: new Set(['aws_access_key_id']),
  plan: ({ entry }) => keysOf(entry?.config),
};
