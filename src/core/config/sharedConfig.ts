// ~/.aws/config and ~/.aws/credentials as one value: botocore's `full_config`, with the place of everything it says.
// A profile's values are those of the config file, over which those of the credentials file are laid.

import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  type ConfigFault,
  type ConfigFile,
  type ConfigSection,
  type ConfigValue,
  parseConfigFile,
} from './iniFile.ts';
import type { KeptKeys } from './keptProfiles.ts';
import { splitShellWords } from './pythonText.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the shared files and variables come from; the process's own unless said otherwise. */
export interface ConfigOptions {
  readonly environment?: Environment | undefined;
  readonly home?: string | undefined;
}

export interface ConfigPaths {
  readonly config: string;
  readonly credentials: string;
}

/** A profile as the files have it. */
export interface ProfileEntry {
  readonly name: string;
  /** Its section of the config file, if there is one. */
  readonly config?: ConfigSection;
  /** Its section of the credentials file, if there is one. */
  readonly credentials?: ConfigSection;
  /** Both sections' values; the credentials file wins. */
  readonly values: ReadonlyMap<string, ConfigValue>;
  /** Its keys, if no file has it; it has no section then. */
  readonly kept?: KeptKeys;
}

export interface SharedConfig {
  readonly paths: ConfigPaths;
  readonly profiles: ReadonlyMap<string, ProfileEntry>;
  readonly ssoSessions: ReadonlyMap<string, ConfigSection>;
  readonly services: ReadonlyMap<string, ConfigSection>;
  /** Sections of the config file that are neither, such as `plugins`. */
  readonly others: ReadonlyMap<string, ConfigSection>;
  readonly faults: readonly ConfigFault[];
}

/** Reads both files, at once and synchronously: a Session's region and profile are known when it is made. */
export function readSharedConfig(options: ConfigOptions = {}): SharedConfig {
  const paths = configPaths(options);
  return buildSharedConfig(readConfigFile(paths.config), readConfigFile(paths.credentials));
}

/** The places of both files; they need not exist. */
export function configPaths(options: ConfigOptions = {}): ConfigPaths {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = options.environment ?? process.env;
  return {
    config: expandPath(AWS_CONFIG_FILE ?? '~/.aws/config', options),
    credentials: expandPath(AWS_SHARED_CREDENTIALS_FILE ?? '~/.aws/credentials', options),
  };
}

/** Replaces `$NAME`, `${NAME}` and a leading `~`, as botocore does for every path it is given. */
export function expandPath(path: string, options: ConfigOptions = {}): string {
  const expanded = path.includes('$') ? expandVariables(path, options) : path;
  return expanded === '~' || expanded.startsWith('~/') || expanded.startsWith('~\\')
    ? join(options.home ?? homedir(), expanded.slice(1))
    : expanded;
}

function expandVariables(path: string, { environment = process.env }: ConfigOptions): string {
  return path.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (whole, plain, braced) => {
    return environment[plain ?? braced] ?? whole;
  });
}

/** Joins the two files, as botocore's session does. */
export function buildSharedConfig(config: ConfigFile, credentials: ConfigFile): SharedConfig {
  const profiles = new Map<string, ProfileEntry>();
  const ssoSessions: Sections = new Map();
  const services: Sections = new Map();
  const others: Sections = new Map();
  const uses = { profiles, ssoSessions, services, others, ofCredentials: credentials.sections };
  const ignored: ConfigFault[] = [];
  for (const section of config.sections.values()) {
    const problem = putSection(section, uses);
    if (problem !== undefined && !section.fault) ignored.push(faultAt(section, problem));
  }
  credentials.sections.forEach((section, name) => {
    if (!profiles.has(name)) profiles.set(name, new FileProfile(name, undefined, section));
  });
  return {
    paths: { config: config.file, credentials: credentials.file },
    profiles,
    ssoSessions,
    services,
    others,
    faults: [...config.faults, ...ignored, ...credentials.faults],
  };
}

type Sections = Map<string, ConfigSection>;

/** What the sections of the config file are for. */
interface Uses {
  readonly profiles: Map<string, ProfileEntry>;
  readonly ssoSessions: Sections;
  readonly services: Sections;
  readonly others: Sections;
  /** By the names of profiles. */
  readonly ofCredentials: ReadonlyMap<string, ConfigSection>;
}

/** Gives back why AWS ignores the section, if it does. */
function putSection(section: ConfigSection, uses: Uses): string | undefined {
  const { name: header } = section;
  if (header.startsWith('profile') || header === 'default') {
    const name = header === 'default' ? header : nameIn(header);
    if (name === undefined) return withoutName;
    uses.profiles.set(name, new FileProfile(name, section, uses.ofCredentials.get(name)));
    return undefined;
  }
  if (header.startsWith('sso-session')) return putNamed(section, uses.ssoSessions);
  if (header.startsWith('services')) return putNamed(section, uses.services);
  uses.others.set(header, section);
  return knownOthers.has(header) ? undefined : ignoredSection;
}

/** Of the AWS CLI: no profiles, and not meant to be. */
const knownOthers: ReadonlySet<string> = new Set(['plugins', 'preview']);

const ignoredSection =
  'AWS ignores this section: here a profile begins with [profile NAME], and only [default] goes without that word';

const withoutName =
  'AWS ignores this section: one name must follow its first word, in quotes if it has spaces';

function putNamed(section: ConfigSection, sections: Sections): string | undefined {
  const name = nameIn(section.name);
  if (name === undefined) return withoutName;
  sections.set(name, section);
  return undefined;
}

/** Two words and a space: nothing to unquote, as in most files. */
const plainHeader = /^[\w-]+ [^\s"'\\]+$/;

/** That in `profile dev` or `profile "my team"`; undefined without one, and with too many words. */
function nameIn(header: string): string | undefined {
  if (plainHeader.test(header)) return header.slice(header.indexOf(' ') + 1);
  const words = splitShellWords(header);
  return words?.length === 2 ? words[1] : undefined;
}

function faultAt({ file, name, line }: ConfigSection, problem: string): ConfigFault {
  return { file, line, section: name, problem };
}

/** Its sections are read, and joined, when its values are first asked for. */
class FileProfile implements ProfileEntry {
  readonly name: string;
  readonly config?: ConfigSection;
  readonly credentials?: ConfigSection;
  #values: ReadonlyMap<string, ConfigValue> | undefined;

  constructor(
    name: string,
    config: ConfigSection | undefined,
    credentials: ConfigSection | undefined,
  ) {
    this.name = name;
    if (config) this.config = config;
    if (credentials) this.credentials = credentials;
  }

  get values(): ReadonlyMap<string, ConfigValue> {
    this.#values ??= this.#merge();
    return this.#values;
  }

  #merge(): ReadonlyMap<string, ConfigValue> {
    if (!this.config || !this.credentials)
      return (this.config ?? this.credentials)?.values ?? new Map();
    const values = new Map(this.config.values);
    this.credentials.values.forEach((value, key) => {
      values.set(key, value);
    });
    return values;
  }
}

function readConfigFile(file: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(file, error);
  }
  const parsed = parseConfigFile(text, file);
  // What cannot be decoded has become this character, which a file may also have.
  if (!text.includes('\ufffd') || isUtf8(readFileSync(file))) return parsed;
  const fault = { file, problem: 'the file is not UTF-8; characters in it may be wrong' };
  return { ...parsed, faults: [...parsed.faults, fault] };
}

/** Nothing is wrong with a file that is not there. */
function unreadable(file: string, error: unknown): ConfigFile {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
  const faults = isMissing ? [] : [{ file, problem: `the file cannot be read (${code})` }];
  return { file, sections: new Map(), faults };
}
