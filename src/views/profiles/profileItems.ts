// The profiles as the quick pick offers them.

import type { Profile } from '../../core/config/profile.ts';
import { formatCredentialKind } from '../credentialKind.ts';

export interface ProfileItem {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  readonly group: string;
  readonly profile: Profile;
}

export interface ProfileItemFacts {
  readonly active: string | undefined;
  /** Names, most recently used first. */
  readonly recent: readonly string[];
  /** The region a profile is used in when it is not the profile's own. */
  readonly pickedRegion: (profile: string) => string | undefined;
}

/** Recently used first, then by name. */
export function buildProfileItems(
  profiles: readonly Profile[],
  facts: ProfileItemFacts,
): ProfileItem[] {
  const byName = [...profiles].sort((a, b) => (a.name < b.name ? -1 : 1));
  const recent = facts.recent.flatMap((name) => byName.filter((profile) => profile.name === name));
  const others = byName.filter((profile) => !recent.includes(profile));
  return [
    ...recent.map((profile) => buildItem(profile, facts, 'recently used')),
    ...others.map((profile) =>
      buildItem(profile, facts, recent.length > 0 ? 'others' : 'profiles'),
    ),
  ];
}

function buildItem(profile: Profile, facts: ProfileItemFacts, group: string): ProfileItem {
  const region = facts.pickedRegion(profile.name) ?? profile.region ?? 'no region';
  const isActive = profile.name === facts.active;
  const icon = profile.problem !== undefined ? '$(warning) ' : isActive ? '$(check) ' : '';
  const parts = [region, formatCredentialKind(profile.credentialKind)];
  return {
    label: `${icon}${profile.name}`,
    description: [...parts, ...(isActive ? ['active'] : [])].join(' · '),
    ...(profile.problem === undefined ? {} : { detail: profile.problem }),
    group,
    profile,
  };
}
