import type { ConfigSection } from '../config/iniFile.ts';
import { textOf } from '../config/place.ts';
import type { ProfileEntry, SharedConfig } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';

/** False for a file of a workspace that the person does not trust. */
export type IsTrusted = (file: string) => boolean;

interface Judged {
  readonly config: SharedConfig;
  readonly entry: ProfileEntry | undefined;
  readonly isTrusted?: IsTrusted | undefined;
}

/**
 * Throws for a profile of which something stands in such a file. It could run programs, send the content of any file or the
 * token of a sign-in to an address of its own, have requests signed with keys that are not its own, and fill the caches that
 * are shared with the AWS CLI.
 */
export function refuseUntrusted({ config, entry, isTrusted }: Judged): void {
  if (!entry || !isTrusted) return;
  const named = [
    config.services.get(textOf(entry, 'services') ?? ''),
    config.ssoSessions.get(textOf(entry, 'sso_session') ?? ''),
  ];
  const section = [...sectionsOf(entry), ...named].find((one) => one && !isTrusted(one.file));
  if (!section) return;
  const problem =
    'this file belongs to a workspace that is not trusted: of its profiles only keys that stand in it are used.';
  throw new ConfigError(section.file, section.line, problem);
}

/** The same for a profile and all those that it takes keys from. */
export function refuseUntrustedSources(
  profile: string,
  { config, isTrusted }: Omit<Judged, 'entry'>,
): void {
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const entry = config.profiles.get(name);
    refuseUntrusted({ config, entry, isTrusted });
    name = textOf(entry, 'source_profile');
  }
}

/** True where all of the profile stands in such files: keys in it are theirs. */
export function isAllUntrusted({ entry, isTrusted }: Omit<Judged, 'config'>): boolean {
  const sections = entry ? sectionsOf(entry) : [];
  return sections.length > 0 && sections.every(({ file }) => isTrusted?.(file) === false);
}

function sectionsOf({ config, credentials }: ProfileEntry): readonly ConfigSection[] {
  return [config, credentials].filter((section) => section !== undefined);
}
