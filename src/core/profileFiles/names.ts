// How profiles and sessions are named in the shared files, which names and values can be written, and which sections are meant.

import { splitShellWords, strip } from '../config/pythonText.ts';

/** The kinds of sections that have a name of their own; in the credentials file, a profile's section is its bare name. */
export type SectionKind = 'profile' | 'sso-session' | 'credentials';

/** What a new section is called in its file. */
export function sectionName(kind: SectionKind, name: string): string {
  if (kind === 'credentials' || (kind === 'profile' && name === 'default')) return name;
  return `${kind} ${quote(name)}`;
}

/** True for a section that already stands for this profile or session. */
export function isSectionOf(kind: SectionKind, name: string, section: string): boolean {
  if (kind === 'credentials') return section === name;
  if (kind === 'profile' && name === 'default' && section === 'default') return true;
  const words = section.startsWith(kind) ? splitShellWords(section) : undefined;
  return words?.length === 2 && words[1] === name;
}

/** As `shlex` reads it back; plain names stay plain, since some programs know no quotes. */
function quote(name: string): string {
  if (/^[\w.@%+:/-]+$/.test(name)) return name;
  return `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Why a profile or session cannot have this name; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A name is wanted.';
  if (strip(name) !== name) return 'The name must not begin or end with a space.';
  if (/[\p{Cc}\u2028\u2029[\]]/u.test(name)) return 'The name must not have brackets or line ends.';
  if (name === 'DEFAULT') return 'AWS takes DEFAULT for what all profiles have in common.';
  return undefined;
}

/** Why this cannot be the value of an option; undefined when it can. */
export function valueProblem(value: string): string | undefined {
  if (value === '') return 'A value is wanted.';
  if (strip(value) !== value) return 'The value must not begin or end with a space.';
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return 'The value must be one line.';
  return undefined;
}
