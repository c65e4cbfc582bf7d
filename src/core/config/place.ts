import type { ConfigFault } from './iniFile.ts';
import type { ProfileEntry } from './sharedConfig.ts';

/** A place in a shared file; the line is counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Where a profile's value stands: in the credentials file if that has the key, else in the config file. */
export function lineOf(entry: ProfileEntry, key: string): Place {
  for (const section of [entry.credentials, entry.config]) {
    const line = section?.lines.get(key);
    if (section && line !== undefined) return { file: section.file, line };
  }
  return placeOf(entry);
}

/** Where a profile begins: in the config file if that has it, else in the credentials file. */
export function placeOf(entry: ProfileEntry): Place {
  const section = entry.config ?? entry.credentials;
  return section ? { file: section.file, line: section.line } : { file: '' };
}

/** The first line of a profile that could not be read. */
export function faultOf(entry: ProfileEntry): ConfigFault | undefined {
  return entry.config?.fault ?? entry.credentials?.fault;
}

/** A value of a profile that is text; a nested one is none. */
export function textOf(entry: ProfileEntry | undefined, key: string): string | undefined {
  const value = entry?.values.get(key);
  return typeof value === 'string' ? value : undefined;
}
