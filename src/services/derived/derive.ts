// The kinds of a service from its model alone, as plain data, as if somebody had declared them. Reads no network and
// knows no service by name but where AWS's models would mislead.

import type { Service, ServiceSummary } from '../../core/models/model.ts';
import type { ActionRule, Kind, Risk, ServiceKinds } from '../../core/resources/kind.ts';
import { addActions } from './actions.ts';
import type { Draft } from './draft.ts';
import { globalScope } from './globalServices.ts';
import { findKinds } from './graph.ts';
import { iconFor, iconForService } from './icons.ts';
import { gatherKnowledge } from './knowledge.ts';
import { inSlices, type Work } from './slices.ts';
import { textsFor } from './texts.ts';
import { titleOf } from './titles.ts';

/**
 * The same value for the same model. Empty of collections where nothing can be listed without asking. A large model takes a
 * tenth of a second, in slices.
 */
export function deriveKinds(service: Service): Promise<ServiceKinds> {
  const known = kindsByService.get(service);
  if (known) return known;
  const derived = inSlices(derive(service));
  kindsByService.set(service, derived);
  return derived;
}

const kindsByService = new WeakMap<Service, Promise<ServiceKinds>>();

function* derive(service: Service): Work<ServiceKinds> {
  const knowledge = yield* gatherKnowledge(service);
  const { index, collections, listing } = yield* findKinds(knowledge);
  const drafts = [...index.drafts];
  const loading = drafts.flatMap(({ load }) => load?.operation ?? []);
  const { serviceId, serviceFullName } = service.metadata;
  const makers = yield* addActions(knowledge, index, new Set([...listing, ...loading]));
  const kinds: Record<string, Kind> = {};
  for (const draft of drafts) {
    kinds[draft.name] = toKind(draft);
    yield;
  }
  return {
    ...outlineService({ id: service.id, sdkId: serviceId, title: serviceFullName }),
    collections: sortByTitle(collections),
    ...(Object.keys(makers).length > 0 && { actions: sortByTitle(makers) }),
    kinds,
  };
}

export type Outline = Pick<ServiceKinds, 'service' | 'title' | 'icon' | 'scope'>;

/** What is shown of a service before its model is read. */
export function outlineService(summary: Pick<ServiceSummary, 'id' | 'sdkId' | 'title'>): Outline {
  const title = titleOf(summary);
  const icon = iconForService(title);
  const scope = globalScope(summary.id);
  return { service: summary.id, title, icon, ...(scope && { scope }) };
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
