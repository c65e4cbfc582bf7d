import type { CredentialKind } from '../core/config/profile.ts';

/** Words for where a profile's credentials come from. */
export function formatCredentialKind(kind: CredentialKind): string {
  return words[kind];
}

const words: Readonly<Record<CredentialKind, string>> = {
  static: 'access keys',
  'assume-role': 'assumed role',
  sso: 'IAM Identity Center',
  process: 'external process',
  'web-identity': 'web identity',
  login: 'AWS sign-in',
  environment: 'environment variables',
  none: 'no credentials',
};
