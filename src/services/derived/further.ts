// What the model of a declared service gives beside its declaration: lists by operations that nobody declared, of kinds
// that nobody declared.

import type { Service } from '../../core/models/model.ts';
import type { CollectionRule, Kind, ServiceKinds } from '../../core/resources/kind.ts';
import { deriveKinds } from './derive.ts';

/** Names no kind of the declaration, so that both may be used side by side. */
export async function furtherKinds(
  declared: ServiceKinds,
  service: Service,
): Promise<ServiceKinds> {
  const derived = await deriveKinds(service);
  const isNew = newIn(declared);
  const kinds = Object.entries(derived.kinds)
    .filter(([name]) => isNew.kind(name))
    .map(([name, kind]) => [name, { ...kind, ...only(kind.collections, isNew) }] as const);
  const collections = only(derived.collections, isNew).collections ?? {};
  const { title, icon, scope } = declared;
  const further = { ...derived, title, icon, collections, kinds: Object.fromEntries(kinds) };
  return reachable({ ...further, ...(scope && { scope }) });
}

interface New {
  readonly kind: (name: string) => boolean;
  readonly collection: (rule: CollectionRule) => boolean;
}

function newIn({ kinds, aliases = {}, collections, service }: ServiceKinds): New {
  const owners = [{ collections }, ...Object.values(kinds)];
  const rules = [
    ...owners.flatMap((owner) => Object.values(owner.collections ?? {})),
    ...Object.values(kinds).flatMap(({ load }) => load ?? []),
  ];
  const own = rules.filter((rule) => (rule.service ?? service) === service);
  const operations = new Set(own.map(({ operation }) => operation));
  const kind = (name: string) => !(name in kinds) && !(name in aliases);
  return {
    kind,
    collection: ({ operation, items }) =>
      !operations.has(operation) && items.every((item) => kind(item.kind)),
  };
}

function only(
  collections: Kind['collections'],
  isNew: New,
): { readonly collections?: Readonly<Record<string, CollectionRule>> } {
  if (!collections) return {};
  const left = Object.entries(collections).filter(([, rule]) => isNew.collection(rule));
  return { collections: Object.fromEntries(left) };
}

/** Without the kinds that are listed nowhere any more. */
function reachable(further: ServiceKinds): ServiceKinds {
  const names = new Set<string>();
  const note = (collections: Kind['collections'] = {}) => {
    for (const { kind } of Object.values(collections).flatMap(({ items }) => items)) {
      if (names.has(kind)) continue;
      names.add(kind);
      note(further.kinds[kind]?.collections);
    }
  };
  note(further.collections);
  const kinds = Object.entries(further.kinds).filter(([name]) => names.has(name));
  return { ...further, kinds: Object.fromEntries(kinds) };
}
