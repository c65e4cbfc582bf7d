// The kinds of a service from its model alone, as plain data, as if somebody had declared them. Reads no network and
// knows no service by name but where AWS's models would mislead.

import type { Service } from '../../core/models/model.ts';
import type { ActionRule, Kind, Risk, ServiceKinds } from '../../core/resources/kind.ts';
import { addActions } from './actions.ts';
import type { Draft } from './draft.ts';
import { findKinds } from './graph.ts';
import { iconFor } from './icons.ts';
import { gatherKnowledge } from './knowledge.ts';
import { textsFor } from './texts.ts';
import { splitWords } from './words.ts';

/** The same value for the same model. Empty of collections where nothing can be listed without asking. */
export function deriveKinds(service: Service): ServiceKinds {
  const known = kindsByService.get(service);
  if (known) return known;
  const derived = derive(service);
  kindsByService.set(service, derived);
  return derived;
}

const kindsByService = new WeakMap<Service, ServiceKinds>();

function derive(service: Service): ServiceKinds {
  const knowledge = gatherKnowledge(service);
  const { index, collections, listing } = findKinds(knowledge);
  const drafts = [...index.drafts];
  const loading = drafts.flatMap(({ load }) => load?.operation ?? []);
  addActions(knowledge, index, new Set([...listing, ...loading]));
  const title = serviceTitle(service.metadata.serviceFullName);
  return {
    service: service.id,
    title,
    icon: iconFor(splitWords(title.replaceAll(' ', ''))) ?? 'cloud',
    collections: sortByTitle(collections),
    kinds: Object.fromEntries(drafts.map((draft) => [draft.name, toKind(draft)])),
  };
}

/** A service's full name without its maker's. */
export function serviceTitle(fullName: string): string {
  return fullName.replace(/^(?:Amazon|AWS)\s*(?=[A-Z])/, '').trim();
}

function toKind(draft: Draft): Kind {
  const { identifiers, distinguishedBy, load, collections, actions, words } = draft;
  return {
    identifiers: identifiers.map(({ name }) => name),
    ...(distinguishedBy.length > 0 && { distinguishedBy }),
    ...textsFor(draft),
    icon: iconFor(words) ?? 'circle-outline',
    ...(load && { load }),
    ...(Object.keys(collections).length > 0 && { collections: sortByTitle(collections) }),
    ...(Object.keys(actions).length > 0 && { actions: sortByRisk(actions) }),
  };
}

function sortByTitle<Rule extends { readonly title: string }>(
  rules: Readonly<Record<string, Rule>>,
): Readonly<Record<string, Rule>> {
  return Object.fromEntries(
    Object.entries(rules).toSorted(([, one], [, other]) =>
      one.title.localeCompare(other.title, 'en'),
    ),
  );
}

const risks: readonly Risk[] = ['R', 'S', 'L', 'W', 'D', 'X'];

/** What does least harm first. */
function sortByRisk(actions: Readonly<Record<string, ActionRule>>) {
  const rank = ({ risk }: ActionRule) => risks.indexOf(risk);
  const sorted = Object.entries(sortByTitle(actions));
  return Object.fromEntries(sorted.toSorted(([, one], [, other]) => rank(one) - rank(other)));
}
