import type { ConfigSection } from './iniFile.ts';
import { faultOf, textOf } from './place.ts';
import type { SharedConfig } from './sharedConfig.ts';

/**
 * All that the files say which a Session of the profile rests on, as one text: its own values and those of the profiles and
 * sections it names. While the text is the same, so is the Session. It holds secrets; compare it, and nothing else.
 */
export function fingerprintOf(config: SharedConfig, profile: string): string {
  const parts: unknown[] = [];
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const entry = config.profiles.get(name);
    parts.push([name, plain(entry?.values), entry && faultOf(entry)?.problem]);
    parts.push(entry?.kept?.revision);
    for (const [key, sections] of [
      ['sso_session', config.ssoSessions],
      ['services', config.services],
    ] as const) {
      const section = sections.get(textOf(entry, key) ?? '');
      parts.push(plain(section?.values), section?.fault?.problem);
    }
    name = textOf(entry, 'source_profile');
  }
  return JSON.stringify(parts);
}

/** Everything the files say, and where. It holds secrets, as above. */
export function fingerprintOfAll(config: SharedConfig): string {
  const { profiles, ssoSessions, services, others, faults } = config;
  const sections = [
    ...[...profiles.values()].flatMap((entry) => [entry.config, entry.credentials]),
    ...[ssoSessions, services, others].flatMap((map) => [...map.values()]),
  ].filter((section): section is ConfigSection => section !== undefined);
  const kept = [...profiles.values()].filter((entry) => entry.kept !== undefined);
  return JSON.stringify([
    faults,
    kept.map((entry) => [entry.name, entry.kept?.revision, plain(entry.values)]),
    sections.map(({ file, name, line, values }) => [file, name, line, plain(values)]),
  ]);
}

function plain(value: unknown): unknown {
  return value instanceof Map ? [...value].map(([key, inner]) => [key, plain(inner)]) : value;
}
