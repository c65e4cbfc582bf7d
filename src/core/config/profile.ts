import type { Place } from './place.ts';

/** Where a profile's keys come from; `none` when it names no source of its own. */
export type CredentialKind =
  | 'static'
  | 'assume-role'
  | 'sso'
  | 'process'
  | 'web-identity'
  | 'login'
  | 'environment'
  | 'none';

/** A profile as a person picks it. */
export interface Profile {
  readonly name: string;
  /** The one its Session would have: from the environment, else from the files. */
  readonly region?: string;
  /** Which of the shared files have it; `environment` for the keys in environment variables, `kept` for what no file has. */
  readonly source: 'config' | 'credentials' | 'both' | 'environment' | 'kept';
  readonly credentialKind: CredentialKind;
  /** Where it stands; absent for what stands in no file. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** The account, where the files say it: that of its role, its sign-in or its keys. Not asked of AWS. */
  readonly account?: string;
  /** The endpoint of all its services, such as an emulator's. */
  readonly endpoint?: string;
  /** Why it cannot be used, with file and line; absent when nothing is known to be wrong. */
  readonly problem?: string;
  /** Where that stands: its line, or a section or file it names; absent where no shared file has it. */
  readonly fault?: Place;
}
