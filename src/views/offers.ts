// What features offer each other. A feature's `register()` returns its offer and `extension.ts` hands it on, so no
// feature imports another's folder.

import type { Event, Uri } from 'vscode';
import type { ConfigFault } from '../core/config/iniFile.ts';
import type { Profile } from '../core/config/profile.ts';
import type { IncompleteActionError } from '../core/errors.ts';
import type { ActionInfo } from '../core/resources/actions.ts';
import type { Resource } from '../core/resources/resource.ts';
import type { ResourceBase } from '../core/resources/resourceBase.ts';
import type { ShapePlace } from '../core/resources/shapes.ts';
import type { Session } from '../core/session.ts';
import type { ProfileLook } from './profileLook.ts';

/** Offered by `profiles/`. */
export interface ActiveProfile {
  /** Undefined while no profile is configured, or none was picked and the files are still being read. */
  readonly profile: string | undefined;
  /** The active profile's, in the region picked for it. Undefined when `profile` is, or when it no longer exists. */
  readonly session: Session | undefined;
  /** The profile's session in the region remembered for it in this workspace. */
  sessionOf(profile: string): Session;
  /** The profile's session in a region of the caller's choice; undefined means the profile's own. */
  sessionIn(profile: string, region: string | undefined): Session;
  /** The active profile, any profile's region, or the list of profiles changed. */
  readonly onDidChange: Event<void>;
  profiles(): Promise<readonly Profile[]>;
  /** How the person wants a profile to look and to be treated. A change of it counts as one of the list of profiles. */
  lookOf(profile: string): ProfileLook;
  /** What is wrong with the files beside broken profiles, as `profiles` read them last. */
  configFaults(): readonly ConfigFault[];
  /** Called when the person used something of a session: from then on the status bar may ask STS for its account. */
  noteUse(session: Session): void;
  /** Asks the person to sign in for the session's keys; false when they did not, or it failed, which they were told then. */
  signIn(session: Session): Promise<boolean>;
  /** Called when something failed for want of a sign-in: offers it in a notification, unless one is open already. */
  offerSignIn(session: Session): void;
  /** The account of a profile that was asked for already. Asks nobody. */
  knownAccount(profile: string): string | undefined;
  /** What an account calls itself, if AWS told a session of such a profile once, in any window. Asks nobody. */
  aliasOf(profile: string, account: string | undefined): string | undefined;
  /** Asks for that, if the session's account is known; true when it is another now. Rejects only when cancelled. */
  learnAlias(session: Session, signal: AbortSignal): Promise<boolean>;
  /** Somebody signed in: what failed for want of it may be tried again. */
  readonly onDidSignIn: Event<void>;
}

/** Offered by `kinds/`. */
export interface DeclaredKinds {
  /** Services that are declared in another way now. */
  readonly onDidChange: Event<ReadonlySet<string>>;
}

/** Offered by `documents/`. */
export interface Documents {
  /** Opens a read-only JSON document titled by all but the value. What is secret in it is hidden until revealed. */
  showJson(document: ResultDocument): Promise<void>;
  /** What a document that is open shows; undefined for one that is not ours, or was restored from an earlier window. */
  shownAt(uri: Uri): Pick<ResultDocument, 'profile' | 'region' | 'resource'> | undefined;
}

export interface ResultDocument {
  readonly service: string;
  /** The operation's name, or the resource's id. */
  readonly name: string;
  readonly profile: string;
  readonly region: string | undefined;
  readonly value: unknown;
  /** The shapes the value may have come in: they tell what of it is secret. */
  readonly shapes: readonly ShapePlace[];
  /** The resource it describes; absent for the output of an operation. */
  readonly resource?: Resource;
  /** A document that is open under the same key takes the new value; without a key each is a new document. */
  readonly key?: string;
  /** True when the keyboard stays where it is, such as in the tree. */
  readonly preserveFocus?: boolean;
}

/** Offered by `actions/`. */
export interface Actions {
  /**
   * Asks for what an action of a resource or service needs, confirms it by its class, runs it and shows the answer. Without a
   * name the person picks one. Undefined when a box was closed; rejects when the action failed as a whole.
   */
  run(owner: ResourceBase, name?: string): Promise<ActionRun | undefined>;
}

/** An action that was run. */
export interface ActionRun {
  readonly action: ActionInfo;
  /** What its answer names, such as what it made. */
  readonly resources: readonly Resource[];
  /** Present where the answer lists what was not done: the rest may be. */
  readonly error?: IncompleteActionError;
}
