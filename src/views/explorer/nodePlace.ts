// Whose a node is: profile, account and region, as its tooltip and a screen reader tell them.

import { accountInWords } from '../accountInWords.ts';
import type { SessionNode } from './branch.ts';
import type { BranchNode, ShownSession } from './nodes.ts';

/** A line of a tooltip. */
export type Fact = readonly [name: string, value: string];

/** Whose something is. */
export type Place = Pick<ShownSession, 'profile' | 'knownAccount' | 'accountAlias' | 'region'>;

export function placeOfNode(node: SessionNode): Place {
  const { profile, knownAccount, accountAlias } = node.session;
  return { profile, knownAccount, accountAlias, region: regionOf(node) };
}

/** What stands in a collection may have regions of its own, as buckets have; the collection is where its owner is. */
function regionOf(node: BranchNode): string | undefined {
  switch (node.kind) {
    case 'profile':
    case 'services':
      return node.session?.region;
    case 'service':
      return node.service.isGlobal ? 'global' : node.session.region;
    case 'further':
    case 'collection':
      return regionOf(node.parent);
    case 'resource':
      return node.resource.isGlobal ? 'global' : node.resource.region;
  }
}

export function placeFacts(place: Place): readonly Fact[] {
  return [
    ...fact('Profile', place.profile),
    ...fact('Account', accountOf(place)),
    ...fact('Region', place.region),
  ];
}

/** As far as it is known. */
export function accountOf({
  knownAccount,
  accountAlias,
}: Pick<Place, 'knownAccount' | 'accountAlias'>): string | undefined {
  return knownAccount && accountInWords(knownAccount, accountAlias);
}

export function fact(name: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [[name, value]];
}

export function spokenPlace({ profile, region }: Place): string {
  return `profile ${profile}${region === undefined ? '' : `, ${region}`}`;
}
