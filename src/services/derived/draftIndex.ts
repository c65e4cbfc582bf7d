// The drafts of a service by the parameters that may ask for them.

import { type Draft, isAbout, isOwnSource, sourceFor } from './draft.ts';
import type { Operation, Param } from './operations.ts';
import { stemOf, stemsIn } from './roles.ts';

export class DraftIndex {
  readonly #byName = new Map<string, Draft>();
  readonly #byKey = new Map<string, Set<Draft>>();

  /** In the order they were found; grows while they are gone through. */
  get drafts(): Iterable<Draft> {
    return this.#byName.values();
  }

  named(name: string): Draft | undefined {
    return this.#byName.get(name);
  }

  add(draft: Draft): void {
    this.#byName.set(draft.name, draft);
    this.#note(draft);
  }

  /** Lets a kind be called by the name of its identifier too, if that means no other one: a Directory by `DirectoryId`. */
  nameByIdentifiers(drafts: Iterable<Draft>): void {
    const byStem = Map.groupBy(drafts, identifierStem);
    for (const [stem, [draft, ...others]] of byStem) {
      if (stem === undefined || !draft || others.length > 0 || this.#byKey.has(stem)) continue;
      draft.stems.push(stem);
      this.#note(draft);
    }
  }

  /** Those that may be meant by what an operation asks for. */
  candidates({ required, key }: Operation): ReadonlySet<Draft> {
    const found = new Set<Draft>();
    for (const one of [...required.flatMap(keysIn), key]) {
      for (const draft of this.#byKey.get(one) ?? []) found.add(draft);
    }
    return found;
  }

  /** True if the parameter names this kind; a word that several kinds end with means the one the operation is about. */
  isMeant(draft: Draft, param: Param, operation: Operation): boolean {
    const source = sourceFor(draft, param, operation);
    if (!source || !isOwnSource(draft, source)) return false;
    const [whole = ''] = draft.stems;
    if (param.key.startsWith(whole) || isAbout(draft, operation)) return true;
    const rivals = stemsIn(param.key).flatMap((stem) => [...(this.#byKey.get(stem) ?? [])]);
    return new Set(rivals).size < 2 || operation.key.includes(whole);
  }

  #note(draft: Draft): void {
    for (const key of keysOf(draft)) {
      const known = this.#byKey.get(key);
      if (known) known.add(draft);
      else this.#byKey.set(key, new Set([draft]));
    }
  }
}

/** What the lists and actions of a kind may be found by: its stems, and its identifiers as they are. */
export function keysOf({ stems, identifiers }: Draft): readonly string[] {
  return [...stems, ...identifiers.map(({ name }) => name.toLowerCase())];
}

/** What an operation that asks for this is found by. */
export function keysIn({ key }: Param): readonly string[] {
  return stemsIn(key);
}

function identifierStem({ identifiers }: Draft): string | undefined {
  const own = identifiers.findLast((one) => 'member' in one);
  return own && stemOf(own.name.toLowerCase());
}
