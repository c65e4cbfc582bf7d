// Profiles that no file has: somebody else keeps them, such as an editor in its store of secrets.

import type { ProfileEntry, SharedConfig } from './sharedConfig.ts';

export interface KeptProfile {
  readonly name: string;
  /** Options as the config file would have them. Nothing secret. */
  readonly values: Readonly<Record<string, string>>;
  readonly keys: KeptKeys;
}

/** Keys that are read when they are needed. */
export interface KeptKeys {
  /** Another one whenever the keys are others. */
  readonly revision: number;
  /** Undefined when they are gone. */
  readonly read: () => Promise<StaticKeys | undefined>;
}

export interface StaticKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A profile of the files hides a kept one of the same name. */
export function withKeptProfiles(config: SharedConfig, kept: readonly KeptProfile[]): SharedConfig {
  const added = kept.filter(({ name }) => !config.profiles.has(name)).map(toEntry);
  if (added.length === 0) return config;
  const profiles = [...config.profiles, ...added.map((entry) => [entry.name, entry] as const)];
  return { ...config, profiles: new Map(profiles) };
}

function toEntry({ name, values, keys }: KeptProfile): ProfileEntry {
  return { name, values: new Map(Object.entries(values)), kept: keys };
}
