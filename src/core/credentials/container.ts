import { readFile } from 'node:fs/promises';
import { delay as sleep } from '../abort.ts';
import { ConfigError, CredentialsError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { isJson, parseObject, textIn } from './documents.ts';
import { parseExpiration } from './expiration.ts';
import { keysIn } from './keysIn.ts';
import { getText } from './metadata.ts';
import type { CredentialSource, LoadContext, Scope } from './source.ts';

/** Keys of the task or pod the editor runs in. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
export const container: CredentialSource = {
  kind: 'environment',
  plan(scope) {
    const url = urlOf(scope);
    return url && ((context) => load(url, scope, context));
  },
};

const allowedHosts = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]', 'localhost', '[::1]'];

/** Only these hosts and loopback addresses may be asked without TLS: a variable must not send a token elsewhere. */
function urlOf({ environment }: Scope): URL | undefined {
  const relative = environment.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  if (relative) return new URL(`http://169.254.170.2/${relative.replace(/^\//, '')}`);
  const full = environment.AWS_CONTAINER_CREDENTIALS_FULL_URI;
  if (!full) return undefined;
  const url = URL.parse(full);
  const isAllowed =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' &&
      (allowedHosts.includes(url.hostname) || /^127(\.\d+){3}$/.test(url.hostname)));
  if (url && isAllowed) return url;
  const problem = 'the address must be https, loopback, or that of the ECS or EKS agent.';
  throw new ConfigError('AWS_CONTAINER_CREDENTIALS_FULL_URI', undefined, problem);
}

/** Tries in all, and milliseconds between them and for each. */
const attempts = 3;
const pause = 1_000;
const timeLimit = 2_000;

async function load(url: URL, scope: Scope, context: LoadContext): Promise<Credentials> {
  const { send, signal, delay = sleep } = context;
  const refuse = (problem: string, cause?: unknown) =>
    new CredentialsError('Credentials', scope.profile, `${url.host}: ${problem}.`, cause);
  const headers = { accept: 'application/json', ...(await authorization(scope, refuse)) };
  for (let attempt = 1; ; attempt++) {
    const answer = await getText(send, url, { headers, timeLimit, signal });
    const isLast = attempt === attempts;
    if (answer.status === undefined) {
      if (isLast) throw refuse('the container service does not answer', answer.cause);
    } else if (answer.status !== 200) {
      if (isLast) throw refuse(`the container service gave no keys (status ${answer.status})`);
    } else {
      const keys = keysOf(parseObject(answer.text) ?? {});
      if (keys) return keys;
      if (isJson(answer.text)) throw refuse('the answer of the container service has no keys');
      if (isLast) throw refuse('the answer of the container service is no JSON');
    }
    await delay(pause, signal);
  }
}

function keysOf(found: Readonly<Record<string, unknown>>): Credentials | undefined {
  if (found.Token === undefined || !parseExpiration(found.Expiration)) return undefined;
  return keysIn(found, 'Token', textIn(found, 'AccountId'));
}

async function authorization(
  { environment }: Scope,
  refuse: (problem: string, cause?: unknown) => CredentialsError,
): Promise<Readonly<Record<string, string>>> {
  const file = environment.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  let token = environment.AWS_CONTAINER_AUTHORIZATION_TOKEN;
  if (file) {
    try {
      token = await readFile(file, 'utf8');
    } catch (error) {
      throw refuse(`the token file ${file} cannot be read`, error);
    }
  }
  if (token === undefined) return {};
  if (/[\r\n]/.test(token)) throw refuse('the authorization token has a line end in it');
  return { authorization: token };
}
