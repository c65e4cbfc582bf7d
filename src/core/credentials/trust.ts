import type { ProfileEntry } from '../config/sharedConfig.ts';
import { ConfigError } from '../errors.ts';

/** False for a file of a workspace that the person does not trust. */
export type IsTrusted = (file: string) => boolean;

/**
 * Throws for a profile that stands in such a file. It could run programs, send the content of any file or the token of a
 * sign-in to an address of its own, and fill the caches that are shared with the AWS CLI.
 */
export function refuseUntrusted(
  entry: ProfileEntry | undefined,
  isTrusted: IsTrusted | undefined,
): void {
  if (!entry || !isTrusted) return;
  for (const section of [entry.config, entry.credentials]) {
    if (!section || isTrusted(section.file)) continue;
    const problem =
      'this file belongs to a workspace that is not trusted: of its profiles only keys that stand in it are used.';
    throw new ConfigError(section.file, section.line, problem);
  }
}
