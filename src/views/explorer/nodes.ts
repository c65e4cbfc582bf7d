// What the tree is made of: plain values, mapped to what the person sees by `face.ts`. The interfaces at the end name
// what the tree needs of a session, a service and a resource, so that tests can hand in their own.

import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import type { Priority } from '../../core/pace/turns.ts';
import type { Document } from '../../core/protocols/protocol.ts';
import type { ResourceBase } from '../../core/resources/resourceBase.ts';
import type { ProfileLook } from '../profileLook.ts';
import type { Listing } from './listing.ts';

export type Node = BranchNode | FaultNode | MoreNode | FailureNode | EmptyNode | OperationsNode;

/** A node that can have children. */
export type BranchNode =
  | ProfileNode
  | ServicesNode
  | ServiceNode
  | FurtherNode
  | CollectionNode
  | ResourceNode;

interface NodeBase {
  /** Unique in the whole tree, the same again after a refresh, another one after a switch. */
  readonly id: string;
  /** Absent for a root. */
  readonly parent?: BranchNode;
}

export interface ProfileNode extends NodeBase {
  readonly kind: 'profile';
  readonly profile: Profile;
  readonly isActive: boolean;
  readonly look: ProfileLook;
  /** Absent when the profile is broken. */
  readonly session?: ShownSession;
}

/** A root for something wrong with the shared files that makes no profile a broken one. */
export interface FaultNode extends NodeBase {
  readonly kind: 'fault';
  readonly fault: ConfigFault;
}

/** "All Services": those that are not pinned. */
export interface ServicesNode extends NodeBase {
  readonly kind: 'services';
  readonly parent: ProfileNode;
  readonly session: ShownSession;
  readonly count: number;
}

export interface ServiceNode extends NodeBase {
  readonly kind: 'service';
  readonly parent: ProfileNode | ServicesNode;
  readonly session: ShownSession;
  readonly service: ShownService;
}

/** "More": what a service has beside its declaration. */
export interface FurtherNode extends NodeBase {
  readonly kind: 'further';
  readonly parent: ServiceNode;
  readonly session: ShownSession;
}

export interface CollectionNode extends NodeBase {
  readonly kind: 'collection';
  readonly parent: BranchNode;
  readonly session: ShownSession;
  readonly collection: ShownCollection;
}

export interface ResourceNode extends NodeBase {
  readonly kind: 'resource';
  readonly parent: BranchNode;
  readonly session: ShownSession;
  readonly resource: ShownResource;
}

/** "Load more…" at the end of what has arrived. */
export interface MoreNode extends NodeBase {
  readonly kind: 'more';
  readonly parent: BranchNode;
  readonly listing: Listing;
}

/** Something could not be read. */
export interface FailureNode extends NodeBase {
  readonly kind: 'failure';
  readonly error: unknown;
  /** Present when a page of a collection failed: what arrived before it stays. */
  readonly listing?: Listing;
}

export interface EmptyNode extends NodeBase {
  readonly kind: 'empty';
  readonly parent: BranchNode;
  readonly text: string;
}

/** Stands in a service of which nothing can be listed: leads to its operations. */
export interface OperationsNode extends NodeBase {
  readonly kind: 'operations';
  readonly parent: ServiceNode;
}

/** What the tree needs of a `Session`. Another one stands for another profile, region or set of keys. */
export interface ShownSession {
  readonly profile: string;
  readonly region: string | undefined;
  readonly knownAccount: string | undefined;
  /** What that calls itself, if AWS told. */
  readonly accountAlias: string | undefined;
  /** True when its keys come by signing in. */
  readonly canSignIn: boolean;
  /** The collections of a service. Reads its description, calls nothing. */
  collections(service: string): Promise<readonly ShownCollection[]>;
  /** What a declared service has beside these. */
  furtherCollections(service: string): Promise<readonly ShownCollection[]>;
  /** The service itself, for what can be done without a resource. */
  ownerOf(service: string): Promise<ResourceBase>;
  /** Describes the rows whose listing gave only names, and tells of each that is described. Never rejects. */
  describe(
    resources: readonly ShownResource[],
    onDescribed: (resource: ShownResource) => void,
    options: ReadOptions,
  ): Promise<void>;
  /** Called when an answer came from AWS. */
  noteUse(): void;
  /** Called when a list could not be read because nobody is signed in. */
  offerSignIn(): void;
}

/** What the tree needs of `ServiceKinds`. */
export interface ShownService {
  readonly service: string;
  readonly title: string;
  readonly icon: string;
  /** True when its answers are the same in all regions. */
  readonly isGlobal: boolean;
  /** True for those that stand right under the profile. */
  readonly isPinned: boolean;
  /** True for one whose model lists more than its declaration does. */
  readonly hasFurther: boolean;
}

/** The part of `Collection` the tree needs. */
export interface ShownCollection {
  readonly name: string;
  readonly title: string;
  readonly icon: string;
  readonly inline: boolean;
  /** What the person should know before opening it, such as that it costs. */
  readonly note: string | undefined;
  page(options: ReadOptions & { readonly token?: string }): Promise<ShownPage>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly priority: Priority;
}

export interface ShownPage {
  readonly items: readonly ShownResource[];
  readonly readAt: Date;
  readonly nextToken?: string;
}

/** The part of `Resource` the tree needs. */
export interface ShownResource {
  readonly service: string;
  readonly kind: string;
  /** Kind and identifiers, the same every time. */
  readonly path: string;
  /** Its own, which may be another than the session's. */
  readonly region: string | undefined;
  /** True when it is the same in all regions. */
  readonly isGlobal: boolean;
  /** True where the listing gave only a name, and a describe call would give the rest. */
  readonly isSparse: boolean;
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly state: string | undefined;
  readonly icon: string;
  readonly columns: readonly (readonly [string, string])[];
  readonly consoleUrl: string | undefined;
  readonly collections: readonly ShownCollection[];
  arn(options: { signal?: AbortSignal }): Promise<string | undefined>;
  load(options: { signal?: AbortSignal }): Promise<Document>;
}

/** The id of a child: its parent's, then its own names, in which a slash is escaped. */
export function childId(parent: BranchNode, ...names: readonly string[]): string {
  return [parent.id, ...names.map(escapeSlashes)].join('/');
}

export function escapeSlashes(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** `~/.aws/config:7`; the file alone when all of it is meant. */
export function formatPlace({ file, line }: { file: string; line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** True for the node itself and for all below it. */
export function isUnder(id: string, ancestorId: string): boolean {
  return id === ancestorId || id.startsWith(`${ancestorId}/`);
}
