// How the person wants a profile to look and to be treated: the setting `awscope.profiles`. Pure.

import { entriesOf } from '../core/json.ts';

/** What the setting says of one profile. */
export interface ProfileLook {
  /** Shown instead of the name. */
  readonly alias?: string;
  readonly colour?: LookColour;
  /** A codicon's id. */
  readonly icon?: string;
  /** Not offered; shown only while it is the active one. */
  readonly isHidden: boolean;
  /** Only operations that read are sent. */
  readonly isReadOnly: boolean;
}

export type LookColour = keyof typeof colours;

/** By colour: the theme colour of texts and icons. */
const colours = {
  red: 'charts.red',
  orange: 'charts.orange',
  yellow: 'charts.yellow',
  green: 'charts.green',
  blue: 'charts.blue',
  purple: 'charts.purple',
} as const;

export function themeColourOf(colour: LookColour): string {
  return colours[colour];
}

export const plainLook: ProfileLook = { isHidden: false, isReadOnly: false };

/**
 * What the setting says: an object of patterns, in which `*` stands for any text and `?` for any character. Where several
 * fit, the later one wins member by member; but once a pattern says read-only, no other takes it back.
 */
export function lookOf(setting: unknown, profile: string): ProfileLook {
  let look = plainLook;
  for (const [pattern, value] of entriesOf(setting)) {
    if (!fits(pattern, profile)) continue;
    const own = readLook(value);
    look = { ...look, ...own, isReadOnly: look.isReadOnly || own.isReadOnly === true };
  }
  return look;
}

/** The name the person reads. */
export function nameOf(profile: string, { alias }: ProfileLook): string {
  return alias ?? profile;
}

function fits(pattern: string, profile: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  const source = escaped.replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu').test(profile);
}

function readLook(value: unknown): Partial<ProfileLook> {
  const members = new Map(entriesOf(value));
  const alias = textIn(members, 'alias');
  const icon = textIn(members, 'icon');
  const colour = textIn(members, 'colour');
  const hidden = members.get('hidden');
  return {
    ...(alias !== undefined && { alias }),
    ...(colour !== undefined && isColour(colour) && { colour }),
    ...(icon !== undefined && /^[a-z][a-z\d-]*$/.test(icon) && { icon }),
    ...(typeof hidden === 'boolean' && { isHidden: hidden }),
    isReadOnly: members.get('readOnly') === true,
  };
}

function isColour(name: string): name is LookColour {
  return Object.hasOwn(colours, name);
}

function textIn(members: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = members.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
