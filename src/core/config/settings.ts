// What a profile and the environment set beside keys, resolved as botocore's config chain does: a variable that is set
// wins over the profile.

import { ConfigError } from '../errors.ts';
import type { ClientSettings } from '../settings.ts';
import { lineOf, textOf } from './place.ts';
import { readInteger } from './pythonText.ts';
import {
  type SettingForm,
  type SettingRule,
  s3SettingRules,
  settingRules,
} from './settingRules.ts';
import {
  type ConfigOptions,
  type Environment,
  expandPath,
  type ProfileEntry,
} from './sharedConfig.ts';

/**
 * The region of everything the profile does. `AWS_REGION` is what the AWS CLI 2 and the other SDKs read, and
 * `AWS_DEFAULT_REGION` what botocore reads; both win over every profile's own region, there as here.
 */
export function regionOf(
  entry: ProfileEntry | undefined,
  environment: Environment,
): string | undefined {
  const fromVariable = environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  return fromVariable || textOf(entry, 'region') || undefined;
}

/** The certificates to trust instead of the system's. */
export function caBundleOf(
  entry: ProfileEntry | undefined,
  options: ConfigOptions,
): string | undefined {
  const lookup = { variable: 'AWS_CA_BUNDLE', keys: ['ca_bundle'] };
  const found = findSetting(entry, options.environment ?? process.env, lookup)?.text;
  return found ? expandPath(found, options) : undefined;
}

/** Throws a `ConfigError` for a value that cannot be. */
export function clientSettingsOf(
  entry: ProfileEntry | undefined,
  environment: Environment,
): ClientSettings {
  if (!isAnySet(entry, environment)) return {};
  const s3 = readSettings(s3SettingRules, entry, environment);
  return {
    ...readSettings(settingRules, entry, environment),
    ...(Object.keys(s3).length > 0 && { s3 }),
  };
}

const isAnySet = quickLook([...Object.values(settingRules), ...Object.values(s3SettingRules)]);

/** Says whether any of these is set at all: most profiles set none, and there may be hundreds. */
export function quickLook(lookups: readonly Lookup[]) {
  const variables = new Set(lookups.map(({ variable }) => variable));
  const keys = new Set(lookups.flatMap((one) => one.keys.flatMap((key) => key.split('.', 1))));
  return (entry: ProfileEntry | undefined, environment: Environment): boolean => {
    for (const name in environment) if (variables.has(name) && environment[name]) return true;
    return entry !== undefined && !keys.isDisjointFrom(entry.values);
  };
}

/** Only those that are set. */
function readSettings(
  rules: Readonly<Record<string, SettingRule>>,
  entry: ProfileEntry | undefined,
  environment: Environment,
): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const name in rules) {
    const rule = rules[name];
    if (rule === undefined) continue;
    const found = findSetting(entry, environment, rule);
    if (found) settings[name] = readForm(rule.form, found);
  }
  return settings;
}

function readForm(form: SettingForm, found: Found): unknown {
  const { text } = found;
  if (form.is === 'flag') return text.toLowerCase() === 'true';
  if (form.is === 'list') return text.split(',').map((name) => name.trim().replace(/^.*#/, ''));
  if (form.is === 'text') return text;
  if (form.is === 'count') {
    const { min, max = Number.POSITIVE_INFINITY } = form;
    const number = readInteger(text) ?? Number.NaN;
    if (number >= min && number <= max) return number;
    const to = max === Number.POSITIVE_INFINITY ? 'up' : `to ${max}`;
    throw found.error(`a whole number from ${min} ${to} is wanted, not "${text}".`);
  }
  const word = text.trim().toLowerCase();
  if (form.of.includes(word)) return word;
  throw found.error(`"${text}" is none of ${form.of.join(', ')}.`);
}

/** How one setting is found: the environment variable, then keys of the profile, first found wins. */
export interface Lookup {
  readonly variable?: string | undefined;
  /** `s3.addressing_style` is the option nested under `s3 =`. */
  readonly keys: readonly string[];
}

export interface Found {
  readonly text: string;
  /** The error that says where the value stands. */
  error(problem: string): ConfigError;
}

/** An empty variable counts as not set. */
export function findSetting(
  entry: ProfileEntry | undefined,
  environment: Environment,
  lookup: Lookup,
): Found | undefined {
  const { variable, keys } = lookup;
  const fromVariable = variable && environment[variable];
  if (variable && fromVariable) {
    const error = (problem: string) => new ConfigError(variable, undefined, problem);
    return { text: fromVariable, error };
  }
  for (const key of keys) {
    const text = valueAt(entry, key);
    if (!entry || text === undefined) continue;
    return { text, error: (problem) => errorAt(entry, key, problem) };
  }
  return undefined;
}

function errorAt(entry: ProfileEntry, key: string, problem: string): ConfigError {
  const { file, line } = lineOf(entry, key.split('.')[0] ?? key);
  return new ConfigError(file, line, `${key}: ${problem}`);
}

function valueAt(entry: ProfileEntry | undefined, key: string): string | undefined {
  const dot = key.indexOf('.');
  if (dot < 0) return textOf(entry, key);
  const nested = entry?.values.get(key.slice(0, dot));
  return nested instanceof Map ? nested.get(key.slice(dot + 1)) : undefined;
}
