import { readFile } from 'node:fs/promises';
import { ConfigError, CredentialsError, isAbort } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { getText, metadataKeys } from './metadata.ts';
import type { CredentialSource, Scope } from './source.ts';

/** Keys of the task or pod the editor runs in. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
export const container: CredentialSource = {
  kind: 'environment',
  plan(scope) {
    const url = urlOf(scope);
    if (!url) return undefined;
    return async ({ send, signal }): Promise<Credentials> => {
      const refuse = (problem: string, cause?: unknown) =>
        new CredentialsError('Credentials', scope.profile, `${url.host}: ${problem}.`, cause);
      const headers = await authorization(scope, refuse);
      try {
        const { status, text } = await getText(send, url, { headers, timeLimit: 2_000, signal });
        const keys = status === 200 ? metadataKeys(text) : undefined;
        if (keys) return keys;
        throw refuse(`the container service gave no keys (status ${status})`);
      } catch (error) {
        if (isAbort(error) || error instanceof CredentialsError) throw error;
        throw refuse('the container service does not answer', error);
      }
    };
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
