// The roots of the tree: one a configured profile. A root's id carries a generation, which changes when its session
// does, so that nothing shown for an old session can be taken for the new one's.

import type { Profile } from '../../core/config/profile.ts';
import type { ProfileNode, ShownSession } from './nodes.ts';
import { escapeSlashes, isUnder } from './nodes.ts';

export interface RootSource {
  /** The name of the active profile; absent when there is none. */
  readonly activeProfile: string | undefined;
  profiles(): Promise<readonly Profile[]>;
  /** The session that is used for the profile now. */
  sessionOf(profile: string): ShownSession;
}

export class Roots {
  readonly #source: RootSource;
  readonly #nodesByProfile = new Map<string, ProfileNode>();
  readonly #generations = new Map<string, number>();

  constructor(source: RootSource) {
    this.#source = source;
  }

  /** Reads the profiles and gives a node for each; the same node as before where nothing changed. */
  async read(isOpened: (id: string) => boolean): Promise<readonly ProfileNode[]> {
    const profiles = await this.#source.profiles();
    const nodes = profiles.map((profile) => this.#update(profile, isOpened));
    this.#nodesByProfile.clear();
    for (const node of nodes) this.#nodesByProfile.set(node.profile.name, node);
    return nodes;
  }

  /** Gives up every root whose session is another one now, or which is no longer the active one, and tells their ids. */
  dropStale(): readonly string[] {
    const stale = [...this.#nodesByProfile.values()].filter((node) => this.#isStale(node));
    for (const { profile } of stale) this.#drop(profile.name);
    return stale.map((node) => node.id);
  }

  /** True while the node with this id stands under a root of the present generation. */
  has(id: string): boolean {
    return [...this.#nodesByProfile.values()].some((root) => isUnder(id, root.id));
  }

  clear(): void {
    this.#nodesByProfile.clear();
  }

  #isStale(node: ProfileNode): boolean {
    if (node.session === undefined) return false;
    const wasLeft = node.isActive && this.#source.activeProfile !== node.profile.name;
    return wasLeft || this.#source.sessionOf(node.profile.name) !== node.session;
  }

  #drop(profile: string): void {
    this.#nodesByProfile.delete(profile);
    this.#generations.set(profile, this.#generationOf(profile) + 1);
  }

  #update(profile: Profile, isOpened: (id: string) => boolean): ProfileNode {
    const known = this.#nodesByProfile.get(profile.name);
    const isActive = this.#source.activeProfile === profile.name;
    // A root that becomes active is shown open, which VS Code does only for an id it has not seen closed.
    if (known !== undefined && isActive && !known.isActive && !isOpened(known.id)) {
      this.#drop(profile.name);
    }
    const id = `${escapeSlashes(profile.name)}@${this.#generationOf(profile.name)}`;
    const session =
      profile.problem === undefined ? this.#source.sessionOf(profile.name) : undefined;
    const node = { kind: 'profile', id, profile, isActive, ...(session && { session }) } as const;
    return known !== undefined && isSame(known, node) ? known : node;
  }

  #generationOf(profile: string): number {
    return this.#generations.get(profile) ?? 1;
  }
}

function isSame(one: ProfileNode, other: ProfileNode): boolean {
  return (
    one.id === other.id &&
    one.isActive === other.isActive &&
    one.session === other.session &&
    JSON.stringify(one.profile) === JSON.stringify(other.profile)
  );
}
