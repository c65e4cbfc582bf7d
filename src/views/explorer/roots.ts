// The roots of the tree: one a configured profile. A root's id carries a generation, which changes when its session
// does, so that nothing shown for an old session can be taken for the new one's.

import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import type { ProfileLook } from '../profileLook.ts';
import type { FaultNode, ProfileNode, ShownSession } from './nodes.ts';
import { escapeSlashes, formatPlace, isUnder } from './nodes.ts';

export interface RootSource {
  /** The name of the active profile; absent when there is none. */
  readonly activeProfile: string | undefined;
  profiles(): Promise<readonly Profile[]>;
  lookOf(profile: string): ProfileLook;
  /** What is wrong with the files beside broken profiles, as `profiles` read them last. */
  configFaults(): readonly ConfigFault[];
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

  /** Reads the profiles and gives a node for each, the same as before where nothing changed; faults of the files first. */
  async read(isOpened: (id: string) => boolean): Promise<readonly (FaultNode | ProfileNode)[]> {
    const profiles = await this.#source.profiles();
    const shown = profiles.filter(({ name }) => {
      return name === this.#source.activeProfile || !this.#source.lookOf(name).isHidden;
    });
    const nodes = shown.map((profile) => this.#update(profile, isOpened));
    this.#nodesByProfile.clear();
    for (const node of nodes) this.#nodesByProfile.set(node.profile.name, node);
    return [...toFaultNodes(this.#source.configFaults(), profiles), ...nodes];
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
    const look = this.#source.lookOf(profile.name);
    const own = { kind: 'profile', id, profile, isActive, look } as const;
    const node = { ...own, ...(session && { session }) };
    return known !== undefined && isSame(known, node) ? known : node;
  }

  #generationOf(profile: string): number {
    return this.#generations.get(profile) ?? 1;
  }
}

/** A fault of a section that a profile rests on is told by that profile already. */
function toFaultNodes(
  faults: readonly ConfigFault[],
  profiles: readonly Profile[],
): readonly FaultNode[] {
  const isTold = (fault: ConfigFault) =>
    profiles.some(({ problem }) => problem?.startsWith(`${formatPlace(fault)}: `));
  const untold = faults.filter((fault) => !isTold(fault));
  return untold.map((fault, i) => ({ kind: 'fault', id: `//fault/${i + 1}`, fault }));
}

function isSame(one: ProfileNode, other: ProfileNode): boolean {
  return (
    one.id === other.id &&
    one.isActive === other.isActive &&
    one.session === other.session &&
    JSON.stringify([one.profile, one.look]) === JSON.stringify([other.profile, other.look])
  );
}
