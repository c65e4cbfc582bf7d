// The profiles as the quick pick offers them.

import type { ConfigFault } from '../../core/config/iniFile.ts';
import type { Profile } from '../../core/config/profile.ts';
import { accountInWords } from '../accountInWords.ts';
import { formatCredentialKind } from '../credentialKind.ts';
import { nameOf, type ProfileLook } from '../profileLook.ts';

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
  /** The account, if AWS was asked for it before. */
  readonly knownAccount: (profile: string) => string | undefined;
  /** What an account calls itself, if AWS told. */
  readonly knownAlias: (profile: string, account: string) => string | undefined;
  readonly lookOf: (profile: string) => ProfileLook;
}

/** The one in use and those used recently first, then by name. Hidden ones are left out unless they are in use. */
export function buildProfileItems(
  profiles: readonly Profile[],
  facts: ProfileItemFacts,
): ProfileItem[] {
  const offered = profiles.filter(
    ({ name }) => name === facts.active || !facts.lookOf(name).isHidden,
  );
  const byName = [...offered].sort((a, b) => (a.name < b.name ? -1 : 1));
  const first = new Set([...(facts.active === undefined ? [] : [facts.active]), ...facts.recent]);
  const recent = [...first].flatMap((name) => byName.filter((profile) => profile.name === name));
  const others = byName.filter((profile) => !recent.includes(profile));
  return [
    ...recent.map((profile) => buildItem(profile, facts, 'recently used')),
    ...others.map((profile) =>
      buildItem(profile, facts, recent.length > 0 ? 'others' : 'profiles'),
    ),
  ];
}

/** Told where it is not the usual one. */
const sources: Partial<Readonly<Record<Profile['source'], string>>> = {
  kept: 'kept by the editor',
};

function buildItem(profile: Profile, facts: ProfileItemFacts, group: string): ProfileItem {
  const region = facts.pickedRegion(profile.name) ?? profile.region ?? 'no region';
  const isActive = profile.name === facts.active;
  const look = facts.lookOf(profile.name);
  const usual = look.icon ?? (look.isReadOnly ? 'lock' : 'account');
  const icon = profile.problem !== undefined ? 'warning' : isActive ? 'check' : usual;
  const account = facts.knownAccount(profile.name) ?? profile.account;
  const parts = [
    look.alias === undefined ? undefined : profile.name,
    look.isReadOnly ? 'read-only' : undefined,
    region,
    account && accountInWords(account, facts.knownAlias(profile.name, account)),
    formatCredentialKind(profile.credentialKind),
    sources[profile.source],
    isActive ? 'active' : undefined,
  ];
  return {
    label: `$(${icon}) ${nameOf(profile.name, look)}`,
    description: parts.filter((part) => part !== undefined).join(' · '),
    ...(profile.problem === undefined ? {} : { detail: problemOf(profile, profile.problem) }),
    group,
    profile,
  };
}

/** A line of a list is short: the name of the file is enough, which a button opens. */
function problemOf({ fault }: Profile, problem: string): string {
  return fault && problem.startsWith(fault.file)
    ? fileName(fault.file) + problem.slice(fault.file.length)
    : problem;
}

export interface FaultItem {
  readonly label: string;
  readonly detail: string;
  readonly group: string;
  readonly fault: ConfigFault;
}

/** What is wrong with the files beside broken profiles: a profile may be missing for it. */
export function buildFaultItems(faults: readonly ConfigFault[]): FaultItem[] {
  return faults.map((fault) => {
    const { file, line, section } = fault;
    const place = line === undefined ? fileName(file) : `${fileName(file)}:${line}`;
    const label = `$(warning) ${section === undefined ? place : `[${section}]`}`;
    return { label, detail: `${place}: ${fault.problem}.`, group: 'not read', fault };
  });
}

function fileName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
