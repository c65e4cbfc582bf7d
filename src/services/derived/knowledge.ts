// The operations of a service, found by what the derivation asks for.

import type { Service } from '../../core/models/model.ts';
import { type Operation, readOperations } from './operations.ts';
import type { Role } from './roles.ts';
import type { Work } from './slices.ts';

export interface Knowledge {
  readonly service: Service;
  readonly operations: readonly Operation[];
  /** By their nouns in the singular. */
  readonly byNoun: ReadonlyMap<string, readonly Operation[]>;
  /** How many operations ask for a kind by a role. */
  usesOf(stems: readonly string[], role: Role): number;
}

export function* gatherKnowledge(service: Service): Work<Knowledge> {
  const operations = yield* readOperations(service);
  const uses = new Map<string, number>();
  for (const { key } of operations.flatMap(({ required }) => required)) {
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return {
    service,
    operations,
    byNoun: Map.groupBy(operations, ({ key }) => key),
    usesOf: (stems, role) => {
      const ending = role === 'self' ? '' : role;
      return stems.reduce((sum, stem) => sum + (uses.get(`${stem}${ending}`) ?? 0), 0);
    },
  };
}
