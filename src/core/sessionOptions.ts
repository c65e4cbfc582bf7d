// What a Session is made with.

import type { CallRecord } from './client.ts';
import type { Environment, SharedConfig } from './config/sharedConfig.ts';
import type { Credentials, CredentialsProvider } from './credentials/credentials.ts';
import type { AskMfa } from './credentials/source.ts';
import type { Send } from './http/message.ts';
import type { Catalogue } from './models/catalogue.ts';
import type { Paces } from './pace/paces.ts';
import type { RegionStates } from './regions.ts';
import type { ClientSettings } from './settings.ts';

/** All optional: `new Session()` is what the AWS CLI would use here. */
export interface SessionOptions {
  /** By name. Absent: as AWS_PROFILE says, else `default`, and keys of the environment come first. */
  readonly profile?: string;
  /** Wins over the environment and the profile. */
  readonly region?: string;
  /** Wins over all other sources of keys. */
  readonly credentials?: Credentials | CredentialsProvider;
  /** The endpoint of every service; wins over all configured ones. */
  readonly endpoint?: string;
  /** Instead of the process's own. */
  readonly environment?: Environment;
  /** Instead of the user's own home folder. */
  readonly home?: string;
  readonly catalogue?: Catalogue;
  /** Carries the requests. Absent: connections of its own, with the profile's `ca_bundle` and the environment's proxy. */
  readonly send?: Send;
  readonly onCall?: (call: CallRecord) => void;
  /** Win one by one over those of the profile. */
  readonly settings?: ClientSettings;
  /** The shared files as read before. */
  readonly config?: SharedConfig;
  /** What is known of whose keys these are; one object for all Sessions with the same keys. */
  readonly identity?: Identity;
  /** Asks for the code of an MFA device; absent: a role that wants one fails with a message that says so. */
  readonly askMfa?: AskMfa;
  /** False for a shared file of a workspace that is not trusted: of its profiles only keys that stand in it are used. */
  readonly isTrusted?: (file: string) => boolean;
  readonly clock?: () => Date;
  /** Every call keeps the pace that its service allows; else only those of resources do. */
  readonly isPaced?: boolean;
  /** What paces are known; one object for all Sessions whose calls are to be counted together. */
  readonly paces?: Paces;
  /** Asked before every call: while true, only operations that read are sent. */
  readonly isReadOnly?: () => boolean;
}

export interface Identity {
  account?: string;
  arn?: string;
  /** Of the keys used last. */
  expiration?: Date | undefined;
  /** Which regions the account has enabled, if that was asked for and may be known. */
  regionStates?: RegionStates;
}

export interface SessionCallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SessionClientOptions {
  /** The Session's own where absent. */
  readonly region?: string | undefined;
  /** Whether all its calls keep the pace that the service allows; as the Session's do where absent. */
  readonly isPaced?: boolean | undefined;
}
