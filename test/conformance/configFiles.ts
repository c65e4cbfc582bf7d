// Generated config files, and what botocore made of them: one line of tools/conformance/configFiles.py.

import { isDeepStrictEqual } from 'node:util';
import { parseConfigFile } from '../../src/core/config/iniFile.ts';
import { buildSharedConfig, type SharedConfig } from '../../src/core/config/sharedConfig.ts';

export interface ConfigCase {
  readonly config: string | null;
  readonly credentials: string | null;
  /** Absent where botocore refuses a file that somebody has scribbled in. */
  readonly full?: Readonly<Record<string, unknown>>;
  /** What botocore says of a file that it refuses as a whole. */
  readonly error?: string;
  /** The profile that is to blame, when it is known; `full` is then what the files are without it. */
  readonly profile?: string;
  /** True when the profile is there, and says so itself. */
  readonly isBroken?: boolean;
}

/** Undefined where Awscope does the same, or where it does better as it means to. */
export function compareConfig(one: ConfigCase): string | undefined {
  const shared = read(one);
  // botocore says nothing of the sections it ignores.
  const faults = shared.faults.filter(({ problem }) => !problem.startsWith('AWS ignores'));
  if (one.error === undefined) {
    if (faults.length > 0) return `botocore reads it; here: ${faults[0]?.problem}`;
    return differenceOf(picture(shared), entries(one.full ?? {}));
  }
  if (faults.length === 0) return `botocore refuses it: ${one.error}`;
  const line = /\[line\s+(\d+)\]/.exec(one.error)?.[1];
  const lines = faults.map((fault) => fault.line);
  if (line !== undefined && !lines.includes(Number(line))) {
    return `botocore names line ${line}, here are ${lines.join()}`;
  }
  return one.profile === undefined ? undefined : compareOthers(shared, one);
}

/** A fault must leave every other profile as it is. */
function compareOthers(shared: SharedConfig, one: ConfigCase): string | undefined {
  const broken = shared.profiles.get(one.profile ?? '');
  if (!broken?.config) return `${one.profile} is not there`;
  if (one.isBroken && !broken.config.fault) return `${one.profile} is not broken`;
  const others = new Map(shared.profiles);
  others.delete(broken.name);
  const { profiles } = Object.fromEntries(entries(one.full ?? {}));
  return differenceOf(entries(others), profiles);
}

function differenceOf(ours: unknown, theirs: unknown): string | undefined {
  if (isDeepStrictEqual(ours, theirs)) return undefined;
  return `${JSON.stringify(ours)} here,\n  ${JSON.stringify(theirs)} in botocore`;
}

function read(one: ConfigCase): SharedConfig {
  return buildSharedConfig(
    parseConfigFile(one.config ?? '', 'config'),
    parseConfigFile(one.credentials ?? '', 'credentials'),
  );
}

/** Sorted pairs all the way down, so that no name is special to the comparison. */
function picture(shared: SharedConfig): unknown {
  const { profiles, ssoSessions, services, others } = shared;
  return entries({ others, profiles, services, sso_sessions: ssoSessions });
}

type Entries = (readonly [string, unknown])[];

function entries(value: object): Entries {
  const pairs: Entries = value instanceof Map ? [...value] : Object.entries(value);
  return pairs
    .map(([key, inner]) => [key, plain(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function plain(value: unknown): unknown {
  if (isSection(value)) return entries(value.values);
  return typeof value === 'object' && value !== null ? entries(value) : value;
}

function isSection(value: unknown): value is { values: ReadonlyMap<string, unknown> } {
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Map);
  return isObject && 'values' in value && value.values instanceof Map;
}
