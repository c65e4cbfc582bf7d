// Signing in to IAM Identity Center, without the AWS CLI and as it does it: by an authorization code that the browser brings
// back to this machine, or by a device code that the person confirms in any browser.
// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/

import { randomUUID } from 'node:crypto';
import { throwIfAborted } from '../abort.ts';
import type { Client } from '../client.ts';
import { textIn } from '../credentials/documents.ts';
import { ServiceError, SignInError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { askBrowser, NoWayBack } from './browser.ts';
import { callbackPath } from './loopback.ts';
import type { ActiveSignIn, SignInContext, SignInMethod } from './options.ts';
import { createPkce } from './pkce.ts';
import {
  type Registration,
  readRegistration,
  removeRegistration,
  type SsoToken,
  writeRegistration,
  writeToken,
} from './ssoCache.ts';
import type { SsoTarget } from './target.ts';

/** What is under way. */
interface Attempt {
  readonly target: SsoTarget;
  readonly oidc: Pick<Client, 'call' | 'prepare'>;
  readonly context: SignInContext;
  readonly options: ActiveSignIn;
}

/** Puts the token into the AWS CLI's cache, and gives it back. Throws a `SignInError` when nobody signed in. */
export async function signInBySso(
  target: SsoTarget,
  context: SignInContext,
  options: ActiveSignIn,
): Promise<SsoToken> {
  const oidc = await context.client('sso-oidc', target.region);
  const attempt: Attempt = { target, oidc, context, options };
  // The server knows browsers only by sessions; so does the AWS CLI.
  const method = target.session === undefined ? 'deviceCode' : options.method;
  try {
    return await signInAs(attempt, method);
  } catch (error) {
    if (error instanceof NoWayBack) return await signInAs(attempt, 'deviceCode');
    // Somebody may have taken the registration away before its time.
    if (!isCode(error, 'InvalidClientException', 'UnauthorizedClientException')) {
      throw explain(target, error);
    }
    await removeRegistration(target, method, context.place);
    return signInAs(attempt, method);
  }
}

async function signInAs(attempt: Attempt, method: SignInMethod): Promise<SsoToken> {
  const { target, context } = attempt;
  const registration = await findRegistration(attempt, method);
  const answer = await (method === 'browser' ? byBrowser : byDeviceCode)(attempt, registration);
  const token = readAnswer(target, answer, context.clock());
  await writeToken(target, token, registration, context.place);
  return token;
}

async function findRegistration(attempt: Attempt, method: SignInMethod): Promise<Registration> {
  const { target, oidc, context, options } = attempt;
  const { signal } = options;
  const kept = await readRegistration(target, method, context.place, context.clock());
  if (kept) return kept;
  const answer = await oidc.call('RegisterClient', registrationOf(target, method), { signal });
  const clientId = textIn(answer, 'clientId');
  const clientSecret = textIn(answer, 'clientSecret');
  if (!clientId || !clientSecret) throw failed(target, 'the server did not register Awscope');
  const expiresAt = new Date(Number(answer.clientSecretExpiresAt ?? 0) * 1000);
  const registration = { clientId, clientSecret, expiresAt };
  await writeRegistration(target, method, registration, context.place);
  return registration;
}

function registrationOf({ startUrl, scopes }: SsoTarget, method: SignInMethod): Document {
  const named = { clientName: 'Awscope', clientType: 'public', ...(scopes && { scopes }) };
  if (method === 'deviceCode') return named;
  return {
    ...named,
    scopes: scopes ?? [defaultScope],
    grantTypes: ['authorization_code', 'refresh_token'],
    redirectUris: [`http://127.0.0.1${callbackPath}`],
    issuerUrl: startUrl,
  };
}

const defaultScope = 'sso:account:access';

async function byBrowser(attempt: Attempt, { clientId, clientSecret }: Registration) {
  const { target, oidc, options } = attempt;
  const { signal } = options;
  const { verifier, challenge } = createPkce();
  const state = randomUUID();
  // The page is at the service's host; there is no operation for it.
  const { url: base } = await oidc.prepare('RegisterClient', registrationOf(target, 'deviceCode'));
  const { code, redirectUri } = await askBrowser(describe(target), options, {
    state,
    urlFor(redirectUri) {
      const url = new URL('/authorize', base);
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge_method: 'S256',
        scopes: (target.scopes ?? [defaultScope]).join(' '),
        code_challenge: challenge,
      });
      url.search = query.toString().replaceAll('+', '%20');
      return url.href;
    },
  });
  const grant = { grantType: 'authorization_code', code, redirectUri, codeVerifier: verifier };
  return oidc.call('CreateToken', { clientId, clientSecret, ...grant }, { signal });
}

async function byDeviceCode(attempt: Attempt, { clientId, clientSecret }: Registration) {
  const { target, oidc, context, options } = attempt;
  const { signal } = options;
  const client = { clientId, clientSecret };
  const input = { ...client, startUrl: target.startUrl };
  const device = await oidc.call('StartDeviceAuthorization', input, { signal });
  const url = textIn(device, 'verificationUriComplete') ?? textIn(device, 'verificationUri');
  const userCode = textIn(device, 'userCode');
  if (!url) throw failed(target, 'the server named no page to sign in at');
  await options.show({ url, ...(userCode && { userCode }) });
  const ask = { ...client, deviceCode: device.deviceCode, grantType: deviceGrant };
  for (let interval = Number(device.interval ?? defaultInterval); ; ) {
    await context.delay(interval * 1000, signal);
    try {
      return await oidc.call('CreateToken', ask, { signal });
    } catch (error) {
      throwIfAborted(signal);
      if (isCode(error, 'SlowDownException')) interval += slowDown;
      else if (!isCode(error, 'AuthorizationPendingException')) throw error;
    }
  }
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
/** Seconds. https://www.rfc-editor.org/rfc/rfc8628#section-3.5 */
const defaultInterval = 5;
const slowDown = 5;

function readAnswer(target: SsoTarget, answer: Document, now: Date): SsoToken {
  const accessToken = textIn(answer, 'accessToken');
  if (!accessToken) throw failed(target, 'the answer of the server has no token');
  const refreshToken = textIn(answer, 'refreshToken');
  const expiresAt = new Date(now.getTime() + Number(answer.expiresIn ?? 0) * 1000);
  return { accessToken, expiresAt, ...(refreshToken && { refreshToken }) };
}

function explain(target: SsoTarget, error: unknown): unknown {
  if (isCode(error, 'ExpiredTokenException')) {
    return failed(target, 'the code was not confirmed in time', error);
  }
  if (isCode(error, 'AccessDeniedException')) {
    return failed(target, 'the request was refused in the browser', error);
  }
  // AWS's message is empty here; what it has to say stands in a member.
  const said = error instanceof ServiceError && textIn(error.members, 'error_description');
  if (!said) return error;
  return failed(target, `the server refused it. It says: ${said.replace(/\.$/, '')}`, error);
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ServiceError && codes.includes(error.code);
}

function failed(target: SsoTarget, problem: string, cause?: unknown): SignInError {
  return new SignInError(describe(target), `${problem}. Try again.`, cause);
}

function describe({ session, startUrl }: SsoTarget): string {
  return `Sign-in to ${session === undefined ? startUrl : `SSO session ${session}`}`;
}
