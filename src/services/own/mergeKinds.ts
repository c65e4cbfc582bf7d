import type { Kind, ServiceKinds } from '../../core/resources/kind.ts';

/** What a person declares of a service: new kinds whole, and more of known ones. */
export type OwnKinds = Partial<Omit<ServiceKinds, 'service' | 'kinds'>> & {
  readonly service: string;
  readonly kinds?: Readonly<Record<string, Partial<Kind>>>;
};

/** The service with what the person declares over what is known of it. */
export function mergeKinds(known: ServiceKinds, own: OwnKinds): ServiceKinds {
  const kinds = Object.entries(own.kinds ?? {}).map(
    ([name, kind]) => [name, mergeKind(known.kinds[name] ?? plainKind, kind)] as const,
  );
  return {
    ...known,
    ...own,
    collections: { ...known.collections, ...own.collections },
    actions: { ...known.actions, ...own.actions },
    aliases: { ...known.aliases, ...own.aliases },
    kinds: { ...known.kinds, ...Object.fromEntries(kinds) },
  };
}

const plainKind: Kind = { identifiers: [], icon: 'circle-outline' };

function mergeKind(known: Kind, own: Partial<Kind>): Kind {
  return {
    ...known,
    ...own,
    collections: { ...known.collections, ...own.collections },
    actions: { ...known.actions, ...own.actions },
    has: { ...known.has, ...own.has },
    waiters: { ...known.waiters, ...own.waiters },
  };
}
