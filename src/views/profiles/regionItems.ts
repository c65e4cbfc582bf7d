// The regions as the quick pick offers them. What is typed may also be a region AWS's data does not know, such as an
// emulator's or a new one.

import type { Partitions } from '../../core/models/model.ts';
import { regionTitle } from '../../core/regions.ts';

export interface RegionItem {
  readonly label: string;
  readonly description: string;
  readonly alwaysShow?: boolean;
  readonly group: string;
  readonly region: string;
}

export interface RegionItemFacts {
  readonly regions: readonly string[];
  readonly partitions: Partitions;
  /** Those that the account has not switched on; absent where that is not known. */
  readonly disabled?: ReadonlySet<string>;
  /** The region in use. */
  readonly current: string | undefined;
  /** The region the profile names. */
  readonly own: string | undefined;
  readonly typed: string;
}

const group = 'regions';

/** The current region first, then the profile's own, then all by name; last those that the account has not switched on. */
export function buildRegionItems(facts: RegionItemFacts): RegionItem[] {
  const first = [facts.current, facts.own].filter((region) => region !== undefined);
  const isDisabled = (region: string) => facts.disabled?.has(region) === true;
  const sorted = [...facts.regions].sort(
    (a, b) => Number(isDisabled(a)) - Number(isDisabled(b)) || (a < b ? -1 : 1),
  );
  const regions = [...new Set([...first, ...sorted])];
  const typed = facts.typed.trim().toLowerCase();
  const items = regions.map((region) => buildItem(region, facts));
  if (!isRegionName(typed) || regions.includes(typed)) return items;
  // Below the matches: Enter on a half-typed name takes the best match, not the half.
  const description = 'use this name as it is';
  return [...items, { label: typed, description, alwaysShow: true, group, region: typed }];
}

function buildItem(region: string, facts: RegionItemFacts): RegionItem {
  const isCurrent = region === facts.current;
  const notes = [
    regionTitle(facts.partitions, region),
    region === facts.own ? 'the profile’s own' : undefined,
    isCurrent ? 'in use' : undefined,
    facts.disabled?.has(region) ? 'not enabled in this account' : undefined,
  ];
  return {
    label: isCurrent ? `$(check) ${region}` : region,
    description: notes.filter((note) => note !== undefined).join(' · '),
    group,
    region,
  };
}

function isRegionName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(text);
}
