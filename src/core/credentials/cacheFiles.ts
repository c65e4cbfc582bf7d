// The caches below ~/.aws that the AWS CLI and Awscope share: one JSON file an entry, named by a hash, for the user alone.
// https://github.com/boto/botocore/blob/1.43.11/botocore/utils.py (JSONFileCache, SSOTokenLoader, LoginTokenLoader)

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type ConfigOptions, expandPath } from '../config/sharedConfig.ts';
import { replaceFile } from '../profileFiles/replaceFile.ts';
import { dumpJson } from './pythonJson.ts';

/** The token of an `sso-session`, by its name; of a profile of the older form, by its start URL. */
export function ssoTokenFile(session: string, place: ConfigOptions): string {
  return join(expandPath('~/.aws/sso/cache', place), `${hash('sha1', session)}.json`);
}

/** The keys that came of a call with these arguments; `text` is what the AWS CLI hashes. */
export function roleCredentialsFile(text: string, place: ConfigOptions): string {
  return join(expandPath('~/.aws/cli/cache', place), `${hash('sha1', text)}.json`);
}

/** The token of `aws login`, by the ARN in `login_session`. */
export function loginTokenFile(session: string, place: ConfigOptions): string {
  const { AWS_LOGIN_CACHE_DIRECTORY } = place.environment ?? process.env;
  const folder = AWS_LOGIN_CACHE_DIRECTORY ?? '~/.aws/login/cache';
  return join(expandPath(folder, place), `${hash('sha256', session)}.json`);
}

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

/** Writes all of the file or nothing: whoever reads it meanwhile has the old one. Its folder is made where it is missing. */
export async function writeCacheFile(file: string, value: object): Promise<void> {
  await replaceFile(file, dumpJson(value), { isSecret: true });
}
