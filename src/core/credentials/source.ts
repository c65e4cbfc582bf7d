// What every source of keys has in common. A source first says, from settings alone, whether a profile uses it (its plan);
// carrying the plan out may read files, start a process or call AWS.

import type { CredentialKind } from '../config/profile.ts';
import type { Environment, ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';
import type { Send } from '../http/message.ts';
import type { Document } from '../protocols/protocol.ts';
import type { Credentials } from './credentials.ts';

/** One way to keys. One file each, listed in botocore's order in `chain.ts`. */
export interface CredentialSource {
  readonly kind: CredentialKind;
  /** A profile picked by name uses this source only if it has one of these; absent: whatever it has. */
  readonly options?: ReadonlySet<string>;
  /** Undefined when the profile does not use this source. Throws a `ConfigError` when it does, wrongly. Reads nothing. */
  plan(scope: Scope): Planned | undefined;
}

/** Keys that stand in the profile itself, or the way to keys. */
export type Planned = Credentials | Load;

/** What a source plans with. */
export interface Scope {
  readonly config: SharedConfig;
  readonly profile: string;
  /** Absent when no file has the profile, as for keys of the environment alone. */
  readonly entry: ProfileEntry | undefined;
  readonly environment: Environment;
  readonly home: string | undefined;
  /** False for a profile picked by name: then its own keys count, not those of the environment. */
  readonly usesEnvironment: boolean;
  /** The profiles on the way here, this one last. */
  readonly visited: readonly string[];
  /** The plan for a profile that this one takes its keys from. */
  readonly planSource: (profile: string) => Load;
}

/** The way to what was planned. */
export function loadOf(planned: Planned): Load {
  return typeof planned === 'function' ? planned : async () => planned;
}

/** Gets the keys. Undefined means that there is nothing here after all, and the next source is asked. */
export type Load = (context: LoadContext) => Promise<Credentials | undefined>;

/** What a plan is carried out with. */
export interface LoadContext {
  readonly call: CallService;
  readonly send: Send;
  readonly clock: () => Date;
  /** The region of calls to STS; absent when none is configured. */
  readonly region: string | undefined;
  /** Asks the person for the code a device shows. Absent where nobody can be asked. */
  readonly askMfa?: AskMfa | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Keys that a service does not take any more, whatever their own date says. */
  readonly refused?: Credentials | undefined;
  /** True while there are keys that are good for some minutes yet: then nobody is asked for anything. */
  readonly isEarly?: boolean | undefined;
  /** Waits between two tries. */
  readonly delay?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** Calls an operation, unsigned when no credentials are given. */
export type CallService = (
  serviceId: string,
  operation: string,
  input: Document,
  options: {
    readonly region: string;
    readonly credentials?: Credentials;
    readonly signal?: AbortSignal | undefined;
    /** Headers that depend on the request's URL. They take no part in a signature. */
    readonly headers?: (url: string) => Readonly<Record<string, string>>;
  },
) => Promise<Document>;

export interface AskMfaOptions {
  /** The one whose keys need the code. */
  readonly profile: string;
  readonly signal?: AbortSignal | undefined;
}

/** Gives the code that the device of this ARN or serial number shows. */
export type AskMfa = (serial: string, options: AskMfaOptions) => Promise<string>;
