// What signing in needs of its caller.

import type { Client } from '../client.ts';
import type { ConfigOptions } from '../config/sharedConfig.ts';
import type { CallService } from '../credentials/source.ts';

/** `browser` comes back to this machine by itself, if it can; `deviceCode` works wherever the browser is. */
export type SignInMethod = 'browser' | 'deviceCode';

/** What the person is shown. */
export interface SignInPrompt {
  /** To be opened in a browser. */
  readonly url: string;
  /** To be compared with what the browser shows; absent where there is none. */
  readonly userCode?: string;
}

export interface SignInOptions {
  readonly method: SignInMethod;
  /** Called once, when the person has to act. */
  readonly show: (prompt: SignInPrompt) => Promise<void>;
  /**
   * The port on which the browser reaches a port of this machine; undefined where it cannot. Absent: the browser runs on
   * this machine.
   */
  readonly forwardPort?: (port: number) => Promise<number | undefined>;
  /** Asks for the code that the browser shows at the end of a sign-in to the AWS Console from another machine. */
  readonly askCode?: (options: { readonly signal: AbortSignal }) => Promise<string>;
  /** Asked when somebody else signed in to the AWS Console than the profile says, before anything is kept. */
  readonly acceptOther?: (change: {
    readonly was: string;
    readonly is: string;
  }) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}

/** A sign-in under way, which always ends: the signal fires when the time is over, too. */
export interface ActiveSignIn extends SignInOptions {
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface SignedIn {
  /** The ARN of who signed in to the AWS Console: what the profile's `login_session` has to be. */
  readonly loginSession?: string;
}

/** What signing in needs of the Session. */
export interface SignInContext {
  /** The Client of a service, by its id, in a region; its operations take no signature. */
  readonly client: (serviceId: string, region: string) => Promise<Pick<Client, 'call' | 'prepare'>>;
  readonly call: CallService;
  /** The profile's own. */
  readonly region: string | undefined;
  readonly place: Pick<ConfigOptions, 'environment' | 'home'>;
  readonly clock: () => Date;
  readonly delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The person has so long; the AWS CLI gives as much. */
export const signInTimeout = 10 * 60_000;
