// Keys of the EC2 instance the editor runs on, from its metadata service. Elsewhere nobody answers, quickly.
// https://github.com/boto/botocore/blob/1.43.11/botocore/utils.py (InstanceMetadataFetcher)

import { randomInt } from 'node:crypto';
import { type InstanceSettings, instanceSettingsOf } from '../config/instanceSettings.ts';
import { CredentialsError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { isJson, parseObject } from './documents.ts';
import { timeLeft } from './expiration.ts';
import { keysIn } from './keysIn.ts';
import { type Answer, getText, type NoAnswer } from './metadata.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';

export const instance: CredentialSource = {
  kind: 'none',
  plan(scope) {
    const settings = instanceSettingsOf(scope.entry, scope.environment);
    if (settings.isDisabled) return undefined;
    return async (context) => {
      const keys = await readKeys(scope, settings, context);
      return keys && withLongerLife(keys, context.clock());
    };
  },
};

const rolesPath = 'latest/meta-data/iam/security-credentials/';

/** Undefined where there is no service, no role, or the answer has no keys. */
async function readKeys(
  scope: Scope,
  settings: InstanceSettings,
  context: LoadContext,
): Promise<Credentials | undefined> {
  const token = await readToken(settings, context);
  if (token === 'no service') return undefined;
  if (token === undefined && settings.isV1Disabled) {
    const problem =
      'the metadata service of EC2 gave no token, and without one it is not to be asked.';
    throw new CredentialsError('Credentials', scope.profile, problem);
  }
  const get = (path: string, isGood: (text: string) => boolean) =>
    readText(path, token, { settings, context, isGood });
  const role = await get(rolesPath, (text) => text !== '');
  if (role === undefined) return undefined;
  const text = await get(`${rolesPath}${role.trim()}`, isJson);
  const keys = text === undefined ? undefined : parseObject(text);
  const isWhole = requiredMembers.every((member) => keys?.[member] !== undefined);
  return keys && isWhole ? keysIn(keys, 'Token', undefined) : undefined;
}

const requiredMembers = ['AccessKeyId', 'SecretAccessKey', 'Token', 'Expiration'];

/** Undefined when the service has none to give, being of version 1 or behind too many hops; then it is asked without. */
async function readToken(
  settings: InstanceSettings,
  context: LoadContext,
): Promise<string | 'no service' | undefined> {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' };
  let isReached = false;
  for (let attempt = 0; attempt < settings.attempts; attempt++) {
    const answer = await ask('latest/api/token', { method: 'PUT', headers }, settings, context);
    if (answer.status === 200) return answer.text;
    if (answer.status === 400) return 'no service';
    if (answer.status === undefined && answer.problem === 'unreachable') continue;
    if ([undefined, 403, 404, 405].includes(answer.status)) return undefined;
    isReached = true;
  }
  return isReached ? undefined : 'no service';
}

interface ReadOptions {
  readonly settings: InstanceSettings;
  readonly context: LoadContext;
  readonly isGood: (text: string) => boolean;
}

async function readText(
  path: string,
  token: string | undefined,
  { settings, context, isGood }: ReadOptions,
): Promise<string | undefined> {
  const headers = token === undefined ? {} : { 'x-aws-ec2-metadata-token': token };
  for (let attempt = 0; attempt < settings.attempts; attempt++) {
    const answer = await ask(path, { method: 'GET', headers }, settings, context);
    if (answer.status === 200 && isGood(answer.text)) return answer.text;
  }
  return undefined;
}

function ask(
  path: string,
  request: { readonly method: string; readonly headers: Readonly<Record<string, string>> },
  { url, timeLimit }: InstanceSettings,
  { send, signal }: LoadContext,
): Promise<Answer | NoAnswer> {
  return getText(send, new URL(path, url), { ...request, timeLimit, signal });
}

/** A quarter of an hour, and up to ten minutes more so that not all instances ask at once; in milliseconds. */
const refreshWindow = 15 * 60_000;

/**
 * The service hands out expired keys while its own source is out of order; AWS goes on taking them. They are then used until
 * the next try.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-stability.html
 */
function withLongerLife(keys: Credentials, now: Date): Credentials {
  if (keys.expiration === undefined) return keys;
  const window = refreshWindow + randomInt(120, 601) * 1000;
  if (timeLeft(keys.expiration, now) > window) return keys;
  return { ...keys, expiration: new Date(now.getTime() + window) };
}
